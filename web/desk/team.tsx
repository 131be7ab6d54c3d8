/** Colleagues, for admins: who they are, who is there, who may come in. */

import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { Colleague, Me } from '../../lambda/desk/protocol';
import { type Answered, call } from './api';
import { type Say, type Words, whenOf } from './words';

type Props = {
  readonly me: Me;
  readonly words: Words;
  readonly say: Say;
  readonly onOut: (isOver: boolean) => void;
};

type Secret = { readonly login: string; readonly password: string };

export function Team({ me, words, say, onOut }: Props) {
  const [all, setAll] = useState<readonly Colleague[] | null>(null);
  const [told, setTold] = useState('');
  const [secret, setSecret] = useState<Secret | null>(null);
  const read = useCallback(async () => {
    const answered = await call<readonly Colleague[]>('/agents');
    if (answered.ok) setAll(answered.value);
    else if (answered.code === 'signed-out') onOut(true);
    else setTold(say(`refused.${answered.code}`));
  }, []);
  useEffect(() => void read(), []);
  const done = async <T,>(answered: Answered<T>): Promise<T | null> => {
    setSecret(null);
    setTold(answered.ok ? say('saved') : say(`refused.${answered.code}`));
    await read();
    return answered.ok ? answered.value : null;
  };
  return (
    <main class="page" id="main">
      <h2>{say('place.team')}</h2>
      <p class="page__told" role="status">
        {told}
      </p>
      {secret && (
        <div class="secret" role="alert">
          <p>{say('secret', { login: secret.login })}</p>
          <p class="secret__word">{secret.password}</p>
        </div>
      )}
      <ul class="rows">
        {all?.map((one) => (
          <Person key={one.id} one={one} {...{ me, words, say, done }} onSecret={setSecret} />
        ))}
      </ul>
      <NewPerson say={say} done={done} onSecret={setSecret} />
    </main>
  );
}

type Doing = {
  readonly say: Say;
  readonly done: <T>(answered: Answered<T>) => Promise<T | null>;
  readonly onSecret: (secret: Secret) => void;
};
type PersonProps = Doing & Pick<Props, 'me' | 'words'> & { readonly one: Colleague };

function Person({ one, me, words, say, done, onSecret }: PersonProps) {
  const state = one.isDisabled
    ? say('disabled')
    : one.isThere
      ? say('isThere')
      : one.seenAt > 0
        ? say('seenAt', { when: whenOf(one.seenAt, words.locale) })
        : say('neverSeen');
  const change = async (body: object) => void (await done(await call(`/agents/${one.id}`, body)));
  const reset = async () => {
    const made = await done(await call<{ password: string }>(`/agents/${one.id}/password`, {}));
    if (made) onSecret({ login: one.login, password: made.password });
  };
  const isSelf = one.id === me.id;
  return (
    <li class="row">
      <div class="row__what">
        <p>
          <strong>{one.name}</strong> <span class="soft">{one.login}</span>
        </p>
        <p class="soft">
          {say(`role.${one.role}`)} · {state}
        </p>
      </div>
      {!isSelf && (
        <fieldset class="row__deeds" aria-label={one.name}>
          <button type="button" class="button button--small" onClick={reset}>
            {say('resetPassword')}
          </button>
          {one.hasSecond && (
            <button
              type="button"
              class="button button--small"
              onClick={async () => void (await done(await call(`/agents/${one.id}/second/end`, {})))}
            >
              {say('secondEnd')}
            </button>
          )}
          <button
            type="button"
            class="button button--small"
            onClick={() => change({ role: one.role === 'admin' ? 'agent' : 'admin' })}
          >
            {say(one.role === 'admin' ? 'makeAgent' : 'makeAdmin')}
          </button>
          <button type="button" class="button button--small" onClick={() => change({ isDisabled: !one.isDisabled })}>
            {say(one.isDisabled ? 'enable' : 'disable')}
          </button>
        </fieldset>
      )}
    </li>
  );
}

function NewPerson({ say, done, onSecret }: Doing) {
  const form = useRef<HTMLFormElement>(null);
  const add = async (event: Event) => {
    event.preventDefault();
    const fields = new FormData(form.current ?? undefined);
    const wish = { login: fields.get('login'), name: fields.get('name'), role: fields.get('role') };
    const made = await done(await call<{ agent: Colleague; password: string }>('/agents', wish));
    if (!made) return;
    onSecret({ login: made.agent.login, password: made.password });
    form.current?.reset();
  };
  return (
    <form ref={form} class="card stack" onSubmit={add}>
      <h3>{say('addColleague')}</h3>
      <div class="fields">
        <label class="labelled">
          <span>{say('displayName')}</span>
          <input class="field" name="name" maxLength={60} required autoComplete="off" />
        </label>
        <label class="labelled">
          <span>{say('login')}</span>
          <input
            class="field"
            name="login"
            pattern="[A-Za-z0-9][A-Za-z0-9._@+\-]{1,63}"
            title={say('loginRule')}
            required
            autoComplete="off"
            autoCapitalize="none"
          />
        </label>
        <label class="labelled">
          <span>{say('role')}</span>
          <select class="field" name="role">
            <option value="agent">{say('role.agent')}</option>
            <option value="admin">{say('role.admin')}</option>
          </select>
        </label>
      </div>
      <button type="submit" class="button button--main">
        {say('add')}
      </button>
    </form>
  );
}
