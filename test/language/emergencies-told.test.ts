/** Somebody fell, swallowed something, is beaten, cannot go on: every person and every event, in the orders they are said in. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emergencySense } from '../../lambda/language/hearing/emergencies';
import { TemplateError } from '../../lambda/language/hearing/sentences';
import { readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';
import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

const LOCALES = join(__dirname, '../../locales');

/** Ours, of both sides: a list of one side only would reward taking everything for an emergency, or nothing. */
type Told = { readonly dire: readonly string[]; readonly harmless: readonly string[] };
const HEARD_AT_LEAST = 0.95;

describe.each(['cs', 'pl'])('%s', (language) => {
  const goods = goodsFor(language);
  const told: Told = JSON.parse(readFileSync(join(__dirname, `emergencies.${language}.json`), 'utf8'));
  const isEmergency = (text: string) => exactEars.hear(text, { locale: language, goods }).intent === 'Emergency';

  test.each([
    ['as it is written', (text: string) => text],
    ['on a keyboard without its letters', (text: string) => bare(text)],
    ['in capitals, with a call before it', (text: string) => `POMOC, ${text.toUpperCase()}!`],
  ])('is heard %s', (_, said) => {
    const missed = told.dire.filter((text) => !isEmergency(said(text)));
    expect(missed.length <= told.dire.length * (1 - HEARD_AT_LEAST) ? [] : missed).toEqual([]);
  });

  test('what only sounds like one is none', () => {
    expect(told.harmless.filter((text) => isEmergency(text) || isEmergency(bare(text)))).toEqual([]);
  });
});

test('a list that is not there is told by its name', () => {
  const words = readWords(LOCALES, 'cs') as Words;
  expect(() => emergencySense({ signs: ['{nobody} spadl'], harmless: [], alarms: [], apart: [] }, words)).toThrow(
    TemplateError,
  );
});

function bare(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/g, 'l').replace(/Ł/g, 'L');
}
