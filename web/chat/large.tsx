/** A picture over the whole chat: a dialog of the browser's own, which holds the focus and gives it back. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/icon';
import type { Say } from './types';

type Props = { readonly say: Say; readonly onClose: () => void; readonly children: ComponentChildren };

export function Large({ say, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} class="large" aria-label={say('photo')} onClose={onClose}>
      <button type="button" class="large__close" aria-label={say('photoClose')} onClick={() => box.current?.close()}>
        <Icon name="close" />
      </button>
      {children}
    </dialog>
  );
}
