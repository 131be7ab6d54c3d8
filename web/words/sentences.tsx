/** All sentences of an intent: edited together, heard at once among all others, and saved to their file. */

import { useEffect, useRef, useState } from 'preact/hooks';
import type { HeardSentence } from '../../lambda/console/localiser-protocol';
import { saveSentences, trySentences } from '../console/api';
import { messageOf, NOTHING_TOLD, type State, stateOfError, stateOfSaved } from '../console/saved';
import { canSpeak, type Mouth } from '../console/voice';
import { type Drafts, draftKey } from './drafts';
import { InEnglish } from './in-english';
import { Meanwhile } from './meanwhile';
import { differences, heardAs, linesOf, merged } from './sentence-list';

type Props = {
  readonly language: string;
  readonly intent: string;
  /** As they stand in the file. */
  readonly own: readonly string[];
  readonly english: readonly string[];
  readonly drafts: Drafts;
  readonly onWritten: (sentences: readonly string[]) => void;
  readonly mouth: Mouth;
};

export function Sentences({ language, intent, own, english, drafts, onWritten, mouth }: Props) {
  const list = useList({ language, intent, own, drafts, onWritten });
  const { typed, sentences, heard, state, ask, meanwhile } = list;
  const wrong = heard.filter((one) => one.wrong.length > 0);
  return (
    <section class="card sentences" aria-labelledby="sentences-title">
      <h2 id="sentences-title">{intent}</h2>
      <InEnglish intent={intent} english={english} isEnglish={language === 'en'} />
      <p id="sentences-how">
        One way to say it a line: <code>(a|b)</code> is a choice, <code>[optional]</code> may be left out,{' '}
        <code>{'{product}'}</code> is a slot, which keeps its English name.
      </p>
      <label for="sentences-typed">Ways to say it ({sentences.length})</label>
      <textarea
        id="sentences-typed"
        class="field sentences__typed"
        lang={language}
        spellcheck={false}
        rows={Math.min(24, Math.max(6, sentences.length + 1))}
        value={typed}
        aria-describedby="sentences-how"
        onInput={({ currentTarget }) => list.setTyped(currentTarget.value)}
      />
      {meanwhile && <Meanwhile now={meanwhile.now} language={language} choices={meanwhile.choices} />}
      <div class="text__deeds">
        <button type="button" class="button" onClick={() => ask(false)}>
          Hear all of them
        </button>
        {!meanwhile && (
          <button type="button" class="button button--main" onClick={() => ask(true)}>
            Save
          </button>
        )}
      </div>
      <p role="status" class={`text__state text__state--${state.kind}`}>
        {state.words}
      </p>
      {heard.length > 0 && (
        <ol class="ways" lang={language} aria-label="As they are heard">
          {[...wrong, ...heard.filter((one) => one.wrong.length === 0)].map((one) => (
            <Heard key={one.template} one={one} mouth={mouth} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** All sentences are heard anew, which takes longer than a text does. */
const PAUSE_MS = 1_200;
const UNSAVED = 'Not saved yet.';
const NOT_SAVED: State = { words: 'Not saved.', kind: 'bad' };

function useList({ language, intent, own, drafts, onWritten }: Omit<Props, 'english' | 'mouth'>) {
  const key = draftKey(language, `sentences.json/${intent}`);
  const draft = drafts.all[key];
  const written = own.join('\n');
  const typed = draft?.typed ?? written;
  const before = draft ? linesOf(draft.before ?? '') : own;
  const sentences = linesOf(typed);
  const [heard, setHeard] = useState<readonly HeardSentence[]>([]);
  const [state, setState] = useState(NOTHING_TOLD);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const keep = (next: string, from: readonly string[]) => {
    latest.current += 1;
    setState(NOTHING_TOLD);
    if (next === written) drafts.drop(key);
    else drafts.keep(key, { typed: next, before: from.join('\n') });
  };

  async function ask(isSaving: boolean): Promise<void> {
    clearTimeout(timer.current);
    latest.current += 1;
    const mine = latest.current;
    // Somebody has typed on, or asked again, since.
    const isLatest = () => latest.current === mine;
    setState({ words: 'Listening…', kind: 'soft' });
    try {
      const [told, end] = isSaving ? await save() : [await trySentences({ language, intent, sentences })];
      if (isLatest()) tell(told, end);
    } catch (error) {
      if (isLatest()) setState(isSaving ? stateOfError(error) : { ...stateOfError(error), words: messageOf(error) });
    }
  }

  async function save(): Promise<readonly [readonly HeardSentence[] | null, State]> {
    const saved = await saveSentences({ language, intent, sentences, before });
    if (saved.kind === 'wrong') return [saved.told, NOT_SAVED];
    onWritten(saved.kind === 'saved' ? sentences : saved.now);
    if (saved.kind === 'changed') return [null, NOT_SAVED];
    const newest = drafts.of(key);
    if (!newest || newest.typed === typed) drafts.drop(key);
    else drafts.keep(key, { ...newest, before: sentences.join('\n') });
    return [saved.told, stateOfSaved(saved.broken, 'understood')];
  }

  function tell(told: readonly HeardSentence[] | null, end?: State): void {
    if (told) setHeard(told);
    const isLost = told?.some((one) => one.wrong.length > 0) ?? false;
    const fate = end?.words ?? (drafts.of(key) ? UNSAVED : '');
    const words = [told ? heardAs(told, intent) : '', fate].join(' ').trim();
    setState({ words, kind: end?.kind ?? (isLost ? 'bad' : 'soft') });
  }

  useEffect(() => {
    if (!draft) return;
    timer.current = setTimeout(() => void ask(false), PAUSE_MS);
    return () => clearTimeout(timer.current);
  }, [draft?.typed]);
  const isChanged = draft !== undefined && typed !== written && before.join('\n') !== written;
  return {
    typed,
    sentences,
    heard,
    state: state.words === '' && draft ? { words: UNSAVED, kind: 'soft' as const } : state,
    setTyped: (next: string) => keep(next, before),
    ask: (isSaving: boolean) => void ask(isSaving),
    meanwhile: isChanged && {
      now: differences(own, before),
      choices: [
        { name: 'Have both', choose: () => keep(merged(sentences, own, before), own) },
        { name: 'Keep mine', choose: () => keep(typed, own) },
        { name: 'Take those', choose: () => drafts.drop(key) },
      ],
    },
  };
}

function Heard({ one, mouth }: { readonly one: HeardSentence; readonly mouth: Mouth }) {
  const [said] = one.heard;
  return (
    <li>
      <p>
        <code>{one.template}</code>{' '}
        {canSpeak && said && (
          <button
            type="button"
            class="button button--small"
            aria-label={`Play: ${said.text}`}
            onClick={() => mouth.play(one.template, said.text)}
          >
            Play
          </button>
        )}
      </p>
      {one.wrong.map((why) => (
        <p key={why} class="text__wrong">
          {why}
        </p>
      ))}
      {one.wrong.length === 0 && <p class="ways__read">{one.heard.map(({ text }) => `“${text}”`).join(', ')}</p>}
    </li>
  );
}
