/** People who speak: they ask, order, and say yes, each at whichever server answers. */

import { createDevice, type Says } from '../servers/device';
import { SPEAKING } from './people';
import type { Street } from './street';
import { KEY } from './town';

/** The summary, "again?" where the household has ordered the same, and the order. */
const MOST_YESES = 3;
const THINKS = [400, 1_600] as const;
/** Each of one brand only, so that nobody is asked which. */
const GOODS = ['cat food', 'toilet paper', 'dog food', 'coffee'];
const QUESTIONS: readonly Says[] = [
  'launch',
  { intent: 'OrderStatus' },
  { intent: 'ShippingCost' },
  { intent: 'Help' },
];

/** Two to an account, as a household is. */
export const SPEAKERS = 12;

export async function speakAllDay(nth: number, street: Street): Promise<void> {
  const who = SPEAKING[nth % SPEAKING.length];
  if (!who) throw new Error('nobody lives here');
  const person = `person-${nth}`;
  const chance = street.chance(person);
  const fetch = street.town.knocks.fetchAs('a speaker', { 'x-earshot-key': KEY });
  const device = createDevice({ name: `speaker-${nth}`, token: who.token, person, fetch });
  const says = async (what: Says) => {
    await street.thinks(chance, THINKS);
    const answer = await device.says(what, street.from(chance.below(2)));
    street.told.spoken.push({ ...answer, person, token: who.token, firstName: who.firstName });
    return answer;
  };
  while (!street.isOver()) {
    if (chance.next() < 0.4) {
      for (const question of chance.shuffled(QUESTIONS).slice(0, 2)) await says(question);
      await says({ intent: 'Stop' });
    } else {
      const slots = { product: chance.oneOf(GOODS as [string, ...string[]]), quantity: String(1 + chance.below(2)) };
      let answer = await says({ intent: 'Reorder', slots });
      for (let yes = 0; yes < MOST_YESES && answer.isOpen; yes += 1) answer = await says({ intent: 'Yes' });
    }
  }
}
