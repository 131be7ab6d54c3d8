/** `npm start`: builds the pages if their sources changed, then runs the local server with the console. */

import { resolve } from 'node:path';
import { readShopFile } from '../lambda/config';
import type { Play } from '../lambda/console/save';
import { failWith, serve } from '../lambda/server';
import { buildPages } from './build-pages';
import { play as playDialogue } from './locales/answer';

const place = { root: resolve(__dirname, '..') };

const play: Play = ({ turns, given, name }) => {
  const dialogue = { name, given, line: 1, turns: turns.map((turn) => ({ ...turn, line: 1 })) };
  const language = given.locale?.split('-')[0] ?? 'en';
  return playDialogue(dialogue, { place, shop: readShopFile(), language });
};

buildPages()
  .then(() => serve({ play }))
  .catch(failWith);
