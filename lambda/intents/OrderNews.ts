/** "Keep me posted about my order", "stop the news": whether a shopper hears of their orders without asking, and where. */

import type { Slots } from '../vocabulary/heard';
import { NEWS_WAYS, type NewsWay, type SpeakerAddress } from '../vocabulary/news';
import type { EffectOf, Outcome } from '../vocabulary/outcome';
import { isCalm } from './kit/calm';
import { type Acted, ask, done, type Intent, isShoppers, replies, type Scene } from './kit/define';
import { causing, effectsOf } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { TOLD_NEWS_SAYS } from './parts/ordernews-told';

const SAYS = {
  ...TOLD_NEWS_SAYS,
  keptVisit: {},
  keptMessage: {},
  keptSpeaker: {},
  notKept: {},
  stopped: {},
  stoppedAll: {},
  hadNone: {},
  notHere: {},
} as const;
const say = replies('OrderNews', SAYS);

const visit = wanted('OrderNews.visit', 'visit');
const message = wanted('OrderNews.message', 'message');
const speaker = wanted('OrderNews.speaker', 'speaker');

/** Nothing is sent without a yes to the very way it comes. */
function wanted<const Id extends `OrderNews.${string}`>(id: Id, way: NewsWay) {
  return ask<NoState, Record<never, never>>({
    id,
    state: NO_STATE,
    commits: true,
    role: 'in-passing',
    with: {},
    expects: ['yesno'],
    amendedBy: ['OrderNews'],
    ifLeft: 'drop',
    async answer(answer, _state, scene) {
      if (answer.kind === 'no') return done(say('notKept'));
      if (answer.kind === 'slots') return isEnough(answer.slots) ? done(say('notKept')) : keep(way, scene);
      return answer.kind === 'yes' ? keep(way, scene) : null;
    },
  });
}

const KEPT = {
  visit: 'keptVisit',
  message: 'keptMessage',
  speaker: 'keptSpeaker',
} as const satisfies Readonly<Record<NewsWay, keyof typeof SAYS>>;

const ASKED = { visit, message, speaker } as const;

export const OrderNews: Intent = {
  name: 'OrderNews',
  acts: 'changes',
  atOnce: true,
  aboutOrders: false,
  slots: { news: 'NewsWish', enough: 'NewsEnd', product: 'Product' },
  refusedIs: (slots) => (isEnough(slots) ? null : { ...slots, news: { said: slots.news?.said ?? '', ids: ['off'] } }),
  personal: true,
  says: SAYS,
  asks: { visit, message, speaker },
  async act(slots, scene) {
    if (isEnough(slots)) return stop(slots, scene);
    const way = wayHere(scene);
    // To ask for it is to agree to it.
    return scene.services.newsWays.includes(way) ? keep(way, scene) : done(say('notHere'));
  },
};

function isEnough({ news, enough }: Slots): boolean {
  return enough !== undefined || news?.ids[0] === 'off';
}

/** A speaker that can chime does; otherwise the next visit begins with it. */
function wayHere({ turn, services }: Pick<Scene, 'turn' | 'services'>): NewsWay {
  if (turn.form === 'text') return 'message';
  return services.newsWays.includes('speaker') && speakerOf(turn) ? 'speaker' : 'visit';
}

function speakerOf({ channel, address, device }: Scene['turn']): SpeakerAddress | null {
  const endpoint = channel === 'alexa' ? device?.profile?.endpoint : undefined;
  return endpoint === undefined ? null : { account: address, endpoint };
}

function keep(way: NewsWay, { turn }: Pick<Scene, 'turn'>): Acted {
  const kept = done(say(KEPT[way]));
  if (way !== 'speaker') return causing(kept, { kind: 'news', ways: { [way]: 'yes' } });
  // Alexa's own leave is given in her app.
  const asked: Acted = { ...kept, card: { kind: 'ask-consent', to: 'notifications' } };
  return causing(asked, { kind: 'news', ways: { speaker: 'yes' }, speaker: speakerOf(turn) });
}

/** Nobody hears of one order and not of another: whoever wants no news of one is told that there is none of any. */
function stop({ product }: Slots, { memory }: Scene): Acted {
  const had = wantedWays(memory);
  if (had.length === 0) return done(say('hadNone'));
  const none: EffectOf<'news'> = { kind: 'news', ways: Object.fromEntries(had.map((way) => [way, 'no' as const])) };
  return causing(done(say(product ? 'stoppedAll' : 'stopped')), { ...none, speaker: null });
}

function wantedWays({ news }: Pick<Scene['memory'], 'news'>): readonly NewsWay[] {
  return NEWS_WAYS.filter((way) => news?.ways[way] === 'yes');
}

/** What there is of it, for whoever asks what is kept of them. */
export function wantsNews(scene: Scene): boolean {
  return wantedWays(scene.memory).length > 0;
}

/** Once, behind the state of an order there will be more to tell of; null: it is no moment for it. */
export function offerNews(acted: Pick<Acted, 'effects'>, scene: Scene): Outcome | null {
  const { turn, memory, services } = scene;
  const way = wayHere(scene);
  const isToCome = effectsOf(acted, 'order-told').some(({ isOpen }) => isOpen);
  const isHere = services.merchant.news.offers && services.newsWays.includes(way);
  if (!isToCome || !isHere || !isShoppers(scene) || !isCalm(turn) || memory.owner === 'human') return null;
  const ways = memory.news?.ways ?? {};
  // Whoever did not want it in one way is not asked about another.
  if (ways[way] !== undefined || Object.values(ways).includes('no')) return null;
  const asked: EffectOf<'news'> = { kind: 'news', ways: { [way]: 'no' } };
  return { replies: [], ending: ASKED[way].put({}, {}), effects: [asked] };
}
