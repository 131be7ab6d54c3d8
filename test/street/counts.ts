/** What is counted at the end of a day: what was acknowledged beside what is there. Nothing is read here, so that a test can lie to it. */

export type Count = {
  readonly what: string;
  readonly counted: number;
  /** A line for each. */
  readonly wrong: readonly string[];
  /** More for whoever reads the table. */
  readonly told?: string;
};

export type Said = { readonly requestId: string; readonly ssml: string; readonly firstName: string };

/** What a speaker was told must be what is kept for a second delivery. `kept`: by request id. */
export function countTurns(said: readonly Said[], kept: ReadonlyMap<string, string>): Count {
  const wrong = said.flatMap(({ requestId, ssml, firstName }) => {
    const stored = kept.get(requestId);
    if (stored === undefined) return [`${requestId} was acknowledged and is not there: ${ssml}`];
    const isSame = nameless(stored, firstName) === nameless(ssml, firstName);
    return isSame ? [] : [`${requestId} was told "${ssml}", and "${stored}" is kept`];
  });
  return { what: 'turns acknowledged at speakers', counted: said.length, wrong };
}

/** A shopper's name is said and not kept: a mark stands for it. */
function nameless(ssml: string, firstName: string): string {
  return ssml.replaceAll(firstName, '').replace(/[^ -~]/g, '');
}

/** `waited`: how long this machine let server and driver wait for a processor meanwhile. Milliseconds. */
export type Knocked = {
  readonly what: string;
  readonly ms: number;
  readonly waited: number;
  /** `cut`: as its server was killed or stopped; `broken`: for no reason. */
  readonly fate: 'answered' | 'cut' | 'broken' | 'silent';
};

export const WITHIN_MS = 6_000;
const LONGEST_SHOWN = 5;

/** A line that a kill has cut brought no answer; whoever says nothing for long is late like an answer that is. */
export function countAnswers(knocks: readonly Knocked[]): Count {
  const heard = knocks.filter(({ fate }) => fate !== 'cut');
  const over = heard.filter(({ ms }) => ms > WITHIN_MS);
  const late = heard.filter(({ ms, waited, fate }) => fate === 'broken' || ms - waited > WITHIN_MS);
  const longest = heard.toSorted((one, other) => other.ms - one.ms).slice(0, LONGEST_SHOWN);
  const excused = over.filter(({ ms, waited }) => ms - waited <= WITHIN_MS).length;
  const busy = excused > 0 ? `; ${excused} over it, as this machine was busy` : '';
  return {
    what: 'answers within 6.0 s',
    counted: heard.length,
    wrong: late.map(
      ({ what, ms, waited, fate }) => `${what}: ${fate} after ${seconds(ms)} (waited ${seconds(waited)})`,
    ),
    told: `longest ${longest.map(shown).join(', ')}${busy}`,
  };
}

/** With what of it went to others on this machine. */
const shown = ({ what, ms, waited }: Knocked): string => `${seconds(ms)} ${what} (−${seconds(waited)})`;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

export type Orders = {
  /** How often each person was told that something was ordered. */
  readonly told: ReadonlyMap<string, number>;
  /** What is written of their yeses, each with whose it is. */
  readonly placed: readonly { readonly proposal: string; readonly person: string }[];
  /** The order of each key the shop was asked with. */
  readonly shop: ReadonlyMap<string, string>;
  /** Orders that were made in the shop in all. */
  readonly made: number;
};

export function countOrders({ told, placed, shop, made }: Orders): Count {
  const wrong = [...told].flatMap(([person, times]) => {
    const own = placed.filter((one) => one.person === person);
    const there = own.filter(({ proposal }) => shop.has(proposal)).length;
    const isRight = own.length === times && there === times;
    return isRight ? [] : [`${person} was told of ${times} orders; ${own.length} are written, the shop has ${there}`];
  });
  const meant = new Set(placed.map(({ proposal }) => proposal));
  for (const [key, order] of shop) if (!meant.has(key)) wrong.push(`nobody is written to have ordered ${order}`);
  const orders = new Set(shop.values()).size;
  if (made !== shop.size || orders !== shop.size) wrong.push(`${made} orders of ${shop.size} yeses`);
  return { what: 'orders, each of one yes', counted: made, wrong };
}

