/** What is said beside the goods of an order: where to, when, wrapped how. What cannot be done is said, never dropped. */

import * as z from 'zod/mini';
import type { Address } from '../../services/commerce/account';
import { plainLetters } from '../../vocabulary/letters';
import { LINES } from '../../vocabulary/lines';
import type { Reply } from '../../vocabulary/outcome';
import { replies, type ShopperScene } from '../kit/define';
import { echo } from '../kit/echo';
import { MENTION } from '../kit/state';

export type Asides = {
  readonly to?: { readonly said: string; readonly ids: readonly string[] };
  /** A day was named; the shop chooses it. */
  readonly day?: true;
  /** A value of the slot type Extra. */
  readonly extra?: string;
  /** Words that nobody could place. */
  readonly left?: string;
  /** Goods beyond the most that one order takes. */
  readonly beyond?: string;
  /** Goods that are not wanted: "but no tea". */
  readonly refused?: string;
};

export const ASIDES = z.object({
  to: z.optional(MENTION),
  day: z.optional(z.literal(true)),
  extra: z.optional(z.string()),
  left: z.optional(z.string()),
  beyond: z.optional(z.string()),
  refused: z.optional(z.string()),
});

export const ASIDES_SAYS = {
  noDay: {},
  noGift: {},
  noNote: {},
  noCoupon: {},
  noAddress: { said: 'name' },
  without: { said: 'name' },
  mostLines: { count: 'number', said: 'name' },
} as const;
const say = replies('Reorder', ASIDES_SAYS);

/** One of the shopper's addresses, by its label or by what it is; null: none of theirs. */
export function addressFor(to: NonNullable<Asides['to']>, { shopper }: ShopperScene): Address | null {
  const wanted = plain(to.said);
  const all = [shopper.address, ...shopper.otherAddresses];
  return all.find(({ label }) => to.ids.includes(label) || ` ${wanted} `.includes(` ${bare(label)} `)) ?? null;
}

/** What has to be said of all this before the total. */
export function asides(wish: Asides, scene: ShopperScene): readonly Reply[] {
  const { to, day, beyond, refused } = wish;
  const most = { type: 'number', number: LINES.length } as const;
  return [
    ...(refused ? [say('without', { said: echo({ said: refused }, scene) })] : []),
    ...(beyond ? [say('mostLines', { count: most, said: echo({ said: beyond }, scene) })] : []),
    ...(to && !addressFor(to, scene) ? [say('noAddress', { said: echo(to, scene) })] : []),
    ...(day ? [say('noDay')] : []),
    ...extras(wish.extra),
  ];
}

function extras(extra: string | undefined): readonly Reply[] {
  switch (extra) {
    case 'gift':
      return [say('noGift')];
    case 'note':
      return [say('noNote')];
    case 'coupon':
      return [say('noCoupon')];
    default:
      return [];
  }
}

function plain(text: string): string {
  return plainLetters(text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A label without the small word before it: "the studio". */
function bare(label: string): string {
  return plain(label).replace(/^\p{L}{1,3} (?=\p{L})/u, '');
}

/** Those of a wish, without its goods. */
export function asidesIn({ to, day, extra, left, beyond, refused }: Asides): Asides {
  return {
    ...(to ? { to } : {}),
    ...(day ? { day } : {}),
    ...(extra ? { extra } : {}),
    ...(left ? { left } : {}),
    ...(beyond ? { beyond } : {}),
    ...(refused ? { refused } : {}),
  };
}

/** What this very turn said besides, and nobody could place. */
export function leftOver({ turn }: ShopperScene): string | undefined {
  const left = turn.heard.kind === 'intent' && turn.heard.intent === 'Reorder' ? (turn.heard.manner?.left ?? []) : [];
  return left.length > 0 ? left.join(' ') : undefined;
}
