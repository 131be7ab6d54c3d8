/** One deed about an order, before it is done: which goods, how much, where to; and that the shopper is told of it. */

import { useRef, useState } from 'preact/hooks';
import type { DeskOrders } from '../../lambda/desk/protocol-orders';
import type { CareAction, CareKind, WayBack } from '../../lambda/services/care/care';
import { AddressOf, AmountOf, all, type Counts, GoodsOf, none, WayOf, worthOf } from './deed-fields';
import { FormDialog } from './dialog';
import type { Chosen } from './orders';
import { digitsOf, inMinor, named, type Say, type Words } from './words';

type Props = {
  readonly chosen: Chosen;
  readonly addresses: DeskOrders['addresses'];
  readonly words: Words;
  readonly say: Say;
  readonly who: string;
  readonly onCancel: () => void;
  /** `click`: the same however often it is tried. Answers why its end is open; null: it has one. */
  readonly onDo: (action: CareAction, click: string) => Promise<string | null>;
};

/** What each deed asks. */
const ASKS: Readonly<Record<CareKind, { readonly goods: boolean; readonly amount: boolean }>> = {
  cancel: { goods: true, amount: false },
  refund: { goods: true, amount: true },
  resend: { goods: true, amount: false },
  return: { goods: true, amount: true },
  address: { goods: false, amount: false },
  coupon: { goods: false, amount: true },
};

const COUPON_DAYS = 90;

export function OrderDeed({ chosen, addresses, words, say, who, onCancel, onDo }: Props) {
  const { order, kind } = chosen;
  const { currency } = order.total;
  const [counts, setCounts] = useState<Counts>(() => (kind === 'cancel' ? all(order) : none(order)));
  const [typed, setTyped] = useState<string | null>(null);
  const [way, setWay] = useState<WayBack>('label');
  const [addressId, setAddress] = useState(addresses[0]?.id ?? '');
  const [isBusy, setBusy] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  // What may have been done is asked for again as it was.
  const isOpen = why !== null;
  const click = useRef(crypto.randomUUID());
  const asked = useRef<CareAction | null>(null);
  const most = worthOf(order, counts);
  const amount = typed === null ? (kind === 'coupon' ? 0 : most) : inMinor(typed, currency);
  const isWhole = order.lines.every(({ productId, quantity }) => counts[productId] === quantity);
  const hasGoods = Object.values(counts).some((count) => count > 0);
  const { goods, amount: asksAmount } = ASKS[kind];
  const isAmountRight = amount > 0 && (kind === 'coupon' || amount <= most);
  const canDo = !isBusy && (!goods || hasGoods) && (!asksAmount || isAmountRight) && (kind !== 'address' || addressId);
  const action = (): CareAction => {
    const parts = Object.entries(counts).flatMap(([productId, quantity]) =>
      quantity > 0 ? [{ productId, quantity }] : [],
    );
    const money = { minor: amount, currency };
    const orderId = order.id;
    switch (kind) {
      case 'cancel':
        return { kind, orderId, parts: isWhole ? null : parts };
      case 'refund':
        return { kind, orderId, parts, amount: money };
      case 'resend':
        return { kind, orderId, parts };
      case 'return':
        return { kind, orderId, parts, by: way, amount: money };
      case 'address':
        return { kind, orderId, addressId };
      case 'coupon':
        return { kind, orderId, worth: money, days: COUPON_DAYS };
    }
  };
  return (
    <FormDialog
      title={`${named(say, 'deed', kind)}: ${order.number}`}
      deed={say('deedNow')}
      button={{ disabled: !canDo }}
      {...{ say, onCancel }}
      onDo={async () => {
        if (!canDo) return;
        setBusy(true);
        asked.current ??= action();
        const open = await onDo(asked.current, click.current);
        setBusy(false);
        setWhy(open);
      }}
    >
      <fieldset class="deed__fields" disabled={isBusy || isOpen}>
        {goods && <GoodsOf {...{ order, counts, say }} onCounts={setCounts} />}
        {asksAmount && (
          <AmountOf
            {...{ currency, words, say }}
            value={typed ?? digitsOf({ minor: amount, currency }, words.locale)}
            most={kind === 'coupon' ? null : most}
            isWrong={!isAmountRight}
            onType={setTyped}
          />
        )}
        {kind === 'return' && <WayOf {...{ way, say }} onWay={setWay} />}
        {kind === 'address' && <AddressOf {...{ addresses, addressId, say }} onAddress={setAddress} />}
      </fieldset>
      <p class="soft">{say('deedTell', { who })}</p>
      <p class="deed__told" role="alert">
        {why}
      </p>
    </FormDialog>
  );
}
