/** A shopper's orders at the desk: what the shop has of them, what was done about them, and what is done now, once. */

import { type Request, type Response, Router } from 'express';
import { deskKey, type KeptAction } from '../services/care/actions';
import { CARE_KINDS, type CareAction, type CareFile, type CareKind } from '../services/care/care';
import { actionOf, caredOf } from '../services/care/stored';
import { known, leftOf } from '../services/care/used';
import type { Order, Stage } from '../services/commerce/orders';
import type { Done, HandOff } from '../services/hand-off/hand-offs';
import type { Agent } from '../services/sign-in/agents';
import type { Money } from '../vocabulary/values';
import { isOver } from './acts';
import type { Parts } from './parts';
import { isTooMuch, readBody, readHandOff } from './problems';
import type { Closing, Refusal } from './protocol';
import type { DeskOrder, DeskOrders, OrderDeed } from './protocol-orders';
import { bodies, LONGEST } from './read';
import { refuse } from './session';

const NONE: DeskOrders = { orders: [], addresses: [], done: null, isUnsure: false };

export function orderRoutes(parts: Parts): Router {
  const router = Router();
  router.get(
    '/hand-offs/:id/orders',
    parts.guard.agent({ deed: 'saw-orders' }, async (req, res) => {
      const handOff = await readHandOff(req, res, parts);
      if (!handOff) return;
      const locale = typeof req.query.locale === 'string' ? req.query.locale : handOff.locale;
      const file = await parts.earshot.deskCare.file(handOff, locale);
      if (file && !file.ok) return refuse(res, 409, 'shop-away');
      res.json(file ? await shown(handOff, file.value, parts) : NONE);
    }),
  );
  router.post(
    '/hand-offs/:id/order',
    ...parts.body,
    parts.guard.agent({ deed: 'changed-order', what: kindOf }, (req, res, agent) => acted(req, res, { agent, parts })),
  );
  return router;
}

async function shown(handOff: HandOff, { orders, addresses }: CareFile, { earshot }: Parts): Promise<DeskOrders> {
  const { store, deskCare } = earshot;
  const [packet, agents] = await Promise.all([store.handOffs.packet(handOff.id), store.agents.list()]);
  const about = new Set(packet?.orders ?? []);
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  const kept = await Promise.all(orders.map(({ id }) => deskCare.done(handOff, id)));
  const all = orders.map(
    (order, at): DeskOrder => ({
      ...headOf(order, kept[at] ?? []),
      isAbout: about.has(order.id) || about.has(order.number),
      can: CARE_KINDS.filter(
        (kind) => deskCare.can(kind) && FITS[kind].has(order.stage) && isOpenFor(kind, order, kept[at] ?? []),
      ),
      deeds: (kept[at] ?? []).flatMap((one) => deedOf(one, names)),
    }),
  );
  const since = kept.flat().filter((one) => one.startedAt >= handOff.createdAt && one.by.kind === 'agent');
  return {
    orders: [...all.filter(({ isAbout }) => isAbout), ...all.filter(({ isAbout }) => !isAbout)],
    addresses,
    done: closingAfter(
      since
        .filter(({ state }) => state === 'done')
        .toSorted((a, b) => a.startedAt - b.startedAt)
        .at(-1),
      orders,
    ),
    isUnsure: since.some(({ state }) => state !== 'done'),
  };
}

function headOf(order: Order, kept: readonly KeptAction[]) {
  const { id, number, placed, stage, total, lines } = order;
  return {
    ...{ id, number, placed, stage, total },
    lines: lines.map(({ product, quantity, unitPrice }) => ({
      ...{ productId: product.id, title: product.name.title },
      ...{ quantity, unitPrice, left: leftOf(product.id, order, kept) },
    })),
  };
}

const BEFORE: readonly Stage[] = ['placed', 'payment-pending', 'preparing'];
const AFTER: readonly Stage[] = ['shipped', 'out-for-delivery', 'ready-for-pickup', 'delivered', 'unknown'];

/** At which stages a button makes sense; whether it may be done the shop says itself. */
const FITS: Readonly<Record<CareKind, ReadonlySet<Stage>>> = {
  cancel: new Set([...BEFORE, 'shipped', 'out-for-delivery', 'unknown']),
  refund: new Set(AFTER),
  resend: new Set(AFTER),
  return: new Set(AFTER),
  address: new Set([...BEFORE, 'shipped']),
  coupon: new Set([...BEFORE, ...AFTER, 'cancelled', 'returned']),
};

