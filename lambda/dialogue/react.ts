/** Who gets what was heard: the open question first, then the intent that was named, then the repair ladder. */

import { didYouMean, miss } from '../intents/Fallback';
import { helpWith } from '../intents/Help';
import type { Acted, Scene } from '../intents/kit/define';
import { elsewhereFor, unheardBy } from '../intents/kit/questions';
import { seenFromToday } from '../intents/kit/seen-from';
import { wordsChanged } from '../intents/parts/changed-words';
import { askedShort, isCourtesy } from '../intents/parts/courtesy';
import { cameThrough } from '../intents/parts/join';
import { filesCame } from '../intents/parts/sent-files';
import { troubleWith } from '../intents/parts/trouble';
import { nothingAsked } from '../intents/parts/welcome';
import { noted, tookOver } from '../intents/TalkToHuman';
import { isOverBy, thankedAt } from '../intents/Thanks';
import { type Manner, type Request, type Slots, TOOK_OVER } from '../vocabulary/heard';
import { type IntentName, SHOP_INTENTS } from '../vocabulary/intents';
import type { OpenQuestion } from '../vocabulary/memory';
import { isAmending } from './amending';
import { askedAfter, ofOwnData } from './asked-after';
import { end } from './end';
import { byManner } from './manner';
import { payingAgain } from './paying-again';
import type { Reaction } from './reaction';
import { act, answered, askedAgain, skipped, toAnswer } from './serve';
import { priceOfOption, toldAside } from './told-aside';
import { touched } from './touch';
import { cameBack, launch, silence } from './visit';
import { onlyADay } from './yes-with-a-day';

export async function react(open: OpenQuestion | null, scene: Scene): Promise<Reaction> {
  const { heard } = scene.turn;
  switch (heard.kind) {
    case 'launched':
      return launch(scene);
    case 'resumed':
      return cameBack(scene);
    case 'joined':
      return { acted: await cameThrough(scene), fate: 'closed' };
    case 'intent':
      if (heard.manner?.drops) return dropping(heard, scene);
      return (
        forPerson(heard.intent, { open, scene }) ??
        onlyADay(heard, open, scene) ??
        (await payingAgain(heard, open, scene)) ??
        (await byManner({ request: heard, open, scene })) ??
        (await askedAfter(heard, open, scene)) ??
        (await priceOfOption(heard, open, scene)) ??
        (await ofOwnData(heard, scene)) ??
        intent(heard.intent, heard.slots, { open, scene })
      );
    case 'choice':
      return (await touched(heard, open, scene)) ?? missed(open, scene);
    case 'files':
    case 'place':
      return { acted: filesCame(open?.question ?? null, scene), fate: 'kept' };
    case 'changed':
      return { acted: wordsChanged(open?.question ?? null, scene), fate: 'kept' };
    case 'silence':
      return silence(open, scene);
    case 'event':
      if (heard.name === TOOK_OVER) return { acted: tookOver(scene), fate: 'kept' };
      return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
    default:
      return { acted: { replies: [], ending: { kind: 'close' } }, fate: 'kept' };
  }
}

/** "Forget about it and …": what was open is over, and nothing else of it is said. */
async function dropping({ intent: name, slots }: Request, scene: Scene): Promise<Reaction> {
  return { acted: await act(name, slots, scene), fate: 'answered' };
}

type At = { readonly open: OpenQuestion | null; readonly scene: Scene };

async function intent(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  switch (name) {
    case 'Stop':
    case 'Cancel':
    case 'NavigateHome':
      return { acted: await end(scene), fate: 'closed' };
    case 'StartOver':
      return { acted: await act(name, slots, scene), fate: 'closed' };
    case 'Help':
      return open
        ? { acted: helpWith(open.question, scene), fate: 'kept' }
        : { acted: await act(name, slots, scene), fate: 'left' };
    case 'Thanks':
      return open ? thanked(open, scene) : { acted: await act(name, slots, scene), fate: 'kept' };
    case 'Repeat':
      return repeat(open, scene);
    case 'Fallback':
      return unsure(open, scene) ?? missed(open, scene);
    default:
      if (isCourtesy(name)) return courteous({ intent: name, slots }, { open, scene });
      return (
        (await answered(toAnswer(name, slots, { open, scene }), open, scene)) ??
        (await skipped(name, open, scene)) ??
        (await nothingOfIt(name, slots, { open, scene })) ??
        subject(name, slots, { open, scene })
      );
  }
}

