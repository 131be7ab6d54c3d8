/** What is kept of a shopper, where it comes from, and its erasure: confirmed in writing, never by a voice alone. */

import { answerOn } from '../services/content/content';
import type { Asking } from '../services/privacy/own-data';
import type { Slots } from '../vocabulary/heard';
import type { Reply } from '../vocabulary/outcome';
import { type Acted, ask, close, done, type Intent, replies, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { card, codeOnCard, contactFor, joining, pushedLink, type Writable } from './parts/to-phone';
import { offerPerson } from './TalkToHuman';

const SAYS = {
  nothing: {},
  kept: { count: 'number', days: 'number' },
  handOffs: { count: 'number' },
  orders: { count: 'number' },
  addresses: { count: 'number' },
  shopKeeps: {},
  told: { words: 'passage' },
  file: {},
  fromOrders: {},
  fromShelf: {},
  fromContent: {},
  fromTalk: {},
  nothingSaid: {},
  erased: {},
  notYet: {},
  unchanged: {},
  notHere: {},
  sent: {},
  code: {},
  toConfirm: {},
  cardTitle: {},
} as const;
const say = replies('MyData', SAYS);

const forget = ask<NoState, Record<never, never>>({
  id: 'MyData.forget',
  state: NO_STATE,
  commits: true,
  whilePerson: true,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return done(say('unchanged'));
    if (answer.kind !== 'yes') return null;
    // Whatever was put in writing: at a speaker anybody may say yes.
    if (scene.turn.form === 'speech') return onPhone(scene);
    const isErased = await scene.services.ownData.erase(asking(scene));
    if (!isErased) return offerPerson({ reason: 'policy', said: [say('notYet')] }, scene);
    return causing(close(say('erased'), say('shopKeeps')), { kind: 'erased' });
  },
});

export const MyData: Intent = {
  name: 'MyData',
  acts: 'changes',
  aboutOrders: false,
  slots: { wish: 'DataWish' },
  personal: false,
  says: SAYS,
  asks: { forget },
  async act(slots, scene) {
    switch (wishIn(slots)) {
      case 'forget':
        return scene.turn.form === 'speech' ? onPhone(scene) : { replies: [], ending: forget.put({}, {}) };
      case 'export':
        return offerPerson({ reason: 'asked', said: [...(await kept(scene)), say('file')] }, scene);
      case 'source':
        return done(source(scene));
      case 'use':
        return written('privacy', scene);
      case 'account':
        return written('account', scene);
      default:
        return done(...(await kept(scene)), say('shopKeeps'));
    }
  },
};

function wishIn({ wish }: Slots): string | undefined {
  return wish?.ids[0];
}

function asking({ shopper, turn }: Scene): Asking {
  return { shopper, channel: turn.channel, address: turn.address };
}

/** Short: what there is of each kind, and how long. */
async function kept(scene: Scene): Promise<readonly Reply[]> {
  const { lines, handOffs, orders, addresses } = await scene.services.ownData.count(asking(scene));
  if (lines + handOffs + orders + addresses === 0) return [say('nothing')];
  const number = (count: number) => ({ type: 'number', number: count }) as const;
  const days = number(scene.services.merchant.keepsDays);
  return [
    ...(lines > 0 ? [say('kept', { count: number(lines), days })] : []),
    ...(handOffs > 0 ? [say('handOffs', { count: number(handOffs) })] : []),
    ...(orders > 0 ? [say('orders', { count: number(orders) })] : []),
    ...(addresses > 0 ? [say('addresses', { count: number(addresses) })] : []),
  ];
}

/** Where what was just said comes from, by who said it. */
function source({ memory }: Scene): Reply {
  const parts = (memory.last?.replies ?? []).map(({ key }) => key.split('.')[0] ?? '');
  const known = parts.map((part) => SOURCES[part]).find((one) => one !== undefined);
  if (known) return say(known);
  return say(parts.length > 0 ? 'fromTalk' : 'nothingSaid');
}

type Source = 'fromOrders' | 'fromShelf' | 'fromContent';

/** What each part that tells something leans on; the others only know what was said. */
const SOURCES: Readonly<Record<string, Source>> = {
  OrderStatus: 'fromOrders',
  Reorder: 'fromOrders',
  Purchase: 'fromOrders',
  Replenish: 'fromOrders',
  Recommend: 'fromOrders',
  RefundStatus: 'fromOrders',
  DeliveryProblem: 'fromOrders',
  Shelf: 'fromShelf',
  ShippingCost: 'fromShelf',
  ShippingOptions: 'fromShelf',
  DeliveryTime: 'fromShelf',
  SupportPolicy: 'fromContent',
  Opening: 'fromContent',
};

/** What the shop says of it itself. */
function written(topic: string, scene: Scene): Acted {
  const { services, turn } = scene;
  const today = services.today(services.merchant.support.hours.timeZone);
  const answer = answerOn(topic, { locale: turn.locale, today }, services.content);
  if (!answer) return offerPerson({ reason: 'policy', said: [say('shopKeeps')] }, scene);
  return done(say('told', { words: { type: 'passage', voice: answer.voice, text: answer.chat } }));
}

const TOKEN = 'my-data';

/** Whoever hears the speaker could ask: the wish is taken to where the shopper alone reads. */
async function onPhone(scene: Scene): Promise<Acted> {
  const contact = await contactFor(scene);
  if (contact) return send(contact, scene);
  const link = pushedLink(TOKEN, scene);
  if (link) return { replies: [say('notHere'), say('sent')], ...link };
  const { lines, effects } = codeOnCard(scene);
  return { ...close(say('notHere'), say('code')), card: card(say('cardTitle'), [say('toConfirm'), ...lines]), effects };
}

function send(contact: Writable, { services, conversationId }: Scene): Acted {
  const link = services.reach.publicUrl ? services.random() : null;
  const { id, channel } = contact;
  const given = link ? [services.reach.minting.link(link, conversationId, services.now())] : [];
  return causing(
    close(say('notHere'), say('sent')),
    ...joining(contact),
    { kind: 'to-phone', contact: { id, channel }, replies: [say('toConfirm')], link },
    ...given.map((token) => ({ kind: 'token', token }) as const),
  );
}

/** Alexa is back from pushing the link; null: from something else. */
export function confirmationSent({ token }: { readonly token: string }): Acted | null {
  return token === TOKEN ? close(say('sent')) : null;
}
