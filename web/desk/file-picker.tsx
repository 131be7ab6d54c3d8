/** The button that chooses pictures and documents for the shopper. */

import { useRef } from 'preact/hooks';
import { Icon } from '../shared/icon';
import type { Say } from './words';

type Props = { readonly say: Say; readonly onChosen: (files: readonly File[]) => void };

export function FilePicker({ say, onChosen }: Props) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-hidden="true"
        accept="image/*,application/pdf"
        multiple
        onChange={({ currentTarget }) => {
          const picked = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          onChosen(picked);
        }}
      />
      <button
        type="button"
        class="button button--small"
        aria-label={say('addFile')}
        title={say('addFile')}
        onClick={() => picker.current?.click()}
      >
        <Icon name="photo" size="1em" />
      </button>
    </>
  );
}
