/** Languages that are only written, as they are typed: what consents and what does not, requests, refusals, and goods in their cases. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { catalogueFor, goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { isConsent } from './consent';

type Lists = {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  readonly neither: readonly string[];
  /** By the intent. */
  readonly requests: Readonly<Record<string, readonly string[]>>;
  readonly refused: readonly string[];
  /** By the kind of goods. */
  readonly goods: Readonly<Record<string, readonly string[]>>;
};

const plain = {
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15' as const,
};
/** Nothing that is only alike: it need not be learned. */
const exact = createHearing(plain);
const hearing = createHearing({
  ...plain,
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

/** Words that turn any yes they stand beside, half a yes that is a courtesy elsewhere, and what asks for goods. */
const OWN = {
  pl: {
    turned: (yes: string) => [`nie ${yes}`, `${yes}?`, `${yes} czekaj`, `czekaj ${yes}`, `${yes} jeśli zdążycie`],
    half: 'no',
    order: 'zamów',
  },
  cs: {
    turned: (yes: string) => [
      `ne ${yes}`,
      `${yes}?`,
      `${yes} počkejte`,
      `počkejte ${yes}`,
      `${yes} jestli to stihnete`,
    ],
    half: 'asi jo',
    order: 'objednejte',
  },
} as const;

describe.each(['pl', 'cs'] as const)('%s', (language) => {
  const { turned, half, order } = OWN[language];
  const lists = JSON.parse(readFileSync(join(__dirname, `written.${language}.json`), 'utf8')) as Lists;
  const goods = goodsFor(language);
  const catalogue = catalogueFor(language);
  const coffee = catalogue.find(({ name }) => name.title.includes('Bella Roma'))?.id ?? '';
  const question = { id: 'Purchase.confirm', commits: true, goods: [{ productId: coffee, quantity: 2 }] };

  const answered = (text: string) =>
    hearing.hear(text, { locale: language, goods, expects: ['yesno', 'number'], question });
  const heard = (text: string) => hearing.hear(text, { locale: language, goods });

  const consents = (text: string) => isConsent(answered(text));

  test('every clear yes of ours consents', () => {
    expect(lists.yes.filter((text) => !consents(text))).toEqual([]);
  });

  test('no other answer consents', () => {
    expect([...lists.no, ...lists.neither].filter(consents)).toEqual([]);
  });

  test('a yes beside a no, a question mark, a wait or an if is none', () => {
    const plain = lists.yes.filter((text) => !text.includes('👍'));
    expect(plain.flatMap(turned).filter(consents)).toEqual([]);
  });

  test('half a yes stays half a yes', () => {
    expect(answered(half)).toMatchObject({ intent: 'Yes', manner: { hedged: true } });
  });

  test('every no is a no, or ends the visit', () => {
    expect(lists.no.filter((text) => !['No', 'Stop', 'Cancel'].includes(answered(text).intent))).toEqual([]);
  });

  test('requests are heard, without diacritics and misspelt too', () => {
    const all = Object.entries(lists.requests).flatMap(([intent, texts]) => texts.map((text) => ({ intent, text })));
    expect(all.filter(({ intent, text }) => heard(text).intent !== intent)).toEqual([]);
  });

  test('what is refused is heard as refused', () => {
    expect(lists.refused.filter((text) => !heard(text).manner.negated)).toEqual([]);
  });

  test('goods are found in every case and number', () => {
    const kinds = new Map(catalogue.map(({ id, kind }) => [id, kind]));
    const missed = Object.entries(lists.goods).flatMap(([kind, names]) =>
      names.filter((name) => {
        const ids = heard(`${order} ${name}`).slots.product?.ids ?? [];
        return ids.length === 0 || !ids.some((id) => kinds.get(id) === kind);
      }),
    );
    expect(missed).toEqual([]);
  });
});

/** Said at any other question it would mean something else: "erase it all" is also said of a cart. */
test.each([
  ['en', 'yes, delete everything', 'yes please erase all my data', 'delete it all'],
  ['it', 'sì, cancella tutto', 'sì elimina i miei dati', 'cancella tutto quanto'],
  ['de', 'ja, löschen Sie alles', 'ja bitte lösch das alles', 'alles löschen'],
  ['pl', 'tak, usuń wszystko', 'tak usuń moje dane', 'skasuj wszystko'],
  ['cs', 'ano, smažte všechno', 'ano vymažte moje údaje', 'smazat všechno'],
])('%s: whether all is to be forgotten is answered in its own words', (language, ...texts) => {
  const question = { id: 'MyData.forget', commits: true, goods: [] };
  const context = { locale: language, goods: goodsFor(language), expects: ['yesno'] as const, question };
  expect(texts.filter((text) => exact.hear(text, context).intent !== 'Yes')).toEqual([]);
});
