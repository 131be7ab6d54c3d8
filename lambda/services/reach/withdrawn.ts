/** The leave to know a speaker's e-mail address is taken back: what was known by it alone is written to no more. */

import type { Call } from '../commerce/call';
import type { ShopperSignIn } from '../sign-in/shopper-sign-in';
import type { Store } from '../store';
import type { Consented } from './contacts';

type Needs = {
  readonly store: Pick<Store, 'contacts' | 'privacy'>;
  /** Absent: the shop cannot say to what its shoppers consent there. */
  readonly signIn: Pick<ShopperSignIn, 'again'> | undefined;
};

const OF_SHOPPER = /^shopper:([^/]+)/;

/** Throws while the shop does not answer: it may be the shop's own consent that an address is used by. */
export async function withdrawMail(account: string, call: Call, needs: Needs): Promise<void> {
  const { contacts, privacy } = needs.store;
  for (const conversationId of await privacy.conversationsAt('alexa', account)) {
    const joined = await contacts.of(conversationId);
    // Whoever has written from there has told it themselves.
    const given = joined.filter(({ channel, heardAt }) => channel === 'email' && heardAt === 0);
    const consented = given.length > 0 ? await consentedBy(conversationId, call, needs) : [];
    for (const { id, address } of given) {
      if (!consented.some((one) => one.address === address)) await contacts.join(id, null);
    }
  }
}

async function consentedBy(conversationId: string, call: Call, { signIn }: Needs): Promise<readonly Consented[]> {
  const shopperId = OF_SHOPPER.exec(conversationId)?.[1];
  if (shopperId === undefined || !signIn) return [];
  const known = await signIn.again(shopperId, call);
  if (!known.ok) throw new Error(`the shop could not be asked for a shopper's consents: ${known.error.kind}`);
  return known.value?.shopper.contacts.filter(({ channel }) => channel === 'email') ?? [];
}
