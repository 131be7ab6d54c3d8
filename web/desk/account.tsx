/** Oneself: who is signed in, another password, and the way out. */

import { useRef, useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { call } from './api';
import { Dialog } from './dialog';
import { GoingHome } from './going-home';
import { SecondFactor } from './second-factor';
import type { Say } from './words';

type Props = {
  readonly me: Me;
  readonly say: Say;
  /** How many open conversations are one's own. */
  readonly mine: number;
  readonly onMe: (me: Me) => void;
  readonly onOut: (isOver: boolean) => void;
  readonly onClose: () => void;
};

const LEAST = 12;

export function Account({ me, say, mine, onMe, onOut, onClose }: Props) {
  const [isLeaving, setLeaving] = useState(false);
  const [told, setTold] = useState<{ readonly text: string; readonly isBad: boolean } | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const change = async (event: Event) => {
    event.preventDefault();
    const fields = new FormData(form.current ?? undefined);
    const answered = await call('/me/password', { old: fields.get('old'), new: fields.get('new') });
    if (answered.ok) form.current?.reset();
    else if (answered.code === 'signed-out') onOut(true);
    setTold(
      answered.ok
        ? { text: say('passwordChanged'), isBad: false }
        : { text: say(`refused.${answered.code}`), isBad: true },
    );
  };
  const leave = async () => {
    const answered = await call('/session/end', {});
    if (answered.ok) onOut(false);
    else setTold({ text: say(`refused.${answered.code}`), isBad: true });
  };
  if (isLeaving) return <GoingHome {...{ say }} count={mine} onCancel={() => setLeaving(false)} onGo={leave} />;
  return (
    <Dialog title={say('account')} say={say} onClose={onClose}>
      <div class="dialog__body">
        <p>
          <strong>{me.name}</strong> · {me.login} · {say(`role.${me.role}`)}
        </p>
        <form ref={form} class="stack" onSubmit={change}>
          <h3>{say('changePassword')}</h3>
          <input
            class="unseen"
            type="text"
            name="login"
            value={me.login}
            autoComplete="username"
            tabIndex={-1}
            readOnly
            aria-hidden="true"
          />
          <label class="labelled">
            <span>{say('oldPassword')}</span>
            <input class="field" type="password" name="old" autoComplete="current-password" required />
          </label>
          <label class="labelled">
            <span>{say('newPassword', { count: LEAST })}</span>
            <input
              class="field"
              type="password"
              name="new"
              autoComplete="new-password"
              minLength={LEAST}
              maxLength={200}
              required
            />
          </label>
          <p class={told?.isBad ? 'wrong' : 'good'} role="status">
            {told?.text}
          </p>
          <button type="submit" class="button">
            {say('changePassword')}
          </button>
        </form>
        <SecondFactor {...{ me, say, onMe, onOut }} />
        <div class="dialog__foot">
          <button type="button" class="button" onClick={mine > 0 ? () => setLeaving(true) : leave}>
            {say('signOut')}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
