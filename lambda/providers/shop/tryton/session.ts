/** The session in which a Tryton is asked: begun once for all who wait for it, and anew when it is over. */

import * as z from 'zod/mini';
import type { Instant } from '../../../vocabulary/values';
import { unlessAborted } from '../kit/unless-aborted';
import type { TrytonSettings } from './settings';

/** What came back. `over`: the session is, and nothing was done. `lost`: nothing that can be read. */
export type TrytonHeard =
  | { readonly kind: 'said'; readonly body: unknown }
  | { readonly kind: 'over' | 'lost' | 'hurried'; readonly why: string };

export type TrytonPost = (method: string, params: readonly unknown[], asking: TrytonAsking) => Promise<TrytonHeard>;

/** `auth`: whose session; null: nobody's yet. */
export type TrytonAsking = { readonly auth: string | null; readonly signal: AbortSignal };

/** Who asks: what each request shows, and the company whose figures are meant. */
export type TrytonSession = { readonly auth: string; readonly context: Readonly<Record<string, unknown>> };

export type TrytonSessions = {
  /** null: there is none, or nobody waits for it any more. */
  current(signal: AbortSignal): Promise<TrytonSession | null>;
  /** It was not taken: the next who asks begins another. */
  over(one: TrytonSession): void;
  /** Why nobody was let in, in a line for whoever sets it up; null: they were. */
  trouble(): string | null;
};

type SessionNeeds = { readonly settings: TrytonSettings; readonly post: TrytonPost; readonly now: () => Instant };

/** A password is hashed slowly on purpose: where that takes longer than anybody waits, it goes on without them. */
const LOGIN_MS = 20_000;
/** After a refusal nobody tries so soon: each wrong password makes Tryton slower, and after five of them it lets nobody in. */
const REFUSED_MS = 60_000;
/** Asked too fast, or not there: soon it may be otherwise. */
const AGAIN_MS = 5_000;

const told = z.object({ result: z.tuple([z.int(), z.string()]) });
const preferences = z.object({ result: z.object({ company: z.nullish(z.int()) }) });

export function createTrytonSessions({ settings, post, now }: SessionNeeds): TrytonSessions {
  const { user, password } = settings;
  let begun: Promise<TrytonSession | null> | null = null;
  let taken: TrytonSession | null = null;
  let notBefore = 0;
  let trouble: string | null = null;

  function refused(why: string, ms: number): null {
    begun = null;
    notBefore = now() + ms;
    trouble = why;
    return null;
  }

  async function login(): Promise<TrytonSession | null> {
    const signal = AbortSignal.timeout(LOGIN_MS);
    const heard = await post('common.db.login', [user, { password }, 'en'], { auth: null, signal });
    if (heard.kind === 'over') return refused('TRYTON_USER or TRYTON_PASSWORD is wrong', REFUSED_MS);
    if (heard.kind !== 'said') return refused(heard.why, AGAIN_MS);
    const read = told.safeParse(heard.body);
    if (!read.success) return refused('TRYTON_URL: what answers there is no Tryton', REFUSED_MS);
    const auth = Buffer.from([user, ...read.data.result].join(':')).toString('base64');
    const own = await post('model.res.user.get_preferences', [true, {}], { auth, signal });
    const found = preferences.safeParse(own.kind === 'said' ? own.body : null);
    const company = found.data?.result.company;
    trouble = company ? null : 'TRYTON_USER: the user works for no company in Tryton, and sees nothing';
    taken = { auth, context: company ? { company } : {} };
    return taken;
  }

  return {
    async current(signal) {
      if (begun === null && now() < notBefore) return null;
      begun ??= login();
      return unlessAborted(signal, begun);
    },
    over(one) {
      // Of several who hear so at once, one begins the next.
      if (taken !== one) return;
      begun = null;
      taken = null;
    },
    trouble: () => trouble,
  };
}
