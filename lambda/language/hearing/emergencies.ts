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
type Step = { readonly word: string } | Choice;
type Ways = readonly (readonly Step[])[];
/** `on`: the ways by each word they may begin with; `isOptional`: one of them may take no word at all. Some lists have hundreds. */
type Choice = { readonly on: ReadonlyMap<string, Ways>; readonly isOptional: boolean };
type Span = { readonly from: number; readonly to: number };
/** The parts by each word they may begin with: most words of an utterance begin none. */
type Parts = ReadonlyMap<string, Ways>;

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
  return byBeginning(templates.map(read));
}

type Reader = (template: string) => readonly Step[];

/** A list is read once, however many parts name it. */
function stepReader(lists: NonNullable<Emergencies['lists']>, apostrophe: Words['apostrophe']): Reader {
  const known = new Map<string, Step>();
  const stepsOf = (nodes: readonly Node[]): readonly Step[] =>
    nodes.flatMap((node): readonly Step[] => {
      if (node.kind === 'choice') return [choiceOf(node.branches.map(stepsOf))];
      return node.kind === 'slot' ? [listed(node.name)] : tokens(node.text, apostrophe).map((word) => ({ word }));
    });
  const listed = (name: string): Step => {
    const items = lists[name];
    if (!items) throw new TemplateError(`"{${name}}" names no list`);
    const step = known.get(name) ?? choiceOf(items.map((item) => stepsOf(parse(item))));
    known.set(name, step);
    return step;
  };
  return (template) => stepsOf(parse(template));
}

function choiceOf(ways: Ways): Choice {
  return { on: byBeginning(ways), isOptional: ways.some(mayBeNothing) };
}

/** Each way under every word it may begin with; one that may be nothing stands under those it begins with otherwise. */
function byBeginning(ways: Ways): ReadonlyMap<string, Ways> {
  const found = new Map<string, (readonly Step[])[]>();
  for (const way of ways) for (const word of beginningsOf(way)) found.set(word, [...(found.get(word) ?? []), way]);
  return found;
}

function beginningsOf(steps: readonly Step[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const step of steps) {
    for (const word of 'word' in step ? [step.word] : step.on.keys()) words.add(word);
    if (!mayBeNothing([step])) break;
  }
  return words;
}

function mayBeNothing(steps: readonly Step[]): boolean {
  return steps.every((step) => 'on' in step && step.isOptional);
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
    ends = 'word' in step ? after(step.word, said, ends) : afterAny(step, said, ends);
    if (ends.length === 0) return ends;
  }
  return ends;
}

function after(word: string, said: readonly string[], from: readonly number[]): readonly number[] {
  if (from.length === 1) return said[from[0] ?? 0] === word ? [(from[0] ?? 0) + 1] : NOWHERE;
  return from.filter((at) => said[at] === word).map((at) => at + 1);
}

function afterAny(choice: Choice, said: readonly string[], from: readonly number[]): readonly number[] {
  const ends = from.length === 1 ? waysAt(choice, said, from[0] ?? 0) : from.flatMap((at) => waysAt(choice, said, at));
  return ends.length > 1 ? [...new Set(ends)] : ends;
}

function waysAt({ on, isOptional }: Choice, said: readonly string[], at: number): readonly number[] {
  const word = said[at];
  const begun = word === undefined ? undefined : on.get(word);
  const past = isOptional ? [at] : NOWHERE;
  return begun ? past.concat(begun.flatMap((way) => endsOf(way, said, at))) : past;
}

const NOWHERE: readonly number[] = [];
