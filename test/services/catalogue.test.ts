/** Which goods a few words mean: number and gender aside, as the languages list them. */

import { join } from 'node:path';
import { endingsIn } from '../../lambda/house/language-lists';
import { textsIn } from '../../lambda/providers/shop/demo/texts';
import { matchProducts } from '../../lambda/services/commerce/catalogue';
import { knowEndings } from '../../lambda/services/commerce/endings';

const named = (said: string, locale: string) => matchProducts(said, textsIn(locale).list).map(({ kind }) => kind);

test('nothing is taken off a name before the endings of a language are known', () => {
  expect(named('batterys', 'en-GB')).toEqual([]);
});

test.each([
  ['en-GB', 'battery', 'batteries'],
  ['en-GB', 'nappy', 'nappies'],
  ['en-GB', 'coffee', 'coffees'],
  ['it-IT', 'batteria', 'batterie'],
  ['it-IT', 'pannolino', 'pannolini'],
  ['it-IT', 'capsula', 'capsule'],
])('%s: "%s" and "%s" are the same goods', (locale, one, more) => {
  knowEndings(() => endingsIn(join(__dirname, '../../locales')));
  expect(named(one, locale)).not.toEqual([]);
  expect(named(one, locale)).toEqual(named(more, locale));
});

test('what only begins alike is another word', () => {
  knowEndings(() => endingsIn(join(__dirname, '../../locales')));
  expect(named('rich', 'en-GB')).toEqual([]);
});
