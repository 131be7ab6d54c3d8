/** Telephone numbers that shoppers gave: in what is remembered, and in an answer that says one, they lie sealed under the key of their conversation. */

import { openPhone, phonesIn, withPhones } from '../../vocabulary/phones';
import type { Commit, Conversations, Stored } from '../conversation/conversation';
import { isSealed, type Keyring, keyOrNone, MARK, openedBy, sealedUnder } from './seal-marks';

const AWAY = "a number that was given lies under the server's own, or is not read";
const NO_KEY = Buffer.alloc(0);

/** While no key can be had it lies under the server's own, as what waits does: with the next commit it is under that of its conversation. */
export async function sealedPhones(
  { conversationId: id, memory, answer }: Commit,
  keys: Keyring,
): Promise<Pick<Commit, 'memory' | 'answer'>> {
  const isThere = answer.isSecret === true || phonesIn(memory).some(openPhone);
  if (!isThere) return { memory, answer };
  const key = await keyOrNone(keys.own(id), keys.log, AWAY);
  const hidden = (text: string, place: string) => sealedUnder(key, text, { ...keys, place });
  const kept = withPhones(memory, (number) => (openPhone(number) ? hidden(number, phoneOf(id)) : number));
  if (!answer.isSecret) return { memory: kept, answer };
  return { memory: kept, answer: { ...answer, body: hidden(answer.body, answerOf(id)) } };
}

/** As they were given, for whoever reads a conversation to go on with it: sealed while their key is away, empty where it is gone. */
export function openedPhones(
  { open, load }: Conversations,
  keys: Keyring,
): Pick<Conversations, 'open' | 'load' | 'sealsPhones'> {
  async function opened(id: string, stored: Stored | null): Promise<Stored | null> {
    const phones = stored ? phonesIn(stored.memory).filter(isSealed) : [];
    if (!stored || phones.length === 0) return stored;
    const needsKey = phones.some((number) => number.startsWith(MARK));
    const key = needsKey ? await keyOrNone(keyIn(id), keys.log, AWAY) : null;
    const place = { ...keys, place: phoneOf(id) };
    return { ...stored, memory: withPhones(stored.memory, (number) => openedBy(key, number, place)) };
  }
  /** One that is gone opens nothing. */
  const keyIn = async (id: string) => (await keys.of(id)) ?? NO_KEY;
  return {
    sealsPhones: true,
    load: async (id) => opened(id, await load(id)),
    open: async (wish) => {
      const start = await open(wish);
      const { conversationId: id, answer } = start;
      return { ...start, stored: await opened(id, start.stored), answer: answer && (await told(answer, id)) };
    },
  };

  async function told(body: string, id: string): Promise<string> {
    if (!isSealed(body)) return body;
    const key = body.startsWith(MARK) ? await keyIn(id) : null;
    return openedBy(key, body, { ...keys, place: answerOf(id) });
  }
}

function phoneOf(id: string): string {
  return `${id}\0phone`;
}

function answerOf(id: string): string {
  return `${id}\0answer`;
}
