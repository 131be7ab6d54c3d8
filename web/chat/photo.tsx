/** A photo of the conversation: its address needs who one is, so it is fetched and then shown. */

import { useEffect, useState } from 'preact/hooks';
import type { Chat } from './chat';
import type { Say } from './types';

export function Photo({ id, chat, say }: { readonly id: string; readonly chat: Chat; readonly say: Say }) {
  const [address, setAddress] = useState<string | null | 'looked-for'>('looked-for');
  useEffect(() => {
    let isHere = true;
    void chat.photo(id).then((found) => isHere && setAddress(found));
    return () => {
      isHere = false;
    };
  }, [id, chat]);
  if (address === null) return <span>{say('photoAway')}</span>;
  return address === 'looked-for' ? (
    <span>{say('photo')}</span>
  ) : (
    <img class="photo" src={address} alt={say('photo')} />
  );
}
