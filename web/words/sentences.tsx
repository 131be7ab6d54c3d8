/** All sentences of an intent: edited together, heard at once among all others, and saved to their file. */

import { useState } from 'preact/hooks';
import type { HeardSentence } from '../../lambda/console/localiser-protocol';
import { saveSentences, trySentences } from '../console/api';
import { canSpeak, type Mouth } from '../console/voice';

type Props = {
  readonly language: string;
  readonly intent: string;
  readonly first: readonly string[];
  readonly mouth: Mouth;
};

export function Sentences({ language, intent, first, mouth }: Props) {
  const [typed, setTyped] = useState(first.join('\n'));
  const [heard, setHeard] = useState<readonly HeardSentence[]>([]);
  const [state, setState] = useState('');
  const [was, setWas] = useState(first);
  const sentences = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const wrong = heard.filter((one) => one.wrong.length > 0);
  const ask = async (isSaving: boolean) => {
    setState('Listening…');
    try {
      const told = await (isSaving ? saveSentences : trySentences)({ language, intent, sentences, was });
      setHeard(told);
      const lost = told.filter((one) => one.wrong.length > 0).length;
      const saved = lost === 0 ? 'Saved to their file.' : 'Not saved.';
      if (isSaving && lost === 0) {
        // With what others wrote meanwhile.
        const all = told.map(({ template }) => template);
        setWas(all);
        setTyped(all.join('\n'));
      }
      setState(`${told.length - lost} of ${told.length} are heard as ${intent}. ${isSaving ? saved : ''}`.trim());
    } catch (error) {
      setState(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <section class="card sentences" aria-labelledby="sentences-title">
      <h2 id="sentences-title">{intent}</h2>
      <p id="sentences-how">
        One way to say it a line: <code>(a|b)</code> is a choice, <code>[optional]</code> may be left out,{' '}
        <code>{'{product}'}</code> is a slot.
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
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <div class="text__deeds">
        <button type="button" class="button" onClick={() => void ask(false)}>
          Hear all of them
        </button>
        <button type="button" class="button button--main" onClick={() => void ask(true)}>
          Save
        </button>
      </div>
      <p role="status">{state}</p>
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
