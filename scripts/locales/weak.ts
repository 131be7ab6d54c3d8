/** `npm run locales report`: how far a language is, and where it is weak. */

import { isWordings, loadLocales, nodeAt, type Tree } from '../../lambda/language/locales/locales';
import { isTodo } from '../../lambda/language/locales/todo';
import { MOST_SECONDS } from '../../lambda/language/speech/seconds';
import { lettersOf } from '../../lambda/language/speech/wording';
import { DECLARED } from './contract';
import { sayerOf } from './say';
import { type IntentScore, NONE_KEPT_BACK, scoresOf } from './score';
import { localesOf, MEASURE, type Place } from './source';
import { leavesOf } from './texts';

/** A reply is longer than this only where all of it has to be heard. */
const MANY_SECONDS = 10;
/** What is said often in other words is said in at least so many. */
const WORDINGS = 3;
const WORST = 10;

export type Weak = {
  /** Replies of many seconds with the longest values, the longest first. */
  readonly long: readonly { readonly key: string; readonly seconds: number }[];
  /** Replies that are worded in several ways in the measure, and in fewer than three here. */
  readonly samely: readonly string[];
  /** Intents of which fewer than four fifths of what was not taught is understood; null: none has enough sentences to tell. */
  readonly misheard: readonly IntentScore[] | null;
};

const WELL_HEARD = 0.8;

export function weakIn(place: Place, language: string): Weak {
  const { folders } = loadLocales(localesOf(place), { drafts: true });
  const speechOf = (name: string): Tree => folders.find((folder) => folder.name === name)?.speech ?? {};
  const [own, measure] = [speechOf(language), speechOf(MEASURE)];
  const sayer = sayerOf(place, language);
  const scores = scoresOf(place, language);
  const seconds = [...DECLARED.keys()].map((key) => ({
    key,
    seconds: Math.max(...sayer(key).map((one) => one.seconds)),
  }));
  return {
    long: seconds.filter((one) => one.seconds > MANY_SECONDS).toSorted((a, b) => b.seconds - a.seconds),
    samely: [...DECLARED.keys()].filter(
      (key) =>
        isWordings(nodeAt(measure, key)) &&
        isBegun(nodeAt(own, key)) &&
        Math.max(1, lettersOf(own, key).length) < WORDINGS,
    ),
    misheard: scores.length === 0 ? null : scores.filter(({ said, right }) => right / said < WELL_HEARD),
  };
}

/** What nobody has begun is not weak. */
function isBegun(node: Tree[string] | undefined): boolean {
  return leavesOf(node).some(({ text }) => !isTodo(text));
}

/** What stands in a chapter: ten, or everything. */
type Told = 'worst' | 'all';

/** Each chapter says what to do about it. */
export function weakInLines({ long, samely, misheard }: Weak, told: Told = 'worst'): readonly string[] {
  const chapter = chapterOf(told);
  return [
    ...chapter(
      `replies of more than ${MANY_SECONDS} seconds with long values, of ${MOST_SECONDS} at most (say less in them)`,
      long.map(({ key, seconds }) => `${key}  ${seconds} s`),
    ),
    ...chapter(`said often, in fewer than ${WORDINGS} wordings (write more, as "b" and "c")`, samely),
    ...(misheard === null
      ? [`${MISHEARD}: ${NONE_KEPT_BACK}`]
      : chapter(
          `${MISHEARD} (write more ways to say them)`,
          misheard.map(({ intent, said, right, wrong }) => {
            const [first] = wrong;
            return `${intent}  ${right} of ${said}${first ? `; "${first.text}" is heard as ${first.intent}` : ''}`;
          }),
        )),
  ];
}

const MISHEARD = 'intents heard in fewer than four of five sentences kept back';

function chapterOf(told: Told): (title: string, lines: readonly string[]) => readonly string[] {
  return (title, lines) => {
    if (lines.length === 0) return [`${title}: none`];
    const shown = told === 'all' ? lines : lines.slice(0, WORST);
    const more = lines.length - shown.length;
    return [
      `${title}: ${lines.length}`,
      ...shown.map((line) => `  ${line}`),
      ...(more > 0 ? [`  and ${more} more; "report <language> all" tells them`] : []),
    ];
  };
}
