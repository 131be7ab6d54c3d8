/** The shopper's other hand-offs: what each was about, what came of it, and what colleagues noted. */

import type { OtherCase } from '../../lambda/desk/protocol';
import { named, referenceOf, type Say, type Words, whenOf } from './words';

type Props = {
  readonly others: readonly OtherCase[];
  readonly words: Words;
  readonly say: Say;
  readonly onChoose: (id: string) => void;
};

export function Others({ others, words, say, onChoose }: Props) {
  return (
    <section class="part others">
      <h3>{say('others')}</h3>
      <ul class="others__list">
        {others.map(({ handOff, notes }) => (
          <li key={handOff.id}>
            <button type="button" class="plain" onClick={() => onChoose(handOff.id)}>
              {handOff.topic ?? named(say, 'reason', handOff.reason)}
            </button>
            <p class="soft">
              {[whenOf(handOff.createdAt, words.locale), stateOf(handOff, say), referenceOf(handOff.reference)].join(
                ' · ',
              )}
            </p>
            {notes.map(({ id, by, text }) => (
              <p class="note__text" key={id}>
                {by}: {text}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf({ state, done, agent, endedAt, rating }: OtherCase['handOff'], say: Say): string {
  if (state === 'failed') return say('state.failed');
  if (endedAt === null) return agent ? say('with', { name: agent.name }) : say('group.free');
  const how = done ? named(say, 'done', done) : say('mark.returned');
  const by = agent ? `${how} (${agent.name})` : how;
  return rating === null ? by : `${by} · ${say('rated', { rating })}`;
}
