/** Whole conversations, held with the house as it is: how many turns of shoppers were not understood. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readShopFile } from '../../lambda/house/shop-file';
import { type Played, play } from '../../scripts/locales/answer';
import { type Dialogue, readExamples } from '../../scripts/locales/examples';

const PLACE = { root: join(__dirname, '..', '..') };

export type HeldTurns = {
  readonly conversations: number;
  readonly turns: number;
  /** Heard as Fallback, or answered with "did you mean". */
  readonly fallbacks: number;
  /** Of those: not even as a wait, a doubt, a question or a condition, which have answers of their own. */
  readonly lost: number;
};

/** Our own, without those that show what nobody here can do. */
export function ownDialogues(language: string): readonly Dialogue[] {
  const file = join(PLACE.root, 'locales', language, 'examples.yaml');
  return readExamples(file, file).dialogues.filter(({ turns }) => turns.every(({ intent }) => intent !== 'Fallback'));
}

type Line = { readonly text: string };

/** The panel's: every first sentence, and every answer to a purchase behind the request for it, to the end. */
export function panelDialogues(folder: string, language: string): readonly Dialogue[] {
  const order = ORDERS[language];
  const first = linesOf<Line>(join(folder, `first-words.${language}.jsonl`)).map(({ text }) => [text]);
  const answers = linesOf<Line>(join(folder, `answers-to-a-purchase.${language}.jsonl`));
  const bought = order ? answers.map(({ text }) => [order, text]) : [];
  const cases = language === 'en' ? casesIn(folder) : [];
  return [...first, ...bought, ...cases].map((said, at) => ({
    name: `panel-${language}-${at}`,
    line: at,
    turns: said.map((text) => ({ said: text, line: at })),
  }));
}

const ORDERS: Readonly<Record<string, string>> = { en: 'reorder my coffee', it: 'riordina il caffè' };

/** Of the cases from public trackers those that are conversations: sentences with strokes between them. */
function casesIn(folder: string): readonly (readonly string[])[] {
  return linesOf<{ readonly input: string }>(join(folder, 'public-cases.jsonl'))
    .map(({ input }) => input.split(' / '))
    .filter((said) => said.length > 1 && said.every((text) => /^[\p{L}, ]+$/u.test(text)));
}

function linesOf<T>(path: string): readonly T[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

/** Each in a house of its own, one after the other. */
export async function hold(dialogues: readonly Dialogue[], language: string): Promise<HeldTurns> {
  const shop = readShopFile(join(PLACE.root, 'shop', 'shop.json'));
  const played: Played[] = [];
  for (const dialogue of dialogues) played.push(...(await play(dialogue, { place: PLACE, shop, language })));
  const fallbacks = played.filter(isFallback);
  return {
    conversations: dialogues.length,
    turns: played.length,
    fallbacks: fallbacks.length,
    lost: fallbacks.filter(({ answer }) => !answer.replies.some((key) => ANSWERED.has(key))).length,
  };
}

const ANSWERED = new Set(['wait', 'doubt', 'asked', 'conditional'].map((how) => `Consent.${how}`));

function isFallback({ answer }: Played): boolean {
  return answer.intent === 'Fallback' || answer.question?.id === 'Fallback.meant';
}
