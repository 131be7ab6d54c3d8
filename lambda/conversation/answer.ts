/** One turn, told as it runs: meet, hear, decide, say, commit. */

import { type Decision, decide } from '../dialogue/decide';
import type { Scene } from '../intents/kit/define';
import { effectOf } from '../intents/kit/effects';
import { oneMoment, unexpected } from '../intents/parts/trouble';
import type { Hearing } from '../language/hearing/hear';
import type { Voice } from '../language/speech/say';
import { realTimer, type Timer } from '../services/in-time';
import type { Answer, Answered, SaidWords } from '../vocabulary/answer';
import type { Turn } from '../vocabulary/heard';
import { createEar, type Ear } from './hear';
import { createLanes } from './lanes';
import { type Arrival, createMeeting, createRecognition, type Recognised } from './meet';
import { tellWhatWasDone } from './owed';
import { ownLine } from './own-line';
import { retry, type Try } from './retry';
import { phoneTaken } from './said-phone';
import { say } from './say';
import { type ServiceNeeds, servicesOf } from './services';
import { learnt, NOTHING_YET, type Sofar, sinceThen } from './sofar';
import { swallowed, swallowedToo } from './swallow';
import { sayAlone, silence } from './words';
import { commitOf } from './write/commit';
import type { Finished } from './write/finished';

export type AppNeeds = ServiceNeeds & {
  readonly voice: Voice;
  readonly hearing: Hearing;
  /** What rings when a turn is out of time. */
  readonly timer?: Timer;
  /** Told of each turn that broke. */
  readonly onBroke?: (turn: Pick<Turn, 'channel' | 'locale'>) => void;
};

export type App = {
  /**
   * Answers a turn: within its deadline whatever hangs, and never by throwing. `onSlow` gets "one moment" when the
   * answer takes longer than a breath.
   */
  answer(turn: Turn, onSlow?: (words: SaidWords) => void): Promise<Answered>;
  /** Recognised conversation somebody is part of, for a channel that shows one. Never throws for an unknown token. */
  conversationOf(arrival: Arrival): Promise<Recognised>;
  /** What typed words mean where the conversation stands; nothing is decided or written. For whoever watches. */
  understand: Ear['understand'];
};

type Arrived = Finished['arrived'];

/** After this long without an answer the shopper hears "one moment". */
const SLOW_MS = 1_200;
/** A conflict means that another turn of the same shopper was faster: more than anybody starts while one has time. */
const MOST_TRIES = 100;

export function createApp(needs: AppNeeds): App {
  const { store, voice, now, log, timer = realTimer } = needs;
  const services = servicesOf(needs);
  const meet = createMeeting({ admit: services.admit, store, services });
  const { hear, understand } = createEar(needs);

  const lanes = createLanes();

  async function once(turn: Arrived, signal: AbortSignal, sofar: Sofar): Promise<Try<Answered, Sofar>> {
    const met = await meet(turn, signal);
    if (met.kind === 'repeated') return { done: met.answered };
    const taken = swallowed(await ownLine(sinceThen(met.scene, sofar), { store, now }));
    const { scene, arrived } = swallowedToo(phoneTaken({ ...taken, scene: await hear(taken.scene) }));
    const decision = sofar.erased ?? (await tellWhatWasDone(await decide(scene), scene, sofar.did));
    const worded = await say(decision, scene, voice);
    const at = placeOf(decision, met.version, sofar);
    const write = await commitOf({ ...worded, decision, scene, arrived: { ...arrived, at: turn.at }, ...at }, needs);
    // Nobody waits for it any more, and nobody would hear what it says.
    if (signal.aborted) throw new Error('a turn was out of time');
    const isKept = (await store.conversations.commit(write)) === 'committed';
    return isKept ? { done: kept(worded.answer, decision, scene) } : { overtaken: learnt(sofar, scene, decision) };
  }

  /** The first try waits for nobody; what was overtaken goes on alone of its conversation. */
  function inLane(turn: Arrived, signal: AbortSignal, sofar: Sofar): Promise<Try<Answered, Sofar>> {
    const go = () => once(turn, signal, sofar);
    return sofar.conversationId === undefined ? go() : lanes.alone(sofar.conversationId, signal, go);
  }

  function answered(arrived: Turn): Promise<Answered> {
    const turn = { ...arrived, at: now() };
    const outOfTime = new AbortController();
    return withinTime(
      retry({ first: NOTHING_YET, most: MOST_TRIES }, (sofar) => inLane(turn, outOfTime.signal, sofar)),
      { timer, left: turn.deadline - turn.at, abort: () => outOfTime.abort() },
    );
  }

  return {
    conversationOf: createRecognition({ admit: services.admit, store, services }),
    understand,
    async answer(turn, onSlow) {
      const moment = onSlow && momentAfter(turn, onSlow, voice);
      try {
        return await answered(turn);
      } catch (error) {
        log.error({ turn: turn.id, err: error }, 'a turn broke');
        needs.onBroke?.(turn);
        return lost(turn, voice);
      } finally {
        clearTimeout(moment);
      }
    },
  };
}

/** What was erased in this very try begins anew. */
function placeOf({ outcome }: Decision, version: number, { erased }: Sofar): Pick<Finished, 'version' | 'follows'> {
  return effectOf(outcome, 'erased') && !erased ? { version: 0, follows: version } : { version, follows: 0 };
}

/** The last resort: a sentence; the conversation stays as it was. */
function lost({ locale, id }: Turn, voice: Voice): Answered {
  const { replies } = unexpected();
  const said = sayAlone({ replies }, { locale, seed: id }, voice);
  const answer = { ...silence('bot'), said, replies: replies.map(({ key }) => key) };
  return { answer, conversationId: null, kept: false, repeated: false };
}

function momentAfter({ locale, id }: Turn, onSlow: (words: SaidWords) => void, voice: Voice) {
  return setTimeout(() => onSlow(sayAlone(oneMoment(), { locale, seed: id }, voice)), SLOW_MS);
}

function kept(answer: Answer, { outcome }: Decision, scene: Scene): Answered {
  const moved = effectOf(outcome, 'moved');
  return { answer, conversationId: moved?.conversationId ?? scene.conversationId, kept: true, repeated: false };
}

type Clock = { readonly timer: Timer; readonly left: number; readonly abort: () => void };

/** Whatever hangs, the shop, the store, a desk: who asked gets an answer in time. */
async function withinTime<T>(running: Promise<T>, { timer, left, abort }: Clock): Promise<T> {
  let cancel = () => {};
  const late = new Promise<never>((_, reject) => {
    cancel = timer(left, () => {
      abort();
      reject(new Error('a turn was out of time'));
    });
  });
  try {
    return await Promise.race([running, late]);
  } finally {
    cancel();
  }
}
