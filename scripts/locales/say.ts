/** `npm run locales say`: replies with values that trip up sentences, in every wording, as they are heard and as they are read. */

import { loadLocales, type Tree } from '../../lambda/language/locales/locales';
import { createVoice, type Voice } from '../../lambda/language/speech/say';
import { MOST_SECONDS } from '../../lambda/language/speech/seconds';
import { lettersOf } from '../../lambda/language/speech/wording';
import { AWKWARD, awkwardValues } from './awkward';
import { DECLARED } from './contract';
import { localesOf, type Place, readShop } from './source';

export type SaidReply = {
  readonly key: string;
  /** Each once, in the order of the wordings and of the values. */
  readonly said: readonly { readonly heard: string; readonly read: string; readonly seconds: number }[];
};

/** Replies whose key is `wanted` or begins with it; none: the program says none of that name. */
export function sayReplies(place: Place, locale: string, wanted: string): readonly SaidReply[] {
  const sayer = sayerOf(place, locale);
  const isWanted = (key: string) => key === wanted || key.startsWith(`${wanted}.`) || wanted === '';
  return [...DECLARED.keys()].filter(isWanted).map((key) => ({ key, said: sayer(key) }));
}

/** Says one reply in all its ways; of a draft as well. */
export function sayerOf(place: Place, locale: string): (key: string) => SaidReply['said'] {
  const directory = localesOf(place);
  const problems: string[] = [];
  const voice = createVoice({ directory, shopName: readShop(place).name, drafts: true });
  const folder = loadLocales(directory, { drafts: true }).folders.find(({ name }) => locale.startsWith(name));
  if (!folder) throw new Error(`nobody speaks ${locale}; is there a folder locales/${locale.split('-')[0]}?`);
  return (key) => {
    problems.length = 0;
    const said = wordingsIn(folder.speech, key).flatMap((wording) =>
      AWKWARD.map((awkward) =>
        inWords(voice, { key, values: awkwardValues(DECLARED.get(key) ?? {}, awkward), locale, wording }),
      ),
    );
    return [...new Map(said.map((one) => [`${one.heard}\n${one.read}`, one])).values()];
  };
}

/** How many wordings there are of it; one where it has no others. */
function wordingsIn(speech: Tree, key: string): readonly number[] {
  return [...Array(Math.max(1, lettersOf(speech, key).length)).keys()];
}

type Worded = {
  readonly key: string;
  readonly values: ReturnType<typeof awkwardValues>;
  readonly locale: string;
  readonly wording: number;
};

function inWords(voice: Voice, { key, values, locale, wording }: Worded): SaidReply['said'][number] {
  const outcome = { replies: [{ key, with: values }], ending: { kind: 'close' } } as const;
  // The one before it was said last.
  const { speech } = voice.say(outcome, { locale, wording: { [key]: wording - 1 }, seed: '' });
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
    ...said.flatMap(({ heard, read, seconds }) => [
      `  ${heard}  (${seconds} s${seconds > MOST_SECONDS ? ', too long' : ''})`,
      ...(read === heard ? [] : [`  in writing: ${read}`]),
    ]),
  ];
}
