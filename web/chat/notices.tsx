/** How things stand when they do not stand well, with the way on. */

import type { ComponentChildren } from 'preact';
import type { Chat } from './chat';
import { toLog } from './focus';
import { OwnFile } from './own-file';
import type { Say, State } from './types';

type Props = {
  readonly state: State;
  readonly chat: Chat;
  readonly say: Say;
  /** The secret of a link to the file of one's data, where somebody came by one. */
  readonly file: string | null;
};

export function Notices(props: Props) {
  const { file, chat, say } = props;
  return (
    <div role="status">
      {noticeFor(props)}
      {file && (
        <Notice text={say('fileReady')}>
          <OwnFile secret={file} chat={chat} say={say} />
        </Notice>
      )}
    </div>
  );
}

function noticeFor({ state, chat, say }: Omit<Props, 'file'>): ComponentChildren {
  if (state.who === 'refused') {
    return (
      <Notice text={say('signIn')}>
        <button type="button" class="button button--small" onClick={() => toLog(() => chat.signIn(null))}>
          {say('asGuest')}
        </button>
      </Notice>
    );
  }
  if (state.link === 'elsewhere') {
    return (
      <Notice text={say('elsewhere')}>
        <button type="button" class="button button--small" onClick={() => toLog(chat.hurry)}>
          {say('here')}
        </button>
      </Notice>
    );
  }
  if (state.link === 'offline') return <Notice text={say('offline')} />;
  return state.notice && <Notice text={say(state.notice)} />;
}

function Notice({ text, children }: { readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div class="notice">
      <p>{text}</p>
      {children}
    </div>
  );
}
