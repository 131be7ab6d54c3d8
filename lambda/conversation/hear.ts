/** The second stage of a turn: typed words become an intent, and the slots of a voice channel are completed. */

import { askOf, INTENT_TABLE, policyOf } from '../dialogue/index';
import type { Scene } from '../intents/kit/define';
import { openFor } from '../intents/kit/questions';
import { typedToken } from '../intents/parts/join';
import type { Hearing } from '../language/hearing/hear';
import type { HeardText, HearingContext } from '../language/hearing/heard';
import type { Voice } from '../language/speech/say';
import type { Call } from '../services/commerce/call';
import type { Goods } from '../services/commerce/goods';
import { NO_GOODS } from '../vocabulary/goods-tables';
import { type Heard, isPlain, type Manner, type Request, type Turn } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Memory } from '../vocabulary/memory';
import type { Question } from '../vocabulary/outcome';
import { callOf, conversationOf } from './meet';
import { withPhone } from './said-phone';
import { asCode } from './swallow';

type Needs = { readonly hearing: Hearing; readonly voice: Voice; readonly goods: Pick<Goods, 'index'> };

export type Ear = {
  hear(scene: Scene): Promise<Scene>;
  /** What typed words mean where the conversation stands. */
  understand(text: string, at: Pick<Scene, 'turn' | 'memory'>): Promise<HeardText>;
};

export function createEar({ hearing, voice, goods: sold }: Needs): Ear {
  async function heardIn(scene: Scene): Promise<Heard> {
    const { turn, memory, call } = scene;
    const { locale } = turn;
    const heard = typedIfLate(turn.heard, openFor(turn, memory) !== null);
    if (heard.kind === 'text') return typed(heard.text, scene);
    if (heard.kind !== 'intent') return heard;
    const goods = namesGoods(heard) ? await goodsFor(call) : NO_GOODS;
    return { ...heard, ...hearing.complete(heard, locale, goods) };
  }

  async function typed(text: string, scene: Scene): Promise<Heard> {
    const { turn, memory, call } = scene;
    const joined = isAlone(scene) ? typedToken(text, scene) : null;
    if (joined) return joined;
    // "Hello" opens a visit; once something is asked, or to a person, it is only a courtesy.
    const isToPerson = turn.form === 'text' && memory.owner === 'human';
    if (!isToPerson && !openFor(turn, memory) && hearing.launches(text, turn.locale)) return { kind: 'launched' };
    const { intent, slots, choice, maybe, manner, also } = await understandWithin(call, text, { turn, memory });
    if (choice !== undefined) return chosen(choice, { manner, also }, questionFor(turn, memory));
    return {
      kind: 'intent',
      intent,
      slots,
      manner,
      ...(maybe ? { maybe } : {}),
      ...(also ? { also } : {}),
    };
  }

  /** None where the shop cannot say what it sells: everything else is understood all the same. */
  async function goodsFor(call: Call) {
    return (await sold.index(call)) ?? NO_GOODS;
  }

  async function understandWithin(call: Call, text: string, { turn, memory }: Pick<Scene, 'turn' | 'memory'>) {
    const { locale } = turn;
    const question = questionFor(turn, memory);
    const asked = question && {
      expects: question.expects,
      options: voice.say({ replies: [], ending: { kind: 'ask', question } }, { locale, wording: {}, seed: '' }).options,
      ...(question.elicits ? { elicits: question.elicits } : {}),
      question: { id: question.id, ...weightOf(question) },
    };
    const told = toldLast(memory, question);
    const goods = await goodsFor(call);
    const hear = async (words: string, more: Partial<HearingContext> = {}) =>
      hearing.hear(words, { ...more, locale, goods, told });
    const found = await hear(text, asked ?? {});
    const timed = mayTime(found, question, memory) ? await hear(text, TIMED) : found;
    const heard = await withPhone(isTime(timed) ? timed : found, text, { question, hear });
    return orDanger(asCode(heard, text, question), { question, memory }, () => hearing.alarms(text, locale));
  }

  return {
    hear: async (scene) => ({ ...scene, turn: { ...scene.turn, heard: await heardIn(scene) } }),
    understand: (text, at) => understandWithin(callOf(at.turn), text, at),
  };
}