/** What somebody was told is taken, and the same as it was found, in the order in which it lies or came. */
export type Sequence = { readonly whose: string; readonly meant: readonly string[]; readonly found: readonly string[] };

/** Each once, and in order. Whatever else lies there is no fault, if `strict` is not set. */
export function countSequences(what: string, sequences: readonly Sequence[]): Count {
  const wrong = sequences.flatMap(({ whose, meant, found }) => {
    const times = new Map<string, number>();
    for (const one of found) times.set(one, (times.get(one) ?? 0) + 1);
    const lost = meant.filter((one) => !times.has(one)).map((one) => `${whose}: "${one}" is lost`);
    const double = [...times].flatMap(([one, count]) =>
      count > 1 ? [`${whose}: "${one}" is there ${count} times`] : [],
    );
    const known = new Set(meant);
    const order = found.filter((one) => known.has(one));
    const isInOrder = order.every((one, at) => at === 0 || meant.indexOf(order[at - 1] ?? '') <= meant.indexOf(one));
    return [...lost, ...double, ...(isInOrder ? [] : [`${whose}: out of order: ${order.join(' | ')}`])];
  });
  return { what, counted: sequences.reduce((sum, { meant }) => sum + meant.length, 0), wrong };
}

/** `lines`: what the house wrote to it, in order; `arrived`: what the phone got; the rest: fates of deliveries. */
export type Phone = {
  readonly whose: string;
  readonly lines: readonly string[];
  readonly arrived: readonly string[];
  readonly done: number;
  /** Whether it arrived nobody knows, and it is said so. */
  readonly unknown: number;
  readonly waiting: number;
};

export function countPhones(phones: readonly Phone[]): Count {
  const wrong = phones.flatMap(({ whose, lines, arrived, done, unknown, waiting }) => {
    const faults: string[] = [];
    if (waiting > 0) faults.push(`${waiting} still wait`);
    if (arrived.length < done) faults.push(`${done} are called sent, and ${arrived.length} arrived`);
    if (arrived.length > done + unknown)
      faults.push(`${arrived.length} arrived of ${done} sent and ${unknown} unknown`);
    if (!isWithin(arrived, lines)) faults.push(`not in order, or not as written: ${arrived.join(' | ')}`);
    return faults.map((fault) => `${whose}: ${fault}`);
  });
  const sum = (of: (phone: Phone) => number) => phones.reduce((all, phone) => all + of(phone), 0);
  const unknown = sum((phone) => phone.unknown);
  return {
    what: 'messages at phones, in order and once',
    counted: sum(({ arrived }) => arrived.length),
    wrong,
    ...(unknown > 0 ? { told: `${unknown} more are shown as unknown` } : {}),
  };
}

function isWithin(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const one of whole) if (part[at] === one) at += 1;
  return at === part.length;
}

/** `places`: what was searched, by name; `kept`: a word nobody had erased, which must be found, or the search is blind. */
export type Words = {
  readonly erased: readonly string[];
  readonly kept: string | null;
  readonly places: ReadonlyMap<string, Buffer>;
};

export function countWords({ erased, kept, places }: Words): Count {
  const wrong = erased.flatMap((word) =>
    [...places].flatMap(([name, bytes]) => (bytes.includes(word) ? [`"${word}" is still in ${name}`] : [])),
  );
  if (kept !== null && ![...places.values()].some((bytes) => bytes.includes(kept)))
    wrong.push(`"${kept}" is not found, either`);
  return {
    what: 'words of the erased',
    counted: erased.length,
    wrong,
    told: `searched ${[...places.keys()].join(', ')}`,
  };
}

export type Grown = { readonly whose: string; readonly from: number; readonly to: number };
export type Bound = { readonly what: string; readonly times: number; readonly more: number; readonly unit: string };

/** No more than `times` as much as at first and `more` on top. */
export function countGrowth(grown: readonly Grown[], { what, times, more, unit }: Bound): Count {
  const wrong = grown.flatMap(({ whose, from, to }) =>
    to > from * times + more ? [`${whose} went from ${from} to ${to} ${unit}`] : [],
  );
  const told = grown.map(({ whose, from, to }) => `${whose}: ${from} to ${to} ${unit}`).join('; ');
  return { what, counted: grown.length, wrong, told };
}

/** Whether something was as it must be, each time. */
export function countFaults(what: string, counted: number, wrong: readonly string[]): Count {
  return { what, counted, wrong };
}
