/** Telephone numbers that shoppers gave: in what is remembered, and in an answer that says one, they lie sealed under the key of their conversation. */

import type { Memory } from '../../vocabulary/memory';
import { openPhone, phonesIn, withPhones } from '../../vocabulary/phones';
import type { Commit, Conversations, Stored } from '../conversation/conversation';
import { sealed, unsealed } from './seal';
import { type Keyring, keyOrNone, MARK } from './seal-marks';

const GONE = 'a number that was given is not there';

/** A number that no key can be had for is not kept at all. */
export async function sealedPhones(
  { conversationId: id, memory, answer }: Commit,
  keys: Keyring,
): Promise<Pick<Commit, 'memory' | 'answer'>> {
  const isThere = answer.isSecret === true || phonesIn(memory).some(openPhone);
  if (!isThere) return { memory, answer };
  const key = await keyOrNone(keys.own(id), keys.log, GONE);
  const hidden = (text: string, place: string) => (key ? MARK + sealed(text, key, place) : null);
  const kept = withPhones(memory, (number) => (openPhone(number) ? (hidden(number, phoneOf(id)) ?? '') : number));
  if (!answer.isSecret) return { memory: kept, answer };
  return { memory: kept, answer: { ...answer, body: hidden(answer.body, answerOf(id)) ?? silent(answer.body) } };
}

/** As they were given, for whoever reads a conversation to go on with it. */
export function openedPhones(
  { open, load }: Conversations,
  keys: Keyring,
): Pick<Conversations, 'open' | 'load' | 'sealsPhones'> {
  async function opened(id: string, stored: Stored | null): Promise<Stored | null> {
    if (!stored || !phonesIn(stored.memory).some((number) => number.startsWith(MARK))) return stored;
    const key = await keyOrNone(keys.of(id), keys.log, GONE);
    return key ? { ...stored, memory: openedIn(stored.memory, key, id) } : stored;
  }
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
    if (!body.startsWith(MARK)) return body;
    const key = await keys.of(id);
    return (key && unsealed(body.slice(MARK.length), key, answerOf(id)))?.toString() ?? '';
  }
}

function openedIn(memory: Memory, key: Buffer, id: string): Memory {
  return withPhones(memory, (number) => {
    const found = number.startsWith(MARK) ? unsealed(number.slice(MARK.length), key, phoneOf(id)) : null;
    return found?.toString() ?? number;
  });
}

function phoneOf(id: string): string {
  return `${id}\0phone`;
}

function answerOf(id: string): string {
  return `${id}\0answer`;
}

/** Who asks again hears nothing, and may say it again. */
function silent(body: string): string {
  return JSON.stringify({ ...JSON.parse(body), said: null });
}
