/** Which of the remedies offered somebody wants: "not a refund, send it again", "a new one please, the dog is hungry". */

import type { WordKind } from '../../vocabulary/heard';
import { answerTo } from './answers';
import type { Found, Hear, Understanding } from './heard';
import { orderReader } from './order-reader';
import { asking } from './refusals';
import { cut, type Sentence, writtenIn } from './slots';
import { type Phrases, readPhrase } from './words';

/** The most words one is named by, and the fewest that can say why. */
const LONGEST = 9;
const SHORTEST_REASON = 3;

type Named = {
  readonly wanted: ReadonlyMap<string, Found>;
  readonly refused: ReadonlySet<string>;
  /** Up to where every word is one of these or a courtesy. */
  readonly to: number;
};

/**
 * undefined: none is asked for, or none is named, or more than one. What is refused is never the one. Where `read` ends before
 * the sentence does, something else was said that nobody may pass over.
 */
export function remedyNamed(sentence: Sentence, asked: Understanding, hear: Hear): Found | undefined {
  if (!asked.expects?.includes('remedy')) return undefined;
  const { wanted, refused, to } = namedIn(sentence, asked);
  const [only, ...others] = wanted;
  if (!only || others.length > 0 || refused.has(only[0]) || to === 0) return undefined;
  const end = isReason(sentence, to, { asked, hear }) ? sentence.said.length : to;
  return { ...only[1], read: { from: 0, to: end } };
}

function namedIn(sentence: Sentence, asked: Understanding): Named {
  const wanted = new Map<string, Found>();
  const refused = new Set<string>();
  let last: string | undefined;
  let at = 0;
  while (at < sentence.said.length) {
    const step = stepAt(sentence, at, { last, asked });
    if (step.kind === 'unclear') return NOTHING_NAMED;
    if (step.length === 0) break;
    if (step.kind === 'refused') refused.add(step.id);
    if (step.kind === 'wanted') wanted.set(step.id, step.found);
    last = step.kind === 'wanted' ? step.id : undefined;
    at += step.length;
  }
  for (const id of refused) wanted.delete(id);
  return isEither(sentence, at, asked) ? NOTHING_NAMED : { wanted, refused, to: at };
}

const NOTHING_NAMED: Named = { wanted: new Map(), refused: new Set(), to: 0 };

type Step =
  | { readonly kind: 'wanted'; readonly id: string; readonly found: Found; readonly length: number }
  | { readonly kind: 'refused'; readonly id: string; readonly length: number }
  | { readonly kind: 'between'; readonly length: number }
  | { readonly kind: 'unclear' };

/** `last`: what was named by the words just before. */
type Before = { readonly last: string | undefined; readonly asked: Understanding };

function stepAt(sentence: Sentence, at: number, { last, asked }: Before): Step {
  const not = refusalAt(sentence, at, asked);
  if (not === 0) {
    const named = nameAt(sentence, at, asked, false);
    return named ? { kind: 'wanted', ...named } : { kind: 'between', length: fillerAt(sentence, at, asked) };
  }
  // "A refund not, …" says it of what came before.
  if (last !== undefined && endsAt(sentence, at + not)) return { kind: 'refused', id: last, length: not };
  const named = nameAt(sentence, at + not, asked, true);
  // "No, a new one": it is said of nothing that follows.
  if (!named) return { kind: 'between', length: at === 0 && endsAt(sentence, not) ? not : 0 };
  // "Peníze nechci pošlete znovu": without a sign nobody knows which of them it refuses.
  if (last !== undefined && !endsAt(sentence, at)) return { kind: 'unclear' };
  return { kind: 'refused', id: named.id, length: not + named.length };
}

/** A sign, or the end. */
function endsAt({ written, said }: Sentence, at: number): boolean {
  return at === said.length || /[,;.!]$/.test(written[at - 1] ?? '');
}

/** "A refund or a new one". */
function isEither(sentence: Sentence, at: number, asked: Understanding): boolean {
  const or = readPhrase(orderReader(asked.sense.lexicon.words).or, sentence.said, at);
  return or !== undefined && nameAt(sentence, at + or.length, asked, false) !== undefined;
}

