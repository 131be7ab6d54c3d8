/** How something reaches the shopper's phone: a pushed link, a consented address, or a short code on a card. */

import type { Reachable } from '../../services/reach/reach';
import type { GivenOut } from '../../vocabulary/given-out';
import { isHouseholds, type PushChannel } from '../../vocabulary/heard';
import type { Card, Effect, EffectOf, Ending, Reply, Screen } from '../../vocabulary/outcome';
import { type Part, replies, type Scene } from '../kit/define';
import { codeScreen } from './screens';

const SAYS = {
  onWhatsapp: {},
  onTelegram: {},
  byEmail: {},
  inChat: {},
  here: {},
  byCard: {},
  linkTopic: {},
  cardCode: { code: 'shown' },
  cardCodeAndPostcode: { code: 'shown' },
  cardSite: { site: 'shown' },
} as const;
const say = replies('Phone', SAYS);

export const Phone: Part = { name: 'Phone', personal: false, says: SAYS, asks: {} };

/** The address in use or consented to. Someone who writes is reached where they write. */
export async function contactFor(scene: Scene): Promise<Writable | null> {
  return scene.turn.channel === 'web' ? null : phoneFor(scene);
}

/** An address that is in use or consented to, also for who is in the web chat now. */
export async function phoneFor({ conversationId, shopper, turn, services }: Scene): Promise<Writable | null> {
  // The addresses of a household's account may be somebody else's than the one's who speaks.
  const consented = isHouseholds(turn) ? null : shopper;
  const contact = await services.reach.contact({ conversationId, shopper: consented, locale: turn.locale });
  const channel = services.reach.channels.find((name) => name === contact?.channel);
  return contact && channel ? { ...contact, channel } : null;
}

/** As it can be dialled: the number they write from, where the channel's addresses are numbers and this one is. */
export async function writtenFrom(scene: Scene): Promise<string | null> {
  const contact = scene.turn.channel === 'whatsapp' ? await phoneFor(scene) : null;
  const { channel, address } = contact ?? {};
  return channel === 'whatsapp' && /^\d{7,15}$/.test(address ?? '') ? `+${address}` : null;
}

export type Writable = Reachable & { readonly channel: PushChannel };

/** What is written to becomes part of the conversation, so that an answer from there is part of it. */
export function joining({ isPart, ...contact }: Writable): readonly Effect[] {
  return isPart ? [] : [{ kind: 'join', contact }];
}

type Written = Pick<EffectOf<'to-phone'>, 'replies'> & Partial<Pick<EffectOf<'to-phone'>, 'link' | 'opens'>>;

/** Writes this to them. */
export function writing(to: Writable, { replies, link = null, opens }: Written): readonly Effect[] {
  const { id, channel } = to;
  const sent = { kind: 'to-phone', contact: { id, channel }, replies, link, ...(opens ? { opens } : {}) } as const;
  return [...joining(to), sent];
}

/** The word of each channel, under one name in every intent that says it. */
export const ON = {
  whatsapp: 'onWhatsapp',
  telegram: 'onTelegram',
  email: 'byEmail',
} as const satisfies Readonly<Record<PushChannel, keyof typeof SAYS>>;

/** "They'll write to you on WhatsApp." */
export function where(contact: Writable | null, { turn }: Scene): Reply {
  if (turn.form === 'text') return say('inChat');
  return contact ? say(ON[contact.channel]) : say('here');
}

/**
 * The same where a hand-off begins. Whoever the shop cannot name just now is another one for us when it can: at the speaker
 * they are told no answer then, and the link or the code that they are given is the way to it.
 */
export function whereAnswered(contact: Writable | null, scene: Scene): readonly Reply[] {
  const isHeardHere = contact !== null || scene.turn.form === 'text' || scene.stranger !== 'unreachable';
  if (isHeardHere) return [where(contact, scene)];
  return mayPush(scene) ? [] : [say('byCard')];
}

export type Given = { readonly effects: readonly EffectOf<'token'>[] };

/** A link to be given out: its id, what its secret opens, and the token that is kept of it. */
export type NewLink = { readonly id: string; readonly opens?: 'file'; readonly token: GivenOut };

/** A link into the conversation. */
export function talkLink({ services, conversationId }: Scene): NewLink {
  const id = services.random();
  return { id, token: services.reach.minting.link(id, conversationId, services.now()) };
}

type Pushed = Given & { readonly ending: Ending };

/** Whether this device and this house can push a link. */
export function mayPush({ turn, services }: Scene): boolean {
  return turn.device?.pushesLinks === true && services.reach.publicUrl !== null;
}

/** A link pushed to the phone by Alexa, who hands `handle` back; null: this device or this house has none. */
export function pushedLink(handle: string, scene: Scene, linked: (scene: Scene) => NewLink = talkLink): Pushed | null {
  if (!mayPush(scene)) return null;
  const { id, opens, token } = linked(scene);
  const to = {
    kind: 'link-app',
    token: handle,
    link: id,
    ...(opens ? { opens } : {}),
    topic: say('linkTopic'),
  } as const;
  return { ending: { kind: 'yield', to }, effects: [{ kind: 'token', token }] };
}

/** Alexa is back: what was asked of her, and an HTTP-like code of how it went. */
export type CameBack = { readonly token: string; readonly status: string };

/** Nobody is told to look for a link that never came. */
export function wasPushed({ status }: CameBack): boolean {
  return status.startsWith('2');
}

type OnCard = Given & {
  readonly lines: readonly Reply[];
  /** The same to be scanned, where there is a screen and a page to open. */
  readonly scan: { readonly screen?: Screen };
};

/** A code for the card. It opens nothing of a shopper's without the postcode the shop knows. */
export function codeOnCard({ services, shopper, conversationId, turn }: Scene): OnCard {
  const id = services.random();
  const { minting } = services.reach;
  const proof = shopper?.address.postalCode ?? null;
  const digits = minting.codeOf(id);
  const code = { type: 'shown', text: `${digits.slice(0, 3)} ${digits.slice(3)}` } as const;
  const { publicUrl } = services.reach;
  const site = { type: 'shown', text: publicUrl ? `${publicUrl}/chat` : services.merchant.site } as const;
  const typed = proof === null ? say('cardCode', { code }) : say('cardCodeAndPostcode', { code });
  return {
    lines: [typed, say('cardSite', { site })],
    // Whoever is in the room sees it: it says no more than the card, and the postcode is asked for all the same.
    scan: turn.device?.screen && publicUrl ? { screen: codeScreen(`${publicUrl}/chat#code=${digits}`, [typed]) } : {},
    effects: [{ kind: 'token', token: minting.code(id, { conversationId, proof }, services.now()) }],
  };
}

/** The card of a hand-off or of something sent. */
export function card(title: Reply, lines: readonly Reply[]): Card {
  return { kind: 'simple', title, lines };
}
