/** What is asked about a purchase before its yes: when it comes, what each costs, what exactly it is. */

import type { ProposedLine } from '../../services/commerce/purchases';
import type { Slots } from '../../vocabulary/heard';
import type { Reply } from '../../vocabulary/outcome';
import type { ShopperScene } from '../kit/define';
import { money } from '../kit/money';
import { mayRefuse } from './consent';
import type { Summed } from './purchase-state';
import { arrivesOn, contents, namedAnew, say } from './purchase-words';

/** What it is, before it is asked for again behind what may have refused it; nothing where only another matter was settled. */
export function namedAfter({ lines }: Summed, scene: ShopperScene): readonly Reply[] {
  return mayRefuse(scene) ? [namedAnew(lines)] : [];
}

/** What was asked about the purchase; null: nothing. */
export function toldOf(slots: Slots, summed: Summed, scene: ShopperScene): readonly Reply[] | null {
  const { detail, date, product, checkout } = slots;
  // The question itself says it.
  if (checkout?.ids[0] === 'total') return [];
  if (checkout?.ids[0] === 'show') return [contents(summed.lines)];
  const named = summed.lines.filter((line) => product?.ids.includes(line.product.id));
  const lines = named.length > 0 ? named : summed.lines;
  switch (detail?.ids[0] ?? (date && !product ? 'when' : undefined)) {
    case 'when':
    case 'stock':
      return [arrivesOn(summed)];
    case 'each':
    case 'dear':
      return ofEach(lines, eachOf, scene);
    case 'why':
    case 'dearer':
      return ofEach(lines, priceOf, scene);
    case 'carrier':
      return [say('noCarrier')];
    // The question says it, too.
    case 'total':
      return [];
    case 'describe':
      return lines.length > 1 ? [contents(lines)] : lines.map(describedOf);
    default:
      return null;
  }
}

/** So many are told with their prices in a breath; the others by their name. */
const MOST_PRICES = 2;

function ofEach(
  lines: readonly ProposedLine[],
  tell: (line: ProposedLine) => Reply,
  { turn }: ShopperScene,
): readonly Reply[] {
  const isAll = turn.form === 'text' || lines.length <= MOST_PRICES;
  return isAll ? lines.map(tell) : [...lines.slice(0, MOST_PRICES).map(tell), say('eachOthers')];
}

function describedOf({ product: { name } }: ProposedLine): Reply {
  return say('described', { product: { type: 'product', product: name } });
}

function eachOf({ product, unitPrice }: ProposedLine): Reply {
  return say('each', { product: { type: 'product', product: product.name }, price: money(unitPrice) });
}

/** Why a price has changed nobody tells us; what it was before is known. */
function priceOf(line: ProposedLine): Reply {
  const { lastUnitPrice: last, unitPrice } = line;
  const isOther = last && last.minor !== unitPrice.minor;
  return isOther ? say('lastPrice', { was: money(last), now: money(unitPrice) }) : eachOf(line);
}
