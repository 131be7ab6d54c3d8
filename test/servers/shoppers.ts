/** Shoppers who order and ask at two servers without end, and note what was acknowledged. */

import { setTimeout as sleep } from 'node:timers/promises';
import { CAST, tokenOf } from '../../lambda/providers/shop/demo/people/cast';
import { type Acknowledged, createDevice, type Says } from './device';
import type { ServerProcess } from './server-process';

export type Shopper = {
  readonly person: string;
  readonly token: string;
  readonly firstName: string;
  /** In the order in which they came. */
  readonly acknowledged: readonly Acknowledged[];
};

export type Shopping = {
  readonly shoppers: readonly Shopper[];
  /** Lets everybody finish the visit they are in. Rejects where one was never answered. */
  end(): Promise<void>;
};

/** As people are, they think before they speak; otherwise the servers would do nothing else than serve them. */
const LONGEST_THOUGHT_MS = 400;
/** The summary, "again?" where the household has ordered the same, and the order. */
const MOST_YESES = 3;

export function goShopping(count: number, servers: readonly ServerProcess[]): Shopping {
  let isOver = false;
  const shoppers = Array.from({ length: count }, (_, at) => shopperNumber(at));
  const visits = shoppers.map(async ({ says }, at) => {
    for (let visit = at; !isOver; visit += 1) {
      // Each begins elsewhere, so that both servers always have something to do.
      const order = visit % 2 === 0 ? servers : [...servers].reverse();
      await (visit % 3 === 0 ? asks(says, visit, order) : orders(says, visit, order));
    }
  });
  // Seen at the end; until then nobody waits for it.
  for (const visit of visits) visit.catch(() => {});
  return {
    shoppers,
    async end() {
      isOver = true;
      await Promise.all(visits);
    },
  };
}

type Speak = (what: Says, servers: readonly ServerProcess[]) => Promise<Acknowledged>;

function shopperNumber(at: number): Shopper & { readonly says: Speak } {
  const member = CAST[at % CAST.length] ?? CAST[0];
  if (!member) throw new Error('the demo shop has no shoppers');
  const [person, token] = [`person-${at}`, tokenOf(member)];
  const acknowledged: Acknowledged[] = [];
  const device = createDevice({ name: `speaker-${at}`, token, person });
  const says: Speak = async (what, servers) => {
    await sleep(Math.random() * LONGEST_THOUGHT_MS);
    const answer = await device.says(what, servers);
    acknowledged.push(answer);
    return answer;
  };
  return { person, token, firstName: member.firstName, acknowledged, says };
}

async function asks(says: Speak, visit: number, servers: readonly ServerProcess[]): Promise<void> {
  await says(visit % 2 === 0 ? 'launch' : { intent: 'OrderStatus' }, servers);
  await says({ intent: 'ShippingCost' }, servers);
  await says({ intent: 'Stop' }, servers);
}

/** Different goods in a row: the same again would be asked about, and rightly. */
const GOODS = ['coffee', 'dog food', 'toilet paper', 'pasta', 'olive oil', 'tea', 'nappies', 'shampoo'];

async function orders(says: Speak, visit: number, servers: readonly ServerProcess[]): Promise<void> {
  const slots = { product: GOODS[visit % GOODS.length] ?? 'coffee', quantity: String(1 + (visit % 3)) };
  let answer = await says({ intent: 'Reorder', slots }, servers);
  for (let yes = 0; yes < MOST_YESES && answer.isOpen; yes += 1) {
    answer = await says({ intent: 'Yes' }, [...servers].reverse());
  }
}
