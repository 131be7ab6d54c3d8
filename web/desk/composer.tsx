/** Where the person writes to the shopper: Ctrl and Enter sends; what is not sent yet is kept as a draft. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Detail, Me } from '../../lambda/desk/protocol';
import type { Presence } from '../../lambda/services/hand-off/presences';
import { FilePicker, pasting } from '../shared/file-picker';
import { Answers } from './answers';
import type { Code } from './api';
import { ChosenFiles } from './chosen-files';
import type { Standing } from './deeds';
import { useKeptDraft } from './keep';
import type { DetailNow } from './use-detail';
import { useFiles } from './use-files';
import { usePresence } from './use-presence';
import { named, type Say } from './words';

type Props = {
  readonly me: Me;
  readonly standing: Standing;
  readonly say: Say;
  readonly shown: Detail;
  readonly detail: DetailNow;
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly onActed: () => void;
  readonly onTake: () => void;
};

const LONGEST = 4_000;

export function Composer({ me, standing, say, shown, detail, field, onActed }: Props) {
  const { draft, refused, isBusy, change, send } = useDraft({ me, shown, detail, onActed });
  const files = useFiles(detail);
  const others = usePresence(shown.handOff.id, draft);
  const [isPicking, setPicking] = useState(false);
  const [picked, setPicked] = useState(0);
  const left = LONGEST - [...draft].length;
  const wrong = refused ?? files.refused;
  const isEmpty = draft.trim() === '' && files.chosen.length === 0;
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${current.scrollHeight + 2}px`;
  }, [draft, standing]);
  // With the render that closes the dialog: a frame of its own may come before that, while the field cannot be reached.
  useLayoutEffect(() => {
    if (picked > 0) field.current?.focus();
  }, [picked]);
  if (standing === 'theirs')
    return (
      <div class="composer composer--shut">
        <Others {...{ say, others }} />
        <p class="wrong" role="alert">
          {refused && `${say('notSent')} ${say(`refused.${refused}`)}`}
        </p>
        <p class="soft">{say('theirs', { name: shown.handOff.agent?.name ?? '' })}</p>
        {draft !== '' && (
          <p class="composer__kept">
            {say('draftKept')} <q>{draft}</q>
          </p>
        )}
      </div>
    );
  const submit = async (event: Event) => {
    event.preventDefault();
    if (left < 0 || openPlace(draft) || !(await files.send())) return;
    await send();
    field.current?.focus();
  };
  return (
    <form class="composer" onSubmit={submit} aria-busy={isBusy}>
      <Others {...{ say, others }} />
      <textarea
        ref={field}
        class="field composer__field"
        data-key="r"
        rows={2}
        value={draft}
        readOnly={isBusy}
        placeholder={say(standing === 'over' ? 'writeAgain' : 'write')}
        aria-label={say('write')}
        aria-describedby="composer-hint"
        aria-invalid={left < 0}
        onInput={({ currentTarget }) => change(currentTarget.value)}
        onPaste={pasting(files.choose)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) void submit(event);
          // At the beginning of an answer a stroke looks for a written one, as in other desks.
          if (event.key === '/' && draft === '') {
            event.preventDefault();
            setPicking(true);
          }
          if (event.key === 'Escape') document.getElementById('talk-title')?.focus();
        }}
      />
      <ChosenFiles {...{ files, say }} />
      <div class="composer__foot">
        <p class="composer__hint soft" id="composer-hint">
          {hintOf({ standing, say, shown, left, place: openPlace(draft), hasFile: files.chosen.length > 0 })}
        </p>
        <p class="wrong" role="alert">
          {wrong && say(`refused.${wrong}`)}
        </p>
        <FilePicker
          label={say('addFile')}
          title={say('addFile')}
          look="button button--small"
          accept="image/*,application/pdf"
          size="1em"
          onChosen={files.choose}
        />
        <button type="button" class="button button--small" onClick={() => setPicking(true)}>
          {say('answers')}
        </button>
        <button
          type="submit"
          class="button button--small button--main"
          aria-disabled={isBusy || isEmpty || left < 0 || openPlace(draft) !== null}
        >
          {say(isBusy ? 'sending' : refused ? 'again' : 'send')}
        </button>
      </div>
      {isPicking && (
        <Answers
          {...{ say }}
          id={shown.handOff.id}
          lang={shown.handOff.locale}
          onClose={() => setPicking(false)}
          onPick={(text) => {
            setPicking(false);
            change(joined(draft, text));
            setPicked((times) => times + 1);
          }}
        />
      )}
    </form>
  );
}

function Others({ say, others }: Pick<Props, 'say'> & { readonly others: readonly Presence[] }) {
  return (
    <p class="composer__others" role="status">
      {others.map(({ name, isWriting }) => say(isWriting ? 'writesToo' : 'looksToo', { name })).join(' ')}
    </p>
  );
}

/** What was begun is kept, and what was picked comes after it. */
function joined(draft: string, text: string): string {
  return draft.trim() === '' ? text : `${draft.trimEnd()}\n\n${text}`;
}

/** A place of a written answer nobody could fill: it is no word for a shopper. */
function openPlace(draft: string): string | null {
  return /\{\{\s*\w+\s*\}\}/.exec(draft)?.[0] ?? null;
}

type Hint = Pick<Props, 'standing' | 'say' | 'shown'> & {
  readonly left: number;
  readonly place: string | null;
  readonly hasFile: boolean;
};

function hintOf({ standing, say, shown, left, place, hasFile }: Hint): string {
  if (place) return say('fillFirst', { place });
  if (left < 200) return say(left < 0 ? 'tooLong' : 'left', { count: Math.abs(left) });
  if (standing === 'over') return say('overHint');
  if (standing === 'free') return say('freeHint');
  const to = shown.packet?.answerTo;
  if (hasFile && !to) return say('fileHere');
  return to ? say('goesTo', { channel: named(say, 'channel', to) }) : say('goesHere');
}

/** The same words sent again after a failure are the same message. */
function useDraft({ me, shown, detail, onActed }: Pick<Props, 'me' | 'shown' | 'detail' | 'onActed'>) {
  const { draft, setDraft } = useKeptDraft(`draft.${me.id}.${shown.handOff.id}`);
  const [refused, setRefused] = useState<Code | null>(null);
  const [isBusy, setBusy] = useState(false);
  const click = useRef(crypto.randomUUID());
  const change = (text: string) => {
    click.current = crypto.randomUUID();
    setDraft(text);
    setRefused(null);
  };
  const send = async () => {
    if (isBusy || draft.trim() === '') return;
    setBusy(true);
    const answered = await detail.act('say', { text: draft.trim() }, click.current);
    setBusy(false);
    if (answered.ok) change('');
    else setRefused(answered.code);
    onActed();
  };
  return { draft, refused, isBusy, change, send };
}
