/** What must work at every question: help, repeat, a miss, silence, stop, cancel and going home. */

import { PARTS } from '../../lambda/dialogue/index';
import { MONDAY } from '../kit/house';
import { inTurn } from '../kit/in-turn';
import { createPostBox } from '../kit/post-box';
import { STATES, standAt, UNSPOKEN } from '../kit/states';
import { useHouse } from '../kit/use-house';

const at = useHouse({
  lasts: 'file',
  calendar: () => MONDAY,
  staffed: true,
  channels: [createPostBox()],
  readProfile: async () => ({ kind: 'consent-needed' }),
});

test('every question there is has a way to get there', () => {
  const asked = PARTS.flatMap(({ name, asks }) => Object.keys(asks).map((ask) => `${name}.${ask}`));
  expect([...STATES.map(({ asks }) => asks), ...UNSPOKEN].sort()).toEqual(asked.sort());
});

/** The end of the ladder, where it is not the offer of a person. */
const LAST: Readonly<Record<string, readonly string[]>> = {
  'TalkToHuman.offer': ['Fallback.leave', 'SendToPhone.code'],
};

/** Something was about to be done: whoever ends the visit there hears that it was not. */
function isWeighty(asks: string): boolean {
  const [part, ask = ''] = asks.split('.');
  const policy = PARTS.find(({ name }) => name === part)?.asks[ask]?.policy;
  return policy?.commits === true && policy.role === null;
}

const ENDS = ['Stop', 'Cancel', 'NavigateHome'] as const;

describe.each(STATES.map((state, nth) => [state.asks, state, nth] as const))('at %s', (asks, state, nth) => {
  test('help explains this very question and asks it again', async () => {
    const speaker = await standAt(state, at.house);
    const helped = await speaker.hears('Help');
    expect(helped.open).toBe(true);
    const general = asks === 'Welcome.what' || asks === 'Welcome.more';
    expect(helped.replies).toEqual([general ? 'Help.general' : `${asks}.help`]);
    expect(helped.asks).toBe(general ? 'Welcome.what' : asks);
  });

  test('repeat says it once more in full', async () => {
    const speaker = await standAt(state, at.house);
    const before = await speaker.hears('Repeat');
    expect(before.asks).toBe(asks);
    await speaker.hears('Help');
    await speaker.hears('Fallback');
    const again = await speaker.hears('Repeat');
    if (!asks.startsWith('Welcome.')) expect(again.replies).toEqual(before.replies);
    expect(again.open).toBe(true);
  });

  test('a miss asks it again, briefly, then with an example, then offers a person, and that once', async () => {
    const speaker = await standAt(state, at.house);
    // What was refused with it nobody knows: a yes to a total must hear what it buys.
    const named = asks === 'Purchase.confirm' ? ['Purchase.named'] : [];
    const first = ['Fallback.sorry', ...named, `${asks}.reprompt`];
    const rungs = [first, [...named, `${asks}.guide`], LAST[asks] ?? ['Fallback.offer']];
    for (const rung of rungs.slice(state.misses ?? 0)) {
      const missed = await speaker.hears('Fallback');
      expect(missed.replies).toEqual(rung);
      const asked = { 'Fallback.offer': 'TalkToHuman.offer', 'Fallback.leave': null }[rung[0] ?? ''];
      expect(missed.asks).toBe(asked === undefined ? asks : asked);
    }
  });

  test.each(inTurn(ENDS, nth))('%s ends it, and nothing is ordered', async (intent) => {
    const speaker = await standAt(state, at.house);
    const before = at.house.orders();
    const closed = await speaker.hears(intent);
    expect(closed.open).toBe(false);
    const buying =
      /^(Purchase|Reorder|Replenish)\.|^Recommend\.offer$|^CartCheckout\.(order|more)$|^Welcome\.carryOn$|^Resume\.goOnWith$/.test(
        asks,
      );
    const complaining = /^(DeliveryProblem|Remedy)\.|^Resume\.goOn$/.test(asks);
    const told = complaining || isWeighty(asks) ? 'Stop.nothingDone' : 'Welcome.goodbye';
    expect(closed.replies).toEqual([buying ? 'Stop.notOrdered' : told]);
    const after = await speaker.yes();
    expect(after.replies).toEqual(['Welcome.nothingAsked']);
    expect(at.house.orders()).toBe(before);
  });

  const OTHERS: readonly (readonly [string, () => Promise<void>])[] = [
    [
      'starting over forgets it',
      async () => {
        const speaker = await standAt(state, at.house);
        const before = at.house.orders();
        const over = await speaker.hears('StartOver');
        expect(over.replies).toHaveLength(1);
        expect(['Welcome.startOver', 'Person.tookBack']).toContain(over.replies[0]);
        expect(over.asks).toBe('Welcome.what');
        await speaker.yes();
        expect(at.house.orders()).toBe(before);
      },
    ],

    [
      'silence and the end of the session order nothing',
      async () => {
        const speaker = await standAt(state, at.house);
        const before = at.house.orders();
        const gone = await speaker.falls();
        expect(gone.answer.said).toBeNull();
        expect(at.house.orders()).toBe(before);
      },
    ],

    [
      'a person takes over when asked for',
      async () => {
        const speaker = await standAt(state, at.house);
        const passed = await speaker.hears('TalkToHuman');
        expect(passed.replies[0]).toMatch(/^TalkToHuman\.(passed|already)/);
        expect(passed.open).toBe(false);
      },
    ],
  ];
  test.each(inTurn(OTHERS, nth))('%s', (_what, holds) => holds());
});
