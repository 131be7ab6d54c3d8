/** What a turn did not understand, or nobody has written an answer to: for whoever writes the shop's words. */

import { effectsOf } from '../../intents/kit/effects';
import { openFor } from '../../intents/kit/questions';
import type { MissedLine } from '../../services/insight/missed';
import type { Heard } from '../../vocabulary/heard';
import type { Finished } from './finished';

export function missedIn(
  { decision, arrived, scene }: Finished,
  clean: (text: string) => string,
  at: number,
): readonly MissedLine[] {
  const { channel, locale } = scene.turn;
  const whole = wordsIn(arrived.heard);
  const line = { at, channel, locale };
  const unanswered = effectsOf(decision.outcome, 'unanswered').map(({ about, topic, said }) => {
    const words = whole ?? said;
    return { ...line, kind: about, topic, words: words === null ? null : clean(words) } as const;
  });
  if (unanswered.length > 0 || !decision.missed) return unanswered;
  return [
    {
      ...line,
      kind: 'unheard',
      topic: openFor(scene.turn, scene.memory)?.question.id ?? null,
      words: whole && clean(whole),
    },
  ];
}

/** null: a channel that sends no words, as Alexa does. */
function wordsIn(heard: Heard): string | null {
  if (heard.kind === 'text') return heard.text;
  return heard.kind === 'choice' ? (heard.label ?? null) : null;
}
