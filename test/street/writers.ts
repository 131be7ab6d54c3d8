/** People who write in the chat: some only ask, some want a person, and some have everything about them erased. */

import { type ChatPage, openChatPage } from './page';
import { WRITING } from './people';
import type { Street } from './street';

/** A visitor may send twenty messages in a minute. */
const THINKS = [3_200, 5_500] as const;
const QUESTIONS = ['what does shipping cost?', 'where is my order?', 'when do you open?', 'can I send it back?'];
export const TALKERS = 8;
export const LEAVERS = 2;
/** Whoever wants a person is one of these. */
export const ASKERS = 3;

/** Marta has others, and lines that break. */
const COMES_WITHIN_MS = 120_000;

/** What nobody else writes, so that it is found again: letters only, which nothing takes for a number. */
export function markOf(writer: string, nth: number): string {
  const letters = [...String(nth)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `${writer}q${letters}q`;
}

/** Half of them are known to the shop; two share an account, and a conversation. */
export async function talkAllDay(nth: number, street: Street): Promise<void> {
  const writer = `talker${'abcdefghij'[nth]}`;
  const chance = street.chance(writer);
  const known = nth % 2 === 0 ? WRITING[Math.floor(nth / 4) % WRITING.length] : undefined;
  const page = await openChatPage({ writer, at: nth, ...(known ? { shopperToken: known.token } : {}) }, street);
  street.told.pages.push(page);
  for (let asked = 0; !street.isOver(); asked += 1) {
    await street.thinks(chance, THINKS);
    await tell(page, `${markOf(writer, asked)} ${chance.oneOf(QUESTIONS as [string, ...string[]])}`, street);
  }
}

async function tell(page: ChatPage, text: string, street: Street): Promise<void> {
  await page.says(text);
  street.told.written.push({ writer: page.writer, text });
}

/** Asks for a person, writes to them while they are there, and asks again once they are gone. */
export async function askAllDay(nth: number, street: Street): Promise<void> {
  const writer = `asker${'abcdefghij'[nth]}`;
  const chance = street.chance(writer);
  const page = await openChatPage({ writer, at: 50 + nth }, street);
  street.told.pages.push(page);
  let sent = 0;
  const next = () => tell(page, `${markOf(writer, sent++)} is what it is about`, street);
  await next();
  while (!street.isOver()) {
    const from = page.lines.length;
    await page.says('I want to talk to a person');
    const isTheirs = ({ by }: { readonly by: string }) => by === 'person';
    const came = await page.sees(isTheirs, from, COMES_WITHIN_MS);
    street.told.seen.people += 1;
    const read = page.lines.slice(from).map(({ by, text }) => `${by}: ${text}`);
    if (!came && !street.isOver())
      street.told.faults.people.push(`nobody came to ${writer}, who read ${read.join(' | ')}`);
    for (let line = 0; line < 3 && !street.isOver(); line += 1) {
      await street.thinks(chance, THINKS);
      await next();
    }
    const goodbye = await page.sees(({ text, by }) => by === 'person' && /goodbye/.test(text), from);
    // The desk ends it, and the bot is there again.
    if (goodbye) await page.sees(({ by }) => by === 'bot', page.lines.indexOf(goodbye) + 1);
    await street.thinks(chance, THINKS);
  }
}

/** Writes words nobody else writes, has everything erased, and is somebody new. */
export async function leaveAllDay(nth: number, street: Street): Promise<void> {
  const name = `leaver${'abcdefghij'[nth]}`;
  const chance = street.chance(name);
  for (let life = 0; !street.isOver(); life += 1) {
    const word = markOf(name, life);
    const page = await openChatPage({ writer: name, at: 100 + nth }, street);
    await page.says(`the word on my door is ${word}`);
    await street.thinks(chance, THINKS);
    await page.says(`what does shipping cost to ${word}?`);
    await street.thinks(chance, THINKS);
    const from = page.lines.length;
    await page.says('forget everything about me');
    await street.thinks(chance, THINKS);
    // Whose "yes" was heard and not answered is nobody any more when it comes again.
    const isStranger = await page.says('yes').then(
      () => false,
      (error: unknown) => /401/.test(`${error}`),
    );
    const isTold = ({ by, text }: { readonly by: string; readonly text: string }) =>
      by === 'bot' && /is erased/.test(text);
    if (isStranger || (await page.sees(isTold, from, 10_000))) street.told.erased.push(word);
    page.close();
  }
}
