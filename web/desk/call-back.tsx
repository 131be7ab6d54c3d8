/** A call the shopper wished for: the number shows itself to whoever has the conversation, when they want it. */

import { useState } from 'preact/hooks';
import type { Callable } from '../../lambda/desk/protocol';
import { Icon } from '../shared/icon';
import { type Answered, call } from './api';
import type { Say } from './words';

type Props = { readonly say: Say; readonly id: string; readonly isMine: boolean };

export function CallBack({ say, id, isMine }: Props) {
  const [told, setTold] = useState<Answered<Callable> | null>(null);
  const show = async () => setTold(await call<Callable>(`/hand-offs/${encodeURIComponent(id)}/number`, {}));
  const number = told?.ok ? told.value.number : null;
  return (
    <div class="wish">
      <Icon name="phone" /> {say('wishCall')}
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
    </div>
  );
}
