/** What must be true of a life that was killed many times, told by what was acknowledged and by what arrived. */

import { type Arrival, HELD, STEPS, textOf } from './kill-child';

export type Told = {
  /** Requests 0 to this, without it. */
  readonly acked: number;
  readonly lines: readonly string[];
  readonly arrived: readonly Arrival[];
};

type Trouble = readonly { readonly id: string; readonly state: string }[];

export function wrongWith(told: Told): readonly string[] {
  const { acked, lines, arrived } = told;
  // An unknown fate is told to whoever looks after the house; anything else is a fault.
  const wrong = lines.filter((line) => line.startsWith('error') && !line.includes('ended while sending it'));
  const troubled = JSON.parse(after(lines, 'troubled ')) as Trouble;
  const { waiting, dead } = JSON.parse(after(lines, 'depth ')) as { waiting: number; dead: number };
  if (waiting + dead > 0) wrong.push(`${waiting} wait and ${dead} are dead`);
  for (let number = 0; number * STEPS.length < acked; number += 1) {
    wrong.push(...wrongAtDesk(number, told), ...wrongOnPhone(number, told, troubled));
  }
  const noticed = arrived.filter(({ to }) => to === 'whatsapp').map(({ id }) => id);
  for (const id of new Set(noticed)) {
    if (noticed.filter((one) => one === id).length > 1) wrong.push(`doubled ${id}`);
  }
  const visible = troubled.filter(({ state }) => state === 'unknown').map(({ id }) => id);
  if (visible.some((id) => !id.startsWith('answer:whatsapp') && !id.startsWith('person:')))
    wrong.push(`unknown where copies do no harm: ${visible.join(', ')}`);
  return wrong;
}

function after(lines: readonly string[], start: string): string {
  return lines.find((line) => line.startsWith(start))?.slice(start.length) ?? '{}';
}

/** The texts of one kind of step that were acknowledged. */
function ackedTexts(number: number, step: (typeof STEPS)[number], acked: number): readonly string[] {
  const first = number * STEPS.length;
  return STEPS.flatMap((one, at) => (one === step && first + at < acked ? [textOf(first + at)] : []));
}

/** Whoever receives shows each id once, where it came first. */
function shown(arrived: readonly Arrival[]): readonly string[] {
  const first = new Map(arrived.map((one) => [one.id, one.text]).reverse() as [string, string][]);
  return [...new Set(arrived.map(({ id }) => id))].map((id) => first.get(id) ?? '');
}

function wrongAtDesk(number: number, told: Told): readonly string[] {
  const { acked, arrived } = told;
  const texts = ackedTexts(number, 'writes', acked);
  const all = arrived.filter(({ to }) => to === 'desk');
  const mine = handOffsOf(number, told);
  if (mine.length > 1) return [`doubled the hand-off of ${number}`];
  if (mine.length === 0) return [`lost the hand-off of ${number}`];
  const words = shown(all.filter(({ kind, whose }) => kind === 'message' && mine.includes(whose)));
  return differs(`desk ${number}`, words, texts);
}

function handOffsOf(number: number, { lines, arrived }: Told): readonly string[] {
  const acked = lines.find((line) => line.startsWith(`acked ${number * STEPS.length} `));
  const whose = acked?.split(' ')[2];
  const mine = arrived.filter((one) => one.to === 'desk' && one.kind === 'hand-off' && one.whose === whose);
  return [...new Set(mine.map(({ id }) => id))];
}

function wrongOnPhone(number: number, { acked, arrived }: Told, troubled: Trouble): readonly string[] {
  const held = HELD[number % HELD.length];
  if (held === 'web') return [];
  const first = number * STEPS.length;
  const isUnknown = (text: string) =>
    STEPS.some((_, at) => textOf(first + at) === text && troubled.some(({ id }) => id === `person:said-${first + at}`));
  const texts = ackedTexts(number, 'answered', acked);
  const came = shown(arrived.filter(({ to, kind, text }) => to === held && kind === 'person' && texts.includes(text)));
  const owed = texts.filter((text) => came.includes(text) || !isUnknown(text));
  return differs(`${held} ${number}`, came, owed);
}

function differs(where: string, came: readonly string[], owed: readonly string[]): readonly string[] {
  const lost = owed.filter((text) => !came.includes(text));
  if (lost.length > 0) return [`lost ${where}: ${lost.join(', ')}`];
  if (new Set(came).size < came.length) return [`doubled ${where}: ${came.join(', ')}`];
  return came.join() === owed.join() ? [] : [`order ${where}: ${came.join(', ')} instead of ${owed.join(', ')}`];
}
