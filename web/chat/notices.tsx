/** How things stand when they do not stand well, with the way on. */

import type { ComponentChildren } from 'preact';
import type { Chat } from './chat';
import { toLog } from './focus';
import { OwnFile } from './own-file';
import { beginSignIn, signOut } from './sign-in';
import type { Say, SignInHere, State } from './types';

type Props = {
  readonly state: State;
  readonly chat: Chat;
  readonly say: Say;
  /** The secret of a link to the file of one's data, where somebody came by one. */
  readonly file: string | null;
  /** null: nobody signs in on this page. */
  readonly here: SignInHere | null;
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

function noticeFor({ state, chat, say, here }: Omit<Props, 'file'>): ComponentChildren {
  if (state.who === 'refused') {
    return (
      <Notice text={say('signIn')}>
        {here && <SignIn here={here} state={state} say={say} />}
        <button type="button" class="button button--small" onClick={() => toLog(() => leave(chat, here))}>
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
  if (here && !state.notice && isAskedToSignIn(state)) {
    return (
      <Notice text={say('link')}>
        <SignIn here={here} state={state} say={say} />
      </Notice>
    );
  }
  return state.notice && <Notice text={say(state.notice)} />;
}

/** The last thing that was said here is that one has to. */
function isAskedToSignIn({ who, lines }: State): boolean {
  return who === 'guest' && lines.at(-1)?.show?.card?.kind === 'link-account';
}

type SignInProps = { readonly here: SignInHere; readonly state: State; readonly say: Say };

/** What was written last stands in the field again afterwards; it is sent by whoever wrote it, and not by the page. */
export function SignIn({ here, state, say }: SignInProps) {
  const wrote = state.lines.findLast(({ by, channel }) => by === 'shopper' && channel === 'web')?.text ?? '';
  return (
    <button type="button" class="button button--small" onClick={() => void beginSignIn(here, wrote)}>
      {say('signInHere')}
    </button>
  );
}

/** As a guest from now on. */
export function leave(chat: Chat, here: SignInHere | null): void {
  if (here) void signOut(here);
  chat.signIn(null);
}

function Notice({ text, children }: { readonly text: string; readonly children?: ComponentChildren }) {
  return (
    <div class="notice">
      <p>{text}</p>
      {children}
    </div>
  );
}
