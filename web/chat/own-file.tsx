/** All that is kept of the shopper, to be saved: by a link that is good once. */

import type { Chat } from './chat';
import type { Say } from './types';

type Props = { readonly secret: string; readonly chat: Chat; readonly say: Say };

export function OwnFile({ secret, chat, say }: Props) {
  return (
    <div class="files">
      <button type="button" class="button button--small" onClick={() => void chat.save(secret, 'page')}>
        {say('savePage')}
      </button>
      <button type="button" class="button button--small" onClick={() => void chat.save(secret, 'json')}>
        {say('saveData')}
      </button>
    </div>
  );
}
