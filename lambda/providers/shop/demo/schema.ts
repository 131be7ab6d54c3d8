/** The demo shop's tables; only what changes is stored, people and the catalogue are files. */

/** A file with another number was written by another version of the shop. */
export const SCHEMA = 3;

export type DemoTables = {
  readonly orders: OrderRow;
  /** What changes about a product: how many are left and what it costs, in minor units. */
  readonly goods: {
    readonly id: string;
    readonly stock: number;
    readonly eur: number;
    readonly gbp: number;
    readonly usd: number;
  };
  readonly carts: { readonly shopper: string; readonly product: string; readonly quantity: number };
  /** What became of each proposal that was to be placed: an order, or a refusal as JSON. */
  readonly placements: {
    readonly proposal: string;
    readonly shopper: string;
    readonly order_id: string | null;
    readonly refusal: string | null;
  };
  /** What was done about orders, each once by its key. */
  readonly care: CareRow;
  /** The local day each shopper's history was written around. */
  readonly anchors: { readonly shopper: string; readonly day: string };
  /** One row: a digest of the files the data was made from. */
  readonly sources: {
    readonly digest: string;
    /** From when it was written until the first of its people has another day, milliseconds: nothing is to be moved. */
    readonly good_from: number;
    readonly good_until: number;
  };
};

export type OrderRow = {
  readonly id: string;
  readonly number: number;
  readonly shopper: string;
  readonly source: 'demo' | 'voice';
  /** Milliseconds since the epoch. */
  readonly placed_at: number;
  /** The day it was placed, where it is delivered. */
  readonly placed_on: string;
  readonly stage: string;
  readonly currency: string;
  /** Minor units. */
  readonly total: number;
  readonly expected: string | null;
  /** JSON: `[productId, quantity, unit price in minor units][]`. */
  readonly lines: string;
  /** JSON: `Parcel[]` of the port. */
  readonly parcels: string;
};

export type CareRow = {
  readonly key: string;
  readonly shopper: string;
  readonly order_id: string;
  /** JSON: `CareAction` of the port. */
  readonly action: string;
  /** JSON: `Cared` of the services. */
  readonly result: string;
  /** The day it was done, where the order is delivered. */
  readonly day: string;
  /** On the shop's calendar, milliseconds. */
  readonly at: number;
};

const EACH: Readonly<Record<keyof DemoTables, true>> = {
  ...{ orders: true, goods: true, carts: true, placements: true },
  ...{ care: true, anchors: true, sources: true },
};
export const TABLES: readonly string[] = Object.keys(EACH);

export const CREATE = `
create table orders (
  id text primary key, number integer not null unique, shopper text not null, source text not null,
  placed_at integer not null, placed_on text not null, stage text not null, currency text not null,
  total integer not null, expected text, lines text not null, parcels text not null
);
create index orders_newest on orders (shopper, placed_at desc, number desc);
create table goods (
  id text primary key, stock integer not null check (stock >= 0),
  eur integer not null, gbp integer not null, usd integer not null
);
create table carts (
  shopper text not null, product text not null, quantity integer not null, primary key (shopper, product)
);
create table placements (proposal text primary key, shopper text not null, order_id text, refusal text);
create table care (
  key text primary key, shopper text not null, order_id text not null, action text not null,
  result text not null, day text not null, at integer not null
);
create index care_order on care (order_id, at);
create index care_shopper on care (shopper, at);
create table anchors (shopper text primary key, day text not null);
create table sources (digest text not null, good_from integer not null, good_until integer not null);
pragma user_version = ${SCHEMA};
`;
