/** A shop whose back end hangs: every method ends when nobody waits for it any more, and says what may have happened. */

import type { Result, ShopperCall } from '../../lambda/services/commerce/call';
import type { Shop } from '../../lambda/services/commerce/shop';
import type { Trial } from './shop-trial';

/** What answers at once, out of what it is, cannot hang. */
type Methods = {
  readonly [P in keyof Shop]: {
    readonly [M in keyof Shop[P] as Shop[P][M] extends (locale: string) => string ? never : M]: (
      call: ShopperCall,
    ) => Promise<Result<unknown>>;
  };
};

/** Every method of every port: a new one does not compile until it is tried. */
function methodsOf({ made, buyer, wanting }: Trial, proposal: Awaited<ReturnType<Trial['propose']>>): Methods {
  const { accounts, catalogue, history, rates, purchases } = made.shop;
  const wanted = { id: made.sells, name: { title: made.sells }, words: [], language: 'en', kind: made.sells };
  return {
    accounts: { whoIs: (call) => accounts.whoIs(made.tokens[0], call) },
    catalogue: {
      page: (call) => catalogue.page(null, call),
      find: (call) => catalogue.find('coffee', call),
      byIds: (call) => catalogue.byIds([made.sells], call),
      offers: (call) => catalogue.offers([made.sells], proposal.total.currency, call),
    },
    history: { orders: (call) => history.orders({ limit: 1 }, call) },
    rates: { options: (call) => rates.options({ country: made.delivers.to[0] ?? '' }, call) },
    purchases: {
      propose: (call) => purchases.propose(wanting(1), call),
      place: (call) => purchases.place(proposal, call),
      reconcile: (call) => purchases.reconcile(proposal.id, { ...buyer, ...call }),
      substitutes: (call) => purchases.substitutes(wanted, [], call),
    },
  };
}

export function hungContract(trial: () => Trial): void {
  describe('a back end that hangs', () => {
    const NAMES = {
      accounts: ['whoIs'],
      catalogue: ['page', 'find', 'byIds', 'offers'],
      history: ['orders'],
      rates: ['options'],
      purchases: ['propose', 'place', 'reconcile', 'substitutes'],
    } as const;
    const PORTS = ['accounts', 'catalogue', 'history', 'rates', 'purchases'] as const;
    const all = PORTS.flatMap((port) => NAMES[port].map((name) => [port, name] as const));

    it('is tried with every method there is', async () => {
      const methods = methodsOf(trial(), await trial().propose());
      expect(Object.entries(methods).flatMap(([port, of]) => Object.keys(of).map((name) => [port, name]))).toEqual(all);
    });

    it.each(all)('keeps nobody waiting past the signal: %s.%s', async (port, name) => {
      const proposal = await trial().propose();
      const methods = Object.entries(methodsOf(trial(), proposal)[port]);
      const method = methods.find(([known]) => known === name)?.[1];
      if (!method) throw new Error(`there is no ${port}.${name}`);
      trial().made.hang();
      const given = new AbortController();
      const answering = method({ ...trial().buyer, signal: given.signal, deadline: Number.POSITIVE_INFINITY });
      given.abort();
      const result = await answering;
      // What is published lies with us; everything else was not answered, and only a write may have happened.
      if (!result.ok) expect(result.error.kind).toBe('timeout');
      else expect(['page', 'find', 'byIds']).toContain(name);
    });
  });
}
