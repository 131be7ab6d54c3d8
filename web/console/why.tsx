/** Why this answer: what was understood, how surely and against which rivals, and which question it met. */

import type { ConsoleState, Told } from '../../lambda/console/protocol';
import { wordsOfReply } from './link';
import { Teaching } from './teaching';

const VERDICTS = {
  accepted: { kind: 'good', words: 'accepted' },
  maybe: { kind: 'warn', words: 'unsure: a chat would ask which was meant' },
  rejected: { kind: 'bad', words: 'not understood' },
} as const;

type Props = { readonly told: Told; readonly locale: string; readonly intents: ConsoleState['intents'] };

export function Why({ told, locale, intents }: Props) {
  const { heard, intent, slots, open } = told.why;
  const filled = Object.entries(slots);
  return (
    <>
      <section class="block">
        <h3>Understood</h3>
        {heard ? (
          <>
            <p class="block__lead">
              “{heard.text}”{' '}
              <span class={`chip chip--${VERDICTS[heard.verdict].kind}`}>{VERDICTS[heard.verdict].words}</span>
            </p>
            <ul class="scores">
              <Score intent={heard.intent} score={heard.score} isBest />
              {heard.rivals.map((rival) => (
                <Score key={rival.intent} {...rival} />
              ))}
            </ul>
            <p class="words">
              {heard.words.map(({ word, kind }, at) => (
                // The same word may stand there twice.
                <span key={at} class={`word word--${kind}`} title={kind}>
                  {word} <small>{kind}</small>
                </span>
              ))}
            </p>
            {heard.choice && (
              <p>
                Chose <code>{heard.choice}</code> among the options.
              </p>
            )}
            <Teaching key={told.id} text={heard.text} heard={heard.intent} locale={locale} intents={intents} />
            {intent !== null && intent !== heard.intent && heard.choice === null && (
              <p>
                The skill took it as <code>{intent}</code>.
              </p>
            )}
          </>
        ) : (
          <p class="block__lead">{told.request ? <code>{told.request.request.type}</code> : 'No request was sent.'}</p>
        )}
      </section>
      <section class="block">
        <h3>Slots</h3>
        {filled.length === 0 ? (
          <p class="block__none">None was filled.</p>
        ) : (
          <table class="table">
            <thead>
              <tr>
                <th scope="col">Slot</th>
                <th scope="col">Said</th>
                <th scope="col">Means</th>
              </tr>
            </thead>
            <tbody>
              {filled.map(([name, { said, ids, number, ordinal, date }]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{said}</td>
                  <td>
                    {[...ids, number, ordinal && `place ${ordinal}`, date].filter(Boolean).join(', ') ||
                      'nothing we know'}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section class="block">
        <h3>The question that was open</h3>
        {open ? (
          <p>
            <code>{open.id}</code> expected {open.expects.join(', ') || 'nothing in particular'}.
          </p>
        ) : (
          <p class="block__none">None.</p>
        )}
      </section>
      <section class="block">
        <h3>Answered with</h3>
        <ul class="keys">
          {told.answer?.replies.map((key) => (
            <li key={key}>
              <a href={wordsOfReply(locale, key)}>
                <code>{key}</code>
              </a>
            </li>
          ))}
          {told.answer?.question && (
            <li>
              asks{' '}
              <a href={wordsOfReply(locale, told.answer.question.id)}>
                <code>{told.answer.question.id}</code>
              </a>
            </li>
          )}
        </ul>
        {!told.answer && <p class="block__none">{told.reprompted ? 'The device’s own reprompt.' : 'Nothing.'}</p>}
      </section>
    </>
  );
}

type ScoreProps = { readonly intent: string; readonly score: number; readonly isBest?: boolean };

function Score({ intent, score, isBest = false }: ScoreProps) {
  const share = Math.max(0, Math.min(1, score));
  return (
    <li class={`score${isBest ? ' score--best' : ''}`}>
      <code class="score__name">{intent}</code>
      <span class="score__track" aria-hidden="true">
        <span class="score__bar" style={{ width: `${share * 100}%` }} />
      </span>
      <span class="score__number">{score.toFixed(2)}</span>
    </li>
  );
}
