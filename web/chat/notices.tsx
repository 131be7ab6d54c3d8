/** How things stand when they do not stand well, with the way on. */

import type { ComponentChildren } from 'preact';
import type { Chat } from './chat';
import { toLog } from './focus';
import type { Say, State } from './types';

type Props = { readonly state: State; readonly chat: Chat; readonly say: Say };

export function Notices(props: Props) {
  return <div role="status">{noticeFor(props)}</div>;
}

function noticeFor({ state, chat, say }: Props): ComponentChildren {
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
