import fc from 'fast-check';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Commit } from '../../lambda/services/conversation/conversation';
import { householdIn } from './commands';
import { live } from './model';
import { openOnClock } from './model-suite';
import type { Watched } from './watch';

const HOUSEHOLDS = fc.sample(householdIn('en-GB'), { seed: 20_261_122, numRuns: 120 });

type Broken = {
  readonly around?: (shop: Shop) => Shop;
  readonly sabotage?: (at: Watched) => void;
};

/** What the model says of the first household that finds it out; null: nobody did. */
async function complaintAbout({ around, sabotage }: Broken): Promise<string | null> {
  const at = await openOnClock(around ? { around } : {});
  sabotage?.(at);
  try {
    for (const household of HOUSEHOLDS) await live({ ...household, nextDay: true }, at);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    jest.restoreAllMocks();
    await at.house.close();
  }
}

/** Changes what a commit writes. */
function rewriting(change: (commit: Commit) => Commit): Broken {
  return {
    sabotage({ house: { store } }) {
      const { commit } = store.conversations;
      Object.assign(store.conversations, { commit: (one: Commit) => commit(change(one)) });
    },
  };
}

const BROKEN: Readonly<Record<string, readonly [Broken, RegExp]>> = {
  'that sends every order twice': [
    {
      around: (shop) => ({
        ...shop,
        purchases: {
          ...shop.purchases,
          async place(proposal, call) {
            await shop.purchases.place(proposal, call);
            return shop.purchases.place({ ...proposal, id: `${proposal.id}-again` }, call);
          },
        },
      }),
    },
    /two orders/,
  ],
  'that orders one more than was said': [
    {
      around: (shop) => ({
        ...shop,
        purchases: {
          ...shop.purchases,
          async place(proposal, call) {
            const lines = proposal.lines.map((line) => ({ productId: line.product.id, quantity: line.quantity + 1 }));
            const more = await shop.purchases.propose({ lines, speed: proposal.speed }, call);
            return shop.purchases.place(more.ok ? more.value : proposal, call);
          },
        },
      }),
    },
    /toEqual|not said before/,
  ],
  'that takes every request for a yes as well': [
    {
      sabotage({ house: { app } }) {
        const { answer } = app;
        Object.assign(app, {
          async answer(turn: Parameters<typeof answer>[0]) {
            const first = await answer(turn);
            if (first.answer.question?.id !== 'Purchase.confirm' || turn.heard.kind !== 'intent') return first;
            const heard = { kind: 'intent', intent: 'Yes', slots: {} } as const;
            return answer({ ...turn, requestId: `${turn.requestId}-yes`, heard });
          },
        });
      },
    },
    /without a yes/,
  ],
  'that sends no e-mail': [rewriting((commit) => ({ ...commit, outbox: [] })), /toEqual/],
  'that forgets what it has told': [
    rewriting((commit) => ({ ...commit, told: [] })),
    /late news|refusal|UNIQUE|apology|toEqual/,
  ],
  'that forgets what was answered': [
    rewriting((commit) => ({ ...commit, answer: { ...commit.answer, requestId: `${commit.answer.requestId}-x` } })),
    /another answer|toEqual/,
  ],
};

describe('the model notices a house', () => {
  test.each(Object.entries(BROKEN))('%s', async (_, [broken, complaint]) => {
    expect(await complaintAbout(broken)).toMatch(complaint);
  });
});
