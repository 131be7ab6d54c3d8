/** Opens the desk a shop has chosen: the embedded one, Chatwoot, or plain e-mail. */

import { type IRouter, Router, raw } from 'express';
import type { EmailChannel } from '../channels/email/email';
import { createPageWords } from '../language/locales/pages';
import { createChatwoot } from '../providers/desk/chatwoot/chatwoot';
import { NAME as CHATWOOT } from '../providers/desk/chatwoot/settings';
import { chatwootWebhook } from '../providers/desk/chatwoot/webhook';
import { createMailDesk } from '../providers/desk/mail/mail-desk';
import type { Desk } from '../services/hand-off/desk';
import { DONE } from '../services/hand-off/hand-offs';
import type { Received } from '../services/queue/queues';
import { HAND_OFF_REASONS, WISHES } from '../vocabulary/outcome';
import type { ShopFile } from './config';
import type { DeskHouse } from './open';
import type { DeskSettings } from './settings';

export type DeskNeeds = {
  readonly shop: ShopFile;
  readonly locales: string;
  /** The shop's calendar, milliseconds. */
  readonly calendar: () => number;
  readonly email: EmailChannel | null;
  readonly fetch?: typeof fetch;
  /** Real time, milliseconds. */
  readonly now?: () => number;
};

export type ChosenDesk = {
  /** undefined: the house's own. */
  readonly desk: ((house: DeskHouse) => Desk) | undefined;
  door(put: (received: Received) => Promise<boolean>): IRouter | null;
};

/** Throws when the words for the people who answer cannot be read. */
export async function chooseDesk(chosen: DeskSettings, needs: DeskNeeds): Promise<ChosenDesk> {
  if (chosen.kind === 'embedded') return { desk: undefined, door: () => null };
  const say = await wordsFor(needs);
  if (chosen.kind === 'mail')
    return { desk: (house) => mailDesk(house, chosen.team, { say, needs }), door: () => null };
  const { settings } = chosen;
  return {
    desk: ({ inbox, handOffs, now }) =>
      createChatwoot({
        ...{ settings, now, handOffs },
        fetch: needs.fetch ?? fetch,
        words: chatwootWords(say),
        open: () => handOffs.at(CHATWOOT, now() - LATELY_MS),
        put: inbox.put,
        cursor: inbox.cursor,
        moveCursor: inbox.moveCursor,
      }),
    door: (put) => webhookDoor(chatwootWebhook(settings, needs.now ?? Date.now), put),
  };
}

/** A person may still write into a conversation that was closed today. */
const LATELY_MS = 24 * 3_600_000;

type Say = (key: string) => string;

async function wordsFor({ shop, locales }: DeskNeeds): Promise<Say> {
  const languages = () => [shop.agentLocale.split('-')[0] ?? 'en'];
  const read = createPageWords({ directory: locales, shopName: shop.name, languages });
  const { words } = await read('handOff', shop.agentLocale);
  return (key) => words[key] ?? key;
}

function chatwootWords(say: Say) {
  return {
    shopper: say('shopper'),
    reference: say('reference'),
    callBack: say('callBack'),
    answerTo: say('answerTo'),
    asked: say('question'),
    wanted: say('goods'),
    notUnderstood: say('notUnderstood'),
    orders: say('orders'),
    transcript: say('transcript'),
    by: by(say),
  };
}

function by(say: Say) {
  return { shopper: say('shopper'), bot: say('bot'), person: say('person') };
}

const LABELS = [
  'reason',
  'reference',
  'wish',
  'shopper',
  'guest',
  'language',
  'channels',
  'summary',
  'question',
  'notUnderstood',
  'orders',
  'goods',
  'transcript',
] as const;

function table<K extends string>(keys: readonly K[], word: (key: K) => string): Readonly<Record<K, string>> {
  return Object.fromEntries(keys.map((key) => [key, word(key)])) as Record<K, string>;
}

function mailDesk(
  house: DeskHouse,
  team: string,
  { say, needs }: { readonly say: Say; readonly needs: DeskNeeds },
): Desk {
  const { shop, email, calendar } = needs;
  if (!email) throw new Error('a desk that is nothing but e-mail needs the e-mail channel');
  return createMailDesk({
    settings: { team, hours: shop.support.hours },
    post: email.post,
    handOffs: house.handOffs,
    now: house.now,
    calendar,
    words: {
      reasons: table(HAND_OFF_REASONS, (reason) => say(`reason-${reason}`)),
      wishes: table(WISHES, (wish) => say(`wish-${wish}`)),
      labels: table(LABELS, say),
      by: by(say),
      footer: () => [
        say('footerAnswer'),
        say('footerTake'),
        say('footerReturn'),
        say('footerNote'),
        `${say('footerClose')} ${DONE.join(', ')}`,
      ],
    },
  });
}

const LARGEST = '1mb';

/** Kept before it is answered: Chatwoot sends each webhook once. */
function webhookDoor(
  webhook: ReturnType<typeof chatwootWebhook>,
  put: (received: Received) => Promise<boolean>,
): IRouter {
  const router = Router();
  router.post('/desk/chatwoot', raw({ limit: LARGEST, inflate: false, type: () => true }), async (req, res) => {
    const body: unknown = req.body;
    const verdict = Buffer.isBuffer(body) ? webhook.verify(req.headers, body) : 'malformed';
    if (verdict !== 'good') return void res.status(verdict === 'malformed' ? 400 : 401).json({ error: verdict });
    for (const received of webhook.receive(body as Buffer)) await put(received);
    res.json({ kept: true });
  });
  return router;
}
