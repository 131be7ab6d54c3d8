/** The speaker's own notifications of orders: sent to whoever agreed, and to nobody once they or their account take none. */

import type { SendNotice } from '../services/news/notices';
import { noticeBodyIn } from '../services/queue/items';
import type { Leased, Tried } from '../services/queue/queues';
import type { Store } from '../services/store';
import type { NewsWish } from '../vocabulary/news';
import { type Try, untilKept } from './retry';
import { unasked } from './write/unasked';

export type SpeakerNewsNeeds = {
  readonly store: Pick<Store, 'conversations' | 'privacy'>;
  /** Absent: nothing is set up to send them. */
  readonly sendNotice?: SendNotice;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

export type SpeakerNews = {
  deliver(item: Leased): Promise<Tried>;
  /** An account takes notices from now on, or does not: of its own settings, whatever was said to us before. */
  accountTakes(account: string, takes: boolean): Promise<void>;
};

const DONE: Tried = { kind: 'done' };

export function createSpeakerNews(needs: SpeakerNewsNeeds): SpeakerNews {
  const { store, sendNotice } = needs;
  return {
    async deliver({ id, conversationId, body }) {
      const notice = noticeBodyIn(body);
      if (!notice) return { kind: 'dead', why: 'what was stored of it cannot be read' };
      if (!sendNotice) return { kind: 'dead', why: "Alexa's notifications are not set up" };
      const news = (await store.conversations.load(conversationId))?.memory.news;
      // Whoever wants none any more gets none.
      if (news?.ways.speaker !== 'yes' || !news.speaker) return DONE;
      const tried = await sendNotice({ ...notice, ...news.speaker, id: id.replace(/[^A-Za-z0-9~]/g, '') });
      if (tried.kind !== 'refused') return tried;
      await turned(conversationId, 'no', needs);
      return { kind: 'dead', why: 'the account takes no notifications of this skill' };
    },
    async accountTakes(account, takes) {
      for (const id of await store.privacy.conversationsAt('alexa', account)) {
        await turned(id, takes ? 'yes' : 'no', needs, account);
      }
    },
  };
}

/** Only of whoever agreed to it once, and has not taken that back with us since. */
async function turned(
  conversationId: string,
  to: 'yes' | 'no',
  { store, now }: SpeakerNewsNeeds,
  account?: string,
): Promise<void> {
  const { conversations } = store;
  async function once(): Promise<Try<null, null>> {
    const stored = await conversations.load(conversationId);
    const news = stored?.memory.news;
    const isTheirs = news?.speaker && (account === undefined || news.speaker.account === account);
    if (!stored || !news || !isTheirs || news.ways.speaker === to) return { done: null };
    const after: NewsWish = { ...news, ways: { ...news.ways, speaker: to } };
    const requestId = `news-${to}:${conversationId}:${stored.version}`;
    const changes = { memory: { ...stored.memory, news: after } };
    const of = { conversationId, stored, requestId, channel: 'alexa', locale: news.locale, at: now() } as const;
    const kept = await conversations.commit(unasked({ ...of, changes }));
    return kept === 'committed' ? { done: null } : { overtaken: null };
  }
  await untilKept(once);
}
