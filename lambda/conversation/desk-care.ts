/** What a person at the desk does about a shopper's order: asked of the same service as the bot, told to the shopper in their name. */

import { didForShopper } from '../intents/parts/desk-care';
import type { Voice } from '../language/speech/say';
import type { CareAction, CareCall, CareFile, CareReceipt } from '../services/care/care';
import type { Remedied, Remedies } from '../services/care/remedies';
import { worthOf } from '../services/care/worth';
import { type Call, callWithin, type Result } from '../services/commerce/call';
import type { Order } from '../services/commerce/orders';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Agent } from '../services/sign-in/agents';
import { sayAlone } from './words';

export type DeskRemediesNeeds = {
  readonly remedies: Remedies;
  readonly voice: Voice;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** `key`: the same however often it is tried. */
export type DeskDeed = {
  readonly handOff: HandOff;
  readonly agent: Agent;
  readonly action: CareAction;
  readonly key: string;
};

export type DeskDone = {
  readonly remedied: Remedied | { readonly kind: 'unknown-order' | 'more-than-paid' };
  /** What the shopper is to read of it, in their language; null: nothing was done. */
  readonly text: string | null;
};

export type DeskRemedies = {
  /** null: a guest's, or a platform that cannot tell. In the language of whoever looks. */
  file(handOff: HandOff, locale: string): Promise<Result<CareFile> | null>;
  /** Every action about these orders that was not refused. */
  done(handOff: HandOff, orderId: string): ReturnType<Remedies['done']>;
  can: Remedies['can'];
  act(deed: DeskDeed): Promise<DeskDone>;
};

/** A person waits for it at a page, not at a speaker. */
const PATIENCE_MS = 10_000;

export function createDeskRemedies(needs: DeskRemediesNeeds): DeskRemedies {
  const { remedies } = needs;
  const callFor = (handOff: HandOff, locale: string): CareCall | null => {
    const shopperId = shopperIn(handOff.conversationId);
    const call: Call = callWithin(PATIENCE_MS, { locale, now: needs.now });
    return shopperId === null ? null : { ...call, shopperId };
  };
  return {
    can: remedies.can,
    async file(handOff, locale) {
      const call = callFor(handOff, locale);
      return call && remedies.file(call);
    },
    async done(handOff, orderId) {
      const call = callFor(handOff, handOff.locale);
      return call ? remedies.done(orderId, call) : [];
    },
    async act({ handOff, agent, action, key }) {
      const call = callFor(handOff, handOff.locale);
      const file = call && (await remedies.file(call));
      const order = file?.ok ? file.value.orders.find(({ id }) => id === action.orderId) : undefined;
      if (!call || !file?.ok || !order) return { remedied: { kind: 'unknown-order' }, text: null };
      if (!isWithin(action, order)) return { remedied: { kind: 'more-than-paid' }, text: null };
      const remedied = await remedies.act(
        {
          ...{ action, order, key, conversationId: handOff.conversationId, by: { kind: 'agent', id: agent.id } },
          ...(agent.role === 'admin' ? { isUnlimited: true as const } : {}),
        },
        call,
      );
      const text =
        remedied.kind === 'done'
          ? deedText({ action, receipt: remedied.receipt, order, file: file.value }, handOff.locale, needs.voice)
          : null;
      // Whoever clicked sees at once that nothing was done.
      if (text === null && (remedied.kind === 'done' || remedied.kind === 'refused')) await remedies.tell(key);
      return { remedied, text };
    },
  };
}

/** Nobody gets back more than was paid for these goods, or more of them than were bought. */
function isWithin(action: CareAction, order: Order): boolean {
  const bought = new Map(order.lines.map(({ product, quantity }) => [product.id, quantity]));
  const parts = 'parts' in action && action.parts ? action.parts : [];
  const areBought = parts.every(({ productId, quantity }) => quantity > 0 && quantity <= (bought.get(productId) ?? 0));
  if (!areBought || new Set(parts.map(({ productId }) => productId)).size < parts.length) return false;
  if (action.kind !== 'refund' && action.kind !== 'return') return true;
  const most = worthOf(order, parts);
  return action.amount.minor > 0 && action.amount.minor <= most.minor && action.amount.currency === most.currency;
}

/** Who a conversation belongs to; null: a guest. */
function shopperIn(conversationId: string): string | null {
  return /^shopper:([^/]+)/.exec(conversationId)?.[1] ?? null;
}

type DeedDone = {
  readonly action: CareAction;
  readonly receipt: CareReceipt;
  readonly order: Order;
  readonly file: CareFile;
};

/** What the shopper reads of it, from whoever did it; null: nothing came of it. */
export function deedText({ action, receipt, order, file }: DeedDone, locale: string, voice: Voice): string | null {
  const to = action.kind === 'address' ? action.addressId : null;
  const place = file.addresses.find(({ id }) => id === to)?.label ?? '';
  const said = didForShopper({ action, receipt, order, place });
  return said.length === 0 ? null : sayAlone({ replies: said }, { locale }, voice).speech.text;
}
