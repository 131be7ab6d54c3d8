/** What others answered to "shall I place this order?": which answers bought without a yes, and which yeses were heard. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import type { HeardText } from '../../lambda/language/hearing/heard';
import { catalogueFor, goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

export type Consents = {
  readonly falsely: number;
  readonly of: number;
  readonly heard: number;
  readonly yeses: number;
};
export type FirstWords = { readonly right: number; readonly wrong: number; readonly rejected: number };
type Row = { readonly text: string; readonly label: string; readonly intent: string; readonly also: readonly string[] };

const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

function rowsOf(folder: string, name: string): readonly Row[] {
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

export function consentsIn(folder: string, language: string): Consents {
  const goods = goodsFor(language);
  const question = {
    id: 'Purchase.confirm',
    commits: true,
    goods: [{ productId: catalogueFor(language)[0]?.id ?? '', quantity: 2 }],
  };
  const asked = { locale: language, goods, expects: ['yesno', 'number'], question } as const;
  const rows = rowsOf(folder, `answers-to-a-purchase.${language}.jsonl`);
  const bought = (label: (one: string) => boolean) =>
    rows.filter((row) => label(row.label) && buys(hearing.hear(row.text, asked)));
  const others = rows.filter(({ label }) => label === 'no' || label === 'other');
  return {
    falsely: bought((label) => label === 'no' || label === 'other').length,
    of: others.length,
    heard: bought((label) => label === 'yes').length,
    yeses: rows.filter(({ label }) => label === 'yes').length,
  };
}

function buys({ intent, manner }: HeardText): boolean {
  const { left, negated, corrects, hedged, asks, waits, conditional, guessed } = manner;
  const turned = negated || corrects || hedged || asks || waits || conditional || guessed;
  return intent === 'Yes' && left.length === 0 && !turned;
}

export function firstWordsIn(folder: string, language: string): FirstWords {
  const goods = goodsFor(language);
  const rows = rowsOf(folder, `first-words.${language}.jsonl`);
  const kinds = rows.map(({ text, intent, also }) => {
    const heard = hearing.hear(text, { locale: language, goods }).intent;
    if (heard === intent || also.includes(heard)) return 'right';
    return heard === 'Fallback' ? 'rejected' : 'wrong';
  });
  const share = (kind: string) => kinds.filter((one) => one === kind).length / Math.max(1, kinds.length);
  return { right: share('right'), wrong: share('wrong'), rejected: share('rejected') };
}
