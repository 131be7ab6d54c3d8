/** What is said where a question that costs something got no plain yes, and where a request was refused. */

import type { Slots } from '../../vocabulary/heard';
import type { Question, Reply } from '../../vocabulary/outcome';
import { type Acted, type Deed, done, type Part, replies, type Scene } from '../kit/define';
import { echo } from '../kit/echo';

const CONSENT = { mild: {}, asked: {}, wait: {}, doubt: {}, conditional: {}, unclear: {}, notThat: {} } as const;
const sayConsent = replies('Consent', CONSENT);

export const Consent: Part = { name: 'Consent', personal: false, says: CONSENT, asks: {} };

const REFUSED = {
  buys: {},
  buysThis: { said: 'name' },
  cancels: {},
  changes: {},
  refunds: {},
  sends: {},
  handsOver: {},
  tells: {},
} as const;
const sayRefused = replies('Refused', REFUSED);

export const Refused: Part = { name: 'Refused', personal: false, says: REFUSED, asks: {} };

/** Why no yes was heard, or that something else is meant. */
export type Short = 'mild' | 'asked' | 'wait' | 'doubt' | 'conditional' | 'unclear';

/** The question is put again behind a word on what was said. */
export function putAgain(question: Question, why: Short): Acted {
  const again = { key: `${question.id}.reprompt`, with: question.with };
  return { replies: [sayConsent(why), again], ending: { kind: 'ask', question } };
}

/** "No, the other one": what was offered is off, and something else is meant. */
export function notThat(): Reply {
  return sayConsent('notThat');
}

/** "Don't order coffee", "I don't want a person": nothing is started, and that is said. */
export function confirmRefusal(deed: Deed | null, slots: Slots, scene: Scene): Acted {
  const { product } = slots;
  if (deed === 'buys')
    return done(product ? sayRefused('buysThis', { said: echo(product, scene) }) : sayRefused('buys'));
  return done(sayRefused(deed === 'hands-over' ? 'handsOver' : (deed ?? 'tells')));
}
