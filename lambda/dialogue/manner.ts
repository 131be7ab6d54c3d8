/** What the manner of an answer decides: what consents, what only sounds so, what is refused, and what may not start on a guess. */

import { didYouMean, miss } from '../intents/Fallback';
import type { Scene } from '../intents/kit/define';
import { confirmRefusal, leaveToThem, notThat, putAgain } from '../intents/parts/consent';
import { whatInstead } from '../intents/Reorder';
import type { Manner, Request } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import { isAmending, namesNothing, nothingToAmend } from './amending';
import { end } from './end';
import { askOf, INTENT_TABLE } from './index';
import { notThere } from './not-there';
import { asksOf, isBare, isUnordered, notWanted } from './not-wanted';
import type { Reaction } from './reaction';
import { changeRefused } from './refused-change';
import { remarkAtPurchase } from './remark-at-purchase';
import { act, answered, inFull } from './serve';
import { isPlain, shortOf } from './short-of';
import { isOfThese, whereItGoes } from './where-it-goes';

type Heard = { readonly request: Request; readonly open: OpenQuestion | null; readonly scene: Scene };

/** null: the manner decides nothing, and what was heard is served. */
export async function byManner(heard: Heard): Promise<Reaction | null> {
  const special = (await amendment(heard)) ?? (await notWanted(heard));
  if (special) return special;
  const { turn } = heard.scene;
  const manner = turn.heard.kind === 'intent' ? turn.heard.manner : undefined;
  const isSaidHere = heard.request.intent === 'CancelOrder' || isUnordered(heard.request);
  const here = !manner || isSaidHere ? await meantHere(heard) : null;
  if (here || !manner) return here;
  return (
    remarkAtPurchase(heard.request, manner, heard) ??
    (await notThere(heard.request, manner, heard)) ??
    (manner.negated ? null : await whereItGoes(heard.request, manner, heard)) ??
    wondered(heard, manner) ??
    (await refused(heard, manner)) ??
    (await unanswered(heard, manner)) ??
    guessed(heard, manner)
  );
}

/** Where Amazon decides the intent there are no words to look at: at a purchase, some requests can only mean that purchase. */
async function meantHere({ request: { intent, slots }, open, scene }: Heard): Promise<Reaction | null> {
  const policy = open && scene.policyOf(open.question);
  if (open && intent === 'CancelOrder' && isBare(slots) && callsOff(open, scene))
    return answered({ kind: 'no' }, open, scene);
  if (!open || policy?.group !== 'purchase') return null;
  if (policy.commits && isUnordered({ intent, slots })) return answered({ kind: 'no' }, open, scene);
  if (!policy.commits)
    return intent === 'CancelOrder' && isBare(slots) ? { acted: await end(scene), fate: 'closed' } : null;
  const { product, checkout, ...others } = slots;
  const goods = policy.offers(open.question.state).map(({ productId }) => productId);
  if (Object.keys(others).length > 0 || !isOfThese(product, goods)) return null;
  if (intent === 'CancelOrder') return answered({ kind: 'no' }, open, scene);
  if (intent === 'Reorder' && product?.refers) return answered({ kind: 'yes' }, open, scene);
  // Samples that look into a basket are heard as this too: it leads to the purchase, but is no yes to it.
  return intent === 'CartCheckout' ? { acted: putAgain(open.question, 'mild', scene), fate: 'kept' } : null;
}

/** "Cancel it", where something else than an order is about to be done: that is off. */
function callsOff({ question }: OpenQuestion, { policyOf, turn: { heard } }: Scene): boolean {
  const { commits, group } = policyOf(question);
  const isOfOrder = group !== null || askOf(question)?.ask.amendedBy.includes('CancelOrder') === true;
  const isRefused = heard.kind === 'intent' && heard.manner?.negated === true;
  return commits && !isOfOrder && !isRefused;
}

/** "Something else" is no to what is offered; a change of nothing that is being bought starts nothing. */
async function amendment({ request: { intent, slots }, open, scene }: Heard): Promise<Reaction | null> {
  if (intent !== 'Reorder') return null;
  const isBuying = open !== null && scene.policyOf(open.question).group === 'purchase';
  if (!isBuying) return nothingToAmend(slots, !asksOf(open, scene), { open, scene });
  return isAmending(slots) && slots.change?.ids[0] === 'else' ? instead(open, scene) : null;
}

/** What is only asked about never starts: it is the shopper's to decide. */
function wondered({ request }: Heard, { wonders }: Manner): Reaction | null {
  const { acts } = INTENT_TABLE[request.intent];
  return wonders && acts !== null ? { acted: leaveToThem(request, acts), fate: 'left' } : null;
}

