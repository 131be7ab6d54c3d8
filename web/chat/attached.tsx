/** A file of the conversation: its address needs who one is, so it is fetched, and then shown, played or saved. */

import { useState } from 'preact/hooks';
import type { Show } from '../../lambda/vocabulary/answer';
import { saved } from '../shared/saved';
import type { Chat } from './chat';
import { Large } from './large';
import { Looked, type Missing, NotHere } from './looked';
import type { Say } from './types';

type Props = {
  readonly attached: NonNullable<Show['attached']>;
  readonly chat: Chat;
  readonly say: Say;
};

export function Attached({ attached: { id, kind }, chat, say }: Props) {
  if (kind === 'file') return <ToSave {...{ id, chat, say }} />;
  return kind === 'photo' ? <Photo {...{ id, chat, say }} /> : <Voice {...{ id, chat, say }} />;
}

type One = Omit<Props, 'attached'> & { readonly id: string };

/** Small beside the words; large by a tap. */
function Photo({ id, chat, say }: One) {
  const [isLarge, setIsLarge] = useState(false);
  return (
    <>
      <Looked {...{ id, chat, say }} size="small" label={say('photo')}>
        {(address) => (
          <button type="button" class="photo-button" aria-label={say('photoLarge')} onClick={() => setIsLarge(true)}>
            <img class="photo" src={address} alt={say('photo')} />
          </button>
        )}
      </Looked>
      {isLarge && (
        <Large say={say} onClose={() => setIsLarge(false)}>
          <Looked {...{ id, chat, say }} size="whole" label={say('photo')}>
            {(address) => <img class="large__photo" src={address} alt={say('photo')} />}
          </Looked>
          <ToSave {...{ id, chat, say }} />
        </Large>
      )}
    </>
  );
}

function Voice(one: One) {
  const label = one.say('voice');
  return (
    <Looked {...one} size="whole" label={label}>
      {(address) => (
        // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said.
        <audio class="voice" controls src={address} aria-label={label} />
      )}
    </Looked>
  );
}

function ToSave({ id, chat, say }: One) {
  const [why, setWhy] = useState<Missing | null>(null);
  const save = async () => {
    const found = await chat.file(id, 'whole');
    if (typeof found !== 'string') saved(found.bytes, found.name);
    setWhy(typeof found === 'string' ? found : null);
  };
  if (why) return <NotHere why={why} say={say} onAgain={() => void save()} />;
  return (
    <button type="button" class="plain" onClick={() => void save()}>
      {say('saveFile')}
    </button>
  );
}
