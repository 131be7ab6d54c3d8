/** The cart port: what lies in a shopper's cart, how it is changed, and how what was bought leaves it. */

import { sql } from 'kysely';
import { type Result, refused, type ShopperCall } from '../../../services/commerce/call';
import type { CartLine, Carts } from '../../../services/commerce/cart';
import type { WantedLine } from '../../../services/commerce/purchases';
import type { StoredLine } from './order-log';
import { shopperIdOf } from './people/cast';
import type { DemoPerson } from './people/person';
import type { DemoTables } from './schema';
import { offerOf, shelves } from './shelf';
import { answerTo, said, todayOf, type World } from './world';
import { written } from './written';

export function makeCarts(world: World): Carts {
  return {
    contents: (call) => answerTo(world, call, (person) => contents(world, person, call)),
    change: (lines, call) =>
      answerTo(world, call, (person) => world.faults.lose(change(world, { person, lines, call }))),
  };
}

function contents(world: World, person: DemoPerson, { locale }: ShopperCall): Result<readonly CartLine[]> {
  const rows = rowsOf(world, person);
  const where = { locale, today: todayOf(world, person) };
  const found = shelves(
    world.db,
    rows.map(({ product }) => product),
    person.currency,
  );
  const lines = found.flatMap((shelf) =>
    offerOf(shelf, where).map(({ product, price, availability }): CartLine => {
      const quantity = rows.find((row) => row.product === shelf.id)?.quantity ?? 0;
      const isGone = world.faults.hasTaken(shelf.id, shopperIdOf(person));
      return { product, quantity, unitPrice: price, availability: isGone ? { state: 'sold-out' } : availability };
    }),
  );
  return said(world, lines);
}

const ROWS = written((q, { shopper }: { readonly shopper: string }) =>
  q.selectFrom('carts').selectAll().where('shopper', '=', shopper).orderBy(sql`rowid`),
);
type Row = DemoTables['carts'];
const GONE = written((q, { shopper, product }: Pick<Row, 'shopper' | 'product'>) =>
  q.deleteFrom('carts').where('shopper', '=', shopper).where('product', '=', product),
);
const PUT = written((q, { shopper, product, quantity }: Row) =>
  q
    .insertInto('carts')
    .values({ shopper, product, quantity })
    .onConflict((at) => at.columns(['shopper', 'product']).doUpdateSet({ quantity })),
);

/** Oldest first: a changed number keeps its place. */
function rowsOf({ db }: World, person: DemoPerson) {
  return db.all(ROWS({ shopper: shopperIdOf(person) }));
}

type Changing = { readonly person: DemoPerson; readonly lines: readonly WantedLine[]; readonly call: ShopperCall };

function change(world: World, { person, lines, call }: Changing): Result<readonly CartLine[]> {
  const known = shelves(
    world.db,
    lines.map(({ productId }) => productId),
    person.currency,
  );
  if (known.length < lines.length) return refused({ kind: 'not-found' });
  const big = lines.find(({ quantity }) => quantity > world.maxQuantity);
  if (big) return refused({ kind: 'too-many', productId: big.productId, max: world.maxQuantity });
  world.db.atomically(() => {
    for (const { productId, quantity } of lines) put(world, person, [productId, quantity]);
  });
  return contents(world, person, call);
}

/** Throws on what no dialogue may ask for: not a whole number, or less than none. */
function put({ db }: World, person: DemoPerson, [product, quantity]: readonly [string, number]): void {
  if (!Number.isInteger(quantity) || quantity < 0)
    throw new RangeError(`Nobody can put aside ${quantity} of something`);
  const shopper = shopperIdOf(person);
  if (quantity === 0) {
    db.run(GONE({ shopper, product }));
    return;
  }
  db.run(PUT({ shopper, product, quantity }));
}

/** As many as were bought; what was put in meanwhile stays. */
export function takeFromCart(world: World, person: DemoPerson, bought: readonly StoredLine[]): void {
  const before = new Map(rowsOf(world, person).map(({ product, quantity }) => [product, quantity]));
  for (const [product, quantity] of bought) {
    const left = Math.max(0, (before.get(product) ?? 0) - quantity);
    if (before.has(product)) put(world, person, [product, left]);
  }
}