/** What is refused never starts; at a question about that very thing it is a no. */
async function refused({ request, open, scene }: Heard, manner: Manner): Promise<Reaction | null> {
  const { intent, slots } = request;
  if (intent === 'No' || !(manner.negated || refusesByGuess(request, manner))) return null;
  const { acts, refusedIs } = INTENT_TABLE[intent];
  const partly = await changeRefused(request, open, scene);
  if (partly) return partly;
  if (open && isAbout(open, request, scene)) return answered({ kind: 'no' }, open, scene);
  if (open && manner.guessed && isOfPurchase(open, scene)) return instead(open, scene);
  const wish = manner.guessed ? null : (refusedIs?.(slots, scene.memory) ?? null);
  if (wish) return { acted: await act(intent, wish, scene), fate: 'left' };
  return { acted: confirmRefusal(acts, slots, scene), fate: 'left' };
}

/** What a refused thing is only like is none of ours: at a purchase it is that which is refused. */
function isOfPurchase({ question }: OpenQuestion, { policyOf }: Scene): boolean {
  const { commits, group } = policyOf(question);
  return commits && group === 'purchase';
}

/** In a guess a negation is never noise; those who cancel or complain say "not" of something else. */
const NEVER_NEGATED: ReadonlySet<string | null> = new Set(['buys', 'sends', 'hands-over']);

function refusesByGuess({ intent }: Request, { guessed, said }: Manner): boolean {
  const { acts, atOnce } = INTENT_TABLE[intent];
  return guessed && (atOnce || NEVER_NEGATED.has(acts)) && said.some(({ kind }) => kind === 'negation');
}

function isAbout({ question }: OpenQuestion, { intent, slots }: Request, { policyOf }: Scene): boolean {
  const { group, offers, role } = policyOf(question);
  const { acts } = INTENT_TABLE[intent];
  // "I don't want anything else".
  const { product, act, checkout } = slots;
  const isNoMore = role === 'closes' && !(product || act || checkout) && (intent === 'Recommend' || acts === 'buys');
  if (question.id.startsWith(`${intent}.`) || isNoMore) return true;
  if (group !== 'purchase' || acts !== 'buys') return false;
  const ids = offers(question.state).map(({ productId }) => productId);
  return !slots.product || slots.product.ids.length === 0 || slots.product.ids.some((id) => ids.includes(id));
}

/** A question that costs something takes a plain yes, and everything else by its manner. */
async function unanswered({ request: { intent }, open, scene }: Heard, manner: Manner): Promise<Reaction | null> {
  if (!open || !scene.policyOf(open.question).commits) return null;
  if (intent === 'No' && isCorrection(open, manner, scene)) return instead(open, scene);
  // "No, I meant the dog food", where a call is offered: of which the no is said of nobody knows.
  if (intent === 'No' && manner.corrects && manner.left.length > 0)
    return { acted: putAgain(open.question, shortOf(false, manner), scene), fate: 'kept', missed: true };
  if (intent === 'No') return null;
  const isMaybe = intent === 'Fallback' && scene.turn.heard.kind === 'intent' && scene.turn.heard.maybe !== undefined;
  if (intent === 'Yes' ? isPlain(manner) : intent !== 'Fallback' || (isMaybe && open.question.ifLeft !== 'wait'))
    return null;
  const why = shortOf(intent === 'Yes', manner);
  if (why === 'wait') return { acted: putAgain(open.question, why, scene), fate: 'kept' };
  if (scene.memory.misses.inARow > 0) return { acted: miss(open.question, scene), fate: 'kept', missed: true };
  const whole = why === 'asked' ? await inFull(open, scene) : null;
  return { acted: whole ?? putAgain(open.question, why, scene), fate: 'kept', missed: true };
}

/** "No, the other one" leaves words that a bare refusal would swallow. */
function isCorrection({ question }: OpenQuestion, { left, corrects }: Manner, { policyOf }: Scene): boolean {
  return policyOf(question).group === 'purchase' && (corrects || left.length > 0);
}

async function instead(open: OpenQuestion, scene: Scene): Promise<Reaction | null> {
  const off = await answered({ kind: 'no' }, open, scene);
  if (off?.acted.ending.kind !== 'done') return off;
  return { acted: { ...off.acted, replies: [notThat()], ending: whatInstead() }, fate: 'answered' };
}

/** Likeness may start what only tells; what acts only where no word is left over, else it is asked about. */
function guessed({ request, open, scene }: Heard, manner: Manner): Reaction | null {
  const { acts, atOnce } = INTENT_TABLE[request.intent];
  const isOpen = atOnce || manner.left.length > 0 || (acts === 'buys' && namesNothing(request.slots, open, scene));
  if (!manner.guessed || !isOpen || acts === null) return null;
  const { heard } = scene.turn;
  const maybe = heard.kind === 'intent' ? heard.maybe : undefined;
  const isWaiting = open !== null && askOf(open.question) !== null && open.question.ifLeft === 'wait';
  const asked = isWaiting ? null : didYouMean(maybe ?? (atOnce ? [request] : []), scene);
  if (asked) return { acted: asked, fate: 'left', missed: true };
  return { acted: miss(open?.question ?? null, scene), fate: 'kept', missed: true };
}
