/** The page as a whole: who one talks to, what was said, what can be answered, and where one writes. */

import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../shared/icon';
import { initials } from '../shared/initials';
import type { Chat } from './chat';
import { Composer } from './composer';
import { Log } from './log';
import { leave, Notices, SignIn } from './notices';
import type { Parent } from './parent';
import { joinedBy } from './person';
import { QuickReplies } from './quick-replies';
import { keptToken } from './sign-in';
import type { Say, SignInHere, State, Words } from './types';

export type Props = {
  readonly chat: Chat;
  readonly say: Say;
  readonly words: Words;
  readonly parent: Parent;
  /** What stands in the field already. */
  readonly draft: string;
  /** The secret of a link to the file of one's data. */
  readonly file: string | null;
  /** null: nobody signs in on this page. */
  readonly here: SignInHere | null;
};

export function App({ chat, say, words, parent, draft, file, here }: Props) {
  const state = useChat(chat);
  useWakeUp(chat, state.link);
  useEffect(() => {
    if (state.who === 'refused') parent.askToSignIn();
  }, [state.who, parent]);
  return (
    <main class="chat">
      <Header state={state} say={say} words={words} parent={parent} chat={chat} here={here} />
      <Log state={state} chat={chat} say={say} words={words} onUnread={parent.unread} />
      <footer class="foot">
        <Notices state={state} chat={chat} say={say} file={file} here={here} />
        <QuickReplies state={state} chat={chat} say={say} />
        <Composer state={state} chat={chat} say={say} begun={draft} />
      </footer>
    </main>
  );
}

function useChat(chat: Chat): State {
  const [state, setState] = useState(chat.state());
  useEffect(() => {
    setState(chat.state());
    return chat.subscribe(() => setState(chat.state()));
  }, [chat]);
  return state;
}

/** A phone that wakes up or is back in the net does not wait for the next try. */
function useWakeUp(chat: Chat, link: State['link']): void {
  useEffect(() => {
    const wake = () => {
      if (document.visibilityState === 'visible' && (link === 'lost' || link === 'offline' || link === 'elsewhere'))
        chat.hurry();
    };
    window.addEventListener('focus', wake);
    window.addEventListener('online', chat.hurry);
    window.addEventListener('offline', chat.hurry);
    document.addEventListener('visibilitychange', wake);
    return () => {
      window.removeEventListener('focus', wake);
      window.removeEventListener('online', chat.hurry);
      window.removeEventListener('offline', chat.hurry);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [chat, link]);
}

type HeaderProps = Pick<Props, 'chat' | 'say' | 'words' | 'parent' | 'here'> & { readonly state: State };

const STANDING = { guest: 'guest', shopper: 'signedIn', refused: 'signedOut' } as const;

function Header({ state, chat, say, words: { shop, isDraft }, parent, here }: HeaderProps) {
  const standing = joinedBy(state, say) ?? say(STANDING[state.who]);
  const status = state.link === 'lost' ? say('lost') : standing;
  return (
    <header class="head">
      <span class="badge" aria-hidden="true">
        {initials(shop)}
      </span>
      <div class="head__names">
        <h1>{shop}</h1>
        {isDraft && <p class="head__draft">{say('beingWritten')}</p>}
        <p class={`head__status head__status--${state.link}`} role="status">
          {status}
        </p>
      </div>
      {here && state.who === 'guest' && <SignIn here={here} state={state} say={say} />}
      {here && state.who === 'shopper' && keptToken() && (
        <button type="button" class="button button--small" onClick={() => leave(chat, here)}>
          {say('signOut')}
        </button>
      )}
      {parent.isThere && (
        <button type="button" class="round" aria-label={say('close')} onClick={parent.close}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
