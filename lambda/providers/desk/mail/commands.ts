/** What a person of the shop does by the first line of an answer; all other lines are words for the shopper. */

import { DONE, type Done } from '../../../services/hand-off/hand-offs';

export type MailCommand = {
  readonly act:
    | { readonly kind: 'say' }
    /** Takes it before there is anything to say. */
    | { readonly kind: 'take' }
    | { readonly kind: 'return' }
    | { readonly kind: 'close'; readonly done: Done; readonly topic: string | null }
    /** For colleagues who read along. */
    | { readonly kind: 'note' };
  /** For the shopper; empty where there is nothing. */
  readonly text: string;
};

/**
 * `#take`, `#return`, `#note`, `#close` or `#done`, in any case. After the last two may stand what was done (`refunded`, also
 * `refund`), else it is `answered`; then in free words what it was about. A line with another `#` is words like any other.
 */
export function orderIn(text: string): MailCommand {
  const [, name = '', rest = '', more = ''] =
    /^#(take|return|note|close|done)(?![\w-])(.*)\n?([\s\S]*)$/i.exec(text) ?? [];
  const words = more.trim();
  switch (name.toLowerCase()) {
    case 'take':
      return { act: { kind: 'take' }, text: joined(rest, words) };
    case 'return':
      return { act: { kind: 'return' }, text: joined(rest, words) };
    case 'note':
      return { act: { kind: 'note' }, text: '' };
    case 'close':
    case 'done':
      return { act: { kind: 'close', ...doneIn(rest.trim()) }, text: words };
    default:
      return { act: { kind: 'say' }, text };
  }
}

function joined(rest: string, words: string): string {
  return `${rest.trim()}\n${words}`.trim();
}

function doneIn(rest: string): { readonly done: Done; readonly topic: string | null } {
  const [first = ''] = rest.split(/\s+/, 1);
  const word = first.toLowerCase();
  const done = DONE.find((one) => one === word || one === `${word}ed`);
  const topic = (done ? rest.slice(first.length) : rest).trim();
  return { done: done ?? 'answered', topic: topic === '' ? null : topic };
}
