/** The packet at a glance: what is known without reading it all. */

import type { ComponentChildren } from 'preact';
import type { Me, ShownPacket } from '../../lambda/desk/protocol';
import { CallBack } from './call-back';
import { Contacts } from './contacts';
import { standingOf } from './deeds';
import { Notes } from './notes';
import { Orders, useOrders } from './orders';
import { Others } from './others';
import { Tags } from './tags';
import type { DetailNow } from './use-detail';
import { dateOf, languageOf, named, type Say, type Words, whenOf } from './words';

type Props = {
  readonly me: Me;
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
  readonly onChoose: (id: string) => void;
};

export function Facts({ me, words, say, detail, onChoose }: Props) {
  const shown = detail.detail;
  const { orders, refresh } = useOrders(shown ? detail.id : null, words.locale, detail.changes);
  const isRead = orders !== null && orders !== 'away' && orders.orders.length > 0;
  const who = shown?.packet?.shopper.name ?? say('guest');
  return (
    <aside class="facts" aria-label={say('facts')}>
      {shown?.handOff.wish === 'call-back' && (
        <CallBack
          key={`${detail.id} call`}
          {...{ words, say, detail }}
          wanted={shown.handOff.call}
          calledAt={shown.marks.calledAt}
          isMine={standingOf(shown, me) === 'mine'}
        />
      )}
      {shown?.packet && <Packet packet={shown.packet} words={words} say={say} hasOrders={isRead} />}
      {shown && isRead && (
        <Orders
          key={`${detail.id} orders`}
          {...{ orders, words, say, detail, who }}
          isMine={standingOf(shown, me) === 'mine'}
          onDone={refresh}
        />
      )}
      {shown && !shown.packet && <p class="part soft">{say('noPacket')}</p>}
      {shown && <Tags key={`${detail.id} tags`} tags={shown.marks.tags} {...{ say, detail }} />}
      {shown && <Notes key={detail.id} notes={shown.notes} {...{ me, words, say, detail }} />}
      {shown && shown.others.length > 0 && <Others others={shown.others} {...{ words, say, onChoose }} />}
      {shown && (
        <Contacts
          key={`${detail.id} contacts`}
          {...{ say }}
          contacts={shown.contacts}
          id={shown.handOff.id}
          isMine={standingOf(shown, me) === 'mine'}
        />
      )}
      {shown?.packet && <Shopper packet={shown.packet} words={words} say={say} />}
    </aside>
  );
}

type PacketProps = {
  /** The shop shows them itself. */
  readonly hasOrders: boolean;
  readonly packet: ShownPacket;
  readonly words: Words;
  readonly say: Say;
};

function Packet({ packet, words, say, hasOrders }: PacketProps) {
  const { summary, openQuestion, notUnderstood, lines } = packet;
  return (
    <>
      {summary.length > 0 && (
        <Part title={say('summary')}>
          <ul class="plainList">
            {summary.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Part>
      )}
      {openQuestion && (
        <Part title={say('openQuestion')}>
          <blockquote class="quote">{openQuestion.text}</blockquote>
        </Part>
      )}
      {notUnderstood.length > 0 && (
        <Part title={say('notUnderstood')}>
          <ul class="plainList">
            {notUnderstood.map((text, at) => (
              <li key={at} class="quote quote--missed">
                {named(say, 'intent', text)}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {!hasOrders && <OrdersThen packet={packet} words={words} say={say} />}
      {lines.length > 0 && (
        <Part title={say('goods')}>
          <Goods lines={lines} />
        </Part>
      )}
    </>
  );
}

function Shopper({ packet, words, say }: Omit<PacketProps, 'hasOrders'>) {
  const { shopper, channels, answerTo } = packet;
  return (
    <Part title={say('shopper')}>
      <dl class="pairs">
        <Pair name={say('nameOf')}>{shopper.name ?? say(shopper.guest ? 'guest' : 'unnamed')}</Pair>
        <Pair name={say('pseudonym')}>
          <code>{shopper.id}</code>
        </Pair>
        <Pair name={say('language')}>{languageOf(packet.locale, words.locale)}</Pair>
        <Pair name={say('trail')}>{channels.map((one) => named(say, 'channel', one)).join(' → ')}</Pair>
        <Pair name={say('answerTo')}>{named(say, 'channel', answerTo ?? 'web')}</Pair>
        <Pair name={say('since')}>{whenOf(packet.createdAt, words.locale)}</Pair>
      </dl>
    </Part>
  );
}

/** What the shop knew of the orders as it was handed over; the numbers alone where it could not be asked. */
function OrdersThen({ packet, words, say }: Omit<PacketProps, 'hasOrders'>) {
  const { orders, about } = packet;
  if (orders.length === 0) return null;
  return (
    <Part title={say('orders')}>
      {about.length === 0 && <p>{orders.join(', ')}</p>}
      {about.map(({ number, placed, state, lines }) => (
        <div class="order" key={number}>
          <p class="order__head">
            <strong>{number}</strong> <span class="mark">{named(say, 'order', state)}</span>
          </p>
          <p class="soft">{say('placed', { day: dateOf(placed, words.locale) })}</p>
          <Goods lines={lines} />
        </div>
      ))}
    </Part>
  );
}

function Goods({ lines }: { readonly lines: readonly { readonly title: string; readonly quantity: number }[] }) {
  return (
    <ul class="goods">
      {lines.map(({ title, quantity }) => (
        <li key={title}>
          <span class="goods__count">{quantity} ×</span> {title}
        </li>
      ))}
    </ul>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="part">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Pair({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
