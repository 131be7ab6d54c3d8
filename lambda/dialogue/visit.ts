/** How a visit begins, goes on and ends without anything being asked for: a launch, Alexa's return, a silence. */

import type { Scene } from '../intents/kit/define';
import { causing } from '../intents/kit/effects';
import { leftoverFor } from '../intents/kit/questions';
import { aftercare } from '../intents/parts/aftercare';
import { confirmationSent } from '../intents/parts/data-sent';
import { toldNow } from '../intents/parts/later';
import { newsAtVisit } from '../intents/parts/ordernews-told';
import { inGoodHands, news, sorry } from '../intents/parts/person';
import { pinGiven } from '../intents/parts/purchase';
import { isOrdered } from '../intents/parts/purchase-state';
import { leaveGiven } from '../intents/parts/reminder';
import { leftFrom, nowLinked, shallWeGoOn, welcome, welcomed } from '../intents/parts/welcome';
import { resumed } from '../intents/SendToPhone';
import { handedOver } from '../intents/TalkToHuman';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Reaction } from './reaction';
import { act, askedAgain } from './serve';

/** People's answers come before everything else; then who has the conversation; then what was left open; then a welcome. */
export async function launch(scene: Scene): Promise<Reaction> {
  const wishedFor = await goneOn(scene);
  if (wishedFor) return wishedFor;
  const found = leftoverFor(scene.turn, scene.memory, scene.services.now());
  const over = found && isOrdered(found.question, scene.late) ? found : null;
  const left = over ? null : found;
  const gone = over ? { moved: over } : {};
  const people = news(scene.memory) ?? inGoodHands(scene) ?? sorry(scene, left !== null);
  const first = people ?? (await aftercare(scene)) ?? (await newsAtVisit(scene));
  if (first) return { acted: welcomed(first, scene), fate: 'closed', ...gone, ...(left ? { beneath: left } : {}) };
  if (left && isNews(scene)) return { acted: { replies: [], ending: shallWeGoOn() }, fate: 'closed', beneath: left };
  const again = left && (await askedAgain(left, 'elsewhere', scene));
  if (!left || again?.ending.kind !== 'ask') {
    const told = await toldNow(scene);
    const acted = told ? welcomed(told, scene) : welcome(scene);
    return { acted, fate: 'closed', ...gone };
  }
  return { acted: { ...again, replies: [leftFrom(left), ...again.replies] }, fate: 'closed', moved: left };
}

/** Whoever has linked for something hears it, without asking again; once. */
async function goneOn(scene: Scene): Promise<Reaction | null> {
  const { wished, memory, turn } = scene;
  if (!wished || wished.at <= (memory.wished?.at ?? 0)) return null;
  const { intent, slots } = wished.request;
  const asking = { ...turn, heard: { kind: 'intent', intent, slots } } as const;
  const acted = await act(intent, slots, { ...scene, turn: asking });
  return { acted: causing(nowLinked(intent, acted), { kind: 'wished', wished }), fate: 'closed' };
}

/** What became of an earlier order is told first, and aloud that is enough for one breath. */
function isNews({ turn, late }: Scene): boolean {
  return turn.form === 'speech' && late.some(({ outcome }) => outcome.kind !== 'unknown');
}

/** Alexa gives the shopper back after she pushed a link, asked for consent, or for a PIN. */
export async function cameBack(scene: Scene): Promise<Reaction> {
  const { heard } = scene.turn;
  const passed = heard.kind === 'resumed' ? (handedOver(heard, scene) ?? confirmationSent(heard, scene)) : null;
  if (passed) return { acted: passed, fate: 'closed' };
  const pin = await pinGiven(scene);
  if (pin) return { acted: pin.acted, fate: 'answered', moved: pin.asked };
  const acted = (await resumed(scene)) ?? (await leaveGiven(scene));
  return acted ? { acted, fate: 'kept' } : launch(scene);
}

/** The first silence is asked into once more, the second ends the visit; what was being made is kept for the next. */
export function silence(open: OpenQuestion | null, { memory }: Scene): Reaction {
  if (!open || memory.misses.silences > 0) return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  const { question } = open;
  const reply = { key: `${question.id}.reprompt`, with: question.with };
  return { acted: { replies: [reply], ending: { kind: 'ask', question } }, fate: 'kept' };
}
