/** Joins the parts. A turn reads here as it runs: meet, hear, decide, say, commit. */

import type { Logger } from 'pino';
import { type Decision, decide } from '../dialogue/decide';
import type { Scene } from '../intents/kit/define';
import { openFor, waitingFor } from '../intents/kit/questions';
import type { Services } from '../intents/kit/services';
import { typedToken } from '../intents/parts/join';
import { oneMoment, unexpected } from '../intents/parts/trouble';
import type { Hearing } from '../language/hearing/hear';
import type { HeardText } from '../language/hearing/heard';
import type { Said as SaidWithWording, Voice } from '../language/speech/say';
import { rememberAccounts } from '../services/commerce/accounts-cache';
import type { Merchant } from '../services/commerce/merchant';
import { createOrdering } from '../services/commerce/ordering';
import { patient } from '../services/commerce/patience';
import type { Shop } from '../services/commerce/shop';
import type { Availability, Desk } from '../services/hand-off/desk';
import { readAnswer } from '../services/privacy/written';
import type { Reach } from '../services/reach/reach';
import type { Store } from '../services/store';
import type { Answer, Said } from '../vocabulary/answer';
import type { Heard, Turn } from '../vocabulary/heard';
import type { OpenQuestion } from '../vocabulary/memory';
import type { Outcome } from '../vocabulary/outcome';
import type { PlainDate } from '../vocabulary/values';
import { type Arrival, conversationOf, createMeeting, createRecognition, type Whose } from './meet';
import { mailsOf, type Receipt, receiptsFor, tellWhatWasDone, toldIn } from './owed';
import { commitOf } from './write/commit';

export type Needs = {
  readonly store: Store;
  readonly shop: Shop;
  readonly merchant: Merchant;
  readonly desk: Pick<Desk, 'availability'>;
  readonly reach: Reach;
  readonly voice: Voice;
  readonly hearing: Hearing;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  /** The shop's calendar. */
  readonly today: (timeZone: string) => PlainDate;
  /** Unguessable. */
  readonly random: () => string;
  readonly log: Pick<Logger, 'error'>;
};

export type App = {
  /**
   * Answers a turn: within its deadline whatever the back ends do, and never by throwing. The turn is committed when
   * this resolves. `onSlow` gets "one moment" when the answer takes longer than a breath.
   */
  answer(turn: Turn, onSlow?: (words: Said) => void): Promise<Answer>;
  /** Whose conversation somebody is part of, for a channel that shows one. Never throws for an unknown token. */
  conversationOf(arrival: Arrival): Promise<Whose>;
  /** What typed words mean where the conversation stands; nothing is decided or written. For whoever watches. */
  understand(text: string, at: Pick<Scene, 'turn' | 'memory'>): Promise<HeardText>;
};

/** How far a turn came. Without an answer another turn was faster, and it is decided once more. */
type Taken = {
  readonly answer: Answer | null;
  /** Proposals whose outcome it learnt before. */
  readonly did: readonly string[];
  /** The question it came to answer; undefined before it was first read. */
  readonly asked?: OpenQuestion | null;
};

/** After this long without an answer the shopper hears "one moment". */
const SLOW_MS = 1_200;
/** A conflict means that another turn of the same shopper was faster: as many as they have speakers and phones. */
const MOST_TRIES = 8;

