/** What the console's page and its server say to each other, as JSON. All times are milliseconds. */

import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Answer, Spoken } from '../vocabulary/answer';
import type { Accounted, Slots } from '../vocabulary/heard';
import type { IntentName } from '../vocabulary/intents';
import type { Memory } from '../vocabulary/memory';
import type { LinkingHere } from './linking-protocol';

/** `GET /console/api/state` */
export type ConsoleState = {
  readonly shop: string;
  /** The first is chosen where the page has no wish. */
  /** A draft can be tried here, and is offered to nobody. */
  readonly locales: readonly { readonly locale: string; readonly name: string; readonly isDraft: boolean }[];
  readonly shoppers: readonly ConsoleShopper[];
  readonly faults: readonly string[];
  readonly settings: Settings;
  /** An answer leaves within `answer`; Alexa gives up after `alexa`. */
  readonly limits: { readonly answer: number; readonly alexa: number };
  /** What can be meant by words, in the order of the list of intents. */
  readonly intents: readonly IntentName[];
  /** Whether people answer at the house's own desk. */
  readonly desk: boolean;
  /** How a guest's speaker is linked with an account here; null: this shop cannot tell who signs in. */
  readonly linking: LinkingHere | null;
  /** Files that cannot be read just now: the words of before are spoken. */
  readonly problems: readonly FileProblem[];
};

export type ConsoleShopper = {
  readonly name: string;
  readonly token: string;
  readonly firstName: string;
  readonly city: string;
  /** What this shopper is there to show. */
  readonly story: string;
};

export type Settings = {
  /** How the demo shop fails; null: not at all. */
  readonly fault: string | null;
  /** The shop's calendar: `local` as a field shows it, in the shop's own zone. The page counts no days itself. */
  readonly clock: { readonly local: string; readonly zone: string; readonly isShifted: boolean };
};

/**
 * `POST /console/api/settings`; what is left out stays. `now`: a time in the shop's zone as a field has it; null: real
 * time. `days`: so many days on from the shop's own day.
 */
export type NewSettings = { readonly fault?: string | null; readonly now?: string | null; readonly days?: number };

/** `GET /console/api/samples?locale=&shopper=` */
export type Samples = readonly { readonly intent: IntentName; readonly sentences: readonly string[] }[];

/** What one speaks to: a speaker, one with a screen, or the Alexa app on a phone. */
export type DeviceKind = 'speaker' | 'screen' | 'app';

/** `POST /console/api/say` */
export type SayRequest = {
  /** Names the device; two pages are two speakers. */
  readonly speaker: string;
  /** Names what the page shows as one conversation, to be opened again. */
  readonly visit: string;
  readonly device: DeviceKind;
  readonly locale: string;
  /** A demo shopper's name; null: a guest. */
  readonly shopper: string | null;
  readonly what:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'launch' }
    | { readonly kind: 'silence' }
    | { readonly kind: 'option'; readonly id: string; readonly label: string }
    /** A button or a row of the screen. `asking`: what it was drawn for. */
    | { readonly kind: 'touch'; readonly asking: string; readonly option: string; readonly label: string }
    /** A request as it was pasted or edited, or one of before once more: `fresh` gives it a new id and the time of now. */
    | { readonly kind: 'request'; readonly request: object; readonly fresh: boolean }
    /** The page forgets the visit: the next words begin another one. */
    | { readonly kind: 'leave' };
};

/** `GET /console/api/visits`, the newest first. They are kept until the server stops. */
export type VisitHead = Pick<SayRequest, 'visit' | 'speaker' | 'device' | 'locale' | 'shopper'> & {
  /** When it began, real time. */
  readonly at: number;
  readonly turns: number;
  /** What was said first. */
  readonly first: SayRequest['what'];
};

/** `GET /console/api/visits/ID` */
export type Visit = Omit<VisitHead, 'turns' | 'first'> & {
  readonly turns: readonly { readonly what: SayRequest['what']; readonly told: Told }[];
};

export type Told = {
  /** The request's id; the turn's as well. */
  readonly id: string;
  /** How the microphone stood before. */
  readonly wasOpen: boolean;
  readonly isOpen: boolean;
  readonly answer: Answer | null;
  /** Said by the device itself, without a request: the reprompt into a first silence. */
  readonly reprompted: Spoken | null;
  readonly request: RequestEnvelope | null;
  readonly response: ResponseEnvelope | null;
  readonly why: Why;
  readonly calls: readonly CallRecord[];
  /** From the request to the response. */
  readonly milliseconds: number;
  readonly rules: readonly RuleFinding[];
  /** After the turn; null: nothing is remembered yet. */
  readonly memory: Memory | null;
  /** The newest first; null: the shop does not tell, or nobody is signed in. */
  readonly orders: readonly ShownOrder[] | null;
};

export type Why = {
  readonly intent: IntentName | null;
  readonly slots: Slots;
  /** How typed words were understood; null where nothing was typed. */
  readonly heard: {
    readonly text: string;
    readonly intent: IntentName;
    readonly score: number;
    readonly rivals: readonly { readonly intent: IntentName; readonly score: number }[];
    /** `maybe`: a chat would ask which was meant; a speaker takes the best one. */
    readonly verdict: 'accepted' | 'maybe' | 'rejected';
    readonly choice: string | null;
    /** Each word, and what it was taken for. */
    readonly words: readonly Accounted[];
  } | null;
  /** The question that was open when this was said. */
  readonly open: { readonly id: string; readonly expects: readonly string[] } | null;
};

export type CallRecord = {
  readonly port: string;
  readonly method: string;
  /** Since the turn began. */
  readonly start: number;
  readonly ms: number;
  /** null: it went well. Otherwise the kind of refusal or failure. */
  readonly error: string | null;
};

export type RuleFinding = {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
};

export type ShownOrder = {
  readonly number: string;
  readonly placed: string;
  readonly stage: string;
  readonly lines: readonly { readonly title: string; readonly quantity: number }[];
  readonly total: string;
};

/** `POST /console/api/tests` */
export type NewTest = {
  readonly name: string;
  readonly locale: string;
  readonly shopper: string | null;
  readonly turns: readonly TestTurn[];
  /** A test of this name is written over. */
  readonly replace?: boolean;
};
/** As `examples.yaml` writes them; `answered` is what the console heard, and `replies` what that was made of. */
export type TestTurn = { readonly answered?: string; readonly replies?: readonly string[] } & (
  | { readonly said: string }
  | { readonly choice: string }
  | { readonly silence: true }
  | { readonly launch: true }
);
export type SavedTest = {
  /** Seen from the project's folder. */
  readonly file: string;
  /**
   * Turns that answer otherwise in a fresh shop than they did here, counted from 1: the fresh answer was written.
   * The same in another wording is no difference.
   */
  readonly differs: readonly { readonly turn: number; readonly here: string; readonly fresh: string }[];
};

/** `GET /console/api/events`, Server-Sent Events: the event's name and its data. */
export type ConsoleEvents = {
  /** Words are read anew. */
  readonly reloaded: { readonly files: readonly string[]; readonly ms: number };
  /** What cannot be read; empty: all is well again. */
  readonly problems: { readonly problems: readonly FileProblem[] };
  readonly settings: Settings;
};

export type FileProblem = { readonly file: string; readonly line: number; readonly message: string };

/** Every refusal. `message` is for the developer. */
export type ConsoleRefusal = { readonly error: string; readonly message: string };
