/** What the house does when Alexa tells of the skill's life at an account: the same behind both of its doors. */

import { callWithin } from '../services/commerce/call';
import { eraseAccount } from '../services/privacy/erasure';
import { withdrawMail } from '../services/reach/withdrawn';
import { claimLink } from '../services/sign-in/link-tokens';
import type { Earshot } from './earshot';

const SHOP_WITHIN = 4_000;

export function accountDeeds(earshot: Earshot, { secret }: { readonly secret: string }) {
  const { store, shop, now, voice } = earshot;
  return {
    onDisabled: (account: string) => eraseAccount(account, earshot),
    onLinked: (account: string, token: string) => claimLink(token, account, { links: store.links, secret, now }),
    onNotices: earshot.speakerNews.accountTakes,
    onMailWithdrawn: (account: string) => {
      const call = callWithin(SHOP_WITHIN, { locale: voice.languages[0] ?? 'en', now });
      return withdrawMail(account, call, { store, signIn: shop.signIn });
    },
  };
}
