/** A curse before a thing is neither goods nor a wish, and consents to nothing. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const WHERE: readonly (readonly [locale: string, plain: string, cursed: readonly string[]])[] = [
  ['en-GB', 'where is my parcel', ['where is my damn parcel', "where's my fucking parcel"]],
  ['it-IT', "dov'è il mio pacco", ["dov'è il mio dannato pacco"]],
  ['de-DE', 'wo ist mein Paket', ['wo ist mein verdammtes Paket']],
  ['cs-CZ', 'kde je můj balík', ['kde je ten zatracený balík', 'kde je můj pitomý balík']],
  ['pl-PL', 'gdzie jest moja paczka', ['gdzie jest moja cholerna paczka', 'gdzie ta głupia paczka']],
];

test.each(WHERE)('%s: as without it', async (locale, plain, cursed) => {
  const { replies, asks } = await at.texter({ locale }).says(plain);
  for (const said of cursed) {
    const heard = await at.texter({ locale }).says(said);
    expect([said, heard.replies, heard.asks]).toEqual([said, replies, asks]);
  }
});

test('what is said to the bot is still said to it, and goods that have such a name keep it', async () => {
  expect((await at.texter().says('you stupid machine')).replies).toContain('Insult.sorry');
  expect((await at.texter().says('order a bloody mary mix')).show).toContain('bloody mary mix');
});

test.each(['yes order the bloody coffee', 'damn yes', 'just order the damn coffee', 'fucking order it'])(
  '"%s" buys nothing',
  async (said) => {
    const chat = at.texter();
    await chat.says('reorder my coffee');
    await chat.says(said);
    expect(at.house.orders()).toBe(0);
  },
);
