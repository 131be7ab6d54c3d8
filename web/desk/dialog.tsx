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

type FormProps = Omit<Props, 'onClose'> & {
  /** What the button says that does it. */
  readonly deed: string;
  /** How that button stands now. */
  readonly button?: { readonly disabled?: boolean; readonly 'aria-disabled'?: boolean };
  readonly onCancel: () => void;
  readonly onDo: () => void;
};

/** A dialog that asks for something before it is done. */
export function FormDialog({ title, say, deed, button = {}, onCancel, onDo, children }: FormProps) {
  return (
    <Dialog title={title} say={say} onClose={onCancel}>
      <form
        class="dialog__body"
        onSubmit={(event) => {
          event.preventDefault();
          onDo();
        }}
      >
        {children}
        <div class="dialog__foot">
          <button type="button" class="button" onClick={onCancel}>
            {say('cancel')}
          </button>
          <button type="submit" class="button button--main" {...button}>
            {deed}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
