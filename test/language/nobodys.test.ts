/** What a language says that nobody here can do does nothing, whatever a slot would take of it and whatever it is like. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { goodsFor } from '../../scripts/locales/catalogue';
import { spread } from '../../scripts/locales/samples';
import { learnedEars } from '../kit/ears';

const LOCALES = join(__dirname, '../../locales');

test.each(['en', 'it', 'de', 'pl', 'cs'])('in %s', (language) => {
  const goods = goodsFor(language);
  const { Fallback = [] }: Sentences = JSON.parse(readFileSync(join(LOCALES, language, 'sentences.json'), 'utf8'));
  const said = Fallback.flatMap((template) => spread(expand(template), 2));
  const acted = said
    .map((text) => `${text}: ${learnedEars.hear(text, { locale: language, goods }).intent}`)
    .filter((one) => !one.endsWith(': Fallback'));
  expect(acted).toEqual([]);
});

test.each([
  ['en', 'where is my uncle'],
  ['it', "dov'è mio zio"],
  ['de', 'wo ist mein Onkel'],
  ['pl', 'gdzie jest wujek'],
  ['cs', 'kde je moje teta'],
])('%s: no order is called by who it is at home: %s', (language, text) => {
  expect(learnedEars.hear(text, { locale: language, goods: goodsFor(language) }).intent).toBe('Fallback');
});

test.each([
  ['en', 'cancel my dentist appointment', 'where is the electrician', 'return my spotify subscription'],
  ['it', 'cancella l’appuntamento dal veterinario', 'quando arriva il muratore', 'annulla le vacanze'],
  ['de', 'storniere meinen Arzttermin', 'wo bleibt der Klempner', 'storniere meine Versicherung'],
  ['pl', 'anuluj moją wizytę', 'gdzie jest hydraulik', 'anuluj rezerwację'],
  ['cs', 'zruš moji schůzku', 'kde je instalatér', 'zruš moji permanentku'],
])('%s: what is kept elsewhere is no order, and no goods: %s', (language, ...texts) => {
  const heard = texts.map((text) => learnedEars.hear(text, { locale: language, goods: goodsFor(language) }).intent);
  expect(heard).toEqual(texts.map(() => 'Fallback'));
});

test.each([
  ['en', 'how do I pay the milkman by card', 'how much is the toll', 'has the plumber come yet', 'track my steps'],
  ['it', 'dove pago la multa', 'quanto si paga di bollo', 'è venuto il tecnico', 'sposta la festa di domani'],
])("%s: what is paid, awaited or called off at home is no shop's: %s", (language, ...texts) => {
  const heard = texts.map((text) => learnedEars.hear(text, { locale: language, goods: goodsFor(language) }).intent);
  expect(heard).toEqual(texts.map(() => 'Fallback'));
});

test('goods nobody knows are goods, where one of their words is also a place: "gym bag"', () => {
  const heard = learnedEars.hear('cancel my gym bag', { locale: 'en', goods: goodsFor('en') });
  expect(heard.intent).toBe('CancelOrder');
});
