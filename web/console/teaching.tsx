/** "This should have been that": what was said becomes a sentence of the intent it was meant as. */

import { useEffect, useState } from 'preact/hooks';
import type { ConsoleState } from '../../lambda/console/protocol';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { propose, teach } from './api';
import { NOTHING_TOLD, type State } from './saved';

type Props = {
  readonly text: string;
  /** What it was taken for. */
  readonly heard: IntentName;
  readonly locale: string;
  readonly intents: ConsoleState['intents'];
};

/** Until somebody chooses what was meant: by mistake nothing is written. */
const NONE = '';

export function Teaching({ text, heard, locale, intents }: Props) {
  const [intent, setIntent] = useState<IntentName | typeof NONE>(heard === 'Fallback' ? NONE : heard);
  const [sentence, setSentence] = useState('');
  const [slots, setSlots] = useState<readonly string[]>([]);
  const [told, setTold] = useState(NOTHING_TOLD);
  useEffect(() => {
    let isWanted = true;
    setTold(NOTHING_TOLD);
    if (intent === NONE) return;
    propose({ locale, text, intent }).then(
      (proposed) => {
        if (!isWanted) return;
        setSentence(proposed.sentence);
        setSlots(proposed.slots);
      },
      (error: Error) => isWanted && setTold({ words: error.message, kind: 'bad' }),
    );
    return () => {
      isWanted = false;
    };
  }, [intent, locale, text]);
  const write = async (to: IntentName) => setTold(await toldOfWriting({ locale, text: sentence, intent: to }));
  return (
    <div class="teaching">
      <label for="teaching-intent">This should have been</label>
      <select
        id="teaching-intent"
        class="field"
        value={intent}
        onChange={({ currentTarget }) => setIntent(currentTarget.value as IntentName | typeof NONE)}
      >
        {intent === NONE && <option value={NONE}>Choose what was meant</option>}
        {intents.map((one) => (
          <option key={one} value={one}>
            {one}
            {one === heard ? ', as it was heard' : ''}
          </option>
        ))}
      </select>
      {intent !== NONE && (
        <>
          <label for="teaching-sentence">as the sentence</label>
          <input
            id="teaching-sentence"
            class="field"
            lang={locale}
            value={sentence}
            aria-describedby="teaching-slots"
            onInput={({ currentTarget }) => setSentence(currentTarget.value)}
          />
          <details id="teaching-slots">
            <summary>What changes stands in it as a slot ({slots.length})</summary>
            {slots.length === 0 ? `${intent} has none.` : slots.map((slot) => <code key={slot}>{`{${slot}} `}</code>)}
          </details>
          <button
            type="button"
            class="button button--small"
            disabled={sentence.trim() === ''}
            onClick={() => void write(intent)}
          >
            Write the sentence
          </button>
        </>
      )}
      <p role="status" class={told.kind === 'bad' ? 'teaching__bad' : ''}>
        {told.words}
      </p>
    </div>
  );
}

async function toldOfWriting(sentence: Parameters<typeof teach>[0]): Promise<State> {
  try {
    const taught = await teach(sentence);
    if (taught.kind === 'refused') return { words: taught.why, kind: 'bad' };
    const where = `${taught.file}:${taught.line}`;
    const [broken] = taught.broken;
    if (!broken)
      return { words: `${taught.kind === 'written' ? 'Written' : 'It stands there already'}: ${where}`, kind: 'good' };
    const until = `${broken.file}, line ${broken.line}`;
    return { words: `Written: ${where}, but not understood until ${until}, is mended.`, kind: 'bad' };
  } catch (error) {
    return { words: error instanceof Error ? error.message : String(error), kind: 'bad' };
  }
}