/** Where a call is promised and nobody has taken it: "no, tomorrow morning" is when it shall be, if nothing else is meant. */
function mayTime({ intent, score, manner }: HeardText, question: Question | null, { owner, handOff }: Memory): boolean {
  const isPromised = owner === 'human' && handOff?.call !== undefined && handOff.agent === undefined;
  const isUnclear = score < 1 || (intent === 'No' && manner.left.length > 0);
  return isPromised && isUnclear && !(question && policyOf(question).commits);
}

type Where = { readonly question: Question | null; readonly memory: Memory };

/** What nobody makes anything of, neither the bot nor a person it goes to, may still alarm. */
function orDanger(heard: HeardText, { question, memory }: Where, alarms: () => boolean): HeardText {
  const isForPerson = memory.owner === 'human' || (question !== null && policyOf(question).role === 'takes-words');
  const isLost = heard.intent === 'Fallback' && heard.score < 1 && !isForPerson;
  if (!isLost || !alarms()) return heard;
  return { intent: 'Emergency', slots: {}, score: 0, rivals: heard.rivals, manner: heard.manner };
}

const TIMED = { expects: ['time'], elicits: { intent: 'TalkToHuman', slot: 'time' } } as const;

function isTime({ intent, slots, manner }: HeardText): boolean {
  const isWhole = !manner.guessed && !manner.negated && manner.left.length === 0;
  return isWhole && intent === 'TalkToHuman' && (slots.time ?? slots.date) !== undefined;
}

type Chosen = { readonly manner: Manner; readonly also: HeardText['also'] | undefined };

/** Where a choice gives something at once, "no refund" chooses none, nor does one with another wish behind it. */
function chosen(option: string, { manner, also }: Chosen, question: Question | null): Heard {
  const mayBe = question === null || !policyOf(question).commits || (isPlain(manner) && !also);
  return mayBe ? { kind: 'choice', option } : { kind: 'intent', intent: 'Fallback', slots: {}, manner };
}

/** By whom, and whether it is of an order, or what is asked takes details of one: "when would it come". */
function toldLast({ last, topic }: Memory, question: Question | null): NonNullable<HearingContext['told']> {
  const [by = ''] = last?.replies[0]?.key.split('.') ?? [];
  const takesDetails = question !== null && askOf(question)?.ask.amendedBy.includes('Reorder') === true;
  return { by, isOrder: topic.orderId !== undefined || takesDetails };
}

/** The question that what is said now would answer; null: none is open. */
export function questionFor(turn: Turn, memory: Memory): Question | null {
  return openFor(turn, memory)?.question ?? null;
}

/** What each slot of an intent holds. */
export function slotTypesOf(intent: IntentName) {
  return INTENT_TABLE[intent].slots;
}

/** What a yes to it is worth. */
function weightOf(question: Question) {
  const { commits, offers, wholeBy } = policyOf(question);
  return { commits, goods: offers(question.state), ...(wholeBy ? { wholeBy } : {}) };
}

/** Whether the shop's own words are needed to tell what was said in a slot. */
function namesGoods({ intent, slots }: Request): boolean {
  const types = slotTypesOf(intent);
  return Object.keys(slots).some((name) => types[name] === 'Product');
}

/** A guest in text who has not joined anybody's conversation. */
function isAlone({ turn, shopper, conversationId }: Scene): boolean {
  return turn.form === 'text' && shopper === null && conversationId === conversationOf(turn, null);
}

/** A button of a question that is not open any more says what its label says. */
function typedIfLate(heard: Heard, isOpen: boolean): Heard {
  const late = heard.kind === 'choice' && !isOpen && heard.label !== undefined;
  return late ? { kind: 'text', text: heard.label } : heard;
}
