/** Every reply of every complete language, in every form and manner and with every awkward value, held to the rules of a response. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { titleSizesIn } from '../../lambda/language/goods/title-sizes';
import { type Folder, loadLocales } from '../../lambda/language/locales/locales';
import { leaksOf } from '../../lambda/language/speech/leaks';
import { createReader, type Length } from '../../lambda/language/speech/replies';
import { MOST_SECONDS, secondsOf } from '../../lambda/language/speech/seconds';
import { tidy, toPlain } from '../../lambda/language/speech/ssml';
import { readTongues } from '../../lambda/language/speech/tongues';
import { lettersOf } from '../../lambda/language/speech/wording';
import { wordsOf } from '../../lambda/language/speech/words';
import { AWKWARD, awkwardValues } from '../../scripts/locales/awkward';
import { DECLARED } from '../../scripts/locales/contract';

const LOCALES = join(__dirname, '../../locales');
const TONGUES = readTongues(LOCALES);
const { folders } = loadLocales(LOCALES);

type Manner = 'usual' | 'formal' | 'familiar';
type Rendered = {
  readonly key: string;
  readonly length: Length;
  readonly number: number;
  readonly heard: string;
  readonly read: string;
  readonly seconds: number;
};

/** Typed, and never said: it tells how a postcode is written. */
const WRITTEN: ReadonlySet<string> = new Set(['Join.postcode']);
/** What is written may have links, numbers and signs; what only a program writes it may not have either. */
const ANYWHERE = 'R4';
/** Links and order numbers, which are written as they are. */
const TYPED = /https?:\S+|W-\d+/g;
/** A question of a dialogue: it asks once, at its end; help explains and asks nothing. */
const ASKS = /\.(ask|reprompt|guide)$/;
const QUESTION = /[?？]/g;

const folderIn = (language: string, manner: Manner) =>
  loadLocales(LOCALES, { familiarIn: manner === 'familiar' ? [language] : [] }).folders.find(
    ({ name }) => name === language,
  ) as Folder;

/** Those a language has words of its own for. */
function mannersOf({ name, speech }: Folder): readonly Manner[] {
  const isFormal = JSON.stringify(speech).includes('_formal"');
  const isFamiliar = existsSync(join(LOCALES, name, 'familiar.json'));
  return ['usual', ...(isFormal ? (['formal'] as const) : []), ...(isFamiliar ? (['familiar'] as const) : [])];
}

const LENGTHS = ['whole', 'brief', 'short', 'bare'] as const;

function renderAll(language: string, manner: Manner): { readonly all: readonly Rendered[]; problems: string[] } {
  const folder = folderIn(language, manner);
  const problems: string[] = [];
  const open = createReader({
    words: wordsOf(folder),
    locale: language,
    shopName: 'Willow Market',
    isFormal: manner === 'formal',
    sizes: titleSizesIn(LOCALES),
    report: ({ kind, key, detail = '' }) => problems.push(`${kind} ${key} ${detail}`),
  });
  const all = [...DECLARED].flatMap(([key, kinds]) =>
    AWKWARD.flatMap((awkward) => {
      const reply = { key, with: awkwardValues(kinds, awkward) };
      const wordings = Math.max(1, lettersOf(folder.speech, key).length);
      return [...Array(wordings).keys()].flatMap((wording) => {
        // The one before it was said last.
        const reader = open({ products: [], how: { wording: { [key]: wording - 1 }, seed: '' } });
        return LENGTHS.map((length): Rendered => {
          const { speech, text } = reader.read(reply, 'statement', length);
          const [heard, read] = [tidy(speech), tidy(text)];
          const seconds = secondsOf(heard, folder.pace);
          return { key, length, number: awkward.number, heard: toPlain(heard), read: toPlain(read), seconds };
        });
      });
    }),
  );
  return { all, problems };
}

const told = ({ key, length, heard }: Rendered) => `${key} (${length}): ${heard}`;

describe.each(folders)('every reply in $name', (spoken) => {
  const language = spoken.name;
  describe.each(mannersOf(spoken))('%s', (manner) => {
    const { all, problems } = renderAll(language, manner);

    test('has its words and its values', () => {
      expect([...new Set(problems)]).toEqual([]);
      expect(all.filter(({ heard, read }) => heard === '' && read === '').map(told)).toEqual([]);
    });

    test('says nothing that belongs on a screen or in a program', () => {
      const sought = { locale: language, tongues: TONGUES };
      const said = new Map(all.filter(({ key }) => !WRITTEN.has(key)).map((one) => [one.heard, one]));
      const found = [...said.values()].flatMap((one) =>
        leaksOf(one.heard, sought).map(({ rule, message }) => `${one.key} ${rule} ${message}`),
      );
      expect(found).toEqual([]);
    });

    test('writes nothing that belongs in a program', () => {
      const sought = { locale: language, tongues: TONGUES };
      const found = [...new Map(all.map((one) => [one.read, one])).values()].flatMap((one) =>
        leaksOf(one.read.replace(TYPED, ''), sought).flatMap(({ rule, message }) =>
          rule === ANYWHERE ? [`${one.key} ${message}`] : [],
        ),
      );
      expect(found).toEqual([]);
    });

    test('asks once, at the end, where it is a question', () => {
      const wrong = all.filter(({ key, heard }) => {
        const asked = heard.replace(/[“„][^”“]*[”“]/g, '').match(QUESTION)?.length ?? 0;
        return ASKS.test(key) ? asked !== 1 || !heard.endsWith('?') : asked > 0;
      });
      expect([...new Set(wrong.map(told))]).toEqual([]);
    });

    test('is said in time, in its fewest words', () => {
      const long = all.filter(({ length, seconds }) => length === 'bare' && seconds > MOST_SECONDS);
      expect([...new Set(long.map(told))]).toEqual([]);
    });
  });
});
