/** What the shop has written for its shoppers, and what stands on its shelves: told short to an ear, whole in text. */

import { answerOn, type ContentAnswer } from '../services/content/content';
import type { Slots } from '../vocabulary/heard';
import type { Card } from '../vocabulary/outcome';
import { type Acted, ask, done, type Intent, replies, type Scene } from './kit/define';
import { causing } from './kit/effects';
import { NO_STATE, type NoState } from './kit/state';
import { opening } from './parts/opening';
import { onTheShelf } from './parts/shelf';
import { card } from './parts/to-phone';
import { offerPerson } from './TalkToHuman';

const SAYS = {
  told: { words: 'passage' },
  unknown: {},
  cardTitle: { title: 'shown' },
  cardText: { text: 'shown' },
} as const;
const say = replies('SupportPolicy', SAYS);

/** Alexa sends no words: where she heard no topic, it is asked for. */
const which = ask<NoState, Record<never, never>>({
  id: 'SupportPolicy.which',
  state: NO_STATE,
  commits: false,
  with: {},
  expects: [],
  elicits: { intent: 'SupportPolicy', slot: 'topic' },
  amendedBy: ['SupportPolicy'],
  ifLeft: 'drop',
  async answer(answer, _state, scene) {
    if (answer.kind === 'no') return done();
    return answer.kind === 'slots' && answer.slots.topic ? tell(answer.slots, scene) : null;
  },
});

export const SupportPolicy: Intent = {
  name: 'SupportPolicy',
  acts: null,
  aboutOrders: false,
  slots: { product: 'Product', orderNumber: 'OrderNumber', topic: 'PolicyTopic' },
  personal: false,
  says: SAYS,
  asks: { which },
  async act(slots, scene) {
    if (slots.topic) return tell(slots, scene);
    if (slots.product) return onTheShelf(slots.product, scene);
    const { heard } = scene.turn;
    const hasWords = heard.kind === 'intent' && heard.manner !== undefined;
    return hasWords ? unknown(slots, scene) : { replies: [], ending: which.put({}, {}) };
  },
};

/** Topics whose facts stand in shop.json: they are told as they are now. */
const HOURS = 'hours';

function tell(slots: Slots, scene: Scene): Acted {
  const topic = slots.topic?.ids[0];
  if (topic === HOURS) return hours(answerTo(topic, scene), scene);
  return (topic ? policyOn(topic, scene) : null) ?? unknown(slots, scene);
}

/** What the shop has written of a topic; null: nothing that holds today. */
export function policyOn(topic: string, scene: Scene): Acted | null {
  const answer = answerTo(topic, scene);
  return answer && written(answer, scene);
}

function answerTo(topic: string, { services, turn }: Scene): ContentAnswer | null {
  const today = services.today(services.merchant.support.hours.timeZone);
  return answerOn(topic, { locale: turn.locale, today }, services.content);
}

/** What is written of them is told only where it says more: of days that have no name, or of a time that is special. */
function hours(answer: ContentAnswer | null, scene: Scene): Acted {
  const { replies: now, isWhole } = opening(scene);
  const isSpecial = answer !== null && (answer.from !== null || answer.to !== null);
  return done(...now, ...(answer && (isSpecial || !isWhole) ? [passage(answer, scene)] : []));
}

function written(answer: ContentAnswer, scene: Scene): Acted {
  const told = done(passage(answer, scene));
  return scene.turn.form === 'speech' ? { ...told, card: whole(answer) } : told;
}

/** A chat reads a few lines, a mail all of it. */
function passage({ voice, chat, text }: ContentAnswer, { turn }: Scene) {
  return say('told', { words: { type: 'passage', voice, text: turn.channel === 'email' ? text : chat } });
}

/** What is too long for an ear is in the app. */
function whole({ title, text }: ContentAnswer): Card {
  return card(say('cardTitle', { title: { type: 'shown', text: title } }), [
    say('cardText', { text: { type: 'shown', text } }),
  ]);
}

/** Nothing is made up: a person may know, and whoever writes the content learns what was missing. */
function unknown({ topic }: Slots, scene: Scene): Acted {
  const offered = offerPerson({ reason: 'policy', said: [say('unknown')] }, scene);
  return causing(offered, {
    kind: 'unanswered',
    about: 'unwritten',
    topic: topic?.ids[0] ?? null,
    said: topic?.said ?? null,
  });
}
