/** The way in. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { initials } from '../shared/initials';
import { type Code, call } from './api';
import type { Say, Words } from './words';

type Props = {
  readonly words: Words;
  readonly say: Say;
  /** The session was over: that is why one is here again. */
  readonly wasIn: boolean;
  readonly onIn: (me: Me) => void;
};

export function SignIn({ words, say, wasIn, onIn }: Props) {
  const [refused, setRefused] = useState<Code | null>(null);
  const [isBusy, setBusy] = useState(false);
  const login = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const [asksCode, setAsksCode] = useState(false);
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${say('title')} · ${words.shop}`;
    login.current?.focus();
  }, []);
  useEffect(() => {
    if (asksCode) code.current?.focus();
  }, [asksCode]);
  const enter = async (event: Event) => {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    setRefused(null);
    const typed = { login: login.current?.value.trim() ?? '', password: password.current?.value ?? '' };
    const tried = asksCode ? { ...typed, code: code.current?.value ?? '' } : typed;
    const answered = await call<Me>('/session', tried);
    setBusy(false);
    if (answered.ok) return onIn(answered.value);
    if (answered.code === 'needs-code') return setAsksCode(true);
    const said = refusedOf(answered.code, asksCode);
    setRefused(said);
    (said === 'wrong-code' ? code : password).current?.select();
  };
  return (
    <main class="entry">
      <form class="entry__card" onSubmit={enter} aria-busy={isBusy}>
        <span class="badge" aria-hidden="true">
          {initials(words.shop)}
        </span>
        <h1>{say('signInTitle')}</h1>
        <p class="soft">{say(wasIn ? 'signedOut' : 'signInIntro')}</p>
        <label class="labelled">
          <span>{say('login')}</span>
          <input
            ref={login}
            class="field"
            name="login"
            autoComplete="username"
            autoCapitalize="none"
            spellcheck={false}
            required
            aria-describedby="refused"
          />
        </label>
        <label class="labelled">
          <span>{say('password')}</span>
          <input
            ref={password}
            class="field"
            name="password"
            type="password"
            autoComplete="current-password"
            required
            aria-describedby="refused"
          />
        </label>
        {asksCode && (
          <label class="labelled">
            <span>{say('code')}</span>
            <input
              ref={code}
              class="field"
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={7}
              required
              aria-describedby="refused"
            />
          </label>
        )}
        <p class="wrong" id="refused" role="alert">
          {refused && say(`refused.${refused}`)}
        </p>
        <button type="submit" class="button button--main" aria-disabled={isBusy}>
          {say(isBusy ? 'signingIn' : 'signIn')}
        </button>
      </form>
    </main>
  );
}

/** What was typed in the wrong shape is wrong, too. */
function refusedOf(code: Code, asksCode: boolean): Code {
  if (code !== 'invalid') return code;
  return asksCode ? 'wrong-code' : 'wrong';
}
