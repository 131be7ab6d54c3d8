/** Who of the shop's people has the conversation now, as the house tells it. */

import type { Say, State } from './types';

/** "Luca has joined"; null: the assistant answers, or somebody is waited for. */
export function joinedBy({ holder }: Pick<State, 'holder'>, say: Say): string | null {
  return holder.name === null ? null : say('joined').replace('{{name}}', holder.name || say('person'));
}
