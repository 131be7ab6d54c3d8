/** What an intent is: what it hears, what it may say, what it asks, and what it does. */

import type { Shopper } from '../../services/commerce/account';
import type { Call, ShopperCall } from '../../services/commerce/call';
import type { Late } from '../../services/commerce/ordering';
import type { Shape } from '../../services/shape';
import { type Policy, policyFrom } from './policy';
import type { Services } from './services';
import type { SlotType } from './slot-types';

export type { Ending } from '../../vocabulary/outcome';
export type { SlotType } from './slot-types';

import type { Request, Slots, Turn, WishedBefore } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';
import type { Memory } from '../../vocabulary/memory';
import type { Ending, Expected, Option, Outcome, Question, Reply } from '../../vocabulary/outcome';
import type { Json, ValueOf, Values, ValueType } from '../../vocabulary/values';

/** Which values a sentence states: name → kind. Every language must use exactly these. */
export type Declared = Readonly<Record<string, ValueType>>;
export type Says = Readonly<Record<string, Declared>>;
type ValuesOf<D extends Declared> = { readonly [K in keyof D]: ValueOf<D[K]> };

/** What an intent may use: the turn, what is remembered, who speaks (null: a guest), and the services. */
export type Scene = {
  readonly turn: Turn;
  readonly memory: Memory;
  readonly shopper: Shopper | null;
  /** Why there is no shopper: no token, a token the shop does not know, or a shop that cannot be asked. */
  readonly stranger: 'guest' | 'unlinked' | 'unreachable' | null;
  /** Who they may be where the shop cannot be asked, so that what begins now is found to be theirs; null: nobody, or known. */
  readonly whose: string | null;
  readonly conversationId: string;
  /** What this shopper asked for as a stranger, just before they linked; null: nothing. */
  readonly wished: WishedBefore | null;
  /** Digits that were said where a voice code is asked for; they stand in no turn and are written nowhere. null: none. */
  readonly saidCode: string | null;
  /** A telephone number that was given for a call, likewise; what cannot be one is here as well. null: none. */
  readonly saidPhone: string | null;
  /** Orders of before whose outcome the shopper has not heard. */
  readonly late: readonly Late[];
  /** What a question is besides its words, whoever asks it. */
  readonly policyOf: (question: Question) => Policy;
  readonly services: Services;
  readonly call: Call;
};
/** A scene of a linked shopper; personal intents get this one. */
export type ShopperScene = Scene & { readonly shopper: Shopper; readonly call: ShopperCall };

export function isShoppers(scene: Scene): scene is ShopperScene {
  return scene.shopper !== null;
}

/** `done`: the matter is settled; what comes next (a waiting question, "anything else?") is decided in one place. */
export type Acted = Omit<Outcome, 'ending'> & { readonly ending: Ending | { readonly kind: 'done' } };

export type AnswerGiven =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  /** The id of one of the question's options, chosen by ordinal, name or tap. */
  | { readonly kind: 'option'; readonly option: string }
  /** Slots of the asking intent: an amendment ("make it three") or the elicited value. */
  | { readonly kind: 'slots'; readonly slots: Slots }
  | { readonly kind: 'page'; readonly to: 'next' | 'previous' };

/** The answer was a request of its own, to be served instead. */
export type Instead = { readonly instead: Request };

/** Where a question is asked again: in the conversation that heard it in full, or elsewhere or later, in full. */
export type Where = 'here' | 'elsewhere';

export type Ask<S extends Scene = Scene> = {
  readonly policy: Policy;
  /** Whether this is a state it was put with: an older program may have written another. */
  isWhole(state: Json): boolean;
  readonly with: Declared;
  readonly expects: readonly Expected[];
  readonly elicits?: Question['elicits'];
  /** Intents that, heard while this is open, amend it ("make it three") instead of starting anew. */
  readonly amendedBy: readonly IntentName[];
  /** null: that was no answer to this question. */
  answer(answer: AnswerGiven, state: Json, scene: S): Promise<Acted | Instead | null>;
  /** Asks it once more; what may have changed is looked up again. */
  again(question: Question, where: Where, scene: S): Promise<Acted>;
};

/** A speaking part: an intent, or one of the few that nobody can ask for (welcome, trouble). */
export type Part = {
  readonly name: string;
  /** Only for a shopper the shop knows; strangers are asked to link. */
  readonly personal: boolean;
  readonly says: Says;
  readonly asks: Readonly<Record<string, Ask<ShopperScene> | Ask<Scene>>>;
};
/** What a request does in the world, where it is not only a question. */
export type Deed = 'buys' | 'cancels' | 'changes' | 'refunds' | 'sends' | 'hands-over';

