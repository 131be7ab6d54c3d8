/** The language's own phrases, `format.<phrase>`, and in which contexts each is said: what every language must have. */

import { SHOP_INTENTS } from '../../vocabulary/intents';
import type { GoodOption, Pack, ValueOf } from '../../vocabulary/values';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const PACKS: Readonly<Record<Pack['kind'], true>> = {
  bag: true,
  bottle: true,
  box: true,
  can: true,
  carton: true,
  jar: true,
  pack: true,
  roll: true,
  tube: true,
  tub: true,
  piece: true,
};

const ROLES: Readonly<Record<GoodOption['role'], true>> = {
  size: true,
  colour: true,
  grind: true,
  scent: true,
  flavour: true,
  strength: true,
  brand: true,
  detail: true,
};

const REMEDY_KINDS: Readonly<Record<ValueOf<'remedy'>['remedy'], true>> = {
  resend: true,
  refund: true,
  return: true,
  wait: true,
};

const MEANS_KINDS: Readonly<Record<ValueOf<'means'>['means']['kind'], true>> = {
  card: true,
  account: true,
  wallet: true,
};

/** The numbers from `from` up to `to`, each `step`. */
function numbers(from: number, to: number, step = 1): readonly string[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => String(from + at * step));
}

/** Without contexts there is one sentence. `own`: a language may have more of them, or none: Intl has a word as well. */
type Phrase = { readonly contexts?: readonly string[]; readonly own?: true };

export const PHRASES = {
  missing: {},
  missingAsk: {},
  and: {},
  // Before the last to choose from, told and asked, where it is not Intl's word: "A albo B", but "A czy B?".
  lastOr: { contexts: [], own: true },
  with: {},
  connectors: {},
  nameless: {},
  quoteMarks: {},
  quoteLink: {},
  quoteAddress: {},
  quoteNumber: {},
  quoteCalled: {},
  quoteCode: {},
  quoteBy: {},
  signAt: {},
  signDot: {},
  signDash: {},
  signUnderscore: {},
  signPlus: {},
  signSlash: {},
  number: { contexts: [], own: true },
  day: { contexts: ['yesterday', 'today', 'tomorrow', ...WEEKDAYS, 'date'], own: true },
  from: { contexts: ['yesterday', 'today', 'tomorrow', ...WEEKDAYS, 'date'], own: true },
  to: { contexts: ['yesterday', 'today', 'tomorrow', ...WEEKDAYS, 'date'], own: true },
  by: { contexts: ['tomorrow', ...WEEKDAYS, 'date'], own: true },
  placed: { contexts: ['yesterday', 'today', ...WEEKDAYS, 'date'], own: true },
  between: {},
  period: {
    contexts: ['this_week', 'last_week', 'this_month', 'last_month', 'this_year', 'last_year', 'month', 'year'],
    own: true,
  },
  dated: {},
  midnight: {},
  noon: {},
  hour: { contexts: numbers(0, 23) },
  minute: { contexts: numbers(5, 55, 5) },
  time: {},
  part: { contexts: ['early', 'morning', 'afternoon', 'evening', 'late'] },
  timeAt: {},
  timeShown: {},
  window: {},
  windowAcross: {},
  windowShown: {},
  // An hour behind "from", where it is another word there: "dalle nove", and not "le nove".
  clock: { contexts: [], own: true },
  oclock: {},
  hours: {},
  hoursFrom: {},
  hoursShown: {},
  hoursFromShown: {},
  ageNow: {},
  ageMinutes: {},
  ageHours: {},
  ageDays: {},
  spanDays: {},
  spanWeeks: {},
  spanMonths: {},
  everyDays: {},
  everyWeeks: {},
  everyMonths: {},
  money: { contexts: [], own: true },
  cents: { contexts: [], own: true },
  moneyAndMinor: {},
  moneyAndCents: {},
  pack: { contexts: Object.keys(PACKS) },
  unit: { contexts: [], own: true },
  piecesShown: {},
  apart: { contexts: Object.keys(ROLES) },
  andMore: {},
  amount: {},
  amountOf: {},
  amountPieces: {},
  amountBoth: {},
  amountShown: {},
  amountShownSize: {},
  order: {},
  orderMore: {},
  orderShown: {},
  orderMoreShown: {},
  place: { contexts: ['home', 'work'], own: true },
  placeNamed: {},
  country: { contexts: [], own: true },
  topic: { contexts: SHOP_INTENTS },
  remedy: { contexts: Object.keys(REMEDY_KINDS) },
  means: { contexts: Object.keys(MEANS_KINDS) },
  meansEnding: { contexts: Object.keys(MEANS_KINDS) },
} as const satisfies Readonly<Record<string, Phrase>>;

export type PhraseName = keyof typeof PHRASES;

/** Whether a language may do without this key of `speech.json`: the system has a word for it. */
export function isOwnPhrase(key: string): boolean {
  const name = /^format\.([a-zA-Z]+)_/.exec(key)?.[1] ?? '';
  const phrase: Phrase | undefined = Object.hasOwn(PHRASES, name) ? PHRASES[name as PhraseName] : undefined;
  return phrase?.own === true && !NEEDED_PHRASES.includes(key);
}

/** The keys in `speech.json` that no language can do without. */
export const NEEDED_PHRASES: readonly string[] = Object.entries<Phrase>(PHRASES).flatMap(([name, { contexts }]) =>
  contexts ? contexts.map((context) => `format.${name}_${context}`) : [`format.${name}`],
);
