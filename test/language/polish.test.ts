/** Polish as it is typed: what consents and what does not, requests, refusals, and goods in their cases. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { catalogueFor, goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

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

const lists = JSON.parse(readFileSync(join(__dirname, 'polish.json'), 'utf8')) as Lists;
const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});
const goods = goodsFor('pl');
const catalogue = catalogueFor('pl');
const coffee = catalogue.find(({ name }) => name.title.includes('Bella Roma'))?.id ?? '';
const question = { id: 'Purchase.confirm', commits: true, goods: [{ productId: coffee, quantity: 2 }] };

const answered = (text: string) => hearing.hear(text, { locale: 'pl', goods, expects: ['yesno', 'number'], question });
const heard = (text: string) => hearing.hear(text, { locale: 'pl', goods });

function consents(text: string): boolean {
  const { intent, manner } = answered(text);
  const { left, negated, corrects, hedged, asks, waits, conditional, guessed } = manner;
  const isPlain = left.length === 0 && !(negated || corrects || hedged || asks || waits || conditional || guessed);
  return intent === 'Yes' && isPlain;
}

test('every clear yes of ours consents', () => {
  expect(lists.yes.filter((text) => !consents(text))).toEqual([]);
});

test('no other answer consents', () => {
  expect([...lists.no, ...lists.neither].filter(consents)).toEqual([]);
});

test('a yes beside "nie", "?", "czekaj" or "jeśli" is none', () => {
  const turned = (yes: string) => [`nie ${yes}`, `${yes}?`, `${yes} czekaj`, `czekaj ${yes}`, `${yes} jeśli zdążycie`];
  expect(
    lists.yes
      .filter((text) => !text.includes('👍'))
      .flatMap(turned)
      .filter(consents),
  ).toEqual([]);
});

test('half a yes that is a courtesy elsewhere is still half a yes: "no"', () => {
  expect(answered('no')).toMatchObject({ intent: 'Yes', manner: { hedged: true } });
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
      const ids = heard(`zamów ${name}`).slots.product?.ids ?? [];
      return ids.length === 0 || !ids.some((id) => kinds.get(id) === kind);
    }),
  );
  expect(missed).toEqual([]);
});
