/** Signs of an emergency anywhere in an utterance, by the language's own lists; never by likeness. */

import { type Node, parse, TemplateError } from './sentences';
import { tokens, type Words } from './words';
import { letteredOf } from './written-out';

/** `emergencies.json`: parts of sentences in sample syntax. */
export type Emergencies = {
  readonly signs: readonly string[];
  /** A sign, or an alarm, within what is harmless is none. */
  readonly harmless: readonly string[];
  /** What may well be one, where nothing else is understood. */
  readonly alarms: readonly string[];
  /** What tells of another time, of goods, or asks in general: beside it an alarm is none. */
  readonly apart: readonly string[];
  /** What any of several parts may have in one place, by the name that stands there in braces: "{who}". */
  readonly lists?: Readonly<Record<string, readonly string[]>> | undefined;
};

/** Whether words tell of something, as they are said and with the letters they are written for. */
type Tells = (said: readonly string[], plain: readonly string[]) => boolean;
type Sees = (said: readonly string[]) => boolean;

/** Whether these words tell of an emergency, and whether they may where nobody understands what else they tell. */
export type EmergencySense = { readonly isSure: Sees; readonly mayBe: Sees };

/** A part of a sentence as tokens; a choice has every way to go on. */
type Step = { readonly word: string } | { readonly ways: Ways };
type Ways = readonly (readonly Step[])[];
type Span = { readonly from: number; readonly to: number };
/** The parts by each word they may begin with: most words of an utterance begin none. */
type Parts = ReadonlyMap<string, readonly (readonly Step[])[]>;

/** Throws `TemplateError` where a part cannot be read. */
export function emergencySense(own: Emergencies, words: Words): EmergencySense {
  const read = stepReader(own.lists ?? {}, words.apostrophe);
  const mild = partsOf(own.harmless, read);
  const told = tellsOf(partsOf(own.signs, read), mild);
  const alarmed = tellsOf(partsOf(own.alarms, read), mild);
  const elsewhere = partsOf(own.apart, read);
  // "Unter den naegeln": letter by letter as it is written, or as it is written for.
  const eitherWay = (tells: Tells) => (said: readonly string[]) => {
    const plain = said.map((token) => letteredOf(token, words));
    return tells(said, plain) || (plain.some((token, at) => token !== said[at]) && tells(plain, plain));
  };
  return {
    isSure: eitherWay(told),
    mayBe: eitherWay((said, plain) => alarmed(said, plain) && spansIn(plain, elsewhere).length === 0),
  };
}

/** Whether one of these stands there, apart from what excuses it. */
function tellsOf(dire: Parts, mild: Parts): Tells {
  return (said, plain) => {
    const found = spansIn(said, dire);
    if (found.length === 0) return false;
    const excused = [...spansIn(said, mild), ...spansIn(plain, mild)];
    return found.some((span) => !excused.some((other) => span.from < other.to && other.from < span.to));
  };
}

function partsOf(templates: readonly string[], read: Reader): Parts {
  const parts = new Map<string, (readonly Step[])[]>();
  for (const template of templates) {
    const steps = read(template);
    for (const word of beginningsOf(steps)) parts.set(word, [...(parts.get(word) ?? []), steps]);
  }
  return parts;
}

type Reader = (template: string) => readonly Step[];

/** A list is read once, however many parts name it. */
function stepReader(lists: NonNullable<Emergencies['lists']>, apostrophe: Words['apostrophe']): Reader {
  const known = new Map<string, Step>();
  const stepsOf = (nodes: readonly Node[]): readonly Step[] =>
    nodes.flatMap((node): readonly Step[] => {
      if (node.kind === 'choice') return [{ ways: node.branches.map(stepsOf) }];
      return node.kind === 'slot' ? [listed(node.name)] : tokens(node.text, apostrophe).map((word) => ({ word }));
    });
  const listed = (name: string): Step => {
    const items = lists[name];
    if (!items) throw new TemplateError(`"{${name}}" names no list`);
    const step = known.get(name) ?? { ways: items.map((item) => stepsOf(parse(item))) };
    known.set(name, step);
    return step;
  };
  return (template) => stepsOf(parse(template));
}

function beginningsOf([first, ...rest]: readonly Step[]): ReadonlySet<string> {
  if (!first) return new Set();
  if ('word' in first) return new Set([first.word]);
  return new Set(first.ways.flatMap((way) => [...beginningsOf([...way, ...(way.length === 0 ? rest : [])])]));
}

/** Called for every utterance: most of its words begin nothing. */
function spansIn(said: readonly string[], parts: Parts): readonly Span[] {
  const spans: Span[] = [];
  for (let from = 0; from < said.length; from += 1) {
    const beginning = parts.get(said[from] ?? '');
    if (!beginning) continue;
    for (const steps of beginning) for (const to of endsOf(steps, said, from)) spans.push({ from, to });
  }
  return spans;
}

/** Where these steps may end when they begin at `from`, each place once; empty: they do not stand there. */
function endsOf(steps: readonly Step[], said: readonly string[], from: number): readonly number[] {
  let ends: readonly number[] = [from];
  for (const step of steps) {
    ends = 'word' in step ? after(step.word, said, ends) : afterAny(step.ways, said, ends);
    if (ends.length === 0) return ends;
  }
  return ends;
}

function after(word: string, said: readonly string[], from: readonly number[]): readonly number[] {
  const [only, ...others] = from;
  if (only !== undefined && others.length === 0) return said[only] === word ? [only + 1] : [];
  return from.filter((at) => said[at] === word).map((at) => at + 1);
}

function afterAny(ways: Ways, said: readonly string[], from: readonly number[]): readonly number[] {
  const ends = from.flatMap((at) => waysAt(ways, said, at));
  return from.length > 1 || ends.length > 1 ? [...new Set(ends)] : ends;
}

function waysAt(ways: Ways, said: readonly string[], at: number): readonly number[] {
  const word = said[at];
  let ends = NOWHERE;
  for (const way of ways) {
    const [first] = way;
    if (first && 'word' in first && first.word !== word) continue;
    const own = endsOf(way, said, at);
    if (own.length > 0) ends = [...ends, ...own];
  }
  return ends;
}

const NOWHERE: readonly number[] = [];
