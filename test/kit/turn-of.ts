/** A turn as a speaker sends it, for tests that stand before the app itself and choose its time and its channel. */

import type { Heard, Turn } from '../../lambda/vocabulary/heard';
import type { IntentName } from '../../lambda/vocabulary/intents';
import type { House } from './house';

/** How long a turn has, in milliseconds, where a test does not wish otherwise. */
export const WITHIN = 6_000;

let turns = 0;

/** Each one with an id of its own; `wish` says what differs. */
export function turnOf(house: House, heard: Heard, wish: Partial<Turn> = {}): Turn {
  turns += 1;
  return {
    id: `turn-${turns}`,
    channel: 'alexa',
    form: 'speech',
    requestId: `turn-${turns}`,
    session: { id: 'session-1', isNew: false },
    address: 'amzn1.ask.account.test',
    credential: 'demo-ana',
    locale: 'en-GB',
    deadline: house.clock.now() + WITHIN,
    heard,
    ...wish,
  };
}

/** An intent with its slots as they were said, none resolved to an id. */
export const intent = (name: IntentName, slots: Readonly<Record<string, string>> = {}): Heard => ({
  kind: 'intent',
  intent: name,
  slots: Object.fromEntries(Object.entries(slots).map(([slot, said]) => [slot, { said, ids: [] }])),
});
