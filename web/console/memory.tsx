/** What the house remembers of this conversation, and the orders of its shopper. */

import type { ShownOrder, Told } from '../../lambda/console/protocol';
import { Document } from './json';

export function Memory({ told }: { readonly told: Told }) {
  const { memory, orders } = told;
  return (
    <>
      {memory ? <Remembered memory={memory} /> : <p class="behind__empty">Nothing is remembered yet.</p>}
      <Orders orders={orders} />
      {memory && <Document title="All of it" value={memory} open={['questions', 'topic']} />}
    </>
  );
}

function Remembered({ memory }: { readonly memory: NonNullable<Told['memory']> }) {
  const { questions, topic, misses, visits, owner, handOff } = memory;
  const about = topic.product?.voiceTitle ?? topic.product?.title ?? topic.orderId ?? topic.productId;
  return (
    <section class="block">
      <h3>Remembered</h3>
      <dl class="facts">
        <dt>Questions</dt>
        <dd>
          {questions.length === 0
            ? 'none is open'
            : questions.map(({ question, at }) => <code key={`${question.id} ${at}`}>{question.id}</code>)}
        </dd>
        <dt>Talking about</dt>
        <dd>{about ?? 'nothing'}</dd>
        <dt>Owner</dt>
        <dd>{owner === 'human' ? `a person, reference ${handOff?.reference ?? ''}` : 'the program'}</dd>
        <dt>Not understood</dt>
        <dd>
          {misses.inARow} in a row, {misses.inAll} in all, {misses.silences} silences
        </dd>
        <dt>Visits</dt>
        <dd>{visits}</dd>
      </dl>
    </section>
  );
}

function Orders({ orders }: { readonly orders: readonly ShownOrder[] | null }) {
  return (
    <section class="block">
      <h3>Orders</h3>
      {orders === null ? (
        <p class="block__none">The shop tells none: nobody is linked, or it does not answer.</p>
      ) : orders.length === 0 ? (
        <p class="block__none">No orders yet.</p>
      ) : (
        <ul class="orders">
          {orders.map(({ number, placed, stage, lines, total }) => (
            <li class="order" key={number}>
              <p>
                {lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(', ')}
                <span class="order__total">{total}</span>
              </p>
              <p class="order__foot">
                {number} · {placed} <span class="chip">{stage.replaceAll('-', ' ')}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
