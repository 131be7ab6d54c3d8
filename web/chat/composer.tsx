/** Where the shopper writes: Enter sends, Shift and Enter begins a new line. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FilePicker, pasting } from '../shared/file-picker';
import { Icon } from '../shared/icon';
import type { Chat } from './chat';
import { keep, kept } from './keep';
import type { Say, State } from './types';

type Props = { readonly state: State; readonly chat: Chat; readonly say: Say; readonly begun: string };

const LONGEST = 1_000;

export function Composer({ state, chat, say, begun }: Props) {
  const [draft, setDraft] = useDraft(begun);
  const field = useRef<HTMLTextAreaElement>(null);
  const { changing } = state;
  const leave = useChanging(state, { draft, setDraft, field });
  const isTooLong = [...draft].length > LONGEST;
  const canSend = draft.trim() !== '' && !isTooLong && state.who !== 'refused';
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [draft]);

  const send = () => {
    if (!canSend) return;
    field.current?.focus();
    if (changing) {
      if (draft.trim() === changing.text) chat.change(null);
      else void chat.correct(changing, draft.trim());
      return;
    }
    chat.send(draft.trim());
    setDraft('');
  };
  const sendFiles = (files: readonly File[]) => {
    for (const file of files) chat.sendFile(file, say(file.type.startsWith('image/') ? 'photo' : 'file'));
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {changing && (
        <p class="composer__changing" role="status">
          <span>{say('changingOwn')}</span>
          <button type="button" class="plain" onClick={() => leave(chat)}>
            {say('keepOwn')}
          </button>
        </p>
      )}
      {isTooLong && (
        <p class="composer__wrong" id="too-long" role="alert">
          {say('long')}
        </p>
      )}
      <textarea
        ref={field}
        class="field composer__field"
        rows={1}
        value={draft}
        placeholder={say('write')}
        aria-label={say('write')}
        aria-describedby={isTooLong ? 'too-long' : 'how-to-send'}
        aria-invalid={isTooLong}
        enterkeyhint="send"
        autoComplete="off"
        onInput={({ currentTarget }) => setDraft(currentTarget.value)}
        onPaste={pasting(sendFiles)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && changing) return leave(chat);
          // While an input method composes, Enter takes the proposed word.
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <FilePicker
        label={say('addFile')}
        look="round"
        disabled={state.who === 'refused' || changing !== null}
        onChosen={sendFiles}
      />
      <span class="unseen" id="how-to-send">
        {say('draft')}
      </span>
      <button type="submit" class="round round--main" aria-label={say('send')} disabled={!canSend}>
        <Icon name="send" />
      </button>
    </form>
  );
}

type Writing = {
  readonly draft: string;
  readonly setDraft: (text: string) => void;
  readonly field: { readonly current: HTMLTextAreaElement | null };
};

/** The words of the line stand in the field while it is changed; what was begun there before is back afterwards. */
function useChanging({ changing }: State, { draft, setDraft, field }: Writing): (chat: Chat) => void {
  const begun = useRef('');
  const before = useRef(changing);
  useLayoutEffect(() => {
    if (before.current === changing) return;
    if (changing) {
      if (!before.current) begun.current = draft;
      setDraft(changing.text);
    } else setDraft(begun.current);
    before.current = changing;
    field.current?.focus();
  }, [changing]);
  return (chat) => chat.change(null);
}

const DRAFT = 'earshot.draft';

/** What was begun outlives the page, as long as its window does. */
function useDraft(begun: string) {
  const [draft, set] = useState(() => begun || (kept('sessionStorage', DRAFT) ?? ''));
  const setDraft = (text: string) => {
    set(text);
    keep('sessionStorage', DRAFT, text || null);
  };
  return [draft, setDraft] as const;
}
