/** A text while it is typed: tried when whoever types pauses, saved over what it was made from, kept until then. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditedText, PlacedText, TriedText } from '../../lambda/console/localiser-protocol';
import { type SavedText, saveText, tryText } from '../console/api';
import { messageOf, NOTHING_TOLD, type State, stateOfError, stateOfSaved } from '../console/saved';
import { type Drafts, draftKey } from './drafts';

/** Whoever types pauses this long when they look. */
const PAUSE_MS = 500;
const UNSAVED: State = { words: 'Not saved yet.', kind: 'soft' };
const EMPTIED: State = {
  words: 'Not saved yet: with nothing here a friend is told what everybody is told.',
  kind: 'soft',
};

type Needs = {
  readonly language: string;
  readonly drafts: Drafts;
  readonly onWritten: (text: PlacedText) => void;
};

export function keyOf({ file, path }: Pick<PlacedText, 'file' | 'path'>): string {
  return [file, ...path].join('/');
}

export function useText(text: PlacedText, { language, drafts, onWritten }: Needs) {
  const key = draftKey(language, keyOf(text));
  const draft = drafts.all[key];
  const typed = draft?.typed ?? text.text ?? '';
  const [tried, setTried] = useState<TriedText | null>(null);
  const [state, setState] = useState(NOTHING_TOLD);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const edit: EditedText = { language, file: text.file, path: text.path, text: typed };

  async function ask(isSaving: boolean): Promise<void> {
    clearTimeout(timer.current);
    latest.current += 1;
    const mine = latest.current;
    setState(isSaving ? { words: 'Saving…', kind: 'soft' } : NOTHING_TOLD);
    const tell = (next: State, told: TriedText | null) => {
      // Somebody has typed on since.
      if (latest.current !== mine) return;
      setTried(told);
      setState(next);
    };
    try {
      if (!isSaving) return tell(NOTHING_TOLD, await tryText(edit));
      const saved = await saveText({ ...edit, before: draft ? draft.before : text.text });
      if (saved.kind === 'wrong') return tell({ words: 'Not saved.', kind: 'bad' }, saved.told);
      written(saved);
      tell(stateOf(saved, edit), saved.kind === 'saved' ? saved.told : null);
    } catch (error) {
      tell(isSaving ? stateOfError(error) : { ...stateOfError(error), words: messageOf(error) }, null);
    }
  }

  /** The file has other words now; what was typed on since was made from what is saved. */
  function written(saved: Exclude<SavedText, { kind: 'wrong' }>): void {
    onWritten({ ...text, text: saved.kind === 'saved' ? textIn(edit) : saved.now });
    const newest = drafts.of(key);
    if (saved.kind === 'changed') return;
    if (!newest || newest.typed === edit.text) drafts.drop(key);
    else drafts.keep(key, { ...newest, before: textIn(edit) });
  }

  useEffect(() => {
    if (!draft) return;
    timer.current = setTimeout(() => void ask(false), PAUSE_MS);
    return () => clearTimeout(timer.current);
  }, [draft?.typed]);
  const isDone = draft?.typed === (text.text ?? '');
  useEffect(() => {
    // Somebody else wrote the very same.
    if (isDone) drafts.drop(key);
  }, [isDone]);
  const isChanged = draft !== undefined && !isDone && draft.before !== text.text;
  return {
    typed,
    tried,
    state: state.words === '' && draft ? (textIn(edit) === null ? EMPTIED : UNSAVED) : state,
    setTyped(words: string) {
      const before = draft ? draft.before : text.text;
      // What is still being looked at is no longer what stands there.
      latest.current += 1;
      if (words === (text.text ?? '')) {
        drafts.drop(key);
        setTried(null);
      } else drafts.keep(key, { typed: words, before });
      setState(NOTHING_TOLD);
    },
    ask: (isSaving: boolean) => void ask(isSaving),
    meanwhile: isChanged && {
      now: text.text,
      keepMine: () => drafts.keep(key, { typed, before: text.text }),
      takeThat() {
        drafts.drop(key);
        setTried(null);
        setState(NOTHING_TOLD);
      },
    },
  };
}

/** Words for a friend with nothing in them are taken away. */
function textIn({ file, text }: EditedText): string | null {
  return file === 'familiar.json' && text.trim() === '' ? null : text;
}

function stateOf(saved: SavedText, edit: EditedText): State {
  const { file } = edit;
  if (saved.kind === 'changed') return { words: 'Not saved.', kind: 'bad' };
  if (file === 'pages.json') return { words: 'Saved: the page shows it when it is next opened.', kind: 'good' };
  if (file === 'listing.json') return { words: 'Saved: the store shows it once the skill is published.', kind: 'good' };
  if (file === 'words.json') return { words: 'Saved: Alexa asks so once the skill is published.', kind: 'good' };
  if (textIn(edit) === null) return { words: 'Taken away: a friend is told what everybody is told.', kind: 'good' };
  if (file === 'familiar.json')
    return { words: 'Saved: a shop says it whose shop.json names the language in “familiarIn”.', kind: 'good' };
  return stateOfSaved(saved.broken, file === 'speech.json' ? 'spoken' : 'written');
}
