/** What is chosen to go out with the answer: by its name here, which no shopper sees. */

import { Icon } from '../shared/icon';
import type { Files } from './use-files';
import type { Say } from './words';

export function ChosenFiles({ files, say }: { readonly files: Files; readonly say: Say }) {
  if (files.chosen.length === 0) return null;
  return (
    <ul class="chosen" aria-label={say('chosenFiles')}>
      {files.chosen.map(({ click, file }) => (
        <li key={click} class="chosen__file">
          <Icon name="photo" size="1em" /> <span class="chosen__name">{file.name}</span>
          <button type="button" class="plain" onClick={() => files.drop(click)}>
            {say('dropFile')}
          </button>
        </li>
      ))}
    </ul>
  );
}