/** An answer to what a person should know, whatever else it sounds like. Alexa sends no words of what she did not understand. */
function forPerson(name: IntentName, { open, scene }: At): Reaction | null {
  const { heard } = scene.turn;
  const isAsked = open !== null && scene.policyOf(open.question).role === 'takes-words';
  const isTyped = heard.kind === 'intent' && heard.manner !== undefined;
  const hasWords = SHOPS.has(name) || (isTyped && !TO_US.has(name) && !isBareNo(name, heard.manner));
  // Its own free words are its own to pass on.
  const acted = isAsked && hasWords && name !== 'TalkToHuman' ? noted(scene) : null;
  return acted && { acted, fate: 'answered' };
}

/** Of typed words only these are for the bot itself. */
const TO_US: ReadonlySet<IntentName> = new Set<IntentName>([
  ...(['Yes', 'Stop', 'Cancel', 'NavigateHome', 'StartOver', 'Help', 'Repeat', 'Next', 'Thanks', 'Emergency'] as const),
]);

/** "No" is nothing to pass on; "no, I meant the ninth" is. */
function isBareNo(name: IntentName, manner: Manner): boolean {
  return name === 'No' && manner.left.length === 0 && !manner.corrects;
}

const SHOPS: ReadonlySet<IntentName> = new Set(SHOP_INTENTS);

/** Neither a miss nor an answer: what was open stays open. */
async function courteous({ intent, slots }: Request, { open, scene }: At): Promise<Reaction> {
  return { acted: askedShort(await act(intent, slots, scene), open?.question ?? null), fate: 'kept' };
}

function thanked({ question }: OpenQuestion, scene: Scene): Reaction {
  const isOver = isOverBy(scene.policyOf(question).role);
  return { acted: thankedAt(question, scene), fate: isOver ? 'answered' : 'kept' };
}

/** Asked or changed of something, and what is asked knows nothing of it: no order of its own. */
async function nothingOfIt(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction | null> {
  if (!open) return null;
  const isChange = name === 'Reorder' && isAmending(slots) && !slots.product;
  const isOther = FOR_GOODS.has(name) && isForWhatWasBad(slots, open, scene);
  const told = isChange ? await toldAside(slots, open, scene) : null;
  return told ?? (isChange || isOther ? missed(open, scene) : null);
}

const FOR_GOODS: ReadonlySet<IntentName> = new Set<IntentName>(['Reorder', 'ReturnRefund']);

/** "Order a new one", where something is offered for a bad delivery: goods of no shop's are no reason to leave that. */
function isForWhatWasBad({ product }: Slots, open: OpenQuestion, { policyOf }: Scene): boolean {
  const { group, commits } = policyOf(open.question);
  return group === 'complaint' && commits && product !== undefined && product.ids.length === 0 && !product.refers;
}

/** No answer to the open question: a new subject, or a word that answers nothing here. */
async function subject(name: IntentName, slots: Slots, { open, scene }: At): Promise<Reaction> {
  if (!ANSWER_WORDS.has(name)) return { acted: await act(name, slots, scene), fate: 'left' };
  if (open) return missed(open, scene);
  if (isOutOfReach(scene)) return { acted: troubleWith({ kind: 'unavailable' }, scene), fate: 'left' };
  const elsewhere = unheardBy(scene.turn, scene.memory) ?? elsewhereFor(scene.turn, scene.memory, scene.services.now());
  const again = elsewhere && (await askedAgain(elsewhere, 'elsewhere', scene));
  return elsewhere && again
    ? { acted: again, fate: 'left', moved: elsewhere }
    : { acted: nothingAsked(), fate: 'left' };
}

/** What was asked of them before nobody knows now: that nothing was would not be true. */
function isOutOfReach({ stranger, turn }: Scene): boolean {
  return stranger === 'unreachable' && !turn.session.isNew;
}

const ANSWER_WORDS: ReadonlySet<IntentName> = new Set(['Yes', 'No', 'Select', 'More', 'Next', 'Previous']);

/** "Did you mean …?": of typed words, and where no question of weight is open. It counts as a miss. */
function unsure(open: OpenQuestion | null, scene: Scene): Reaction | null {
  const { heard } = scene.turn;
  const maybe = heard.kind === 'intent' ? heard.maybe : undefined;
  const acted = maybe && open?.question.ifLeft !== 'wait' ? didYouMean(maybe, scene) : null;
  return acted && { acted, fate: 'left', missed: true };
}

function missed(open: OpenQuestion | null, scene: Scene): Reaction {
  return { acted: miss(open?.question ?? null, scene), fate: 'kept', missed: true };
}

/** What was said last, once more and in full. */
function repeat(open: OpenQuestion | null, scene: Scene): Reaction {
  const { last } = scene.memory;
  if (!last) return { acted: nothingAsked(), fate: 'left' };
  const ending: Acted['ending'] = open ? { kind: 'ask', question: open.question } : { kind: 'done' };
  return { acted: { replies: seenFromToday(last.replies, scene), ending }, fate: 'kept' };
}
