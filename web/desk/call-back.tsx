/** A call the shopper wished for: the number shows itself to whoever has the conversation, when they want it. */

import { useState } from 'preact/hooks';
import type { Callable } from '../../lambda/desk/protocol';
import { Icon } from '../shared/icon';
import { type Answered, call } from './api';
import type { DetailNow } from './use-detail';
import { type Say, type Words, whenOf } from './words';

type Props = {
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
  /** null: the call is still to be made. */
  readonly calledAt: number | null;
  readonly isMine: boolean;
};

export function CallBack({ words, say, detail, calledAt, isMine }: Props) {
  const id = detail.id ?? '';
  const [told, setTold] = useState<Answered<Callable> | null>(null);
  const show = async () => setTold(await call<Callable>(`/hand-offs/${encodeURIComponent(id)}/number`, {}));
  const number = told?.ok ? told.value.number : null;
  return (
    <div class="wish">
      <Icon name="phone" />{' '}
      {calledAt === null ? say('wishCall') : say('calledAt', { when: whenOf(calledAt, words.locale) })}
      {!isMine && <p class="soft">{say('numberTake')}</p>}
      {isMine && number === null && (
        <button type="button" class="button button--small" onClick={show}>
          {say('numberShow')}
        </button>
      )}
      <p role="status">
        {number && <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a>}
        {told?.ok && number === null && say('numberNone')}
        {told && !told.ok && say(`refused.${told.code}`)}
      </p>
      {isMine && calledAt === null && (
        <button type="button" class="button button--small" onClick={() => detail.act('called', {})}>
          {say('calledNow')}
        </button>
      )}
    </div>
  );
}
