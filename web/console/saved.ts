/** What is told of a save: that it is spoken only where it is. */

import type { FileProblem } from '../../lambda/console/protocol';

/** `soft`: nothing has happened yet. */
export type State = { readonly words: string; readonly kind: 'good' | 'bad' | 'soft' };
export const NOTHING_TOLD: State = { words: '', kind: 'soft' };

/** `done`: where all is well. */
export function stateOfSaved(broken: readonly FileProblem[], done: string): State {
  const [first] = broken;
  if (!first) return { words: `Saved, and ${done} from now on.`, kind: 'good' };
  const where = `${first.file}, line ${first.line}: ${first.message}`;
  return { words: `Saved, but not ${done} until this is mended: ${where}`, kind: 'bad' };
}

export function stateOfError(error: unknown): State {
  return { words: `Not saved. ${messageOf(error)}`, kind: 'bad' };
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
