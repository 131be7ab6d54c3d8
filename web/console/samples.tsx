/** How to say it: real sentences of every intent, one click to try. */

import { useEffect, useState } from 'preact/hooks';
import type { Samples as Found } from '../../lambda/console/protocol';
import { readSamples } from './api';
import { Drawer } from './drawer';
import type { Setup } from './session';

type Props = {
  readonly setup: Setup;
  /** Changes when the words were read anew. */
  readonly version: number;
  readonly onSay: (text: string) => void;
  readonly onClose: () => void;
};

export function Samples({ setup, version, onSay, onClose }: Props) {
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { locale, shopper } = setup;
  useEffect(() => {
    let isGone = false;
    readSamples(locale, shopper).then(
      (samples) => isGone || setFound(samples),
      (error: Error) => isGone || setProblem(error.message),
    );
    return () => {
      isGone = true;
    };
  }, [locale, shopper, version]);
  return (
    <Drawer title="How to say it" onClose={onClose}>
      {problem && <p>{problem}</p>}
      {!found && !problem && <p>Looking…</p>}
      {found?.map(({ intent, sentences }) => (
        <section class="samples" key={intent}>
          <h4>{intent}</h4>
          <div class="samples__sentences" lang={locale}>
            {sentences.map((text) => (
              <button key={text} type="button" class="sample" onClick={() => onSay(text)}>
                {text}
              </button>
            ))}
          </div>
        </section>
      ))}
    </Drawer>
  );
}
