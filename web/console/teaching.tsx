/** "This should have been that": what was said becomes a sentence of the intent it was meant as. */

import { useState } from 'preact/hooks';
import type { ConsoleState } from '../../lambda/console/protocol';
import { teach } from './api';

type Props = { readonly text: string; readonly locale: string; readonly intents: ConsoleState['intents'] };

export function Teaching({ text, locale, intents }: Props) {
  const [intent, setIntent] = useState(intents[0] ?? '');
  const [told, setTold] = useState('');
  const write = async () => {
    try {
      const taught = await teach({ locale, text, intent });
      setTold(
        taught.kind === 'refused'
          ? taught.why
          : `${taught.kind === 'written' ? 'Written' : 'It stands there already'}: ${taught.file}:${taught.line}`,
      );
    } catch (error) {
      setTold(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="teaching">
      <label for="teaching-intent">This should have been</label>
      <select
        id="teaching-intent"
        class="field"
        value={intent}
        onChange={({ currentTarget }) => setIntent(currentTarget.value)}
      >
        {intents.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      <button type="button" class="button button--small" onClick={() => void write()}>
        Write the sentence
      </button>
      <p role="status">{told}</p>
    </div>
  );
}
