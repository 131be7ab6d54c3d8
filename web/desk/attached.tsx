/** A file of the conversation: a photo is shown small, with its whole size in a tab of its own; a voice note is played. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import type { Say } from './words';

type Props = NonNullable<DeskLine['attached']> & { readonly label: ComponentChildren; readonly say: Say };

/** Nobody has it any more, or its store cannot be reached just now. */
type Missing = 'gone' | 'away';

export function Attached({ id, kind, label, say }: Props) {
  const [why, setWhy] = useState<Missing | null>(null);
  const address = `/desk/files/${encodeURIComponent(id)}`;
  if (why === 'gone') return <span class="soft">{say('fileGone')}</span>;
  if (why === 'away')
    return (
      <>
        <span class="soft">{say('fileAway')}</span>{' '}
        <button type="button" class="plain" onClick={() => setWhy(null)}>
          {say('fileAgain')}
        </button>
      </>
    );
  const onError = () => void whyMissing(address).then(setWhy);
  if (kind === 'file')
    return (
      <a class="file" href={address} download>
        {label} · {say('saveFile')}
      </a>
    );
  if (kind === 'voice')
    return (
      // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said.
      <audio class="voice" controls preload="none" src={address} aria-label={String(label)} onError={onError} />
    );
  return (
    <a class="photo" href={address} target="_blank" rel="noreferrer">
      <img src={`${address}?size=small`} alt={String(label)} loading="lazy" onError={onError} />
    </a>
  );
}

/** The browser says that a picture failed, and not why. */
async function whyMissing(address: string): Promise<Missing> {
  try {
    return (await fetch(address, { method: 'HEAD' })).status === 404 ? 'gone' : 'away';
  } catch {
    return 'away';
  }
}
