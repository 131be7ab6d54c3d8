/** Gives what was heard to whom it is for: an intent, or whoever asked the open question; strangers only what anybody may have. */

import type { Acted, AnswerGiven, Part, Scene, ShopperScene, Where } from '../intents/kit/define';
import { causing } from '../intents/kit/effects';
import { looksBack } from '../intents/parts/order-back';
import { askToLink, troubleWith } from '../intents/parts/trouble';
import type { Request, Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import { atPlace } from '../vocabulary/places';
import { askOf, INTENT_TABLE } from './index';
import type { Reaction } from './reaction';

export async function act(name: IntentName, slots: Slots, scene: Scene): Promise<Acted> {
  const found = INTENT_TABLE[name];
  const stopped = strangerAt(found, scene);
  if (stopped)
    return (found.personal && found.ofThisTalk?.(slots, scene)) || wishing(stopped, { intent: name, slots }, scene);
  // The check above makes this a shopper's scene wherever the intent is personal.
  return wishing(await found.act(named(slots), scene as ShopperScene), { intent: name, slots }, scene);
}

/** Whoever is asked to link is gone on with, once they have. */
function wishing(acted: Acted, request: Request, { services }: Scene): Acted {
  if (acted.card?.kind !== 'link-account') return acted;
  return causing(acted, { kind: 'wished', wished: { request, at: services.now() } });
}

/** "Order it" names no goods: what was talked about is meant. */
function named(slots: Slots): Slots {
  return Object.fromEntries(Object.entries(slots).filter(([, { refers }]) => !refers));
}

/** What a stranger hears who asks for something personal; null: go ahead. */
function strangerAt(part: Part, scene: Scene): Acted | null {
  if (!part.personal || scene.shopper) return null;
  if (scene.stranger === 'unreachable') return troubleWith({ kind: 'unavailable' }, scene);
  return askToLink(scene.stranger ?? 'guest', scene);
}

export async function answered(
  answer: AnswerGiven | null,
  open: OpenQuestion | null,
  scene: Scene,
): Promise<Reaction | null> {
  const asked = open && askOf(open.question);
  if (!answer || !open || !asked) return null;
  const acted =
    strangerAt(asked.part, scene) ?? (await asked.ask.answer(answer, open.question.state, scene as ShopperScene));
  if (acted === null) return null;
  if (!('instead' in acted)) return { acted, fate: 'answered' };
  const { intent, slots } = acted.instead;
  return { acted: await act(intent, slots, scene), fate: 'answered' };
}

/** "Skip this one": where there are no pages to turn, the question is passed over, and nothing comes of it. */
export async function skipped(name: IntentName, open: OpenQuestion | null, scene: Scene): Promise<Reaction | null> {
  return name === 'Next' ? answered({ kind: 'no' }, open, scene) : null;
}

type Asked = { readonly open: OpenQuestion | null; readonly scene: Scene };

/** Of typed words it was seen whether they are a place and nothing else. */
function isTyped({ turn: { heard } }: Scene): boolean {
  return heard.kind === 'intent' && heard.manner !== undefined;
}

/** What was heard as an answer to this question, if it can be one. */
export function toAnswer(name: IntentName, slots: Slots, { open, scene }: Asked): AnswerGiven | null {
  const { options } = open?.question ?? {};
  // At a speaker a number alone is a place in the list, where it may also be "make it one"; "one coffee" is an order.
  const mayBePlace = options !== undefined && !isTyped(scene) && !(open && scene.policyOf(open.question).commits);
  const isBare = mayBePlace && Object.keys(slots).length === 1;
  const number = ordinalIn(slots) ?? (isBare ? slots.quantity?.number : undefined);
  const chosen = number === undefined ? undefined : atPlace(options ?? [], number);
  if (chosen) return { kind: 'option', option: chosen.id };
  switch (name) {
    case 'Yes':
      return { kind: 'yes' };
    case 'No':
      return refusing(slots);
    case 'More':
    case 'Next':
      return { kind: 'page', to: 'next' };
    case 'Previous':
      return { kind: 'page', to: 'previous' };
    case 'Select':
      return open && isOrdinalOf(open, slots) ? { kind: 'slots', slots } : null;
    default:
      if (looksBack(slots)) return null;
      return open && askOf(open.question)?.ask.amendedBy.includes(name) ? { kind: 'slots', slots } : null;
  }
}

/** "Too expensive": what is asked may know something cheaper. */
function refusing(slots: Slots): AnswerGiven {
  return slots.detail ? { kind: 'slots', slots } : { kind: 'no' };
}

/** "The second", of what was offered before the purchase was summed up. */
function isOrdinalOf({ question }: OpenQuestion, slots: Slots): boolean {
  const asked = askOf(question)?.ask;
  return asked?.policy.group === 'purchase' && asked.policy.commits && ordinalIn(slots) !== undefined;
}

/** "The second one", in whichever slot the channel put it. */
function ordinalIn(slots: Slots): number | undefined {
  return Object.values(slots).find((slot) => slot.ordinal !== undefined)?.ordinal;
}

/** The question once more; null where nobody asks it any more. */
export async function askedAgain(open: OpenQuestion, where: Where, scene: Scene): Promise<Acted | null> {
  const asked = askOf(open.question);
  if (!asked) return null;
  return strangerAt(asked.part, scene) ?? asked.ask.again(open.question, where, scene as ShopperScene);
}

/** "Where does it go?", "which order?": most of what can be asked about it is in the whole of it. null: there is no more than the question. */
export async function inFull(open: OpenQuestion, scene: Scene): Promise<Acted | null> {
  const again = await askedAgain(open, 'elsewhere', scene);
  return again && again.replies.length > 0 && again.ending.kind === 'ask' ? again : null;
}
