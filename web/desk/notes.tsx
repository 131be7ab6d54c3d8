/** Notes among colleagues: apart from where one writes to the shopper, so that none goes there by mistake. */

import { useRef, useState } from 'preact/hooks';
import type { Detail, Me } from '../../lambda/desk/protocol';
import type { Code } from './api';
import { useKeptDraft } from './keep';
import type { DetailNow } from './use-detail';
import { type Say, type Words, whenOf } from './words';

type Props = {
  readonly me: Me;
  readonly notes: Detail['notes'];
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
};

const LONGEST = 4_000;

export function Notes({ me, notes, words, say, detail }: Props) {
  const { draft: text, setDraft: setText } = useKeptDraft(`note.${me.id}.${detail.id}`);
  const [refused, setRefused] = useState<Code | null>(null);
  const [isBusy, setBusy] = useState(false);
  const click = useRef(crypto.randomUUID());
  const field = useRef<HTMLTextAreaElement>(null);
  const change = (typed: string) => {
    click.current = crypto.randomUUID();
    setText(typed);
    setRefused(null);
  };
  const add = async (event: Event) => {
    event.preventDefault();
    if (isBusy || text.trim() === '') return;
    setBusy(true);
    const answered = await detail.act('note', { text: text.trim() }, click.current);
    setBusy(false);
    if (answered.ok) change('');
    else setRefused(answered.code);
    field.current?.focus();
  };
  return (
    <section class="part notes">
      <h3>{say('notes')}</h3>
      {notes.map(({ id, at, by, text: noted }) => (
        <div class="note" key={id}>
          <p class="note__text">{noted}</p>
          <p class="soft">
            {by} · {whenOf(at, words.locale)}
          </p>
        </div>
      ))}
      <form onSubmit={add} aria-busy={isBusy}>
        <textarea
          ref={field}
          class="field notes__field"
          data-key="n"
          rows={2}
          maxLength={LONGEST}
          value={text}
          readOnly={isBusy}
          placeholder={say('noteHint')}
          aria-label={say('note')}
          onInput={({ currentTarget }) => change(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void add(event);
            if (event.key === 'Escape') document.getElementById('talk-title')?.focus();
          }}
        />
        <p class="wrong" role="alert">
          {refused && say(`refused.${refused}`)}
        </p>
        <button type="submit" class="button button--small" aria-disabled={isBusy || text.trim() === ''}>
          {say('addNote')}
        </button>
      </form>
    </section>
  );
}
