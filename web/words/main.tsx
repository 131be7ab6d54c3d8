/** The localiser's page: the words of one language, each where it stands in a conversation, and what shoppers say. */

import { render } from 'preact';
import { readState } from '../console/api';
import { App } from './app';
import './words.css';

const root = document.getElementById('words');
if (root) {
  readState()
    .then((state) => render(<App state={state} />, root))
    .catch((error: Error) => {
      root.textContent = `The page cannot reach its server: ${error.message}`;
    });
}
