/** "This should have been that": what was said becomes a sentence of the intent it was meant as. */

import { useEffect, useState } from 'preact/hooks';
import type { ConsoleState } from '../../lambda/console/protocol';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { propose, teach } from './api';

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
  const [told, setTold] = useState('');
  useEffect(() => {
    let isWanted = true;
    setTold('');
    if (intent === NONE) return;
    propose({ locale, text, intent }).then(
      (proposed) => isWanted && setSentence(proposed.sentence),
      (error: Error) => isWanted && setTold(error.message),
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
            value={sentence}
            onInput={({ currentTarget }) => setSentence(currentTarget.value)}
          />
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
      <p role="status">{told}</p>
    </div>
  );
}

async function toldOfWriting(sentence: Parameters<typeof teach>[0]): Promise<string> {
  try {
    const taught = await teach(sentence);
    if (taught.kind === 'refused') return taught.why;
    const where = `${taught.file}:${taught.line}`;
    const [broken] = taught.broken;
    if (broken) return `Written: ${where}, but not understood until ${broken.file}, line ${broken.line}, is mended.`;
    return `${taught.kind === 'written' ? 'Written' : 'It stands there already'}: ${where}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
