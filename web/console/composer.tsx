/** Where one types or speaks to the speaker. Arrow up brings back what was typed before. */

import { useCallback, useRef, useState } from 'preact/hooks';
import { Icon } from '../shared/icon';
import type { Session } from './session';
import { canListen, useEar } from './voice';

type Props = {
  readonly session: Session;
  readonly onSay: (what: { kind: 'text'; text: string }, aloud?: boolean) => void;
};

export function Composer({ session, onSay }: Props) {
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const heard = useCallback((text: string) => onSay({ kind: 'text', text }, true), [onSay]);
  const ear = useEar(session.setup.locale, heard);
  const text = draft.trim();
  const send = () => {
    if (text === '' || session.isBusy) return;
    onSay({ kind: 'text', text });
    setDraft('');
    field.current?.focus();
  };
  const recall = () => {
    const typed = session.exchanges.flatMap(({ what }) => (what.kind === 'text' ? [what.text] : []));
    if (draft === '' && typed.length > 0) setDraft(typed.at(-1) ?? '');
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {canListen && (
        <button
          type="button"
          class={`round${ear.isListening ? ' round--on' : ''}`}
          aria-pressed={ear.isListening}
          aria-label={ear.isListening ? 'Stop listening' : 'Speak into the microphone'}
          title={ear.problem ? `The browser does not hear: ${ear.problem}` : 'Speak'}
          onClick={ear.toggle}
        >
          <Icon name="microphone" />
        </button>
      )}
      <input
        ref={field}
        class="field"
        value={draft}
        placeholder={ear.isListening ? 'Listening…' : 'Type what you would say'}
        aria-label="What you would say"
        lang={session.setup.locale}
        autoComplete="off"
        maxLength={500}
        enterkeyhint="send"
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowUp') recall();
        }}
      />
      <button type="submit" class="round round--main" aria-label="Say it" disabled={text === '' || session.isBusy}>
        <Icon name="send" />
      </button>
    </form>
  );
}
