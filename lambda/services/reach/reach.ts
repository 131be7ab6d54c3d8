/** How a conversation reaches its shopper in text: where it is read already, and which consented address it may use. */

import { createHmac } from 'node:crypto';
import type { Device } from '../../vocabulary/device';
import type { PushChannel } from '../../vocabulary/heard';
import type { MetContact } from '../../vocabulary/outcome';
import type { Instant } from '../../vocabulary/values';
import type { Shopper } from '../commerce/account';
import type { Call } from '../commerce/call';
import { type Contact, type Contacts, contactsIn } from './contacts';
import { createMinting, createRedeeming, type Minting, type Redeeming } from './minting';
import type { Tokens } from './tokens';

/** What the account of a speaker says of its e-mail address. */
export type ProfileEmail =
  | { readonly kind: 'known'; readonly email: string }
  | { readonly kind: 'consent-needed' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unavailable' };

export type ReachNeeds = {
  readonly contacts: Contacts;
  readonly tokens: Tokens;
  /** The channels that are configured, the preferred first. */
  readonly channels: readonly PushChannel[];
  /** Where this server is reached from outside, `https://…`; null: links cannot be given out. */
  readonly publicUrl: string | null;
  /** The server's own secret. */
  readonly secret: string;
  readonly readProfile: (profile: NonNullable<Device['profile']>, call: Call) => Promise<ProfileEmail>;
  readonly now: () => Instant;
};

export type Reach = {
  readonly minting: Minting;
  readonly redeeming: Redeeming;
  readonly channels: readonly PushChannel[];
  readonly publicUrl: string | null;
  /** The address of a link: into the conversation, or to the file of one's data; null: this house gives none out. */
  linkTo(id: string, opens?: 'file'): string | null;
  /** The address in use, or one the shopper's account consents to; null: there is none. */
  contact(who: Reached): Promise<Reachable | null>;
  /** The e-mail address the account consents to, where this shop sends e-mail. */
  mail(who: Reached): Promise<Reachable | null>;
  /** An address as this conversation knows it. */
  at(to: { readonly channel: PushChannel; readonly address: string }, who: Reached): Promise<Reachable>;
  /** Someone's own address joins a conversation. */
  join(who: Pick<Contact, 'id' | 'channel' | 'locale'>, conversationId: string): Promise<void>;
  /** Whether any is: what is written there reaches somebody in writing. */
  isWritten(conversationId: string): Promise<boolean>;
  /** Whether an address is part of it. */
  isPart(contactId: string, conversationId: string): Promise<boolean>;
  /** The id under which an address is known. */
  contactIdOf(channel: PushChannel, address: string, conversationId: string): string;
  readonly readProfile: ReachNeeds['readProfile'];
};

/** Whoever writes to it makes it part of the conversation, in the same commit, where it is none yet. */
export type Reachable = MetContact & { readonly isPart: boolean };

export type Reached = {
  readonly conversationId: string;
  readonly shopper: Pick<Shopper, 'contacts'> | null;
  readonly locale: string;
};

export function createReach(needs: ReachNeeds): Reach {
  const { contacts, channels, now, secret } = needs;
  const minting = createMinting(secret);

  /** An e-mail is answered to an address that names the contact, so each conversation has a contact of its own. */
  function contactIdOf(channel: PushChannel, address: string, conversationId: string): string {
    const whose = channel === 'email' ? `${address.toLowerCase()}\0${conversationId}` : oneSpelling(address);
    return createHmac('sha256', secret).update(`contact\0${channel}\0${whose}`).digest('hex').slice(0, 24);
  }

  const at: Reach['at'] = async ({ channel, address }, { conversationId, locale }) => {
    const id = contactIdOf(channel, address, conversationId);
    const known = await contacts.get(id);
    const isPart = known?.conversationId === conversationId && known.address !== null;
    return { id, channel, address, locale, heardAt: known?.heardAt ?? 0, isPart };
  };

  return {
    minting,
    redeeming: createRedeeming(needs.tokens, minting, now),
    channels,
    publicUrl: needs.publicUrl,
    linkTo: (id, opens) => needs.publicUrl && `${needs.publicUrl}/chat#${opens ?? 'join'}=${minting.secretOf(id)}`,
    contactIdOf,
    at,
    async contact(who) {
      const known = (await contactsIn(who.conversationId, contacts)).filter((one) => isWritable(one, channels));
      const heard = known.filter(({ heardAt }) => heardAt > 0);
      const latest = heard[0] ?? known[0];
      if (latest) return partOf(latest);
      const consented = who.shopper?.contacts ?? [];
      const best = channels.flatMap((name) => consented.filter(({ channel }) => channel === name))[0];
      return best ? at(best, who) : null;
    },
    async mail(who) {
      const consented = channels.includes('email')
        ? who.shopper?.contacts.find(({ channel }) => channel === 'email')
        : undefined;
      return consented ? at(consented, who) : null;
    },
    async join(who, conversationId) {
      const known = await contacts.get(who.id);
      if (!known) await contacts.meet({ ...who, address: null, heardAt: now() });
      await contacts.join(who.id, conversationId);
    },
    isWritten: async (conversationId) => (await contactsIn(conversationId, contacts)).length > 0,
    isPart: async (contactId, conversationId) => (await contacts.get(contactId))?.conversationId === conversationId,
    readProfile: needs.readProfile,
  };
}

function partOf({ conversationId, ...contact }: Contact): Reachable {
  return { ...contact, isPart: true };
}

/** "+39 02 555" and "3902555" are one number. */
function oneSpelling(address: string): string {
  return /^\+?[\d ().-]+$/.test(address) ? address.replace(/\D/g, '') : address;
}

function isWritable({ channel, address }: Contact, channels: readonly PushChannel[]): boolean {
  return address !== null && (channels as readonly string[]).includes(channel);
}
