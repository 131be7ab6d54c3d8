/** German on a keyboard without ä, ö and ü: what is written with ae, oe and ue is heard as what it is written for. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';
import { goodsFor } from '../../scripts/locales/catalogue';
import { filledWith } from '../../scripts/locales/filled';
import { learnedEars } from '../kit/ears';
import { inTurn } from '../kit/in-turn';

const LOCALES = join(__dirname, '../../locales');
const GERMAN = join(LOCALES, 'de');
const OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue' };
const goods = goodsFor('de');
const QUESTION = { id: 'Purchase.confirm', commits: true, goods: [] };

const writtenOut = (text: string) => text.replace(/[äöüÄÖÜ]/g, (letter) => OUT[letter] ?? letter);
const hasUmlaut = (text: string) => /[äöüÄÖÜ]/.test(text);

/** What is understood: the intent, and what its slots mean. */
function heard(text: string, context: { readonly expects?: readonly ['yesno'] } = {}) {
  const { intent, slots, score } = learnedEars.hear(text, {
    ...{ locale: 'de', goods },
    ...(context.expects ? { ...context, question: QUESTION } : {}),
  });
  const meant = Object.entries(slots).map(([name, { ids, number, date }]) => [name, ids, number, date]);
  return { intent, meant, isSure: score >= 0.9 };
}

/** One sentence of each template that has such letters. */
function sentences(): readonly string[] {
  const all = JSON.parse(readFileSync(join(GERMAN, 'sentences.json'), 'utf8')) as Sentences;
  const fill = filledWith('de', readWords(LOCALES, 'de') as Words);
  return Object.entries(all)
    .filter(([key]) => !key.includes('.') && key !== 'Fallback')
    .flatMap(([key, templates]) =>
      templates.flatMap((one) => expand(one).filter(hasUmlaut).slice(0, 1)).map((one) => fill(one, key)),
    );
}

test('requests', () => {
  const differing = inTurn(sentences(), 1).filter(
    (text) => JSON.stringify(heard(writtenOut(text))) !== JSON.stringify(heard(text)),
  );
  expect(differing).toEqual([]);
});

test('answers where a yes buys', () => {
  const answers = JSON.parse(readFileSync(join(__dirname, 'answers.de.json'), 'utf8')) as Record<string, string[]>;
  const all = Object.values(answers).flat().filter(hasUmlaut);
  expect(all.length).toBeGreaterThan(20);
  const at = { expects: ['yesno'] } as const;
  const differing = all.filter((text) => heard(writtenOut(text), at).intent !== heard(text, at).intent);
  expect(differing).toEqual([]);
});

test.each(['mein kind hat spülmittel geschluckt', 'ich möchte mich töten', 'hier im büro brennt es'])(
  'an emergency: %s',
  (text) => {
    expect(learnedEars.hear(text, { locale: 'de', goods }).intent).toBe('Emergency');
    expect(learnedEars.hear(writtenOut(text), { locale: 'de', goods }).intent).toBe('Emergency');
  },
);

/** They would be other words of ours, or none, with the letter they seem to be written for. */
test.each(['neue adresse', 'eine neue lieferadresse', 'neue anschrift'])(
  'words that are spelled so stay what they are: %s',
  (text) => {
    // A new address is named, and none that is saved; else it is heard as any other.
    const { meant, ...found } = heard(text);
    const place = ['place', [], undefined, undefined];
    const others = meant.filter((one) => !isDeepStrictEqual(one, place));
    expect({ ...found, meant: others }).toEqual(heard(text.replace('neue', 'andere')));
  },
);
