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

function Shown({ id, kind, chat, say }: One & { readonly kind: 'photo' | 'voice' }) {
  const [address, setAddress] = useState<string | null | 'looked-for'>('looked-for');
  useEffect(() => {
    let isHere = true;
    void chat
      .file(id)
      .then((found) => found && asAddress(found.bytes))
      .then((found) => isHere && setAddress(found));
    return () => {
      isHere = false;
    };
  }, [id, chat]);
  if (address === null) return <span>{say('fileAway')}</span>;
  if (address === 'looked-for') return <span>{say(kind)}</span>;
  return kind === 'photo' ? (
    <img class="photo" src={address} alt={say('photo')} />
  ) : (
    // biome-ignore lint/a11y/useMediaCaption: nobody has written down what was said.
    <audio class="voice" controls src={address} aria-label={say('voice')} />
  );
}

function ToSave({ id, chat, say }: One) {
  const [isAway, setAway] = useState(false);
  if (isAway) return <span>{say('fileAway')}</span>;
  const save = async () => {
    const found = await chat.file(id);
    if (found) saved(found.bytes, found.name);
    else setAway(true);
  };
  return (
    <button type="button" class="plain" onClick={() => void save()}>
      {say('saveFile')}
    </button>
  );
}
