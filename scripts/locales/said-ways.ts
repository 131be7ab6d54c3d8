/** Where a text is said, with values that trip up sentences: only what it changes, at the length and in the manner it is for. */

import type { SaidWay } from '../../lambda/console/localiser-protocol';
import { titleSizesIn } from '../../lambda/language/goods/title-sizes';
import type { Folder } from '../../lambda/language/locales/locales';
import { createReader, type Length } from '../../lambda/language/speech/replies';
import { MOST_SECONDS, secondsOf } from '../../lambda/language/speech/seconds';
import { tidy, toPlain } from '../../lambda/language/speech/ssml';
import { wordsOf } from '../../lambda/language/speech/words';
import { DECLARED } from './contract';
import { isFamiliar, usualOf } from './familiar-texts';
import { folderIn, replyOf, worded } from './say';
import { localesOf, type Place, readShop } from './source';
import { type LocaleText, withText } from './texts';

/** More ways of one reply, and of what stands in many replies, nobody looks at. */
const MOST_WAYS = 24;
const MOST_OF_MANY = 2;
const LENGTHS: readonly Length[] = ['whole', 'brief', 'short', 'bare'];
/** No text has it: what is said otherwise with it is said by this text. */
const MARK = ' ※';

type Words = Pick<LocaleText, 'file' | 'path'> & { readonly text: string };
type Ways = {
  readonly ways: readonly SaidWay[];
  /** What is said for too long, even in the fewest words there are; undefined: nothing. */
  readonly long: SaidWay['heard'] | undefined;
};

const NOWHERE: Ways = { ways: [], long: undefined };

/** `place`: where the text is written already. */
export function waysOf(place: Place, language: string, text: Words): Ways {
  const { file, path } = usualOf(text);
  const part = file === 'speech.json' ? 'speech' : file === 'text.json' ? 'text' : null;
  if (file === 'words.json') return { ways: [asAlexaAsks(place, language, text.text)], long: undefined };
  if (part === null) return NOWHERE;
  const folder = folderIn(place, language, isFamiliar(text) ? 'familiar' : 'usual');
  const key = path.join('.');
  const isFormal = key.endsWith('_formal');
  const reply = replyOf(key);
  const shopName = readShop(place).name;
  const sizes = titleSizesIn(localesOf(place));
  const marked = { ...folder, [part]: withText(folder[part], path, `${text.text}${MARK}`) };
  const [own, other] = [folder, marked].map((one) => sayerIn(one, { isFormal, shopName, sizes }));
  const changed = (one: string) => changesIn(own?.(one) ?? [], other?.(one) ?? []);
  return reply === undefined ? amongMany(changed) : ofOne(changed(reply));
}

/** She asks for a slot in these very words. */
function asAlexaAsks(place: Place, language: string, words: string): SaidWay {
  return { heard: { words, seconds: secondsOf([words], folderIn(place, language, 'usual').pace) }, read: null };
}

function ofOne(changed: readonly Change[]): Ways {
  const long = changed.find(({ length, heard }) => length === 'bare' && (heard?.seconds ?? 0) > MOST_SECONDS);
  return { ways: eachOnce(changed).slice(0, MOST_WAYS), long: long?.heard };
}

/** Of a text that stands in many replies. */
function amongMany(changed: (reply: string) => readonly Change[]): Ways {
  const ways: SaidWay[] = [];
  for (const reply of DECLARED.keys()) {
    ways.push(...eachOnce(changed(reply)).slice(0, MOST_OF_MANY));
    if (ways.length >= MOST_WAYS) break;
  }
  return { ways, long: undefined };
}

type Said = {
  readonly heard: NonNullable<SaidWay['heard']>;
  readonly read: string;
  readonly length: Length;
};
type Change = SaidWay & Pick<Said, 'length'>;

function changesIn(said: readonly Said[], marked: readonly Said[]): readonly Change[] {
  return said.flatMap(({ heard, read, length }, at) => {
    const other = marked[at];
    const isHeard = other?.heard.words !== heard.words;
    // What is read is never cut short.
    const isRead = length === 'whole' && other?.read !== read && !(isHeard && read === heard.words);
    return isHeard || isRead ? [{ length, heard: isHeard ? heard : null, read: isRead ? read : null }] : [];
  });
}

/** The same words are heard once, with how all of them are read. */
function eachOnce(changed: readonly Change[]): readonly SaidWay[] {
  const each = new Map<string, SaidWay>();
  for (const { heard, read } of changed) {
    const words = heard?.words ?? read ?? '';
    if (!each.has(words)) each.set(words, { heard, read });
  }
  return [...each.values()];
}

type Manner = { readonly isFormal: boolean; readonly shopName: string; readonly sizes: RegExp };

/** Says a reply in every wording, with every value and at every length, always in the same order. */
function sayerIn(folder: Folder, { isFormal, shopName, sizes }: Manner): (key: string) => readonly Said[] {
  const report = () => undefined;
  const open = createReader({ words: wordsOf(folder), locale: folder.name, shopName, isFormal, sizes, report });
  return (key) =>
    worded(folder.speech, key).flatMap(({ wording, values }) => {
      const reader = open({ products: [], how: { wording, seed: '' } });
      return LENGTHS.map((length): Said => {
        const { speech, text } = reader.read({ key, with: values }, 'statement', length);
        const heard = tidy(speech);
        const seconds = secondsOf(heard, folder.pace);
        return { heard: { words: toPlain(heard), seconds }, read: toPlain(tidy(text)), length };
      });
    });
}
