/** The fourth stage of a turn: what was decided in words, and what of it whoever watches may know. */

import type { Decision } from '../dialogue/decide';
import type { Scene } from '../intents/kit/define';
import { askingOf, openFor } from '../intents/kit/questions';
import type { Voice } from '../language/speech/say';
import type { Answer } from '../vocabulary/answer';
import type { Turn } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Outcome } from '../vocabulary/outcome';
import { asWritten } from './as-written';
import { type OrderReceipt, receiptsFor } from './owed';
import { ownGoods } from './own-goods';
import type { Finished } from './write/finished';

type Worded = Pick<Finished, 'answer' | 'wording' | 'receipts' | 'unsealed'>;

export async function say(decision: Decision, scene: Scene, voice: Voice): Promise<Worded> {
  const receipts = await receiptsFor(decision, scene);
  const { outcome, unsealed } = await asWritten(decision.outcome, scene);
  const opened = { ...decision, outcome };
  const { said, wording } = inWords(opened, scene, { voice, receipt: receipts[0] });
  const answer = { said, ...understood(scene.turn, opened) };
  const hears = said === null ? undefined : await ownGoods(scene, answer);
  return { answer: { ...answer, ...(hears ? { hears } : {}) }, wording, receipts, unsealed };
}

type Wording = { readonly voice: Voice; readonly receipt: OrderReceipt | undefined };

function inWords({ outcome, memory }: Decision, scene: Scene, { voice, receipt }: Wording) {
  const { turn } = scene;
  const isQuiet = outcome.replies.length === 0 && outcome.ending.kind === 'close';
  if (isQuiet) return { said: null, wording: memory.wording };
  const complete = receipt && !outcome.card ? { ...outcome, card: receipt.card } : outcome;
  const { locale, id: seed, device } = turn;
  const running = isRunning(outcome, scene);
  const how = { locale, wording: memory.wording, seed, running, screen: device?.screen === true };
  const { wording, ...said } = voice.say(complete, how);
  return { said, wording };
}

const READ_ON: ReadonlySet<IntentName> = new Set<IntentName>(['Repeat', 'More', 'Previous']);

/** The same question as before this turn, unless it was to be repeated, or its list read on. */
function isRunning({ ending }: Outcome, { turn, memory }: Scene): boolean {
  const before = openFor(turn, memory)?.question;
  const wantsAll = turn.heard.kind === 'intent' && READ_ON.has(turn.heard.intent);
  if (ending.kind !== 'ask' || before?.id !== ending.question.id || wantsAll) return false;
  return JSON.stringify(before.with) === JSON.stringify(ending.question.with);
}

function understood({ heard, device }: Turn, { outcome, memory }: Decision): Omit<Answer, 'said'> {
  const { ending, replies } = outcome;
  const question = ending.kind === 'ask' ? ending.question : null;
  return {
    question: question && {
      id: question.id,
      expects: question.expects,
      ...(question.elicits ? { elicits: question.elicits } : {}),
      ...(device?.screen ? { asking: askingOf(memory.questions.at(-1)) } : {}),
    },
    intent: heard.kind === 'intent' ? heard.intent : null,
    slots: heard.kind === 'intent' ? heard.slots : {},
    replies: replies.map(({ key }) => key),
    owner: memory.owner,
  };
}
