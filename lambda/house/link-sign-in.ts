/** How whoever links signs in, by what the shop has: its own OpenID provider, its passwords, or a code by e-mail. */

import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { OpenIdSettings } from '../link/openid-settings';
import type { LinkWords } from '../link/page';
import { type OpenIdNeeds, signInByOpenId } from '../link/shop-openid';
import { type SigningIn, signInByCode, signInByPassword } from '../link/signing-in';
import { type Call, callWithin, ok } from '../services/commerce/call';
import type { Post } from '../services/reach/mail';
import { countPasswords } from '../services/sign-in/counted-passwords';
import { createMailedCodes } from '../services/sign-in/mailed-codes';
import type { FoundShopper, ShopperSignIn } from '../services/sign-in/shopper-sign-in';
import type { Store } from '../services/store';
import { ConfigError } from './problems';

type Needs = Pick<Store, 'links' | 'tokens'> & {
  /** Where the house is reached. */
  readonly url: string;
  readonly openId: OpenIdSettings | null;
  readonly post: Post | null;
  readonly wordsIn: (locale: string) => Promise<LinkWords>;
  readonly secret: string;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly onSent: (sent: Promise<void>) => void;
  readonly log: Pick<Logger, 'error'>;
};

/** The page can wait for a shop longer than a speaker. Milliseconds. */
export const SHOP_WITHIN = 6_000;

/** Throws `ConfigError` where what is set allows no signing in. */
export function signingInOf(signIn: ShopperSignIn, needs: Needs): SigningIn {
  const { url, openId, post, links, tokens, secret, now, log, wordsIn } = needs;
  const call = (locale: string) => callWithin(SHOP_WITHIN, { locale, now });
  if (openId) {
    if (openId.claim === 'email' && signIn.by !== 'code') {
      throw new ConfigError('the environment: LINK_OIDC_CLAIM is email, but this shop finds no shopper by an address');
    }
    const shopperBy: OpenIdNeeds['shopperBy'] = (claim) => shopperNamed(signIn, claim, call('en'));
    return signInByOpenId({ settings: openId, back: `${url}/link/back`, links, secret, now, log, shopperBy });
  }
  if (signIn.by === 'password') {
    return signInByPassword(countPasswords({ tokens, secret, now, check: (shown) => signIn.check(shown, call('en')) }));
  }
  if (!post) {
    throw new ConfigError('the environment: LINK_SECRET is set; this shop links by e-mail, so SMTP_URL is needed');
  }
  const codesIn = (locale: string) => {
    const [find, send] = [findBy(signIn, call, locale), sendBy(post, wordsIn, locale)];
    return createMailedCodes({ links, tokens, secret, now, find, send });
  };
  return signInByCode(codesIn, needs.onSent);
}

/** By the id they have at the shop, or by a confirmed address where the shop finds its shoppers by it. */
async function shopperNamed(
  signIn: ShopperSignIn,
  { kind, value }: Parameters<OpenIdNeeds['shopperBy']>[0],
  call: Call,
): Promise<FoundShopper> {
  if (kind === 'email') return signIn.by === 'code' ? signIn.find(value, call) : ok(null, 0);
  const known = await signIn.again(value, call);
  return known.ok ? { ...known, value: known.value ? value : null } : known;
}

type ByCode = Extract<ShopperSignIn, { by: 'code' }>;

function findBy(signIn: ByCode, call: (locale: string) => Parameters<ByCode['find']>[1], locale: string) {
  return async (email: string): Promise<string | null> => {
    const found = await signIn.find(email, call(locale));
    if (!found.ok) throw new Error(`the shop could not be asked for an address: ${found.error.kind}`);
    return found.value;
  };
}

function sendBy(post: Post, wordsIn: (locale: string) => Promise<LinkWords>, locale: string) {
  return async (to: string, code: string): Promise<void> => {
    const { words } = await wordsIn(locale);
    const id = randomBytes(12).toString('hex');
    const tried = await post.send({
      ...{ id, thread: id, to, name: null, subject: words.mailSubject ?? '', reference: null, html: null },
      text: (words.mailText ?? '').replaceAll('{{code}}', code),
      answers: { kind: 'reply', id },
      automatic: 'auto-generated',
    });
    if (tried.kind !== 'done') throw new Error(`a code could not be sent: ${tried.kind}`);
  };
}
