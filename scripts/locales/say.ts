/** `npm run locales say`: replies with values that trip up sentences, in every wording and manner, as they are heard and as they are read. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { titleSizesIn } from '../../lambda/language/goods/title-sizes';
import { type Folder, loadLocales, type Tree } from '../../lambda/language/locales/locales';
import { createReader } from '../../lambda/language/speech/replies';
import { createVoice, type Voice } from '../../lambda/language/speech/say';
import { MOST_SECONDS, secondsOf } from '../../lambda/language/speech/seconds';
import { tidy, toPlain } from '../../lambda/language/speech/ssml';
import { lettersOf } from '../../lambda/language/speech/wording';
import { wordsOf } from '../../lambda/language/speech/words';
import { AWKWARD, awkwardValues } from './awkward';
import { DECLARED } from './contract';
import { languageOf, localesOf, type Place, readShop } from './source';

type Way = { readonly heard: string; readonly read: string; readonly seconds: number };
/** `how`: in which manner, or how short; null: as it is said usually. `isCut`: with words for haste, which only a voice uses. */
export type ReplyWay = Way & { readonly how: string | null; readonly isCut: boolean };

export type SaidReply = {
  readonly key: string;
  /** Each once, in the order of the manners, the wordings and the values. */
  readonly said: readonly ReplyWay[];
};

/** How a shop speaks, and what its words of its own are written as. */
const MANNERS = {
  usual: null,
  formal: 'where the shop is formal (_formal)',
  familiar: 'where the shop says “du” (familiar.json)',
} as const;
type Manner = keyof typeof MANNERS;

const LENGTHS = {
  brief: 'where all of it would take too long (_brief)',
  short: 'where even that would (_short)',
} as const;

/** Replies whose key is `wanted` or begins with it, or of which it is a part; none: the program says none of that name. */
export function sayReplies(place: Place, locale: string, wanted: string): readonly SaidReply[] {
  const isWanted = (key: string) => key === wanted || key.startsWith(`${wanted}.`) || wanted === '';
  const keys = [...DECLARED.keys()].filter(isWanted);
  const part = keys.length === 0 ? replyOf(wanted) : undefined;
  const ways = waysOf(place, locale);
  return (part === undefined ? keys : [part]).map((key) => ({ key, said: ways(key) }));
}

/** Says one reply in all its ways but those of other manners and lengths; of a draft as well. */
export function sayerOf(place: Place, locale: string): (key: string) => readonly Way[] {
  const folder = folderIn(place, locale, 'usual');
  return sayerIn({ place, locale, folder, manner: 'usual' });
}

function waysOf(place: Place, locale: string): (key: string) => SaidReply['said'] {
  const sayers = mannersIn(place, locale).map((manner) => {
    const spoken: Spoken = { place, locale, folder: folderIn(place, locale, manner), manner };
    return { how: MANNERS[manner], whole: sayerIn(spoken), cut: cutterIn(spoken) };
  });
  return (key) => {
    const known = new Set<string>();
    return sayers.flatMap(({ how, whole, cut }) => {
      const told = whole(key).filter(({ heard, read }) => !known.has(`${heard}\n${read}`));
      for (const { heard, read } of told) known.add(heard).add(`${heard}\n${read}`);
      const shorter = cut(key).filter(({ heard }) => !known.has(heard));
      for (const { heard } of shorter) known.add(heard);
      return [
        ...told.map((way): ReplyWay => ({ ...way, how, isCut: false })),
        ...shorter.map((way): ReplyWay => ({ ...way, how: how === null ? way.how : `${how}, ${way.how}` })),
      ];
    });
  };
}

/** Those the language has words of its own for. */
function mannersIn(place: Place, locale: string): readonly Manner[] {
  const { name, speech } = folderIn(place, locale, 'usual');
  const isFormal = JSON.stringify(speech).includes('_formal"');
  const isFamiliar = existsSync(join(localesOf(place), name, 'familiar.json'));
  return ['usual', ...(isFormal ? (['formal'] as const) : []), ...(isFamiliar ? (['familiar'] as const) : [])];
}

