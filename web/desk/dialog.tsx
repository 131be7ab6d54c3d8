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
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      // Whoever acted puts the focus elsewhere, before this on a busy page and after it on another: it is not taken back.
      const { activeElement } = document;
      const isLeft = activeElement === null || activeElement === document.body || dialog?.contains(activeElement);
      if (isLeft && before instanceof HTMLElement && before.isConnected) before.focus();
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
      <div class="dialog__head">
        <h2 id="dialog-title">{title}</h2>
        <button type="button" class="tool" aria-label={say('cancel')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
