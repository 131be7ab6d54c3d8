/** What is asked before a deed about an order: which goods, how much, how it goes back, where to. */

import type { DeskOrder, DeskOrders } from '../../lambda/desk/protocol-orders';
import type { WayBack } from '../../lambda/services/care/care';
import { moneyOf, type Say, type Words } from './words';

/** Pieces by product. */
export type Counts = Readonly<Record<string, number>>;

export const all = ({ lines }: DeskOrder): Counts =>
  Object.fromEntries(lines.map(({ productId, left }) => [productId, left]));
export const none = (order: DeskOrder): Counts =>
  order.lines.length === 1 ? all(order) : Object.fromEntries(order.lines.map(({ productId }) => [productId, 0]));

export function worthOf({ lines }: DeskOrder, counts: Counts): number {
  return lines.reduce((sum, { productId, unitPrice }) => sum + unitPrice.minor * (counts[productId] ?? 0), 0);
}

type GoodsProps = {
  readonly order: DeskOrder;
  readonly counts: Counts;
  readonly say: Say;
  readonly onCounts: (counts: Counts) => void;
};

export function GoodsOf({ order, counts, say, onCounts }: GoodsProps) {
  return (
    <fieldset class="choices">
      <legend>{say('deedWhich')}</legend>
      {order.lines.map(({ productId, title, left }) => (
        <label class="choice choice--count" key={productId}>
          <input
            class="field field--count"
            type="number"
            min={0}
            max={left}
            disabled={left === 0}
            value={counts[productId] ?? 0}
            aria-label={title}
            onInput={({ currentTarget: { valueAsNumber } }) =>
              onCounts({ ...counts, [productId]: Math.min(left, Math.max(0, Math.trunc(valueAsNumber || 0))) })
            }
          />
          <span>
            / {left} {title}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type AmountProps = {
  readonly currency: string;
  readonly words: Words;
  readonly say: Say;
  readonly value: string;
  /** Minor units; null: no goods set a limit. */
  readonly most: number | null;
  readonly isWrong: boolean;
  readonly onType: (typed: string) => void;
};

export function AmountOf({ currency, words, say, value, most, isWrong, onType }: AmountProps) {
  return (
    <label class="labelled">
      <span>{say('deedAmount', { currency })}</span>
      <input
        class="field"
        inputMode="decimal"
        value={value}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
        aria-invalid={isWrong}
      />
      {most !== null && (
        <span class={isWrong ? 'field__wrong' : 'soft'}>
          {say('deedMost', { amount: moneyOf({ minor: most, currency }, words.locale) })}
        </span>
      )}
    </label>
  );
}

type WayProps = { readonly way: WayBack; readonly say: Say; readonly onWay: (way: WayBack) => void };

export function WayOf({ way, say, onWay }: WayProps) {
  return (
    <fieldset class="choices">
      <legend>{say('deedWay')}</legend>
      {(['label', 'pick-up'] as const).map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name="way" checked={one === way} onChange={() => onWay(one)} />
          {say(one === 'label' ? 'deedLabel' : 'deedPickUp')}
        </label>
      ))}
    </fieldset>
  );
}

type AddressProps = {
  readonly addresses: DeskOrders['addresses'];
  readonly addressId: string;
  readonly say: Say;
  readonly onAddress: (id: string) => void;
};

export function AddressOf({ addresses, addressId, say, onAddress }: AddressProps) {
  return (
    <fieldset class="choices">
      <legend>{say('deedTo')}</legend>
      {addresses.map(({ id, label, city }) => (
        <label class="choice" key={id}>
          <input type="radio" name="address" checked={id === addressId} onChange={() => onAddress(id)} />
          {label}, {city}
        </label>
      ))}
    </fieldset>
  );
}
