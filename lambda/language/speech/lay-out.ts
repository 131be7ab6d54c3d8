/** Lays one outcome out as words: the replies, the question, its reprompt, the card and the labels. */

import type { Spoken, SaidWords as Words, Yielded } from '../../vocabulary/answer';
import type { Card, Option, Outcome, Question, Reply } from '../../vocabulary/outcome';
import type { ProductName } from '../../vocabulary/values';
import type { BothForms, Length, Reader } from './replies';
import { screenOf } from './screen';
import { isInTime, type Pace, secondsOf } from './seconds';
import { type SpeechPart, tidy, toPlain, toSsml } from './ssml';
import { productsIn } from './values';
import type { Wording } from './wording';

/** The words of an answer, and the wordings now used last, which the conversation's memory keeps. */
export type Worded = Words & { readonly wording: Wording };

/** The ways a question is put; how it was put last is kept with the wordings, under its id. */
const WAYS = ['ask', 'reprompt', 'guide'] as const;

type Asked = {
  /** The key it is put with; null: nothing is asked. */
  readonly ask: string | null;
  /** The last reply is the question: `ask` is read in its place. */
  readonly isReply: boolean;
  readonly reprompt: string | null;
  readonly way: number;
};

const NOTHING: Asked = { ask: null, isReply: false, reprompt: null, way: -1 };

/** `before`: the wordings of the turn before where the very same question was asked in it. */
function keysAsked({ replies, ending }: Outcome, before: Wording): Asked {
  if (ending.kind !== 'ask') return NOTHING;
  const { id } = ending.question;
  const last = replies.at(-1)?.key ?? '';
  const rung = last.startsWith(`${id}.`) ? last.slice(id.length + 1) : null;
  // Help explains and asks nothing; any other of the question's own sentences already is the question.
  const isReply = rung !== null && rung !== 'help';
  const usual = rung === 'guide' ? 2 : rung === null ? 0 : 1;
  // Where there are several wordings of it, the next of them is another anyway.
  const isSame = before[id] === usual && before[`${id}.${WAYS[usual]}`] === undefined;
  // What could be chosen is not read out again unasked.
  const other = usual !== 1 ? 1 : ending.question.options ? 2 : 0;
  const way = isSame ? other : usual;
  return { ask: `${id}.${WAYS[way]}`, isReply, reprompt: `${id}.${way === 1 ? 'ask' : 'reprompt'}`, way };
}

/** Every product the outcome may name, so that their names can be told apart. */
export function productsOf({ replies, ending, card, screen }: Outcome): readonly ProductName[] {
  const question = ending.kind === 'ask' ? ending.question : null;
  return [
    ...replies.flatMap((reply) => productsIn(reply.with)),
    ...(question ? productsIn(question.with) : []),
    ...productsIn((question?.options ?? []).map(({ label }) => label)),
    ...productsIn((screen?.rows ?? []).flatMap(({ label, detail }) => (detail ? [label, detail] : [label]))),
    ...(screen ? [screen.title, ...screen.foot].flatMap((reply) => productsIn(reply.with)) : []),
    ...(card?.kind === 'simple' ? [card.title, ...card.lines].flatMap((reply) => productsIn(reply.with)) : []),
  ];
}

/** A sentence that was kept is laid out once, alone or behind the same others; what was made goes when it goes. */
type LaidOut = { spoken?: Spoken; readonly next: WeakMap<BothForms, LaidOut> };
const laidOut = new WeakMap<Pace, LaidOut>();

function spoken(readings: readonly BothForms[], pace: Pace): Spoken {
  let at = laidOut.get(pace) ?? { next: new WeakMap() };
  laidOut.set(pace, at);
  for (const reading of readings) {
    const following = at.next.get(reading) ?? { next: new WeakMap() };
    at.next.set(reading, following);
    at = following;
  }
  at.spoken ??= inOne(readings, pace);
  return at.spoken;
}

function inOne(readings: readonly BothForms[], pace: Pace): Spoken {
  const joined = (form: 'speech' | 'text'): readonly SpeechPart[] =>
    tidy(
      readings.flatMap((reading, at): readonly SpeechPart[] => (at === 0 ? reading[form] : [' ', ...reading[form]])),
    );
  const speech = joined('speech');
  return {
    ssml: toSsml(speech),
    plain: toPlain(speech),
    text: toPlain(joined('text')),
    seconds: secondsOf(speech, pace),
  };
}

function cardOf(card: Card | undefined, reader: Reader): Worded['card'] {
  if (card?.kind !== 'simple') return card ?? null;
  const shown = (reply: Reply): string => toPlain(tidy(reader.read(reply, 'statement').text));
  return { kind: 'simple', title: shown(card.title), text: card.lines.map(shown).join('\n') };
}

function optionsOf(options: readonly Option[], reader: Reader): Worded['options'] {
  return options.map(({ id, label }) => ({ id, label: toPlain(tidy(reader.label(label))) }));
}

function yieldsOf({ ending }: Outcome, reader: Reader): { readonly yields?: Yielded } {
  if (ending.kind !== 'yield') return {};
  const { to } = ending;
  if (to.kind !== 'link-app') return { yields: to };
  return { yields: { ...to, topic: toPlain(tidy(reader.read(to.topic, 'statement').speech)) } };
}

/** How much of an answer is said. `spares`: what can be spared is left out. */
type Rung = { readonly length: Length; readonly spares?: true };

const WHOLE: Rung = { length: 'whole' };
/** Tried one after the other until there is time for it. */
const FEWER: readonly Rung[] = [
  { length: 'brief' },
  { length: 'brief', spares: true },
  { length: 'short', spares: true },
  { length: 'bare', spares: true },
];

/** `screen`: there is one to draw on. */
type Form = { readonly pace: Pace; readonly screen: boolean; readonly before: Wording };

/** Words for an outcome; `reader` was opened for it. */
export function layOut(outcome: Outcome, reader: Reader, { pace, screen, before }: Form): Worded {
  const question: Question | null = outcome.ending.kind === 'ask' ? outcome.ending.question : null;
  const keys = keysAsked(outcome, before);
  const said = keys.isReply ? outcome.replies.slice(0, -1) : outcome.replies;
  const asking = question && keys.ask ? [{ key: keys.ask, with: question.with }] : [];
  const sayAt = ({ length, spares }: Rung) => [
    ...said.filter(({ spare }) => !(spare && spares)).map((reply) => reader.read(reply, 'statement', length)),
    ...asking.map((reply) => reader.read(reply, 'question', length)),
  ];
  const readings = sayAt(WHOLE);
  const asked = readings.slice(said.length);
  const again = question && keys.reprompt ? [reader.read({ key: keys.reprompt, with: question.with }, 'again')] : null;
  const whole = spoken(readings, pace);
  const short = FEWER.reduce((before, rung) => (isInTime(before) ? before : spoken(sayAt(rung), pace)), whole);
  // What is written is not cut short with it.
  const speech = { ...short, text: whole.text };
  const asks = question ? spoken(asked, pace).text : '';
  return {
    speech,
    reprompt: again && spoken(again, pace),
    card: cardOf(outcome.card, reader),
    options: optionsOf(question?.options ?? [], reader),
    ...(screen ? { screen: screenOf(outcome, { reader, text: speech.text, asks }) } : {}),
    ...yieldsOf(outcome, reader),
    wording: { ...reader.wording(), ...(question ? { [question.id]: keys.way } : {}) },
  };
}
