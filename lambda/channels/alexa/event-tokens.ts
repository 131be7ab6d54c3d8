/** The skill's own token at Amazon, by its client credentials: asked for once and kept for its time. Source: Amazon, "Skill Messaging API", "Obtain the access token". */

import * as z from 'zod/mini';
import { limitedText } from '../../http/download';
import type { NoticesSettings } from './notices-settings';
import type { Fetch } from './progress';

export type EventTokens = {
  /** `isNew`: it was given out just now. `why`: there is none. */
  get(): Promise<{ readonly text: string; readonly isNew: boolean } | { readonly why: string }>;
  /** It is not taken any more. */
  forget(): void;
};

type TokenNeeds = { readonly now: () => number; readonly fetch?: Fetch };
type Kept = { readonly text: string; readonly until: number };

const SCOPE = 'alexa::proactive_events';
const WITHIN_MS = 8_000;
const MOST_BYTES = 64 * 1024;
/** Nothing is sent with one that is over on its way. */
const SPARE_MS = 60_000;

const given = z.object({ access_token: z.string().check(z.minLength(1)), expires_in: z.number() });

export function createEventTokens(
  { clientId, clientSecret, tokens }: Pick<NoticesSettings, 'clientId' | 'clientSecret' | 'tokens'>,
  { now, fetch: get = fetch }: TokenNeeds,
): EventTokens {
  let kept: Kept | null = null;
  let asking: Promise<Kept | string> | null = null;

  async function ask(): Promise<Kept | string> {
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: SCOPE };
    try {
      const signal = AbortSignal.timeout(WITHIN_MS);
      const response = await get(tokens, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'error',
        signal,
      });
      const text = await limitedText(response, MOST_BYTES);
      if (!response.ok) return `Amazon gives no token for ALEXA_CLIENT_ID and ALEXA_CLIENT_SECRET: ${response.status}`;
      const { access_token, expires_in } = given.parse(JSON.parse(text ?? ''));
      return { text: access_token, until: now() + expires_in * 1_000 - SPARE_MS };
    } catch {
      // Without its reason, which may name the secret.
      return 'Amazon gave no token that can be read';
    }
  }

  return {
    async get() {
      if (kept && now() < kept.until) return { text: kept.text, isNew: false };
      asking ??= ask().finally(() => {
        asking = null;
      });
      const told = await asking;
      if (typeof told === 'string') return { why: told };
      kept = told;
      return { text: told.text, isNew: true };
    },
    forget() {
      kept = null;
    },
  };
}
