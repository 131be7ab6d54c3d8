/** The desk of the people who answer, as its page shows it: the third to speak in a conversation. */

import { useEffect, useState } from 'preact/hooks';
import { sitDown } from './api';

type Props = {
  /** Absent: only one pane is shown anyway. */
  readonly onClose: () => void;
};

export function Desk({ onClose }: Props) {
  const [is, setIs] = useState<'coming' | 'there' | string>('coming');
  useEffect(() => {
    sitDown().then(
      () => setIs('there'),
      (error: unknown) => setIs(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  return (
    <section class="pane pane--desk" id="pane-desk" aria-labelledby="desk-title">
      <header class="pane__head">
        <div class="pane__titles">
          <h2 id="desk-title">The shop’s desk</h2>
          <p class="pane__note">you are Marta here</p>
        </div>
        <button type="button" class="button button--small to-other" onClick={onClose}>
          Behind it
        </button>
      </header>
      {is === 'there' ? (
        <iframe class="desk-frame" src="/desk?pane=1" title="The desk where people answer" />
      ) : (
        <p class="behind__empty">{is === 'coming' ? 'Marta sits down …' : is}</p>
      )}
    </section>
  );
}
