/** Puts what was just said onto the shopper's phone, and the conversation with it. */

import type { Ending, Reply } from '../vocabulary/outcome';
import { type Acted, ask, close, done, type Intent, replies, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import {
  card,
  codeOnCard,
  contactFor,
  mayPush,
  ON,
  pushedLink,
  talkLink,
  type Writable,
  wasPushed,
  writing,
} from './parts/to-phone';
import { isNoOrder } from './parts/which-order';

const SAYS = {
  pushing: {},
  pushed: {},
  onWhatsapp: {},
  onTelegram: {},
  byEmail: {},
  code: {},
  alreadyHere: {},
  asking: {},
  refused: {},
  asked: {},
  cardTitle: {},
  cardWaits: {},
  intro: {},
} as const;
const say = replies('SendToPhone', SAYS);

const TOKEN = 'send-to-phone';
const CONSENT = 'send-to-phone:consent';

const mayEmail = ask<NoState, Record<never, never>>({
  id: 'SendToPhone.mayEmail',
  state: NO_STATE,
  commits: true,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return byCode(scene, [say('refused')]);
    if (answer.kind !== 'yes') return null;
    return {
      replies: [say('asking')],
      ending: { kind: 'yield', to: { kind: 'ask-consent', token: CONSENT, to: 'email' } },
    };
  },
});

/** Whoever shall link may sign in on the phone instead: the conversation goes on there. */
const signIn = ask<NoState, Record<never, never>>({
  id: 'SendToPhone.signIn',
  state: NO_STATE,
  commits: true,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer({ kind }, _state, scene) {
    if (kind === 'no') return close(say('cardWaits'));
    if (kind !== 'yes') return null;
    return byLink(scene) ?? byCode(scene);
  },
});

/** null: this device or this house pushes no links, or whoever speaks wanted none: they have the card, and can ask for one. */
export function offerSignIn(scene: Scene): Ending | null {
  return mayPush(scene) && scene.memory.once?.link === undefined ? signIn.put({}, {}) : null;
}

/** Said to whoever declined it. */
export function wantsNoLink(replies: readonly Reply[]): boolean {
  return replies.some(({ key }) => key === say('cardWaits').key);
}

export const SendToPhone: Intent = {
  name: 'SendToPhone',
  acts: 'sends',
  aboutOrders: false,
  slots: { product: 'Product' },
  personal: false,
  says: SAYS,
  asks: { mayEmail, signIn },
  async act(_slots, scene) {
    // "Send it", of an order that there is not.
    const none = scene.memory.last?.replies.filter(isNoOrder) ?? [];
    if (none.length > 0) return done(...none);
    if (scene.turn.form === 'text') return done(say('alreadyHere'));
    const contact = await contactFor(scene);
    if (contact) return send(contact, scene);
    return byLink(scene) ?? (await byProfile(scene)) ?? byCode(scene);
  },
};

/** Pushed by Alexa; null: this device or this house pushes none. */
function byLink(scene: Scene): Acted | null {
  const link = pushedLink(TOKEN, scene);
  return link && { replies: [say('pushing')], ...link };
}

/** The e-mail address of the speaker's account: an address to deliver to, never one to know a shopper by. */
async function byProfile(scene: Scene): Promise<Acted | null> {
  const { turn, services } = scene;
  const isSent = services.reach.channels.includes('email');
  if (!isSent || !turn.device?.profile) return null;
  const profile = await services.reach.readProfile(turn.device.profile, scene.call);
  if (profile.kind === 'consent-needed') return { replies: [], ending: mayEmail.put({}, {}) };
  if (profile.kind !== 'known') return null;
  const who = { conversationId: scene.conversationId, shopper: null, locale: turn.locale };
  const contact = await services.reach.at({ channel: 'email', address: profile.email }, who);
  return send({ ...contact, channel: 'email' }, scene);
}

/** What was said last, with a link to go on in writing. */
function send(contact: Writable, scene: Scene): Acted {
  const { services, memory } = scene;
  const link = services.reach.publicUrl ? talkLink(scene) : null;
  const last = memory.last?.replies ?? [];
  return causing(
    done(say(ON[contact.channel])),
    ...writing(contact, { replies: [say('intro'), ...last], link: link?.id ?? null }),
    ...(link ? [{ kind: 'token', token: link.token } as const] : []),
  );
}

/** A card with a code for the chat. */
export function byCode(scene: Scene, before: readonly Reply[] = []): Acted {
  const { lines, effects, scan } = codeOnCard(scene);
  return { ...done(...before, say('code')), card: card(say('cardTitle'), lines), ...scan, effects };
}

/** Alexa is back: from pushing the link, or from asking for the address. `granted` is absent where it was ignored. */
export async function resumed(scene: Scene): Promise<Acted | null> {
  const { heard } = scene.turn;
  if (heard.kind !== 'resumed') return null;
  if (heard.token === TOKEN) return wasPushed(heard) ? done(say('pushed')) : byCode(scene);
  if (heard.token !== CONSENT) return null;
  if (!heard.granted) return byCode(scene, heard.granted === undefined ? [] : [say('refused')]);
  const sent = await byProfile(scene);
  return sent && sent.ending.kind === 'done' ? sent : askInApp();
}

/** She said yes and it is not known yet: the card in the app asks once more. */
function askInApp(): Acted {
  return { ...close(say('asked')), card: { kind: 'ask-consent', to: 'email' } };
}
