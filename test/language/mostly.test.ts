/** A little thing said among other words is heard by most of them; what only begins like one is none. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

test.each([
  ['cs', 'já tady zapisuju, tak rychle mluvíte', 'Pace'],
  ['cs', 'babička je nedoslýchavá, mluvte víc nahlas', 'Volume'],
  ['cs', 'pro příště je to u mého advokáta, uvidíme se u soudu', 'LegalThreat'],
  ['pl', 'jestem przy stole, mówisz za szybko', 'Pace'],
  ['pl', 'sąsiad słucha, mów ciszej proszę', 'Volume'],
])('%s: "%s" is %s', (locale, text, intent) => {
  expect(exactEars.hear(text, { locale, goods: goodsFor(locale) }).intent).toBe(intent);
});

test.each([
  ['cs', 'můžete mi pomoct s daňovým přiznáním a s hypotékou'],
  ['pl', 'możesz mi pomóc z rozprawką o panu tadeuszu'],
  ['en', 'can you help me cancel my gym membership'],
])('%s: "%s" is none', (locale, text) => {
  expect(exactEars.hear(text, { locale, goods: goodsFor(locale) }).intent).not.toBe('Help');
});
