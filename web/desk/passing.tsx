/** Passing a conversation on: to whom, and a note for them. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { AtWork, Me } from '../../lambda/desk/protocol';
import { type Answered, call } from './api';
import { FormDialog } from './dialog';
import type { Say } from './words';

export type Passing = { readonly to: string | null; readonly note: string | null };

type Props = {
  readonly me: Me;
  readonly say: Say;
  readonly who: string;
  /** Who has it; null: nobody, and then the team has it already. */
  readonly holder: string | null;
  readonly onCancel: () => void;
  readonly onPass: (passing: Passing) => void;
};

const LONGEST = 4_000;
const TEAM = '';

export function PassOn({ me, say, who, holder, onCancel, onPass }: Props) {
  const [answered, setAnswered] = useState<Answered<readonly AtWork[]> | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    call<readonly AtWork[]>('/colleagues').then(setAnswered);
  }, []);
  const others = (answered?.ok ? answered.value : []).filter(({ id }) => id !== holder);
  const people = [...others].sort((a, b) => Number(b.isThere) - Number(a.isThere) || a.open - b.open);
  const choice = (value: string, label: string, about: string) => (
    <label class="choice" key={value}>
      <input type="radio" name="to" value={value} checked={to === value} onChange={() => setTo(value)} required />
      <span>
        {label} <span class="soft">{about}</span>
      </span>
    </label>
  );
  return (
    <FormDialog
      title={say('passTitle', { who })}
      deed={say('pass')}
      button={{ 'aria-disabled': to === null }}
      {...{ say, onCancel }}
      onDo={() => {
        if (to !== null) onPass({ to: to === TEAM ? null : to, note: note.current?.value.trim() || null });
      }}
    >
      <p class="soft" role="status">
        {answered === null ? say('loading') : answered.ok ? '' : say(`refused.${answered.code}`)}
      </p>
      <fieldset class="choices">
        <legend>{say('passTo')}</legend>
        {holder !== null && choice(TEAM, say('passTeam'), say('passTeamHint'))}
        {people.map(({ id, name, isThere, open }) =>
          choice(
            id,
            id === me.id ? say('passSelf', { name }) : name,
            [say(isThere ? 'isThere' : 'isAway'), say('load', { count: open })].join(' · '),
          ),
        )}
      </fieldset>
      <label class="labelled">
        <span>{say('passNote')}</span>
        <textarea ref={note} class="field" rows={2} maxLength={LONGEST} placeholder={say('noteHint')} />
      </label>
    </FormDialog>
  );
}
