/** The desk's page: its words first, then whoever is signed in, or the way in. */

import { render } from 'preact';
import type { Me } from '../../lambda/desk/protocol';
import { call } from './api';
import { App } from './app';
import './desk.css';
import { createSay, type Words } from './words';

async function start(root: HTMLElement): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const wished = asked.get('locale');
  const [words, me] = await Promise.all([
    call<Words>(`/words${wished ? `?locale=${encodeURIComponent(wished)}` : ''}`),
    call<{ me: Me | null }>('/session'),
  ]);
  if (!words.ok) throw new Error(words.code);
  document.documentElement.lang = words.value.lang;
  const say = createSay(words.value);
  const isPane = asked.get('pane') === '1';
  render(<App first={me.ok ? me.value.me : null} words={words.value} say={say} isPane={isPane} />, root);
}

const root = document.getElementById('desk');
if (root) {
  start(root).catch(() => {
    const again = document.createElement('button');
    again.className = 'button broken';
    again.textContent = '↻ Desk';
    again.addEventListener('click', () => location.reload());
    root.replaceChildren(again);
  });
}
