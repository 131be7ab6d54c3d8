/** By what name somebody is spoken to: agreed to first, once a visit, never where another may hear it, and forgotten with the rest. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const WORDS = {
  'en-GB': {
    call: 'call me Giulia',
    yes: 'yes',
    never: "don't use my name",
    data: 'what do you know about me',
    bye: 'goodbye',
  },
  'it-IT': {
    call: 'chiamami giulia',
    yes: 'sì',
    never: 'non usare il mio nome',
    data: 'cosa sai di me',
    bye: 'arrivederci',
  },
} as const;

test.each(['en-GB', 'it-IT'] as const)(
  'a name is kept by a yes, said once a visit, and ended by a word: %s',
  async (locale) => {
    const words = WORDS[locale];
    const visit = () => createTexter(at.house, { shopper: 'bruno', locale });
    const first = visit();
    const asked = await first.says(words.call);
    expect([asked.asks, asked.show]).toEqual(['MyName.keep', expect.stringMatching(/\bGiulia\b/)]);
    expect((await first.says(words.yes)).show).toMatch(/\bGiulia\b/);
    // It was said in this visit.
    expect((await first.says(words.bye)).replies).toEqual(['Welcome.goodbye']);
    const second = visit();
    const opened = await second.opens();
    expect([opened.replies, opened.show]).toEqual([['Welcome.backName'], expect.stringMatching(/\bGiulia\b/)]);
    expect((await second.says(words.data)).replies).toContain('MyData.called');
    expect((await visit().says(words.bye)).replies).toEqual(['Welcome.goodbyeName']);
    // A speaker that does not know who is there says no name, and keeps none.
    const speaker = at.speaker({ shopper: 'bruno', locale });
    expect((await speaker.opens()).replies).not.toContain('Welcome.backName');
    expect((await speaker.hears('MyName', { name: 'Marco' })).replies).toEqual(['MyName.anyVoice']);
    expect((await visit().opens()).show).toMatch(/\bGiulia\b/);
    // But it is heard there that none is wanted.
    expect((await speaker.hears('MyName', { naming: { said: words.never, ids: ['never'] } })).replies).toEqual([
      'MyName.never',
    ]);
    const last = visit();
    expect((await last.opens()).replies).not.toContain('Welcome.backName');
    expect((await last.says(words.data)).replies).not.toContain('MyData.called');
  },
);

test('two voices at one speaker have names of their own', async () => {
  const speaker = at.speaker({ person: 'one' });
  await speaker.hears('MyName', { name: 'tim' });
  expect((await speaker.yes()).say).toMatch(/\bTim\b/);
  speaker.recognises('another');
  expect((await speaker.opens()).replies).not.toContain('Welcome.backName');
  speaker.recognises('one');
  expect((await speaker.opens()).say).toMatch(/\bTim\b/);
  speaker.recognises(undefined);
  expect((await speaker.opens()).say).not.toMatch(/\bTim\b/);
});

test('what is no name is none, and a no or a change of mind keeps nothing', async () => {
  for (const words of ['call me later', 'call me on monday', 'call me 007']) {
    expect((await createTexter(at.house).says(words)).asks).not.toBe('MyName.keep');
  }
  const texter = createTexter(at.house, { shopper: null });
  await texter.says('call me Bob');
  const other = await texter.says('no, call me Rob');
  expect([other.asks, other.show]).toEqual(['MyName.keep', expect.stringMatching(/\bRob\b/)]);
  expect((await texter.says('no')).replies).toEqual(['MyName.declined']);
  expect((await texter.says("what's my name")).replies).toEqual(['MyName.untold']);
  // A guest has no account to take it from.
  expect((await texter.says('you can use my name')).replies).toEqual(['MyName.howTo']);
});
