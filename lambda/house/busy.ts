/** "We are busy", in the language of whoever asked: an answer for which nothing was read or written. */

import { busy } from '../intents/parts/trouble';
import type { Voice } from '../language/speech/say';
import type { Answered } from '../vocabulary/answer';

/** Another wording each time. `locale`: one that is spoken. */
export function busyIn(voice: Pick<Voice, 'say'>): (locale: string) => Answered {
  let times = 0;
  return (locale) => {
    times += 1;
    const { wording, ...said } = voice.say(busy(), { locale, wording: {}, seed: String(times) });
    const answer = { said, question: null, intent: null, slots: {}, replies: [], owner: 'bot' } as const;
    return { answer, conversationId: null, kept: false, repeated: false };
  };
}
