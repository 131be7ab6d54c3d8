/** "Undo that", "I didn't want that": for a moment they mean the order that was just placed, and nothing that is being asked. */

import type { Scene } from '../intents/kit/define';
import type { QuestionRole } from '../intents/kit/policy';
import { justPlaced, undo } from '../intents/parts/undo';
import type { Manner, Request, Slots } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import { INTENT_TABLE } from './index';
import type { Reaction } from './reaction';

type Heard = { readonly request: Request; readonly open: OpenQuestion | null; readonly scene: Scene };

/** "Undo that", "I never said yes": for a moment they mean the order just placed; "cancel my order" means the one that was told. */
export async function notWanted({ request: { intent, slots }, open, scene }: Heard): Promise<Reaction | null> {
  const { heard } = scene.turn;
  const manner = heard.kind === 'intent' ? heard.manner : undefined;
  const isFresh = justPlaced(scene);
  const isOff = intent === 'CancelOrder' || intent === 'Cancel';
  if (isAbove(open, isFresh, scene) || (isOff && isHeldBack(manner))) return null;
  if (intent === 'CancelOrder' && isBare(slots)) return undone(scene, isWhole(manner));
  const isNegated = manner?.negated === true && INTENT_TABLE[intent].acts === 'buys' && isOfTold(slots, scene);
  const isUndo =
    isUnordered({ intent, slots }) || intent === 'Cancel' || isNegated || (intent === 'No' && open === null);
  // A bare "no", or a word that may mean the question, is asked about.
  return isFresh && isUndo ? undone(scene, intent !== 'No' && !asksOf(open, scene) && isWhole(manner)) : null;
}

/** "I didn't order anything": of what was ordered a moment ago it means that. */
export function isUnordered({ intent, slots }: Request): boolean {
  const { problem, ...others } = slots;
  return intent === 'DeliveryProblem' && problem?.ids[0] === 'wrong' && Object.keys(others).length === 0;
}

/** "Don't cancel it", "should I cancel it?": the order stays, however fresh it is. */
function isHeldBack(manner: Manner | undefined): boolean {
  return (
    manner !== undefined && (manner.negated || manner.wonders || manner.said.some(({ kind }) => kind === 'negation'))
  );
}

/** A guess, and whatever has a word that nobody understood, is asked about before it is done. */
function isWhole(manner: Manner | undefined): boolean {
  return !manner || !(manner.guessed || manner.left.length > 0);
}

/** Nothing is named but "it". */
export function isBare(slots: Slots): boolean {
  return Object.values(slots).every(({ refers }) => refers);
}

/** "I don't want tea" is not said of coffee. */
function isOfTold({ product }: Slots, { memory: { topic } }: Scene): boolean {
  return (
    !product || product.refers === true || (topic.productId !== undefined && product.ids.includes(topic.productId))
  );
}

async function undone(scene: Scene, isSure: boolean): Promise<Reaction | null> {
  const acted = await undo(scene, isSure);
  return acted && { acted, fate: 'answered' };
}

/** What is being asked has a matter of its own. */
export function asksOf(open: OpenQuestion | null, { policyOf }: Scene): boolean {
  return open !== null && !NO_MATTER.has(policyOf(open.question).role);
}

const NO_MATTER: ReadonlySet<QuestionRole | null> = new Set([
  'opens',
  'closes',
  'in-passing',
  'repairs',
  'offers-person',
]);

/** What is asked goes before the order that was placed: right after it only what weighs as much. */
function isAbove(open: OpenQuestion | null, isFresh: boolean, scene: Scene): boolean {
  if (!open || !asksOf(open, scene)) return false;
  const { commits, group } = scene.policyOf(open.question);
  return !isFresh || commits || group === 'purchase';
}
