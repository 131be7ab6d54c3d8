/** What is kept to go on with, without personal data: the answer a repeated delivery gets, and the memory. */

import * as z from 'zod/mini';
import type { Answer, SaidWords, ShownScreen } from '../../vocabulary/answer';
import type { Slot, Slots } from '../../vocabulary/heard';
import { literal } from '../../vocabulary/literal';
import { inXml } from '../../vocabulary/markup';
import type { Memory } from '../../vocabulary/memory';
import type { Reply } from '../../vocabulary/outcome';
import type { Value } from '../../vocabulary/values';
import { readAs, shapeOf } from '../shape';

export type Writing = {
  /** Takes personal data out of a text. */
  readonly clean: (text: string) => string;
  /** The shopper's, as the shop gives it; null: a guest. */
  readonly firstName: string | null;
};

/** Stands for the first name where it is said again later: the shop is asked for it anew, and it is nowhere else. */
const YOU = '\uE000';

/**
 * The words of an answer stay as they are, because a repeated delivery gets the very same: they are the shop's own, and
 * what a shopper is given back of theirs was cleaned before (intents/echo). Only the first name is taken out.
 */
export function writtenAnswer(answer: Answer, { clean, firstName }: Writing): string {
  const slots = cleanSlots(answer.slots, clean);
  return JSON.stringify({ ...answer, slots, said: firstName ? without(answer.said, firstName) : answer.said });
}

const FORM = z.object({ ssml: z.string(), plain: z.string(), text: z.string(), seconds: z.number() });
const ANSWER = z.object({
  said: z.nullable(
    z.object({
      speech: FORM,
      reprompt: z.nullable(FORM),
      card: z.nullable(z.object({ kind: z.enum(['simple', 'link-account', 'ask-consent']) })),
      options: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
  question: z.nullable(z.object({ id: z.string() })),
  intent: z.nullable(z.string()),
  slots: z.record(z.string(), z.object({ said: z.string(), ids: z.array(z.string()) })),
  replies: z.array(z.string()),
  owner: z.enum(['bot', 'human']),
});
const isAnswer = shapeOf<Answer>(ANSWER);

/** Throws where an older program wrote something else: who asks again is told that it went wrong, never half of it. */
function answerIn(body: string): Answer {
  const answer = readAs(body, isAnswer);
  if (!answer) throw new Error('an answer that was kept cannot be read');
  return answer;
}

/** The answer as it was given. `firstName` is asked for only where it was said; null: nobody can tell it any more. */
export async function readAnswer(body: string, firstName: () => Promise<string | null>): Promise<Answer> {
  const answer = answerIn(body);
  return body.includes(YOU) ? { ...answer, said: withName(answer.said, (await firstName()) ?? '') } : answer;
}

/**
 * Questions keep slots as they were said, to go on with them: only those words are cleaned. How many, days and the ids of
 * goods stay, because they are what the shopper wants.
 */
export function writtenMemory(memory: Memory, { clean, firstName }: Writing): Memory {
  const { questions, topic, wished, last } = memory;
  return {
    ...memory,
    questions: questions.map((one) => ({ ...one, question: cleanSaid(one.question, clean) })),
    topic: cleanSaid(topic, clean),
    ...(wished ? { wished: cleanSaid(wished, clean) } : {}),
    last: last && {
      ending: cleanSaid(last.ending, clean),
      replies: last.replies.map((reply) => named(reply, (name) => (name === firstName ? YOU : name))),
    },
  };
}

/** The same with the first name of whoever speaks; without one, what said it is not said again. */
export function recalled(memory: Memory, firstName: string | null): Memory {
  const { last } = memory;
  if (!last?.replies.some(saysName)) return memory;
  const replies = firstName
    ? last.replies.map((reply) => named(reply, (name) => (name === YOU ? firstName : name)))
    : last.replies.filter((reply) => !saysName(reply));
  return { ...memory, last: { ...last, replies } };
}

function cleanSlots(slots: Slots, clean: Writing['clean']): Slots {
  return Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, cleanSlot(slot, clean)]));
}

/** With a secret in it, what was read from the words goes with them: a card number is a number, too. */
function cleanSlot(slot: Slot, clean: Writing['clean']): Slot {
  const said = clean(slot.said);
  return said === slot.said ? slot : { said, ids: slot.ids };
}

/** Nobody wants as many: a telephone number was taken for how many are wanted. */
const MOST = 1_000_000;

/** Every slot in it, wherever it is kept. */
function cleanSaid<T>(kept: T, clean: Writing['clean']): T {
  if (typeof kept !== 'object' || kept === null) return kept;
  if (Array.isArray(kept)) return kept.map((item) => cleanSaid(item, clean)) as T;
  if ('said' in kept && typeof kept.said === 'string' && 'ids' in kept) return cleanSlot(kept as Slot, clean) as T;
  const entries = Object.entries(kept).filter(([key, value]) => !(key === 'quantity' && value >= MOST));
  return Object.fromEntries(entries.map(([key, value]) => [key, cleanSaid(value, clean)])) as T;
}

function named({ key, with: values }: Reply, rename: (name: string) => string): Reply {
  const renamed = (value: Value): Value => (value.type === 'name' ? { ...value, name: rename(value.name) } : value);
  return { key, with: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, renamed(value)])) };
}

function saysName({ with: values }: Reply): boolean {
  return Object.values(values).some((value) => value.type === 'name' && value.name === YOU);
}

function without(said: Answer['said'], firstName: string): Answer['said'] {
  const found = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${literal(firstName)}|${literal(inXml(firstName))})(?![\p{L}\p{N}])`,
    'gu',
  );
  return inTexts(said, (text) => text.replace(found, YOU));
}

function withName(said: Answer['said'], firstName: string): Answer['said'] {
  return inTexts(said, (text) => text.replaceAll(YOU, text.startsWith('<speak') ? inXml(firstName) : firstName));
}

/** Everything that is said or shown; ids stay. */
function inTexts(said: Answer['said'], change: (text: string) => string): Answer['said'] {
  if (!said) return said;
  const spoken = <S extends SaidWords['reprompt']>(form: S): S =>
    form && { ...form, ssml: change(form.ssml), plain: change(form.plain), text: change(form.text) };
  const { card } = said;
  return {
    ...said,
    speech: spoken(said.speech),
    reprompt: spoken(said.reprompt),
    card: card?.kind === 'simple' ? { ...card, title: change(card.title), text: change(card.text) } : card,
    options: said.options.map(({ id, label }) => ({ id, label: change(label) })),
    ...(said.screen ? { screen: inScreen(said.screen, change) } : {}),
  };
}

function inScreen(screen: ShownScreen, change: (text: string) => string): ShownScreen {
  const { drawn } = screen;
  return {
    title: change(screen.title),
    rows: screen.rows.map((row) => ({ ...row, label: change(row.label), detail: change(row.detail) })),
    foot: screen.foot.map(change),
    drawn: drawn?.kind === 'steps' ? { ...drawn, steps: drawn.steps.map(change) } : drawn,
    asks: change(screen.asks),
    buttons: screen.buttons.map(({ id, label }) => ({ id, label: change(label) })),
  };
}
