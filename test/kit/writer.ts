/** A shopper who writes on a channel that is written back to, through its inbox; and the rounds that deliver everything. */

import type { InMessage } from '../../lambda/services/reach/text-channel';
import type { Heard } from '../../lambda/vocabulary/heard';
import type { House } from './house';
import type { PostBox } from './post-box';

const MOST_ROUNDS = 100;

/** Reads all that came in and delivers all that waits; once more when it is quiet, since a delivery can bring an answer. */
export async function settle({ incoming, outgoing }: Pick<House, 'incoming' | 'outgoing'>): Promise<void> {
  let quiet = 0;
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const did = (await incoming.round()) + (await outgoing.round());
    quiet = did === 0 ? quiet + 1 : 0;
    if (quiet === 2) return;
  }
  throw new Error('what waits never ends');
}

export function createWriter(house: House, { name, sent }: PostBox, address: string) {
  let messages = 0;

  async function put(message: InMessage, key: string): Promise<boolean> {
    const lane = `${name}:${address}`;
    return house.receive({ source: name, key, lane, body: JSON.stringify([message]) });
  }

  /** What the channel sent to this address since. */
  async function answered(by: () => Promise<unknown>) {
    const before = sent.length;
    await by();
    await settle(house);
    return sent.slice(before).filter(({ to }) => to === address);
  }

  async function brings(heard: Heard, key = `${address}-${++messages}`) {
    return answered(() => put({ kind: 'heard', from: { address }, key, heard }, key));
  }

  return {
    contactId: house.reach.contactIdOf(name, address, ''),
    conversationId: `${name}:${house.reach.contactIdOf(name, address, '')}`,
    brings,
    writes: (text: string, key?: string) => brings({ kind: 'text', text }, key),
    /** Puts it where a webhook would, and lets nobody read it yet. */
    posts: (text: string, key = `${address}-${++messages}`) =>
      put({ kind: 'heard', from: { address }, key, heard: { kind: 'text', text } }, key),
    /** Somebody of the shop writes to this shopper from an app of their own. */
    isWrittenTo: (text: string, key = `${address}-echo-${++messages}`) =>
      answered(() => put({ kind: 'echo', from: { address }, key, text }, key)),
  };
}
