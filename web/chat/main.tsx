/** The chat page: its words first, then the conversation. */

import { render } from 'preact';
import { App } from './app';
import { createChat } from './chat';
import './chat.css';
import { createParent } from './parent';
import { beginSignIn, cameBack, canSignIn, keptToken } from './sign-in';
import type { Say, Words } from './types';

const CODE_DIGITS = 6;

const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

async function start(root: HTMLElement): Promise<void> {
  const wished = new URLSearchParams(location.search).get('locale') ?? navigator.language;
  const response = await fetch(`/chat/words?locale=${encodeURIComponent(wished)}`);
  if (!response.ok) throw new Error(`no words: ${response.status}`);
  const words = (await response.json()) as Words;
  document.documentElement.lang = words.lang;
  document.title = words.shop;
  const here = canSignIn(words.signIn) ? words.signIn : null;
  const back = here && (await cameBack(here));
  const chat = createChat(words.locale, localToken() ?? (here && keptToken()));
  if (back?.token === null) chat.tell('notIn');
  const secret = takenFromLink('join');
  if (secret) chat.join(secret);
  // A scanned code waits in the field: it may need a postcode beside it.
  const code = takenFromLink('code')?.replace(/\D/g, '').slice(0, CODE_DIGITS) ?? '';
  const parent = createParent(words.origins, (token) => chat.signIn(token));
  // A link in a messenger leads straight on to where one signs in.
  if (here && takenFromLink('sign-in') !== null) return beginSignIn(here, '');
  const say: Say = (key) => words.words[key] ?? '';
  const file = takenFromLink('file');
  render(
    <App
      chat={chat}
      say={say}
      words={words}
      parent={parent}
      draft={code || back?.draft || ''}
      file={file}
      here={here}
    />,
    root,
  );
}

/** A link is used once: what made it secret must not stay in the address. */
function takenFromLink(name: 'join' | 'code' | 'file' | 'sign-in'): string | null {
  const hash = new URLSearchParams(location.hash.slice(1));
  const secret = hash.get(name);
  if (secret === null || (secret === '' && name !== 'sign-in')) return null;
  hash.delete(name);
  history.replaceState(null, '', `${location.pathname}${location.search}${hash.size > 0 ? `#${hash}` : ''}`);
  return secret;
}

/** On a developer's own machine a link may say who is there; elsewhere it could put one shopper into another's chat. */
function localToken(): string | null {
  return LOCAL.includes(location.hostname) ? new URLSearchParams(location.hash.slice(1)).get('token') : null;
}

const root = document.getElementById('chat');
if (root) {
  start(root).catch(() => {
    const again = document.createElement('button');
    again.className = 'button broken';
    again.textContent = '↻ Chat';
    again.addEventListener('click', () => location.reload());
    root.replaceChildren(again);
  });
}
