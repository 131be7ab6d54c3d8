/** Links a guest's speaker as Amazon does: code with PKCE in the developer's browser, and a new token when the hour is over. */

import { createHash, randomBytes } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import * as z from 'zod/mini';
import { inHtml } from '../vocabulary/markup';
import type { ConsoleKey } from './key';
import { greetStranger, plainPage } from './stranger';

export type ConsoleLinking = {
  /** Of the linking server, as browsers reach it. */
  readonly issuer: string;
  /** How the linking server knows the console. */
  readonly clientId: string;
  readonly scope: string;
};

export type ConsoleLinks = {
  /** What Alexa would send for this speaker; null: it was never linked. */
  tokenOf(speaker: string): Promise<string | null>;
  /** Mount it behind what lets in only this computer. */
  readonly router: Router;
};

type Needs = ConsoleLinking & {
  readonly key: ConsoleKey;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

type Began = { readonly speaker: string; readonly visit: string; readonly verifier: string; readonly back: string };
type Link = { readonly token: string; readonly refresh: string; readonly until: number };

/** Sign-ins under way, and speakers: the oldest go first. All of it in memory only. */
const MOST = 100;
const NAME = /^[\w-]{1,64}$/;
const answered = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });
const unguessable = () => randomBytes(32).toString('base64url');

export function createConsoleLinks({ issuer, clientId, scope, key, now }: Needs): ConsoleLinks {
  const began = new Map<string, Began>();
  const links = new Map<string, Link>();

  /** null: the linking server does not take it. */
  async function exchange(body: Readonly<Record<string, string>>): Promise<Link | null> {
    const sent = new URLSearchParams({ ...body, client_id: clientId });
    const response = await fetch(`${issuer}/token`, { method: 'POST', body: sent });
    if (!response.ok) return null;
    const { access_token: token, refresh_token: refresh, expires_in } = answered.parse(await response.json());
    return { token, refresh, until: now() + expires_in * 1_000 };
  }

  const begin: RequestHandler = (req, res) => {
    if (!key.isShownIn(req)) return greetStranger(res);
    const { speaker, visit, locale } = asked(req.url);
    if (!NAME.test(speaker) || (visit !== '' && !NAME.test(visit))) return void res.redirect(303, '/');
    const [state, verifier] = [unguessable(), unguessable()];
    const back = `http://${req.headers.host}/console/linked`;
    keepNewest(began, state, { speaker, visit, verifier, back });
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const proof = { code_challenge: challenge, code_challenge_method: 'S256' };
    const wish = { client_id: clientId, response_type: 'code', redirect_uri: back, scope, state, ui_locales: locale };
    res.setHeader('Cache-Control', 'no-store');
    res.redirect(303, `${issuer}/auth?${new URLSearchParams({ ...wish, ...proof })}`);
  };

  // The browser may come from another site, and shows no key then: that it knows `state` says who it is.
  const end: RequestHandler = async (req, res) => {
    const { state, code, iss } = asked(req.url);
    const one = began.get(state);
    began.delete(state);
    if (!one) return greetStranger(res);
    const { verifier, back } = one;
    const asking = { grant_type: 'authorization_code', code, redirect_uri: back, code_verifier: verifier };
    const link = iss === issuer && code !== '' ? await exchange(asking) : null;
    if (link) keepNewest(links, one.speaker, link);
    const visit = one.visit === '' ? {} : { visit: one.visit };
    const place = new URLSearchParams({ ...visit, linked: link ? 'yes' : 'no' });
    const to = inHtml(`/#${place}`);
    plainPage(res, 200, {
      head: `<meta http-equiv="refresh" content="0; url=${to}">`,
      body: `<h1>${link ? 'This speaker is linked.' : 'Nothing was linked.'}</h1>\n<p><a href="${to}">Back to the console</a></p>`,
    });
  };

  return {
    async tokenOf(speaker) {
      const link = links.get(speaker);
      if (!link || now() < link.until) return link?.token ?? null;
      const renewed = await exchange({ grant_type: 'refresh_token', refresh_token: link.refresh });
      if (renewed) links.set(speaker, renewed);
      return (renewed ?? link).token;
    },
    router: Router().get('/console/link', begin).get('/console/linked', end),
  };
}

function keepNewest<T>(all: Map<string, T>, name: string, one: T): void {
  all.delete(name);
  all.set(name, one);
  for (const oldest of all.keys()) if (all.size > MOST) all.delete(oldest);
}

/** Each at most once, as the page and the linking server write them. */
function asked(url: string) {
  const given = new URL(url, 'http://console').searchParams;
  const of = (name: string) => given.get(name) ?? '';
  return {
    ...{ speaker: of('speaker'), visit: of('visit'), locale: of('locale') },
    ...{ state: of('state'), code: of('code'), iss: of('iss') },
  };
}
