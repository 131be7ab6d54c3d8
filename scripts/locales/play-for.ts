/** How the console plays what it saves as a test: the very way the tests will. */

import { join } from 'node:path';
import type { Play } from '../../lambda/console/save';
import { readShopFile } from '../../lambda/house/shop-file';
import { play } from './answer';
import { languageOf, type Place } from './source';

export function playFor(place: Place): Play {
  const shop = readShopFile(join(place.root, 'shop', 'shop.json'));
  return ({ name, given, turns }) => {
    const dialogue = { name, given, line: 1, turns: turns.map((turn) => ({ ...turn, line: 1 })) };
    return play(dialogue, { place, shop, language: languageOf(given.locale ?? 'en') });
  };
}
