/** A call the shopper wished for: the number shows itself to whoever has the conversation, when they want it. */

import { useState } from 'preact/hooks';
import type { Callable } from '../../lambda/desk/protocol';
import type { CallWindow } from '../../lambda/vocabulary/call-window';
import { Icon } from '../shared/icon';
import { type Answered, call } from './api';
import type { DetailNow } from './use-detail';
import { betweenOf, type Say, type Words, whenOf } from './words';

type Props = {
  readonly words: Words;
  readonly say: Say;
  readonly detail: DetailNow;
  /** When it suits the shopper; null: at any time. */
  readonly wanted: CallWindow | null;
  /** null: the call is still to be made. */
  readonly calledAt: number | null;
  readonly isMine: boolean;
};

export function CallBack({ words, say, detail, wanted, calledAt, isMine }: Props) {
  const id = detail.id ?? '';
  const [told, setTold] = useState<Answered<Callable> | null>(null);
  const show = async () => setTold(await call<Callable>(`/hand-offs/${encodeURIComponent(id)}/number`, {}));
  const number = told?.ok ? told.value.number : null;
  return (
    <div class="wish">
      <Icon name="phone" />{' '}
      {calledAt === null ? wishedFor(wanted, words, say) : say('calledAt', { when: whenOf(calledAt, words.locale) })}
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

/** On the clock of whoever sits there. */
function wishedFor(wanted: CallWindow | null, words: Words, say: Say): string {
  return wanted ? say('callWanted', { when: betweenOf(wanted, words.locale) }) : say('wishCall');
}
