/** What may happen at once while somebody says yes: to two speakers of one shopper, over two servers. */

import fc from 'fast-check';
import type { Answer } from '../../lambda/vocabulary/answer';
import { mustEqual } from './must';
import { type Fate, intent, type Mistake, openRush, type Rush, type Speaks, told } from './rush';
import { MINUTE } from './watch';

const ACTIONS = [
  'yes',
  'yes once more',
  'same yes',
  'no',
  'stop',
  'three',
  'help',
  'status',
  'ended',
  'hall yes',
  'hall coffee',
  'hall food',
  'hall opens',
] as const;
type Action = (typeof ACTIONS)[number];

export type Scene = {
  readonly seed: number;
  readonly fates: readonly Fate[];
  readonly before: boolean;
  readonly actions: readonly Action[];
};

/** The sound shop is the most frequent one. */
const FATES: readonly (readonly Fate[])[] = [
  ['done'],
  ['done'],
  ['done'],
  ['done', 'late', 'lost'],
  ['late'],
  ['lost'],
  ['thrown'],
  ['declined'],
  ['dearer', 'done'],
];

export const scene: fc.Arbitrary<Scene> = fc.record({
  seed: fc.integer(),
  fates: fc.constantFrom(...FATES),
  /** The hall has made a newer proposal before the rush. */
  before: fc.boolean(),
  actions: fc
    .array(fc.constantFrom(...ACTIONS.slice(1)), { minLength: 1, maxLength: 3 })
    .map((more) => ['yes', ...more] as const),
});

const product = (id: string) => ({ product: { said: id, ids: [id] } });
const COFFEE = product('bella-roma-ground');
const FOOD = product('brontolino-dog-food');

function spoken(action: Action, at: number): Speaks {
  const id = `r${at}`;
  const kitchen = { room: 'kitchen', requestId: id } as const;
  const hall = { room: 'hall', requestId: id } as const;
  switch (action) {
    case 'yes':
    case 'same yes':
      return { room: 'kitchen', requestId: 'the yes', heard: intent('Yes') };
    case 'yes once more':
      return { ...kitchen, heard: intent('Yes') };
    case 'no':
      return { ...kitchen, heard: intent('No') };
    case 'stop':
      return { ...kitchen, heard: intent('Stop') };
    case 'three':
      return { ...kitchen, heard: intent('Reorder', { quantity: { said: '3', ids: [], number: 3 } }) };
    case 'help':
      return { ...kitchen, heard: intent('Help') };
    case 'status':
      return { ...kitchen, heard: intent('ShippingCost') };
    case 'ended':
      return { ...kitchen, heard: { kind: 'ended', reason: 'USER_INITIATED' } };
    case 'hall yes':
      return { ...hall, heard: intent('Yes') };
    case 'hall coffee':
      return { ...hall, heard: intent('Reorder', COFFEE) };
    case 'hall food':
      return { ...hall, heard: intent('Reorder', FOOD) };
    case 'hall opens':
      return { ...hall, heard: { kind: 'launched' } };
  }
}

export type Happened = {
  readonly rush: Rush;
  readonly first: string;
  readonly newer: string | null;
  readonly actions: readonly Action[];
  readonly answers: readonly Answer[];
  readonly later: readonly Answer[];
  /** The requests in which each proposal was put to the shopper. */
  readonly asks: ReadonlyMap<string, readonly string[]>;
};

export async function happen({ seed, fates, before, actions }: Scene, broken?: Mistake): Promise<Happened> {
  const rush = openRush(seed, fates, broken);
  const asked = await rush.say({ room: 'kitchen', requestId: 'asks', heard: intent('Reorder', COFFEE) });
  const newer = before ? await rush.say({ room: 'hall', requestId: 'newer', heard: intent('Reorder', FOOD) }) : null;
  const answers = await rush.lanes.run(actions.map((action, at) => () => rush.say(spoken(action, at))));
  // A time-out makes the device ask once more.
  mustEqual(await rush.say(spoken('yes', 0)), answers[0]);
  const later: Answer[] = [];
  for (let more = true; more && later.length < 5; ) {
    rush.advance(later.length === 0 ? 2 * MINUTE : MINUTE / 4);
    const visit = await rush.say({ room: 'hall', requestId: `visit ${later.length}`, heard: { kind: 'launched' } });
    later.push(visit);
    more = visit.replies.some((key) => key.startsWith('Purchase.late'));
  }
  const first = told(asked).proposal ?? '';
  const asks = new Map<string, readonly string[]>();
  const note = (answer: Answer | null, requestId: string) => {
    const { proposal } = answer ? told(answer) : { proposal: null };
    if (proposal) asks.set(proposal, [...(asks.get(proposal) ?? []), requestId]);
  };
  note(asked, 'asks');
  note(newer, 'newer');
  for (const [at, answer] of answers.entries()) note(answer, spoken(actions[at] ?? 'yes', at).requestId);
  return { rush, first, newer: newer && told(newer).proposal, actions, answers, later, asks };
}
