/** Opens the page of limits and voice code, beside the linking server: shoppers sign in to both alike. */

import type { Router } from 'express';
import type { LinkWords } from '../link/page';
import type { SigningIn } from '../link/signing-in';
import type { Call } from '../services/commerce/call';
import type { ShopperSignIn } from '../services/sign-in/shopper-sign-in';
import type { Store } from '../services/store';
import type { pageWordsOf } from './page-words';

type WordsBy = (locale: string) => Promise<LinkWords>;

export type LimitsPageNeeds = {
  readonly words: ReturnType<typeof pageWordsOf>;
  readonly signIn: Pick<ShopperSignIn, 'again'>;
  /** By whose words letters are written. */
  readonly signingIn: (lettersIn: WordsBy) => SigningIn;
  readonly store: Pick<Store, 'links' | 'buyingRules'>;
  readonly url: string;
  readonly pages: string;
  readonly secret: string;
  readonly now: () => number;
  readonly call: (locale: string) => Call;
  readonly log: { error(what: object, message: string): void };
};

export async function openLimits({
  words,
  signIn,
  signingIn,
  store,
  call,
  ...needs
}: LimitsPageNeeds): Promise<Router> {
  const [{ limitsDoor }, { createVoiceCodes }] = await Promise.all([
    import('../link/limits-door'),
    import('../services/limits/voice-code'),
  ]);
  // What signing in takes is said alike on both pages; what it is for, and what the letter says, is not.
  const wordsIn: WordsBy = async (locale) => {
    const [link, limits] = await Promise.all([words('link', locale), words('limits', locale)]);
    return { lang: limits.lang, words: { ...link.words, ...limits.words } };
  };
  return limitsDoor({
    ...{ ...needs, links: store.links, rules: store.buyingRules, wordsIn },
    codes: createVoiceCodes({ records: store.buyingRules, secret: needs.secret }),
    async currencyOf(shopperId, locale) {
      const known = await signIn.again(shopperId, call(locale));
      return known.ok ? (known.value?.shopper.currency ?? null) : null;
    },
    signingIn: signingIn(wordsIn),
  });
}
