/** A dialog of the browser's own: it holds the focus, Escape closes it, and the focus goes back where it was. */

import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../shared/icon';
import type { Say } from './words';

type Props = {
  readonly title: string;
  readonly say: Say;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
};

export function Dialog({ title, say, onClose, children }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.showModal();
    return () => {
      // Whoever acted puts the focus elsewhere after this.
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class="dialog"
      aria-labelledby="dialog-title"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header class="dialog__head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="tool" aria-label={say('cancel')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {children}
    </dialog>
  );
}