export type Intent = Part & {
  readonly name: IntentName;
  /** null: it only tells something, and may start on a likely guess. What acts never starts where it was refused. */
  readonly acts: Deed | null;
  /** It is done as it is heard, with no question of its own: never on a guess. */
  readonly atOnce?: true;
  /** What refusing it asks for: "don't message me" is a wish to hear no more. null: nothing. */
  refusedIs?(slots: Slots, memory: Memory): Slots | null;
  /** Orders are its subject: what has become of an earlier one is told with it. */
  readonly aboutOrders: boolean;
  readonly slots: Readonly<Record<string, SlotType>>;
} & (
    | {
        readonly personal: true;
        act(slots: Slots, scene: ShopperScene): Promise<Acted>;
        /** What is known of this very conversation, whoever holds it; null: who that is has to be known. */
        ofThisTalk?(slots: Slots, scene: Scene): Acted | null;
      }
    | { readonly personal: false; act(slots: Slots, scene: Scene): Promise<Acted> }
  );

/** The typed way to say: an unknown key or a missing value does not compile. */
export function replies<const S extends Says>(part: string, _says: S) {
  return function say<K extends keyof S & string>(
    key: K,
    ...values: keyof S[K] extends never ? [] : [ValuesOf<S[K]>]
  ): Reply {
    return { key: `${part}.${key}`, with: (values[0] ?? {}) as Values };
  };
}

type AskSpec<T extends Json, D extends Declared, S extends Scene> = Partial<Policy<T>> & {
  /** Its yes buys, cancels, changes, refunds, sends, joins, gives away, calls back or hands over. */
  readonly commits: boolean;
  /** What its state looks like once it was stored and read. */
  readonly state: Shape<T>;
  readonly id: `${string}.${string}`;
  readonly with: D;
  readonly expects: readonly Expected[];
  readonly elicits?: Question['elicits'];
  readonly amendedBy?: readonly IntentName[];
  readonly ifLeft: Question['ifLeft'];
  answer(answer: AnswerGiven, state: T, scene: S): Promise<Acted | Instead | null>;
  again?(state: T, where: Where, scene: S): Promise<Acted>;
};

type Putting<T, D extends Declared> = {
  put(values: ValuesOf<D>, state: T, options?: readonly Option[]): Ending;
  /** The same without asking it now. */
  question(values: ValuesOf<D>, state: T, options?: readonly Option[]): Question;
};

/** A question an intent may ask: `put` makes the ending, `answer` gets what came back with the state it was put with. */
export function ask<T extends Json, const D extends Declared, S extends Scene = Scene>(
  spec: AskSpec<T, D, S>,
): Ask<S> & Putting<T, D> {
  function question(values: ValuesOf<D>, state: T, options?: readonly Option[]): Question {
    return {
      id: spec.id,
      with: values as Values,
      expects: spec.expects,
      ...(spec.elicits ? { elicits: spec.elicits } : {}),
      ...(options ? { options } : {}),
      state,
      ifLeft: spec.ifLeft,
    };
  }
  return {
    policy: policyFrom(spec, spec.state),
    isWhole: spec.state,
    with: spec.with,
    expects: spec.expects,
    ...(spec.elicits ? { elicits: spec.elicits } : {}),
    amendedBy: spec.amendedBy ?? [],
    question,
    put: (values, state, options) => ({ kind: 'ask', question: question(values, state, options) }),
    answer: async (answer, state, scene) => (spec.state(state) ? spec.answer(answer, state, scene) : null),
    async again(question, where, scene) {
      const { state } = question;
      if (!spec.state(state)) return done();
      return spec.again ? spec.again(state, where, scene) : { replies: [], ending: { kind: 'ask', question } };
    },
  };
}

/** The intent is settled after these sentences. */
export function done(...said: readonly Reply[]): Acted {
  return { replies: said, ending: { kind: 'done' } };
}

/** The conversation ends after these sentences. */
export function close(...said: readonly Reply[]): Acted {
  return { replies: said, ending: { kind: 'close' } };
}

/** The same, with these sentences first. */
export function withBefore(before: readonly Reply[], acted: Acted): Acted {
  return { ...acted, replies: [...before, ...acted.replies] };
}
