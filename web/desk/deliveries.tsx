/** Deliveries in trouble of all conversations, for admins: why, and sending them again. */

import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Trouble } from '../../lambda/desk/protocol';
import { call } from './api';
import { named, referenceOf, type Say, type Words, whenOf } from './words';

type Props = { readonly words: Words; readonly say: Say; readonly onOut: (isOver: boolean) => void };

export function Deliveries({ words, say, onOut }: Props) {
  const [all, setAll] = useState<readonly Trouble[] | null>(null);
  const [told, setTold] = useState('');
  const read = useCallback(async () => {
    const answered = await call<readonly Trouble[]>('/deliveries');
    if (answered.ok) setAll(answered.value);
    else if (answered.code === 'signed-out') onOut(true);
    else setTold(say(`refused.${answered.code}`));
  }, []);
  useEffect(() => void read(), []);
  const again = async (delivery: string) => {
    const answered = await call('/deliveries/again', { delivery });
    setTold(answered.ok ? say('againDone') : say(`refused.${answered.code}`));
    await read();
  };
  return (
    <main class="page" id="main">
      <h2>{say('place.deliveries')}</h2>
      <p class="soft">{say('deliveriesIntro')}</p>
      <p class="page__told" role="status">
        {told}
      </p>
      {all?.length === 0 && <p class="nothing__what">{say('noTrouble')}</p>}
      <ul class="rows">
        {all?.map(({ id, reference, destination, kind, createdAt, state, why, tries }) => (
          <li class="row" key={id}>
            <div class="row__what">
              <p>
                <strong>{say(`item.${kind}`)}</strong> → {named(say, 'channel', destination)}{' '}
                <span class="mark mark--bad">{say(state === 'unknown' ? 'fate.unknown' : 'fate.failed')}</span>
              </p>
              <p class="soft">
                {whenOf(createdAt, words.locale)}
                {reference && ` · ${referenceOf(reference)}`} · {say('tries', { count: tries })}
              </p>
              {why && <p class="row__why">{why}</p>}
            </div>
            <button type="button" class="button button--small" onClick={() => again(id)}>
              {say('again')}
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
