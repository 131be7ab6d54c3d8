/** One text where it stands in a conversation: typed, heard and told what is wrong while it is typed, then saved to its file. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { EditedText, PlacedText, TriedText } from '../../lambda/console/localiser-protocol';
import { saveText, tryText } from '../console/api';
import { BreathBar } from '../console/breath-bar';
import { canSpeak, type Mouth } from '../console/voice';
import { hashOf, type Place } from './place';

const FORMS = {
  'speech.json': 'as it is heard',
  'text.json': 'as it is read',
  'pages.json': 'on a page',
  'listing.json': 'in the store',
} as const;
const AFTER = {
  silence: 'Nobody answers.',
  missed: 'It was not understood twice.',
  help: 'help',
  anything: 'No example leads here.',
} as const;
/** Whoever types pauses this long when they look. */
const PAUSE_MS = 500;

/** In English where a draft has no example of its own. */
function ledHere(after: NonNullable<PlacedText['after']>): string {
  if (after.kind === 'said') return `“${after.said}”`;
  return after.kind === 'said-in-english' ? `In English: “${after.said}”` : AFTER[after.kind];
}

export function keyOf({ file, path }: Pick<PlacedText, 'file' | 'path'>): string {
  return [file, ...path].join('/');
}

type Props = {
  readonly text: PlacedText;
  readonly place: Place;
  readonly mouth: Mouth;
  /** The address names it. */
  readonly isMeant: boolean;
};

export function TextCard({ text, place, mouth, isMeant }: Props) {
  const { file, path, line, source, after } = text;
  const key = path.join('.');
  const id = keyOf(text).replace(/[^\w-]/g, '-');
  const { typed, setTyped, tried, state, save } = useText(text, place.language);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isMeant) item.current?.scrollIntoView({ block: 'center' });
  }, [isMeant]);
  return (
    <li class={`card text${isMeant ? ' text--meant' : ''}`} ref={item}>
      <h2 class="text__key">
        <a href={hashOf({ ...place, text: key })}>{key}</a> <small>{FORMS[file]}</small>
      </h2>
      {after && <p class="text__after">{ledHere(after)}</p>}
      <p class="text__source" lang="en">
        {source}
      </p>
      <label class="unseen" for={id}>
        {key}, {FORMS[file]}
      </label>
      <textarea
        id={id}
        class="field text__words"
        lang={place.language}
        rows={Math.min(6, Math.ceil((typed.length + 1) / 60))}
        value={typed}
        aria-invalid={(tried?.wrong.length ?? 0) > 0}
        aria-describedby={`${id}-told`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div id={`${id}-told`} role="status">
        {tried?.wrong.map((one) => (
          <p key={one} class="text__wrong">
            {one}
          </p>
        ))}
        {state !== '' && <p class="text__state">{state}</p>}
      </div>
      <div class="text__deeds">
        <button type="button" class="button button--small" onClick={() => save(false)}>
          Hear it
        </button>
        <button type="button" class="button button--small button--main" onClick={() => save(true)}>
          Save
        </button>
        <small>
          locales/{place.language}/{file}:{line}
        </small>
      </div>
      {tried && tried.ways.length > 0 && <Ways ways={tried.ways} id={id} mouth={mouth} language={place.language} />}
    </li>
  );
}

type WaysProps = {
  readonly ways: TriedText['ways'];
  readonly id: string;
  readonly mouth: Mouth;
  readonly language: string;
};

/** With no, one, a few and a million of something, and names that trip up sentences. */
function Ways({ ways, id, mouth, language }: WaysProps) {
  return (
    <ol class="ways" lang={language} aria-label="With values that trip up sentences">
      {ways.map(({ heard, read, seconds }, at) => {
        const name = `${id} ${at}`;
        const isPlaying = mouth.playing === name;
        return (
          <li key={name}>
            <p>
              {heard}{' '}
              {canSpeak && (
                <button
                  type="button"
                  class="button button--small"
                  aria-label={isPlaying ? 'Stop' : `Play: ${heard}`}
                  onClick={() => (isPlaying ? mouth.stop() : mouth.play(name, heard))}
                >
                  {isPlaying ? 'Stop' : 'Play'}
                </button>
              )}
            </p>
            <BreathBar text={heard} seconds={seconds} isPlaying={isPlaying} />
            {read !== heard && <p class="ways__read">{read}</p>}
          </li>
        );
      })}
    </ol>
  );
}

function useText(text: PlacedText, language: string) {
  const [typed, setTyped] = useState(text.text ?? '');
  const [tried, setTried] = useState<TriedText | null>(null);
  const [state, setState] = useState('');
  const latest = useRef(0);
  const isTouched = useRef(false);
  /** As the file has it, by all that is known here. */
  const was = useRef(text.text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const ask = async (isSaving: boolean) => {
    clearTimeout(timer.current);
    latest.current += 1;
    const mine = latest.current;
    setState(isSaving ? 'Saving…' : '');
    const edit = { language, file: text.file, path: text.path, text: typed, was: was.current };
    const told = await asked(edit, isSaving);
    if (told.stands !== undefined) was.current = told.stands;
    // Somebody has typed on since.
    if (latest.current !== mine) return;
    setTried(told.tried);
    setState(told.state);
  };
  useEffect(() => {
    if (!isTouched.current) return;
    timer.current = setTimeout(() => void ask(false), PAUSE_MS);
    return () => clearTimeout(timer.current);
  }, [typed]);
  return {
    typed,
    tried,
    state,
    setTyped(words: string) {
      isTouched.current = true;
      setTyped(words);
    },
    save: (isSaving: boolean) => void ask(isSaving),
  };
}

/** `stands`: what the file has, where that is told. */
type Asked = { readonly tried: TriedText | null; readonly state: string; readonly stands?: string | null };

async function asked(edit: EditedText, isSaving: boolean): Promise<Asked> {
  try {
    const tried = await (isSaving ? saveText(edit) : tryText(edit));
    if (!isSaving) return { tried, state: '' };
    if (tried.wrong.length === 0) return { tried, state: 'Saved to its file.', stands: edit.text };
    return { tried, state: 'Not saved.', ...(tried.now === undefined ? {} : { stands: tried.now }) };
  } catch (error) {
    return { tried: null, state: error instanceof Error ? error.message : String(error) };
  }
}
