/** "We are busy" as an Alexa response, in the language of whoever asked. */

import { write } from '../channels/alexa/write';
import { busy } from '../intents/parts/trouble';
import type { Voice } from '../language/speech/say';

/** null where the locale is not spoken. Another wording each time. */
export function busyIn(voice: Pick<Voice, 'say' | 'supports'>): (locale: string) => object | null {
  let times = 0;
  return (locale) => {
    if (!voice.supports(locale)) return null;
    times += 1;
    const { wording, ...said } = voice.say(busy(), { locale, wording: {}, seed: String(times) });
    return write({ said, question: null, intent: null, slots: {}, replies: [], owner: 'bot' });
  };
}
