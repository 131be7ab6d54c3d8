/** Somebody may be in danger: says whom to call. Nobody is called, nothing is sold, and no word of it is kept. */

import { countryOfPhone } from '../services/privacy/phone-plans';
import { type Acted, close, type Intent, replies, type Scene } from './kit/define';
import { emergencyNumber } from './parts/emergency-numbers';

const SAYS = { call: { number: 'digits' }, callLocal: {}, forPerson: {} } as const;
const say = replies('Emergency', SAYS);

export const Emergency: Intent = {
  name: 'Emergency',
  acts: null,
  aboutOrders: false,
  slots: {},
  personal: false,
  says: SAYS,
  asks: {},
  act: async (_slots, scene) => inDanger(scene),
};

/** Whoever has the conversation is told that it happened, and not what was said. */
export function inDanger(scene: Scene): Acted {
  const digits = emergencyNumber(countryOf(scene));
  const said = close(
    digits === null ? say('callLocal') : say('call', { number: { type: 'digits', digits, full: digits } }),
  );
  return scene.memory.owner === 'human' ? { ...said, effects: [{ kind: 'for-person', what: say('forPerson') }] } : said;
}

/** Where the shopper most likely is: by their telephone, then where they live, then where their language is spoken. */
function countryOf({ shopper, turn }: Scene): string | null {
  const phone = shopper?.known.find(({ kind }) => kind === 'phone')?.value;
  return (phone && countryOfPhone(phone)) || shopper?.address.country || regionOf(turn.locale);
}

function regionOf(locale: string): string | null {
  return /-([A-Z]{2})$/.exec(locale)?.[1] ?? null;
}
