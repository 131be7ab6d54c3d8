/** "Yes, and …" broke off where a purchase is asked about: there was more to come, and nobody knows what. */

import { COFFEE_AGAIN, type CoffeeLocale } from '../kit/coffee-again';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const BROKEN_OFF: readonly (readonly [CoffeeLocale, readonly string[]])[] = [
  ['en-GB', ['yes and', 'ok but', 'sure, or']],
  ['it-IT', ['sì e', 'va bene ma', 'certo, o']],
  ['de-DE', ['ok und', 'ja aber', 'klar, oder']],
  ['cs-CZ', ['ano a', 'jo i', 'dobře ale', 'no jo, a', 'tak jo a']],
  ['pl-PL', ['tak a', 'tak i', 'dobra ale', 'no tak, a', 'jasne albo']],
];

test.each(BROKEN_OFF.flatMap(([locale, answers]) => answers.map((said) => [locale, said] as const)))(
  'in %s "%s" buys nothing',
  async (locale, said) => {
    const texter = at.texter({ locale });
    await texter.says(COFFEE_AGAIN[locale]);
    const told = await texter.says(said);
    expect(told.replies).not.toContain('Purchase.placed');
  },
);

test.each([
  ['cs-CZ', 'a ano'],
  ['cs-CZ', 'ano a díky'],
  ['cs-CZ', 'jo a hned'],
  ['pl-PL', 'a tak'],
  ['pl-PL', 'tak a teraz proszę szybko'],
  ['en-GB', 'yes and thank you'],
] as const)('in %s "%s" is whole', async (locale, said) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE_AGAIN[locale]);
  const told = await texter.says(said);
  expect(told.replies).toContain('Purchase.placed');
});
