/** Opens the linking server where a shop has set it up, by what its platform lets its shoppers sign in with. */

import type { Router } from 'express';
import type { Logger } from 'pino';
import type { OpenIdSettings } from '../link/openid-settings';
import type { LinkWords } from '../link/page';
import type { LinkSettings } from '../link/settings';
import { callWithin } from '../services/commerce/call';
import type { Post } from '../services/reach/mail';
import type { Config } from './config';
import type { Earshot } from './earshot';
import { openLimits } from './limits-page';
import { pageWordsOf } from './page-words';
import { ConfigError } from './problems';
import type { ShopFile } from './shop-file';

export type LinkingNeeds = {
  readonly settings: LinkSettings;
  /** Where the house is reached. */
  readonly url: string;
  /** Where a console on this machine waits for the browser; empty: there is none. */
  readonly consoleAt: readonly string[];
  /** The shop's e-mail; null: it has set none up. */
  readonly post: Post | null;
  /** Where its letters come out. */
  readonly letters: 'mail' | 'terminal';
  /** Signs in whoever links; null: the platform does. */
  readonly openId: OpenIdSettings | null;
  readonly shop: ShopFile;
  readonly locales: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly secret: string;
  readonly log: Pick<Logger, 'error'>;
  /** Real time, milliseconds. */
  readonly now?: () => number;
};

export type Linking = {
  readonly router: Router;
  /** As the console on this machine asks for a link, and how its developer signs in. */
  readonly console: {
    readonly issuer: string;
    readonly clientId: string;
    readonly scope: string;
    readonly by: 'terminal' | 'mail' | 'password';
  };
  /** Letters under way are sent. */
  settled(): Promise<void>;
};

/** Throws `ConfigError` where the platform, or the lack of e-mail, allows no signing in. */
export async function openLinking(
  earshot: Pick<Earshot, 'shop' | 'store' | 'voice' | 'now'>,
  needs: LinkingNeeds,
): Promise<Linking> {
  const { signIn } = earshot.shop;
  if (!signIn) throw new ConfigError('the environment: LINK_SECRET is set, but accounts of this shop cannot be linked');
  const [{ linkDoor }, { CONSOLE, SCOPE }, { SHOP_WITHIN, signingInOf }] = await Promise.all([
    import('../link/door'),
    import('../link/clients'),
    import('./link-sign-in'),
  ]);
  const { settings, url, openId, post, consoleAt, pages, secret, log, now = earshot.now } = needs;
  const { links, tokens } = earshot.store;
  const words = pageWordsOf(earshot, needs);
  const wordsIn = (locale: string) => words('link', locale);
  const underWay = new Set<Promise<void>>();
  const onSent = (sent: Promise<void>) => {
    const told = sent.catch((error: unknown) => log.error({ err: error }, 'a code could not be sent'));
    underWay.add(told);
    void told.finally(() => underWay.delete(told));
  };
  const shared = { url, links, secret, now, log };
  const signingIn = (lettersIn: (locale: string) => Promise<LinkWords>) =>
    signingInOf(signIn, { ...shared, wordsIn: lettersIn, tokens, openId, post, onSent });
  const call = (locale: string) => callWithin(SHOP_WITHIN, { locale, now });
  const limits = await openLimits({
    words,
    signIn,
    signingIn,
    store: earshot.store,
    url,
    pages,
    secret,
    now,
    call,
    log,
  });
  const router = linkDoor({ ...shared, settings, consoleAt, pages, wordsIn, limits, signingIn: signingIn(wordsIn) });
  const by = signIn.by === 'code' && !openId ? needs.letters : ('password' as const);
  const console = { issuer: `${url}/link`, clientId: CONSOLE, scope: SCOPE, by };
  return { router, console, settled: async () => void (await Promise.all(underWay)) };
}

type Configured = Pick<LinkingNeeds, 'log' | 'post'> & {
  readonly config: Config;
  /** Prints the letters of a shop that has set up no e-mail, for its developer; null: nobody is one here. */
  readonly printed: Post | null;
};

/** null: the house links no accounts. A developer's own machine needs no settings for it. Throws `ConfigError`. */
export async function linkingOf(
  earshot: Pick<Earshot, 'shop' | 'store' | 'voice' | 'now'>,
  { config, printed, log, post }: Configured,
): Promise<Linking | null> {
  const { linking, openId, publicUrl, port, shop, locales, pages, secret } = config;
  const settings =
    linking ?? (printed && earshot.shop.signIn ? (await import('../link/settings')).consoleOnly() : null);
  if (!settings && openId) throw new ConfigError('the environment: LINK_OIDC_ISSUER needs LINK_SECRET, LINK_VENDORS');
  if (!settings) return null;
  if (publicUrl === null && !printed) {
    throw new ConfigError('the environment: LINK_SECRET needs EARSHOT_URL, the address where shoppers reach the page');
  }
  const here = [`http://localhost:${port}`, `http://127.0.0.1:${port}`] as const;
  const consoleAt = printed ? here.map((one) => `${one}/console/linked`) : [];
  const told = { settings, openId, consoleAt, shop, locales, pages, secret, log };
  const letters = post || !printed ? 'mail' : 'terminal';
  return openLinking(earshot, { ...told, url: publicUrl ?? here[0], post: post ?? printed, letters });
}
