/** Below the name: why it came, in which language, who has it, and for how long somebody waits. */

import type { Detail } from '../../lambda/desk/protocol';
import { asideUntil } from './aside';
import type { Standing } from './deeds';
import { languageOf, lastedFor, named, type Say, type Words, whenOf } from './words';

type AboutProps = {
  readonly words: Words;
  readonly say: Say;
  readonly now: number;
  readonly shown: Detail;
  readonly standing: Standing;
};

export function About({ shown: { handOff, marks }, words, say, standing, now }: AboutProps) {
  const until = asideUntil(marks, now);
  return (
    <p class="soft">
      {[
        named(say, 'reason', handOff.reason),
        languageOf(handOff.locale, words.locale),
        standing === 'theirs' ? say('with', { name: handOff.agent?.name ?? '' }) : null,
        until === null ? null : say('snoozedTo', { when: whenOf(until, words.locale) }),
        handOff.rating === null ? null : say('rated', { rating: handOff.rating }),
        handOff.waitingSince !== null && standing !== 'over'
          ? `${say('waits')} ${lastedFor(now - handOff.waitingSince, words.locale)}`
          : null,
      ]
        .filter((part) => part !== null)
        .join(' · ')}
    </p>
  );
}