/** What had its remedy gets no other, and an order one coupon. */
function isOpenFor(kind: CareKind, order: Order, kept: readonly KeptAction[]): boolean {
  if (kind === 'address') return true;
  if (kind === 'coupon') return !known(kept).some((action) => action.kind === 'coupon');
  return order.lines.some(({ product }) => leftOf(product.id, order, kept) > 0);
}

function deedOf(kept: KeptAction, names: ReadonlyMap<string, string>): OrderDeed[] {
  const { by, state, startedAt } = kept;
  const action = actionOf(kept.action);
  const name = by.kind === 'agent' ? (names.get(by.id) ?? null) : null;
  const isKnown = state === 'done';
  return action ? [{ kind: action.kind, by: name, at: startedAt, amount: amountOf(action, kept), isKnown }] : [];
}

function amountOf(action: CareAction, { result }: KeptAction): Money | null {
  if ('amount' in action) return action.amount;
  if (action.kind === 'coupon') return action.worth;
  const cared = caredOf(result);
  return cared.kind === 'done' && 'back' in cared.receipt ? (cared.receipt.back?.amount ?? null) : null;
}

/** What closing would say of it. Money that waits for goods, or for somebody's yes, is not refunded. */
const CLOSES: Readonly<Record<CareKind, Done>> = {
  cancel: 'answered',
  refund: 'refunded',
  resend: 'sent-again',
  return: 'answered',
  address: 'answered',
  coupon: 'coupon',
};

function closes({ result }: KeptAction, kind: CareKind): Done {
  const cared = caredOf(result);
  const isPaid = cared.kind === 'done' && cared.receipt.kind === 'cancel' && cared.receipt.how === 'done';
  return isPaid && cared.receipt.back ? 'refunded' : CLOSES[kind];
}

/** What closing would say, from the latest deed; its goods are what it was about. */
function closingAfter(latest: KeptAction | undefined, orders: readonly Order[]): Closing | null {
  const action = latest ? actionOf(latest.action) : null;
  const order = orders.find(({ id }) => id === action?.orderId);
  if (!latest || !action || !order) return null;
  const parts = 'parts' in action && action.parts ? action.parts.map(({ productId }) => productId) : null;
  const titles = order.lines.flatMap(({ product }) =>
    !parts || parts.includes(product.id) ? [product.name.voiceTitle ?? product.name.title] : [],
  );
  return { done: closes(latest, action.kind), topic: titles.join(', ').slice(0, LONGEST.topic) || null };
}

type Acting = { readonly agent: Agent; readonly parts: Parts };

/** Done by whoever has the hand-off, once however often it is sent, and written to the shopper in their name. */
async function acted(req: Request, res: Response, { agent, parts }: Acting): Promise<void> {
  if (isTooMuch(agent, res, parts)) return;
  const body = readBody(bodies.order, req.body, res);
  if (!body) return;
  const { earshot, acts, board } = parts;
  const handOff = await readHandOff(req, res, parts);
  if (!handOff) return;
  if (isOver(handOff)) return refuse(res, 409, 'over');
  if (handOff.agent?.id !== agent.id) return refuse(res, 409, 'not-yours');
  const key = deskKey(`${agent.id}/${body.id}`);
  const action = body.action as CareAction;
  const { remedied, text } = await earshot.deskCare.act({ handOff, agent, action, key });
  board.touch(handOff.id);
  if (remedied.kind !== 'done') return refuse(res, 409, refusalOf(remedied.kind));
  if (text === null) return refuse(res, 409, 'too-late');
  await acts.report({ id: body.id, handOffId: handOff.id, agent }, text);
  res.json({ ok: true });
}

type Failed = Exclude<Awaited<ReturnType<Parts['earshot']['deskCare']['act']>>['remedied']['kind'], 'done'>;

const REFUSALS: Readonly<Record<Failed, Refusal>> = {
  taken: 'done-before',
  'too-much': 'too-much',
  cannot: 'shop-refused',
  refused: 'shop-refused',
  unknown: 'shop-unsure',
  'unknown-order': 'unknown',
  'more-than-paid': 'too-much',
};

function refusalOf(kind: Failed): Refusal {
  return REFUSALS[kind];
}

/** Which kind of deed it is; it is read only when it is done. */
function kindOf(req: Request): unknown {
  const action = bodies.order.safeParse(req.body);
  return action.success ? action.data.action.kind : null;
}