export function folderIn(place: Place, locale: string, manner: Manner): Folder {
  const familiarIn = manner === 'familiar' ? [languageOf(locale)] : [];
  const { folders } = loadLocales(localesOf(place), { drafts: true, familiarIn });
  const folder = folders.find(({ name }) => locale.startsWith(name));
  if (!folder) throw new Error(`nobody speaks ${locale}; is there a folder locales/${languageOf(locale)}?`);
  return folder;
}

type Spoken = { readonly place: Place; readonly locale: string; readonly folder: Folder; readonly manner: Manner };

function sayerIn({ place, locale, folder, manner }: Spoken): (key: string) => readonly Way[] {
  const language = languageOf(locale);
  const of = (wanted: Manner) => (manner === wanted ? [language] : []);
  const voice = createVoice({
    ...{ directory: localesOf(place), shopName: readShop(place).name, drafts: true },
    shop: { first: language, formalIn: of('formal'), familiarIn: of('familiar') },
  });
  return (key) => {
    const said = worded(folder.speech, key).map(({ wording, values }) =>
      inWords(voice, { key, values, locale, wording }),
    );
    return [...new Map(said.map((one) => [`${one.heard}\n${one.read}`, one])).values()];
  };
}

/** A voice cuts short only what takes too long: here everything is that has words for it. */
function cutterIn({ place, locale, folder, manner }: Spoken): (key: string) => SaidReply['said'] {
  const open = createReader({
    ...{ words: wordsOf(folder), locale, shopName: readShop(place).name, isFormal: manner === 'formal' },
    ...{ sizes: titleSizesIn(localesOf(place)), report: () => undefined },
  });
  return (key) =>
    (['brief', 'short'] as const).flatMap((length) => {
      const heard = worded(folder.speech, key).map(({ wording, values }) => {
        const { speech } = open({ products: [], how: { wording, seed: '' } }).read(
          { key, with: values },
          'statement',
          length,
        );
        return tidy(speech);
      });
      return [...new Map(heard.map((speech) => [toPlain(speech), secondsOf(speech, folder.pace)]))].map(
        // What is written is never cut.
        ([plain, seconds]): ReplyWay => ({ heard: plain, read: plain, seconds, how: LENGTHS[length], isCut: true }),
      );
    });
}

type Worded = { readonly wording: Readonly<Record<string, number>>; readonly values: ReturnType<typeof awkwardValues> };

/** Every wording with every awkward value. */
export function worded(speech: Tree, key: string): readonly Worded[] {
  const wordings = Math.max(1, lettersOf(speech, key).length);
  return [...Array(wordings).keys()].flatMap((wording) =>
    // The one before it was said last.
    AWKWARD.map((awkward) => ({
      wording: { [key]: wording - 1 },
      values: awkwardValues(DECLARED.get(key) ?? {}, awkward),
    })),
  );
}

function inWords(
  voice: Voice,
  { key, values, locale, wording }: Worded & { readonly key: string; readonly locale: string },
): Way {
  const outcome = { replies: [{ key, with: values }], ending: { kind: 'close' } } as const;
  const { speech } = voice.say(outcome, { locale, wording, seed: '' });
  return { heard: speech.plain, read: speech.text, seconds: speech.seconds };
}

/** The reply a text of this key belongs to, a plural form or a wording of it as well; undefined: it is part of none. */
export function replyOf(key: string): string | undefined {
  return [...DECLARED.keys()].find((name) =>
    [name, `${name}.`, `${name}_`].some((start) => key === name || (start !== name && key.startsWith(start))),
  );
}

/** In lines for a terminal. */
export function inLines({ key, said }: SaidReply): readonly string[] {
  return [
    key,
    ...said.flatMap(({ heard, read, seconds, how, isCut }, at) => [
      ...(how === null || how === said[at - 1]?.how ? [] : [`  ${how}:`]),
      `  ${heard}  (${seconds} s${seconds > MOST_SECONDS && !isCut ? ', too long' : ''})`,
      ...(read === heard ? [] : [`  in writing: ${read}`]),
    ]),
  ];
}
