/** The calls to the shop on a time line, against the moment at which Alexa gives up. */

import type { CallRecord, ConsoleState, Told } from '../../lambda/console/protocol';

type Props = { readonly told: Told; readonly limits: ConsoleState['limits'] };

export function Calls({ told, limits }: Props) {
  if (!told.request) return <p class="behind__empty">No request was sent, so nothing was called.</p>;
  const whole: CallRecord = { port: 'whole turn', method: '', start: 0, ms: told.milliseconds, error: null };
  const used = told.milliseconds / limits.alexa;
  return (
    <section class="block">
      <h3>
        {told.calls.length} {told.calls.length === 1 ? 'call' : 'calls'}, {ms(told.milliseconds)} of{' '}
        {limits.alexa / 1000} s
      </h3>
      <p class="block__none">
        An answer leaves within {limits.answer / 1000} s; Alexa gives up at {limits.alexa / 1000} s. This one took{' '}
        {(used * 100).toFixed(used < 0.01 ? 1 : 0)} % of that.
      </p>
      <Lane calls={[whole, ...told.calls]} until={limits.alexa} marks={[limits.answer]} />
      {told.calls.length > 0 && (
        <>
          <h3>Nearer</h3>
          <p class="block__none">The same from 0 to {ms(Math.max(1, told.milliseconds))}.</p>
          <Lane calls={[whole, ...told.calls]} until={Math.max(1, told.milliseconds)} marks={[]} />
        </>
      )}
    </section>
  );
}

type LaneProps = { readonly calls: readonly CallRecord[]; readonly until: number; readonly marks: readonly number[] };

function Lane({ calls, until, marks }: LaneProps) {
  const share = (at: number) => `${Math.min(100, (at / until) * 100)}%`;
  return (
    <div class="lane">
      {marks.map((at) => (
        <span class="lane__mark" key={at} aria-hidden="true" style={{ '--at': at / until }} />
      ))}
      <ol>
        {calls.map(({ port, method, start, ms: took, error }, at) => (
          <li key={at} class={`call${error ? ' call--failed' : ''}${method === '' ? ' call--whole' : ''}`}>
            <span class="call__name">{method === '' ? port : `${port}.${method}`}</span>
            <span class="call__track" aria-hidden="true">
              <span class="call__bar" style={{ left: share(start), width: share(took) }} />
            </span>
            <span class="call__end">{ms(took)}</span>
            {error && (
              <span class="call__error">
                <span class="chip chip--bad">{error}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
      <p class="lane__axis" aria-hidden="true">
        {[0, ...marks, until].map((at) => (
          <span key={at} style={{ '--at': at / until }}>
            {at === 0 ? '0' : ms(at)}
          </span>
        ))}
      </p>
    </div>
  );
}

function ms(value: number): string {
  return value >= 1000
    ? `${(value / 1000).toFixed(value % 1000 === 0 ? 0 : 2)} s`
    : `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
}
