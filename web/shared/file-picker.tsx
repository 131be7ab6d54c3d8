/** How files are chosen: by a button, or pasted where one writes. */

import { useRef } from 'preact/hooks';
import { Icon } from './icon';

type Props = {
  readonly label: string;
  /** What is told of the button when somebody points at it. */
  readonly title?: string;
  /** Of the button. */
  readonly look: string;
  /** What is offered first; anything where absent. */
  readonly accept?: string;
  readonly size?: string;
  readonly disabled?: boolean;
  readonly onChosen: (files: readonly File[]) => void;
};

export function FilePicker({ label, title, look, accept, size, disabled, onChosen }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        multiple
        onChange={({ currentTarget }) => {
          const picked = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          onChosen(picked);
        }}
      />
      <button
        type="button"
        class={look}
        aria-label={label}
        title={title}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        <Icon name="photo" {...(size ? { size } : {})} />
      </button>
    </>
  );
}

/** For the field one writes in; words are pasted as ever. */
export function pasting(onChosen: Props['onChosen']): (event: ClipboardEvent) => void {
  return (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])];
    if (pasted.length === 0) return;
    event.preventDefault();
    onChosen(pasted);
  };
}
