/** A file of the conversation: its address needs who one is, so it is fetched, and then shown, played or saved. */

import { useEffect, useState } from 'preact/hooks';
import type { Show } from '../../lambda/vocabulary/answer';
import { saved } from '../shared/saved';
import { asAddress } from './api';
import type { Chat } from './chat';
import type { Say } from './types';

type Props = {
  readonly attached: NonNullable<Show['attached']>;
  readonly chat: Chat;
  readonly say: Say;
};

export function Attached({ attached: { id, kind }, chat, say }: Props) {
  return kind === 'file' ? <ToSave {...{ id, chat, say }} /> : <Shown {...{ id, kind, chat, say }} />;
}

type One = Omit<Props, 'attached'> & { readonly id: string };
type Missing = 'gone' | 'away';
type Looked = { readonly address: string } | Missing | 'looked-for';

function Shown({ id, kind, chat, say }: One & { readonly kind: 'photo' | 'voice' }) {
  const [looked, setLooked] = useState<Looked>('looked-for');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isHere = true;
    setLooked('looked-for');
    void addressIn(chat.file(id)).then((found) => isHere && setLooked(found));
    return () => {
      isHere = false;
    };
  }, [id, chat, tries]);
  if (looked === 'looked-for') return <span>{say(kind)}</span>;
  if (typeof looked === 'string') return <NotHere why={looked} say={say} onAgain={() => setTries(tries + 1)} />;
  return kind === 'photo' ? (
    <img class="photo" src={looked.address} alt={say('photo')} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said.
    <audio class="voice" controls src={looked.address} aria-label={say('voice')} />
  );
}

async function addressIn(file: ReturnType<Chat['file']>): Promise<Looked> {
  const found = await file;
  return typeof found === 'string' ? found : { address: await asAddress(found.bytes) };
}

function ToSave({ id, chat, say }: One) {
  const [why, setWhy] = useState<Missing | null>(null);
  const save = async () => {
    const found = await chat.file(id);
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

/** What is only away may be back: it can be looked for again. */
function NotHere({ why, say, onAgain }: Pick<Props, 'say'> & { readonly why: Missing; readonly onAgain: () => void }) {
  if (why === 'gone') return <span>{say('fileGone')}</span>;
  return (
    <>
      <span>{say('fileAway')}</span>{' '}
      <button type="button" class="plain" onClick={onAgain}>
        {say('reload')}
      </button>
    </>
  );
}
