/** "Why not" alone consents to a purchase, in every language alike; asked, doubted or with anything beside it it does not. */

import { catalogueFor, goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';
import { isConsent } from './consent';

const SAID = {
  en: { consents: ['why not', 'yeah why not'], asksAgain: ['hmm maybe why not', 'why not tomorrow'] },
  it: { consents: ['perché no', 'sì perché no'], asksAgain: ['forse perché no', 'perché no domani', 'perché non ora'] },
  de: {
    consents: ['warum nicht', 'wieso nicht', 'ja warum nicht', 'klar, warum nicht'],
    asksAgain: ['vielleicht warum nicht', 'warum nicht morgen', 'warum das nicht', 'warum geht das nicht'],
  },
  pl: {
    consents: ['czemu nie', 'dlaczego nie', 'tak, czemu nie'],
    asksAgain: ['w sumie czemu nie', 'czemu nie jutro', 'czemu to nie'],
  },
  cs: {
    consents: ['proč ne', 'proc ne', 'jo, proč ne'],
    asksAgain: ['možná proč ne', 'proč ne zítra', 'proč to ne', 'proč nejde'],
  },
} as const;

describe.each(Object.entries(SAID))('%s', (language, { consents, asksAgain }) => {
  const goods = goodsFor(language);
  const coffee = catalogueFor(language).find(({ name }) => name.title.includes('Bella Roma'))?.id ?? '';
  const question = { id: 'Purchase.confirm', commits: true, goods: [{ productId: coffee, quantity: 2 }] };
  const isYes = (text: string) =>
    isConsent(learnedEars.hear(text, { locale: language, goods, expects: ['yesno', 'number'], question }));

  test('alone or after a yes it consents', () => {
    expect(consents.filter((text) => !isYes(text))).toEqual([]);
  });

  test('with a question mark, in doubt, or with something beside it, it does not', () => {
    expect([...asksAgain, ...consents.map((text) => `${text}?`)].filter(isYes)).toEqual([]);
  });
});
