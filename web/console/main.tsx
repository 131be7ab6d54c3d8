/** The console's page: what the server offers first, then the speaker, the phone and what lies behind an answer. */

import { render } from 'preact';
import { readState } from './api';
import { App } from './app';
import './console.css';

async function start(root: HTMLElement): Promise<void> {
  render(<App first={await readState()} />, root);
}

const root = document.getElementById('console');
if (root) {
  start(root).catch((error: Error) => {
    root.textContent = `The console cannot reach its server: ${error.message}`;
  });
}
