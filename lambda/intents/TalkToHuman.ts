/** Passes the conversation, with all that was said, to a person; other intents offer that from here. */

import { requestHandOff } from '../services/hand-off';
import type { HandOffReason, HandOffRequest, Reply } from '../turn';
import { type Acted, ask, close, done, type Intent, replies, type Scene } from './define';
import { titled, wantedNow } from './wanted';

const SAYS = {
  passed: { reference: 'digits' },
  passedGuest: { reference: 'digits', contact: 'shown' },
  already: { reference: 'digits' },
  notNow: {},
  cardTitle: {},
  cardReference: { reference: 'digits' },
  cardContact: { contact: 'shown' },
} as const;
const say = replies('TalkToHuman', SAYS);

type Offered = {
  readonly reason: HandOffReason;
  readonly lines: HandOffRequest['lines'];
  readonly orderIds: readonly string[];
};

const offer = ask<Offered, Record<never, never>>({
  id: 'TalkToHuman.offer',
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, offered, scene) {
    if (answer.kind === 'yes') return handOff(offered, scene);
    if (answer.kind === 'no') return done(say('notNow'));
    return null;
  },
});

export const TalkToHuman: Intent = {
  name: 'TalkToHuman',
  slots: {},
  personal: false,
  says: SAYS,
  asks: { offer },
  async act(_slots, scene) {
    const { topic } = scene.memory;
    return handOff({ reason: 'asked', lines: wantedNow(scene), orderIds: topic.orderId ? [topic.orderId] : [] }, scene);
  },
};

/** Says what is wrong and asks whether a person should take over, who gets the goods that are being bought. */
export function offerPerson(
  what: { readonly reason: HandOffReason; readonly said: readonly Reply[]; readonly lines?: HandOffRequest['lines'] },
  scene: Scene,
): Acted {
  const { topic } = scene.memory;
  const lines = what.lines ?? wantedNow(scene);
  const offered = { reason: what.reason, lines, orderIds: topic.orderId ? [topic.orderId] : [] };
  return { replies: what.said, ending: offer.put({}, offered) };
}

async function handOff(what: Offered, scene: Scene): Promise<Acted> {
  const open = scene.memory.handOff;
  if (open && scene.memory.owner === 'human') {
    return close(say('already', { reference: digits(open.reference) }));
  }
  const { reason, orderIds } = what;
  const lines = await titled(what.lines, scene);
  const request = requestHandOff(reason, scene.services.random, { orderIds, lines });
  const reference = digits(request.reference);
  const contact = { type: 'shown', text: contactOf(scene) } as const;
  const said = scene.shopper ? say('passed', { reference }) : say('passedGuest', { reference, contact });
  return {
    ...close(said),
    handOff: request,
    card: {
      kind: 'simple',
      title: say('cardTitle'),
      lines: [say('cardReference', { reference }), say('cardContact', { contact })],
    },
  };
}

function contactOf({ services }: Scene): string {
  return `${services.merchant.support.email}, ${services.merchant.support.phone}`;
}

function digits(reference: string) {
  return {
    type: 'digits',
    digits: reference.slice(-4),
    full: `${reference.slice(0, 4)}-${reference.slice(4)}`,
  } as const;
}
