/** What consents to a purchase and what does not: every answer of ours, and the same ones turned by a word. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '../../lambda/language/hearing/sentences';
import { catalogueFor, goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';
import { inTurn } from '../kit/in-turn';
import { isConsent } from './consent';

type Answers = { readonly yes: readonly string[]; readonly no: readonly string[]; readonly neither: readonly string[] };

const COURTESIES = {
  en: ['please', 'thanks', 'alexa'],
  it: ['per favore', 'grazie', 'alexa'],
  de: ['bitte', 'danke', 'alexa'],
} as const;
/** Words that turn any yes they stand beside. */
const TURNS = {
  en: (yes: string) => [`not ${yes}`, `${yes}?`, `${yes} wait`, `wait ${yes}`, `${yes} if it rains`, `don't ${yes}`],
  it: (yes: string) => [`non ${yes}`, `${yes}?`, `${yes} aspetta`, `aspetta ${yes}`, `${yes} se piove`, `${yes} no`],
  de: (yes: string) => [
    `${yes} nicht`,
    `${yes}?`,
    `${yes} warte`,
    `warte ${yes}`,
    `${yes} wenn es regnet`,
    `nicht ${yes}`,
  ],
} as const;

describe.each(['en', 'it', 'de'] as const)('answers to "shall I place this order?" in %s', (language) => {
  const goods = goodsFor(language);
  const coffee = catalogueFor(language).find(({ name }) => name.title.includes('Bella Roma'))?.id ?? '';
  const question = { id: 'Purchase.confirm', commits: true, goods: [{ productId: coffee, quantity: 2 }] };
  const hear = (text: string) =>
    learnedEars.hear(text, { locale: language, goods, expects: ['yesno', 'number'], question });
  const path = join(__dirname, `answers.${language}.json`);
  const written = JSON.parse(readFileSync(path, 'utf8')) as Answers;
  const of = (kind: keyof Answers) => written[kind].flatMap(expand);
  const consents = (text: string) => isConsent(hear(text));

  test('are at least four hundred', () => {
    expect(new Set([...of('yes'), ...of('no'), ...of('neither')]).size).toBeGreaterThanOrEqual(400);
  });

  test('every yes of ours consents', () => {
    expect(of('yes').filter((text) => !consents(text))).toEqual([]);
  });

  test('no other answer consents', () => {
    expect([...of('no'), ...of('neither')].filter(consents)).toEqual([]);
  });

  test('every no is a no, or ends the visit', () => {
    const lost = of('no').filter((text) => !['No', 'Stop', 'Cancel'].includes(hear(text).intent));
    expect(lost).toEqual([]);
  });

  test('a yes beside "not", "?", "wait" or "if" is none', () => {
    const turned = of('yes').flatMap((yes, nth) => inTurn(TURNS[language](yes), nth));
    expect(turned.filter(consents)).toEqual([]);
  });

  test('what Amazon is told of yes is on the closed list', () => {
    const sentences = readFileSync(join(__dirname, '../../locales', language, 'sentences.json'), 'utf8');
    const samples = (JSON.parse(sentences) as { readonly Yes: readonly string[] }).Yes.flatMap(expand);
    expect(samples.filter((text) => !consents(text))).toEqual([]);
  });

  test('courtesies before and behind change nothing', () => {
    const polite = of('yes').flatMap((yes, nth) =>
      inTurn(
        COURTESIES[language].flatMap((one) => [`${one} ${yes}`, `${yes} ${one}`]),
        nth,
      ),
    );
    expect(polite.filter((text) => !consents(text))).toEqual([]);
  });
});
