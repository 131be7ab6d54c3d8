/** Who of the shop's people answers here now, as far as the conversation shows it. */

import type { Line } from './types';

/** null: the assistant does. Empty: a person without a name. What is said at a speaker meanwhile changes nothing of that. */
export function personIn(lines: readonly Pick<Line, 'by' | 'channel' | 'name'>[]): string | null {
  const last = lines.findLast(({ by, channel }) => by === 'person' || (by === 'bot' && channel !== 'alexa'));
  return last?.by === 'person' ? (last.name ?? '') : null;
}