/** How many words refuse what follows. */
function refusalAt({ said }: Sentence, at: number, { sense }: Understanding): number {
  const { refusals, negations, words } = sense.lexicon;
  const { except } = orderReader(words);
  const lists: readonly Phrases<unknown>[] = [refusals(), negations, except];
  return Math.max(...lists.map((all) => readPhrase(all, said, at)?.length ?? 0));
}

/** A remedy's name from here on, the longest; behind a refusal as it is said where it is wanted. */
function nameAt(sentence: Sentence, from: number, asked: Understanding, isRefused: boolean) {
  for (let to = Math.min(from + LONGEST, sentence.said.length); to > from; to -= 1) {
    const part = cut(sentence, from, to);
    for (const form of isRefused ? [part, ...asking(part, asked.sense.lexicon)] : [part]) {
      const found = isName(form, asked);
      if (found) return { ...found, length: to - from };
    }
  }
  return undefined;
}

function isName(part: Sentence, asked: Understanding) {
  const { options, ...others } = asked;
  const named = answerTo(part, { ...others, expects: ['remedy'] })?.slots.remedy?.ids[0];
  // One word of what is offered may be a word of anything.
  const chosen = part.said.length > 1 ? answerTo(part, { ...asked, expects: ['ordinal'] })?.choice : undefined;
  const id = named ?? chosen;
  if (id === undefined) return undefined;
  const slots = { remedy: { said: writtenIn(part), ids: [id] } };
  return { id, found: { intent: 'DeliveryProblem' as const, slots, score: 1, rivals: [] } };
}

/** A courtesy, a yes beside the name, or what joins two of them. */
function fillerAt({ said }: Sentence, at: number, { sense }: Understanding): number {
  const { words, labels } = sense.lexicon;
  const { and, but } = orderReader(words);
  const label = readPhrase(labels(), said, at);
  const courtesy = label && PASSED[label.value] ? label.length : 0;
  return Math.max(courtesy, ...[and, but].map((all) => readPhrase(all, said, at)?.length ?? 0));
}

const PASSED: Readonly<Partial<Record<WordKind, true>>> = { courtesy: true, consent: true };
/** What may not stand in a clause that says why; the second: not even behind "because". */
const NO_REASON: Readonly<Partial<Record<WordKind, true>>> = {
  negation: true,
  question: true,
  wait: true,
  correction: true,
  hedge: true,
};
const NEVER: Readonly<Partial<Record<WordKind, true>>> = { condition: true };

type With = { readonly asked: Understanding; readonly hear: Hear };

/** Behind "because", or set apart by a sign, and saying nothing of where, when, how many, or of anything else that is wanted. */
function isReason(sentence: Sentence, from: number, { asked, hear }: With): boolean {
  const rest = cut(sentence, from, sentence.said.length);
  if (rest.said.length === 0 || rest.written.some((word) => word.includes('?'))) return false;
  const { because, ...order } = orderReader(asked.sense.lexicon.words);
  const isBecause = readPhrase(because, rest.said, 0) !== undefined;
  const isApart = /[,;:.!–-]$/.test(sentence.written[from - 1] ?? '') && rest.said.length >= SHORTEST_REASON;
  if (!isBecause && !isApart) return false;
  const { labels, numbers, values, days } = asked.sense.lexicon;
  const places = values.get('Place');
  const details = [numbers.phrases, days.days, ...(places ? [places] : [])] as readonly Phrases<unknown>[];
  const begins = [order.to, order.toKnown, order.tail, order.on, order.by, order.or].some((all) =>
    readPhrase(all, rest.said, 0),
  );
  if (!isBecause && (begins || hear(rest)?.score === 1)) return false;
  return rest.said.every((token, at) => {
    const kind = readPhrase(labels(), rest.said, at)?.value;
    if (nameAt(rest, at, asked, false) || (kind && NEVER[kind])) return false;
    if (isBecause) return true;
    return !(kind && NO_REASON[kind]) && !/\d/.test(token) && !details.some((all) => readPhrase(all, rest.said, at));
  });
}
