/** Everything the demo shop sells, and how to find one product by its id. */

import { BABY } from './baby';
import { BODY } from './body';
import { CLEANING } from './cleaning';
import { DRINKS } from './drinks';
import type { Good } from './good';
import { HOUSE } from './house';
import { PANTRY } from './pantry';
import { PAPER } from './paper';
import { PETS } from './pets';

export const GOODS: readonly Good[] = [
  ...DRINKS,
  ...PETS,
  ...BABY,
  ...BODY,
  ...CLEANING,
  ...PAPER,
  ...PANTRY,
  ...HOUSE,
];

const byId = new Map(GOODS.map((good) => [good.id, good]));

/** For ids written in our own data files: an unknown one is a mistake there. */
export function goodOf(id: string): Good {
  const good = byId.get(id);
  if (!good) throw new Error(`The demo shop sells no "${id}"`);
  return good;
}
