/** The shopper's orders beside the conversation: what the shop has of them, what was done, and the buttons to do more. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeskOrder, DeskOrders } from '../../lambda/desk/protocol-orders';
import type { CareKind } from '../../lambda/services/care/care';
import { type Code, call } from './api';
import { OrderDeed } from './order-deed';
import type { DetailNow } from './use-detail';
import { dateOf, moneyOf, named, type Say, type Words, whenOf } from './words';

type Props = {
  readonly orders: DeskOrders;
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
  readonly isMine: boolean;
  readonly who: string;
  /** The shop's books may say something else now. */
  readonly onDone: () => void;
};

/** Nobody knows whether it was done. */
const OPEN_ENDED: ReadonlySet<Code> = new Set(['away', 'shop-unsure', 'shop-away', 'too-many']);

/** Older ones are asked about seldom; the shop's own pages have them. */
const MOST_OTHERS = 6;

export type Chosen = { readonly order: DeskOrder; readonly kind: CareKind };

type OrdersNow = { readonly orders: DeskOrders | 'away' | null; readonly refresh: () => void };

/** null: not read yet. `changes`: something happened since, perhaps a deed of a colleague or of the bot. */
export function useOrders(id: string | null, locale: string, changes: number): OrdersNow {
  const [orders, setOrders] = useState<DeskOrders | 'away' | null>(null);
  const read = useCallback(async () => {
    if (!id) return;
    const answered = await call<DeskOrders>(
      `/hand-offs/${encodeURIComponent(id)}/orders?locale=${encodeURIComponent(locale)}`,
    );
    // What was read stays while the network is away, and with it what is being done.
    setOrders((before) => (answered.ok ? answered.value : (before ?? 'away')));
  }, [id, locale]);
  useEffect(() => setOrders(null), [id]);
  useEffect(() => void read(), [read, changes]);
  return { orders, refresh: () => void read() };
}

export function Orders({ orders, words, say, detail, isMine, who, onDone }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [told, setTold] = useState('');
  const about = orders.orders.filter(({ isAbout }) => isAbout);
  const others = orders.orders.filter(({ isAbout }) => !isAbout).slice(0, MOST_OTHERS);
  const each = (order: DeskOrder) => (
    <Order key={order.id} {...{ order, words, say, isMine }} onDo={(kind) => setChosen({ order, kind })} />
  );
  return (
    <section class="part">
      <h3>{say('orders')}</h3>
      {!isMine && <p class="soft">{say('deedTake')}</p>}
      {about.map(each)}
      {others.length > 0 && (
        <details open={about.length === 0}>
          <summary>{say('otherOrders')}</summary>
          {others.map(each)}
        </details>
      )}
      <p class="deed__told" role="status">
        {told}
      </p>
      {chosen && (
        <OrderDeed
          {...{ chosen, words, say, who }}
          addresses={orders.addresses}
          onCancel={() => setChosen(null)}
          onDo={async (action, click) => {
            const answered = await detail.act('order', { action }, click);
            const told = answered.ok ? say('deedDone', { who }) : say(`refused.${answered.code}`);
            onDone();
            // The same click, done again, finds out what became of it.
            if (!answered.ok && OPEN_ENDED.has(answered.code)) return told;
            setTold(told);
            setChosen(null);
            return null;
          }}
        />
      )}
    </section>
  );
}

type OrderProps = {
  readonly order: DeskOrder;
  readonly words: Words;
  readonly say: Say;
  readonly isMine: boolean;
  readonly onDo: (kind: CareKind) => void;
};

function Order({ order, words, say, isMine, onDo }: OrderProps) {
  const { number, placed, stage, total, lines, can, deeds } = order;
  return (
    <div class="order">
      <p class="order__head">
        <strong>{number}</strong> <span class="mark">{named(say, 'order', stage)}</span>
      </p>
      <p class="soft">
        {say('placed', { day: dateOf(placed, words.locale) })} ·{' '}
        {say('deedTotal', { amount: moneyOf(total, words.locale) })}
      </p>
      <ul class="goods">
        {lines.map(({ productId, title, quantity }) => (
          <li key={productId}>
            <span class="goods__count">{quantity} ×</span> {title}
          </li>
        ))}
      </ul>
      {deeds.map(({ kind, by, at, amount, isKnown }) => (
        <p class="deed" key={`${kind} ${at}`}>
          {say(by === null ? 'deedByBot' : 'deedBy', {
            what: [named(say, 'deed', kind), amount ? moneyOf(amount, words.locale) : ''].join(' ').trim(),
            name: by ?? '',
            when: whenOf(at, words.locale),
          })}
          {!isKnown && ` (${say('deedUnsure')})`}
        </p>
      ))}
      {isMine && (
        <div class="deeds deeds--order">
          {can.map((kind) => (
            <button type="button" class="button button--small" key={kind} onClick={() => onDo(kind)}>
              {named(say, 'deed', kind)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
