/** Reads one reply in one locale: its wording, its values, and the safe sentence where something is missing. */

import type { Reply } from '../../vocabulary/outcome';
import type { ProductName, Value, Values } from '../../vocabulary/values';
import { nodeAt } from '../locales/locales';
import { optionText, sizeText } from './goods';
import { createFormats } from './intl';
import { memoOf } from './memo';
import { createNamer, type Namer } from './names';
import { mannerOf, phraseText, type SayingManner, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import { formatValue, takesCapital } from './values';
import { lettersOf, nextWording, remember, type Wording } from './wording';
import { type Form, fill, type Problem, type Templates } from './words';

/** One reply in both forms. */
export type BothForms = { readonly speech: readonly SpeechPart[]; readonly text: readonly SpeechPart[] };
/** What stands in for a sentence that is missing: `question` keeps its microphone honest, `again` is its reprompt. */
type Role = 'statement' | 'question' | 'again';

/** `brief`, `short`: in fewer and in the fewest words, where there are such; `bare`: of goods, besides, hardly more than their names. */
export type Length = 'whole' | 'brief' | 'short' | 'bare';

export type Reader = {
  /** The same reply is worded alike at every length. */
  read(reply: Reply, role: Role, length?: Length): BothForms;
  /** A label for a screen. */
  label(value: Value): readonly SpeechPart[];
  /** The wordings used so far, over those it began with. */
  wording(): Wording;
};

/** Variables that any sentence may use: the shop's name, and a breath between two items. */
export const STANDING = ['shop', 'pause'] as const;
const PAUSE: SpeechPart = { kind: 'break', milliseconds: 400 };

type Start = {
  readonly products: readonly ProductName[];
  readonly how: { readonly wording: Wording; readonly seed: string };
};
type Setting = {
  readonly words: Templates;
  readonly locale: string;
  readonly shopName: string;
  /** The shop speaks formally in this language: i18next's context `formal`, where a sentence has one. */
  readonly isFormal: boolean;
  /** Finds sizes in titles of goods. */
  readonly sizes: RegExp;
  readonly report: (problem: Problem) => void;
};

function namerFor(speaker: Speaker, sizes: RegExp): Namer {
  return createNamer({
    words: {
      and: phraseText(speaker, 'and'),
      with: phraseText(speaker, 'with'),
      connectors: new Set(phraseText(speaker, 'connectors').split(/\s+/)),
      sizes,
    },
    nameless: phraseText(speaker, 'nameless'),
    sayPack: ({ pack }, display) => sizeText(speaker.formats, pack, display),
    sayOption: (option, form) => optionText(speaker, option, form),
  });
}

/** Begins with a capital, unless the first word has one of its own elsewhere: "iPhone" stays. */
function capital(parts: readonly SpeechPart[], locale: string): readonly SpeechPart[] {
  const [first, ...rest] = parts;
  if (typeof first !== 'string' || !/^\p{Ll}+(?!\p{L})/u.test(first)) return parts;
  return [first.charAt(0).toLocaleUpperCase(locale) + first.slice(1), ...rest];
}

/** The key that leads to a chosen wording; a text of its own in `text.json` has none. */
function wordedKey(words: Templates, key: string, letter: string | undefined, form: Form): string {
  if (letter === undefined) return key;
  const own = form === 'text' ? nodeAt(words.folder.text, key) : undefined;
  return typeof own === 'string' ? key : `${key}.${letter}`;
}

/** Renders a sentence; its problems land in `speaker.problems`. */
function sentence(speaker: Speaker, key: string, values: Values, form: Form): readonly SpeechPart[] {
  const { words, problems, formats, manners } = speaker;
  const names = ['pause', ...Object.keys(values)];
  const { count, context } = values;
  // Words for the eye alone stand in another file, and are never cut short.
  const manner = form === 'speech' ? mannerOf(speaker, key) : manners.find((one) => one === 'formal');
  const template = words.template({
    key,
    form,
    names,
    count: count?.type === 'number' ? count.number : undefined,
    context: context?.type === 'name' ? context.name : manner,
  });
  const locale = words.folder.name;
  if (template === null) problems.push({ kind: 'key', locale, key });
  for (const detail of template?.missing ?? []) problems.push({ kind: 'variable', locale, key, detail });
  return fill(template?.pieces ?? [], (at, { begins, asks }) => {
    const name = names[at] ?? '';
    const value = values[name];
    if (name === 'pause' && !value) return form === 'speech' ? [PAUSE] : [];
    if (!value) return [];
    const parts = formatValue(value, asks ? { ...speaker, isAsked: true } : speaker, form);
    return begins && takesCapital(value) ? capital(parts, formats.locale()) : parts;
  });
}

/** Chooses a wording for each reply of an outcome, once, and knows which were used last. */
function wordingsFrom({ wording: before, seed }: Start['how'], { folder }: Templates) {
  let wording = before;
  const chosen = new Map<Reply, string | undefined>();
  function next(key: string): string | undefined {
    const letters = lettersOf(folder.speech, key);
    if (letters.length === 0) return undefined;
    const index = nextWording(letters.length, wording[key], seed + key);
    wording = remember(wording, key, index);
    return letters[index];
  }
  return {
    letterOf(reply: Reply): string | undefined {
      if (!chosen.has(reply)) chosen.set(reply, next(reply.key));
      return chosen.get(reply);
    },
    wording: () => wording,
  };
}

/** Opens a locale; the result begins one outcome. */
export function createReader({ words, locale, shopName, isFormal, sizes, report }: Setting): (start: Start) => Reader {
  const formats = createFormats(locale, words.folder.name);
  const unnamed = { spoken: () => '', shown: () => '' };
  const namer = namerFor({ words, formats, names: unnamed, problems: [], manners: [] }, sizes);
  const shop: Value = { type: 'name', name: shopName };
  const memo = memoOf<BothForms>();

  function safe(role: Role, form: Form): readonly SpeechPart[] {
    const key = `format.${role === 'statement' ? 'missing' : 'missingAsk'}`;
    return sentence({ words, formats, names: unnamed, problems: [], manners: [] }, key, {}, form);
  }

  return ({ products, how: start }) => {
    const usual: readonly SayingManner[] = isFormal ? ['formal'] : [];
    const speaker: Speaker = { words, formats, names: namer.namesOf(products), problems: [], manners: usual };
    const speakers: Readonly<Record<Length, Speaker>> = {
      whole: speaker,
      brief: { ...speaker, manners: ['brief', ...usual] },
      short: { ...speaker, manners: ['short', 'brief', ...usual] },
      bare: { ...speaker, manners: ['short', 'brief', ...usual], isBare: true },
    };
    const { letterOf, wording } = wordingsFrom(start, words);

    /** null: a text or a variable is missing, which is reported. */
    function inForm(reply: Reply, form: Form, how: Speaker): readonly SpeechPart[] | null {
      how.problems.length = 0;
      const values = { shop, ...reply.with };
      const parts = sentence(how, wordedKey(words, reply.key, letterOf(reply), form), values, form);
      for (const problem of how.problems) report(problem);
      return how.problems.length === 0 ? parts : null;
    }

    function inBothForms(reply: Reply, role: Role, length: Length): BothForms {
      const known = memo.keyOf(reply, `${letterOf(reply) ?? ''} ${length}`, products.length);
      return (known !== null && memo.get(known)) || made(reply, role, { known, how: speakers[length] });
    }

    type Making = { readonly known: string | null; readonly how: Speaker };

    function made(reply: Reply, role: Role, { known, how }: Making): BothForms {
      const [speech, text] = [inForm(reply, 'speech', how), inForm(reply, 'text', speaker)];
      const reading = { speech: speech ?? safe(role, 'speech'), text: text ?? safe(role, 'text') };
      if (known !== null && speech && text) memo.set(known, reading);
      return reading;
    }

    return {
      read: (reply, role, length = 'whole') => inBothForms(reply, role, length),
      label(value) {
        speaker.problems.length = 0;
        const parts = formatValue(value, speaker, 'text');
        for (const problem of speaker.problems) report(problem);
        return takesCapital(value) ? capital(parts, formats.locale()) : parts;
      },
      wording,
    };
  };
}
