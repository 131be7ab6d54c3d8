/** Opens the linking server where a shop has set it up, by what its platform lets its shoppers sign in with. */

import { randomBytes } from 'node:crypto';
import type { Router } from 'express';
import type { Logger } from 'pino';
import type { LinkWords } from '../link/page';
import type { LinkSettings } from '../link/settings';
import type { SigningIn } from '../link/signing-in';
import { callWithin } from '../services/commerce/call';
import type { Post } from '../services/reach/mail';
import type { ShopperSignIn } from '../services/sign-in/shopper-sign-in';
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
  readonly shop: ShopFile;
  readonly locales: string;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly secret: string;
  readonly log: Pick<Logger, 'error'>;
  /** Real time, milliseconds. */
  readonly now?: () => number;
};

/** The page can wait for a shop longer than a speaker. Milliseconds. */
const SHOP_WITHIN = 6_000;

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
  const [
    { linkDoor },
    { CONSOLE, SCOPE },
    { signInByCode, signInByPassword },
    { createMailedCodes },
    { countPasswords },
  ] = await Promise.all([
    import('../link/door'),
    import('../link/clients'),
    import('../link/signing-in'),
    import('../services/sign-in/mailed-codes'),
    import('../services/sign-in/counted-passwords'),
  ]);
  const { settings, url, consoleAt, pages, secret, log, now = earshot.now } = needs;
  const { links, tokens } = earshot.store;
  const words = pageWordsOf(earshot, needs);
  const wordsIn = (locale: string) => words('link', locale);
  const call = (locale: string) => callWithin(SHOP_WITHIN, { locale, now });
  const underWay = new Set<Promise<void>>();
  const onSent = (sent: Promise<void>) => {
    const told = sent.catch((error: unknown) => log.error({ err: error }, 'a code could not be sent'));
    underWay.add(told);
    void told.finally(() => underWay.delete(told));
  };
  const signingIn = (lettersIn: (locale: string) => Promise<LinkWords>): SigningIn => {
    if (signIn.by === 'password') {
      return signInByPassword(
        countPasswords({ tokens, secret, now, check: (shown) => signIn.check(shown, call('en')) }),
      );
    }
    const { post } = needs;
    if (!post)
      throw new ConfigError('the environment: LINK_SECRET is set; this shop links by e-mail, so SMTP_URL is needed');
    const find = (locale: string) => findBy(signIn, call, locale);
    const send = (locale: string) => sendBy(post, lettersIn, locale);
    return signInByCode(
      (locale) => createMailedCodes({ links, tokens, secret, now, find: find(locale), send: send(locale) }),
      onSent,
    );
  };
  const limits = await openLimits({ words, signIn, signingIn, store: earshot.store, url, pages, secret, now, call });
  const door = { settings, url, consoleAt, links, wordsIn, pages, secret, now, log, limits };
  const router = linkDoor({ ...door, signingIn: signingIn(wordsIn) });
  const by = signIn.by === 'code' ? needs.letters : signIn.by;
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
  const { linking, publicUrl, port, shop, locales, pages, secret } = config;
  const settings =
    linking ?? (printed && earshot.shop.signIn ? (await import('../link/settings')).consoleOnly() : null);
  if (!settings) return null;
  if (publicUrl === null && !printed) {
    throw new ConfigError('the environment: LINK_SECRET needs EARSHOT_URL, the address where shoppers reach the page');
  }
  const here = [`http://localhost:${port}`, `http://127.0.0.1:${port}`] as const;
  const consoleAt = printed ? here.map((one) => `${one}/console/linked`) : [];
  const told = { settings, consoleAt, shop, locales, pages, secret, log };
  const letters = post || !printed ? 'mail' : 'terminal';
  return openLinking(earshot, { ...told, url: publicUrl ?? here[0], post: post ?? printed, letters });
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
