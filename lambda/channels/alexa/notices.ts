/** Sends `AMAZON.OrderStatus.Updated`: Alexa chimes, and tells in words of her own. Source: Amazon, "Proactive Events API Reference" and "Schemas for Proactive Events". */

import type { services } from 'ask-sdk-model';
import type { SpeakerStage } from '../../services/news/marks';
import type { SendNotice, SpeakerNotice } from '../../services/news/notices';
import type { Tried } from '../../services/queue/queues';
import { amazonAddress } from './amazon-address';
import { createEventTokens, type EventTokens } from './event-tokens';
import type { NoticesSettings } from './notices-settings';
import { ORDER_NOTICES } from './permissions';
import type { Fetch } from './progress';

export type NoticesNeeds = {
  readonly shopName: string;
  /** Those of the skill: each gets the shop's name. */
  readonly locales: readonly string[];
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly fetch?: Fetch;
};

type Body = services.proactiveEvents.CreateProactiveEventRequest;

const WITHIN_MS = 8_000;
const HOUR = 3_600_000;
/** Amazon keeps it for a day at the most; by then a parcel has gone on. */
const GOOD_MS = 23 * HOUR;
/** What could not be sent for so long is no news. */
const OLD_MS = 12 * HOUR;

const PATHS = { development: '/v1/proactiveEvents/stages/development', live: '/v1/proactiveEvents/' } as const;
const STATUS = {
  shipped: 'ORDER_SHIPPED',
  'out-for-delivery': 'ORDER_OUT_FOR_DELIVERY',
  delivered: 'ORDER_DELIVERED',
} as const satisfies Readonly<Record<SpeakerStage, string>>;

export function createNotices(settings: NoticesSettings, needs: NoticesNeeds): SendNotice {
  const { now } = needs;
  const tokens = createEventTokens(settings, needs);
  return async (notice) => {
    const path = PATHS[settings.stage];
    const url = settings.base ? new URL(path, settings.base) : amazonAddress(path, notice.endpoint);
    if (!url) return { kind: 'dead', why: 'the speaker is at no address of Amazon' };
    if (now() - notice.at > OLD_MS) return { kind: 'dead', why: 'it is no news any more' };
    const post = (token: string) => posted(url, { token, body: noticeBody(notice, needs), get: needs.fetch ?? fetch });
    return sent(post, tokens);
  };
}

type Post = (token: string) => Promise<Response | null>;

/** A token that was good may be revoked before its time: one more try with a new one. */
async function sent(post: Post, tokens: EventTokens): Promise<Awaited<ReturnType<SendNotice>>> {
  for (const isLast of [false, true]) {
    const token = await tokens.get();
    if ('why' in token) return { kind: 'later', ...token };
    const response = await post(token.text);
    const isRefused = response?.status === 401 || response?.status === 403;
    if (!isRefused) return triedBy(response);
    if (isLast || token.isNew) {
      return response.status === 403 ? { kind: 'refused' } : { kind: 'later', why: 'Amazon does not take the token' };
    }
    tokens.forget();
  }
  return { kind: 'later', why: 'Amazon does not take the token' };
}

function triedBy(response: Response | null): Tried {
  if (!response) return { kind: 'later', why: 'Amazon did not answer' };
  // It has an event of this id already: an answer of before was lost.
  if (response.ok || response.status === 409) return { kind: 'done' };
  const why = `Amazon answered ${response.status}`;
  if (response.status !== 429 && response.status < 500) return { kind: 'dead', why };
  const seconds = Number(response.headers.get('retry-after') ?? '');
  return { kind: 'later', why, ...(seconds > 0 ? { after: seconds * 1_000 } : {}) };
}

type Posting = { readonly token: string; readonly body: Body; readonly get: Fetch };

async function posted(url: URL, { token, body, get }: Posting): Promise<Response | null> {
  try {
    const response = await get(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    await response.body?.cancel();
    return response;
  } catch {
    return null;
  }
}

/** Nothing of what was bought: the sentence is Amazon's, and names the shop. */
function noticeBody(
  { id, at, stage, expected, account }: SpeakerNotice,
  { locales, shopName }: Pick<NoticesNeeds, 'locales' | 'shopName'>,
): Body {
  const iso = (time: number) => new Date(time).toISOString();
  const arrival = expected && stage !== 'delivered' ? { expectedArrival: `${expected}T12:00:00.000Z` } : null;
  return {
    timestamp: iso(at),
    referenceId: id,
    expiryTime: iso(at + GOOD_MS),
    event: {
      name: ORDER_NOTICES,
      payload: {
        state: { status: STATUS[stage], enterTimestamp: iso(at), ...(arrival ? { deliveryDetails: arrival } : {}) },
        order: { seller: { name: 'localizedattribute:sellerName' } },
      },
    },
    localizedAttributes: locales.map((locale) => ({ locale, sellerName: shopName })),
    relevantAudience: { type: 'Unicast', payload: { user: account } },
  };
}
