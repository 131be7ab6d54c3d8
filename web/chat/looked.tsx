/** The bytes of a file, looked for as soon as it stands somewhere, and what stands there while they are not here. */

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asAddress, type FileSize } from './api';
import type { Chat } from './chat';
import type { Say } from './types';

/** Nobody has it any more, or it cannot be had just now. */
export type Missing = 'gone' | 'away';
type Found = { readonly address: string } | Missing | 'looked-for';

type Props = {
  readonly id: string;
  readonly size: FileSize;
  readonly chat: Chat;
  readonly say: Say;
  /** What it is, until it is here. */
  readonly label: string;
  readonly children: (address: string) => ComponentChildren;
};

export function Looked({ id, size, chat, say, label, children }: Props) {
  const [found, setFound] = useState<Found>('looked-for');
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isHere = true;
    setFound('looked-for');
    void addressIn(chat.file(id, size)).then((one) => isHere && setFound(one));
    return () => {
      isHere = false;
    };
  }, [id, size, chat, tries]);
  if (found === 'looked-for') return <span>{label}</span>;
  if (typeof found === 'string') return <NotHere why={found} say={say} onAgain={() => setTries(tries + 1)} />;
  return <>{children(found.address)}</>;
}

async function addressIn(file: ReturnType<Chat['file']>): Promise<Found> {
  const found = await file;
  return typeof found === 'string' ? found : { address: await asAddress(found.bytes) };
}

/** What is only away may be back: it can be looked for again. */
export function NotHere({
  why,
  say,
  onAgain,
}: { why: Missing } & Pick<Props, 'say'> & { readonly onAgain: () => void }) {
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
