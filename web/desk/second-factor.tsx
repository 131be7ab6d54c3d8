/** A second factor of one's own: shown to be scanned, set by the app's first code, and taken away again. */

import { useRef, useState } from 'preact/hooks';
import type { FactorBegun, Me } from '../../lambda/desk/protocol';
import { Qr } from '../shared/qr';
import { type Code, call } from './api';
import type { Say } from './words';

type Props = {
  readonly me: Me;
  readonly say: Say;
  readonly onMe: (me: Me) => void;
  readonly onOut: (isOver: boolean) => void;
};

export function SecondFactor({ me, say, onMe, onOut }: Props) {
  const [begun, setBegun] = useState<FactorBegun | null>(null);
  const [refused, setRefused] = useState<Code | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const failed = (code: Code) => {
    if (code === 'signed-out') return onOut(true);
    setRefused(code);
    field.current?.select();
  };
  const confirm = async (offer: string, code: string) => {
    const answered = await call('/me/second', { offer, code });
    if (!answered.ok) return failed(answered.code === 'invalid' ? 'wrong-code' : answered.code);
    setBegun(null);
    onMe({ ...me, hasSecond: true });
  };
  const prove = async (password: string) => {
    const answered = await call<FactorBegun>(me.hasSecond ? '/me/second/end' : '/me/second/begin', { password });
    if (!answered.ok) return failed(answered.code);
    if (field.current) field.current.value = '';
    if (me.hasSecond) onMe({ ...me, hasSecond: false });
    else setBegun(answered.value);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    setRefused(null);
    const typed = field.current?.value ?? '';
    await (begun ? confirm(begun.offer, typed) : prove(typed));
  };
  const isFixed = me.hasSecond && me.mustHaveSecond;
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{say('second')}</h3>
      <p role="status">{say(me.hasSecond ? 'secondSet' : begun ? 'secondScan' : 'secondWhy')}</p>
      {begun && (
        <>
          <Qr text={begun.uri} label={say('secondPicture')} />
          <p>
            {say('secondTyped')} <code class="spelled">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
          </p>
        </>
      )}
      {!isFixed && (
        <>
          {begun ? (
            <label class="labelled" key="code">
              <span>{say('code')}</span>
              <input
                ref={field}
                class="field"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={7}
                required
                aria-describedby="second-refused"
              />
            </label>
          ) : (
            <label class="labelled" key="password">
              <span>{say('oldPassword')}</span>
              <input
                ref={field}
                class="field"
                type="password"
                autoComplete="current-password"
                required
                aria-describedby="second-refused"
              />
            </label>
          )}
          <p class="wrong" id="second-refused" role="alert">
            {refused && say(`refused.${refused}`)}
          </p>
          <button type="submit" class="button">
            {say(me.hasSecond ? 'secondEnd' : begun ? 'secondConfirm' : 'secondBegin')}
          </button>
        </>
      )}
    </form>
  );
}