export function createApp(needs: Needs): App {
  const { store, voice, now, log } = needs;
  const services = join(needs);
  const meet = createMeeting({ accounts: services.accounts, store, services });

  async function take(turn: Turn, started: number, before: Taken): Promise<Taken> {
    const met = await meet({ ...turn, at: started });
    const asked = waitingFor(turn, met.scene.memory.questions);
    const { did } = before;
    const scene = await heardIn(sinceThen(met.scene, asked, before));
    const decision = await tellWhatWasDone(await decide(scene), scene, did);
    const receipts = await receiptsFor(decision, scene);
    const { said, wording } = say(decision, scene, receipts);
    const answer = { said, ...understood(scene.turn, decision) };
    const write = await commitOf(
      { decision, answer, wording, scene, arrived: turn, version: met.version, started },
      needs,
    );
    const mails = await mailsOf(receipts, scene, voice);
    const outbox = [...write.outbox, ...mails.outbox];
    const committed = await store.conversations.commit({ ...write, outbox, joins: [...write.joins, ...mails.joins] });
    return committed === 'committed'
      ? { answer, did }
      : {
          answer: null,
          did: [...did, ...toldIn(decision.outcome)],
          asked: before.asked === undefined ? asked : before.asked,
        };
  }

  async function heardIn(scene: Scene): Promise<Scene> {
    return { ...scene, turn: { ...scene.turn, heard: await hear(scene) } };
  }

  /** Typed words become an intent; a voice channel's slots are completed (numbers, ordinals, goods). */
  async function hear(scene: Scene): Promise<Heard> {
    const { turn, memory } = scene;
    const { locale } = turn;
    const heard = typedIfLate(turn.heard, openFor(turn, memory) !== null);
    if (heard.kind === 'intent')
      return { ...heard, slots: needs.hearing.enrich(heard.slots, locale, await productsIn(locale)) };
    if (heard.kind !== 'text') return heard;
    const joined = isAlone(scene) ? typedToken(heard.text, scene) : null;
    if (joined) return joined;
    // "Hello" opens a visit; once something is asked, or to a person, it is only a courtesy.
    const isToPerson = turn.form === 'text' && memory.owner === 'human';
    if (!isToPerson && !openFor(turn, memory) && needs.hearing.launches(heard.text, locale))
      return { kind: 'launched' };
    const { intent, slots, choice, maybe, manner } = await understand(heard.text, { turn, memory });
    if (choice !== undefined) return { kind: 'choice', option: choice };
    return { kind: 'intent', intent, slots, manner, ...(maybe ? { maybe } : {}) };
  }

  async function productsIn(locale: string) {
    const listed = await services.shop.catalogue.products({ locale });
    return listed.ok ? listed.value : [];
  }

  async function understand(text: string, { turn, memory }: Pick<Scene, 'turn' | 'memory'>): Promise<HeardText> {
    const { locale } = turn;
    const question = openFor(turn, memory)?.question;
    const asked = question && {
      expects: question.expects,
      options: voice.say({ replies: [], ending: { kind: 'ask', question } }, { locale, wording: {}, seed: '' }).options,
      ...(question.elicits ? { elicits: question.elicits } : {}),
    };
    return needs.hearing.hear(text, { locale, products: await productsIn(locale), ...asked });
  }

  function say({ outcome, memory }: Decision, { turn }: Scene, [receipt]: readonly Receipt[]) {
    const quiet = outcome.replies.length === 0 && outcome.ending.kind === 'close';
    const complete = receipt && !outcome.card ? { ...outcome, card: receipt.card } : outcome;
    return quiet ? { said: null, wording: memory.wording } : inWords(complete, turn, memory.wording);
  }

  function inWords(outcome: Outcome, turn: Turn, before: SaidWithWording['wording'] = {}) {
    const { wording, ...said } = voice.say(outcome, { locale: turn.locale, wording: before, seed: turn.id });
    return { said, wording };
  }

  async function answer(turn: Turn): Promise<Answer> {
    const started = now();
    let taken: Taken = { answer: null, did: [] };
    try {
      for (let tries = 0; tries < MOST_TRIES; tries += 1) {
        const stored = await store.conversations.answerOf(turn.channel, turn.requestId);
        if (stored !== null) return readAnswer(stored, () => firstNameOf(turn));
        taken = await take(turn, started, taken);
        if (taken.answer) return taken.answer;
      }
      throw new Error('the conversation kept changing under this turn');
    } catch (error) {
      log.error({ turn: turn.id, err: error }, 'a turn broke');
      return apology(turn);
    }
  }

  async function firstNameOf(turn: Turn): Promise<string | null> {
    return (await meet(turn)).scene.shopper?.firstName ?? null;
  }

  /** The last resort: a sentence; the conversation stays as it was. */
  function apology(turn: Turn): Answer {
    const outcome = unexpected();
    const none = { question: null, intent: null, slots: {}, replies: outcome.replies.map(({ key }) => key) };
    return { said: inWords(outcome, turn).said, ...none, owner: 'bot' };
  }

  return {
    conversationOf: createRecognition({ ...services, store }),
    understand,
    async answer(turn, onSlow) {
      const timer = onSlow && setTimeout(() => onSlow(inWords(oneMoment(), turn).said), SLOW_MS);
      try {
        return await answer(turn);
      } finally {
        clearTimeout(timer);
      }
    },
  };
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

/** What another turn has asked meanwhile is not what this one answers: nobody had heard it. */
function sinceThen(scene: Scene, asked: OpenQuestion | null, { asked: before }: Taken): Scene {
  if (before === undefined) return scene;
  const what = (open: OpenQuestion | null) => JSON.stringify([open?.question.id, open?.question.state]);
  const at = what(asked) === what(before) ? scene.services.now() : 0;
  return { ...scene, turn: { ...scene.turn, at } };
}

/** The services on ports that keep to their time. */
function join(needs: Needs): Services & { readonly accounts: Shop['accounts'] } {
  const { merchant, store, now, wait, today, random, reach, calendar } = needs;
  const shop = patient(needs.shop, now);
  const ordering = createOrdering({
    purchases: shop.purchases,
    attempts: store.attempts,
    now,
    wait,
    sameOrderMinutes: merchant.limits.sameOrderMinutes,
  });
  const desk = { availability: () => availabilityOf(needs) };
  const accounts = rememberAccounts(shop.accounts, now);
  return { merchant, shop, ordering, desk, reach, calendar, now, today, random, accounts };
}

/** A desk that cannot say is taken for open: the shopper is promised no time. */
async function availabilityOf({ desk, log }: Needs): Promise<Availability> {
  try {
    return await desk.availability();
  } catch (error) {
    log.error({ err: error }, 'a desk could not say whether anybody is there');
    return { kind: 'open', waiting: 0 };
  }
}

function understood({ heard }: Turn, { outcome, memory }: Decision): Omit<Answer, 'said'> {
  const { ending, replies } = outcome;
  const question = ending.kind === 'ask' ? ending.question : null;
  return {
    question: question && {
      id: question.id,
      expects: question.expects,
      ...(question.elicits ? { elicits: question.elicits } : {}),
    },
    intent: heard.kind === 'intent' ? heard.intent : null,
    slots: heard.kind === 'intent' ? heard.slots : {},
    replies: replies.map(({ key }) => key),
    owner: memory.owner,
  };
}
