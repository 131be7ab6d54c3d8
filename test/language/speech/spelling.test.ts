/** Whatever is spelt at a speaker, and whatever is asked behind it, is heard in one breath; the more time there is, the slower. */

import { loadLocales } from '../../../lambda/language/locales/locales';
import { createVoice } from '../../../lambda/language/speech/say';
import { MOST_SECONDS } from '../../../lambda/language/speech/seconds';
import type { Ending } from '../../../lambda/vocabulary/outcome';

const voice = createVoice({ directory: 'locales', shopName: 'Willow Market', onMissing: 'throw' });
const LANGUAGES = loadLocales('locales').folders.map(({ name }) => name);

/** What may follow: the next that can be spelt, something for the person, another wish, what was left open. */
const ASKED = ['Person.spell', 'Person.add', 'Welcome.more', 'Welcome.carryOn'] as const;

function spelt(text: string, { locale, asks, isAgain = false }: { locale: string; asks?: string; isAgain?: boolean }) {
  const ending: Ending = asks
    ? { kind: 'ask', question: { id: asks, with: {}, state: {}, expects: ['yesno'] } as never }
    : { kind: 'close' };
  const outcome = { replies: [{ key: 'Person.spelt', with: { code: { type: 'spelling', text } } }], ending } as const;
  const wording: Record<string, number> = asks && isAgain ? { [asks]: 0 } : {};
  return voice.say(outcome, { locale, wording, seed: 'a', running: true }).speech;
}

const DIGITS = '90340434161094715902';
const LETTERS = 'QWERTZKLMNXYVWPQRSTW';
/** As writers set them: in one, in groups of every size, with letters between. */
const ROWS = Array.from({ length: DIGITS.length }, (_, at) => DIGITS.slice(0, at + 1)).flatMap((row) => [
  row,
  ...[1, 2, 3, 4, 5].flatMap((size) => {
    const groups = row.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
    return [groups.join(' '), groups.join('-')];
  }),
  [...row].map((digit, at) => (at % 2 === 0 ? digit : LETTERS[at])).join(''),
  [...row].map((digit, at) => (at % 2 === 0 ? digit : LETTERS[at])).join('-'),
  LETTERS.slice(0, row.length),
]);

test.each(LANGUAGES)('up to twenty signs are spelt in time in %s, whatever is asked behind them', (locale) => {
  const asking = [{}, ...ASKED.flatMap((asks) => [{ asks }, { asks, isAgain: true }])];
  const longest = asking.flatMap((how) => {
    const [first, ...others] = ROWS.map((row) => spelt(row, { locale, ...how }));
    const most = others.reduce((one, other) => (other.seconds > (one?.seconds ?? 0) ? other : one), first);
    return most && most.seconds > MOST_SECONDS ? [`${most.seconds} s: ${most.plain}`] : [];
  });
  expect(longest).toEqual([]);
});

test('where there is time each group stands by itself, and where there is little, signs of the same kind stand in fours', () => {
  const pauses = (text: string, locale: string, asks?: string) =>
    [...spelt(text, { locale, ...(asks ? { asks } : {}) }).ssml.matchAll(/<break time="(\d+)ms"\/>|>(\d+)</g)].map(
      ([, pause, digits]) => digits ?? Number(pause),
    );
  expect(pauses('12 34 56', 'de-DE', 'Person.spell')).toEqual(['12', 300, '34', 300, '56']);
  expect(pauses('00-34-04-34-16-10-94-01-59-02', 'en-GB', 'Welcome.carryOn')).toEqual([
    '0034',
    80,
    '0434',
    80,
    '1610',
    80,
    '9401',
    80,
    '5902',
  ]);
});
