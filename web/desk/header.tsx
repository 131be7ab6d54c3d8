/** On top: the shop, the places to go, whether one is there for shoppers, and oneself. */

import { useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { Icon } from '../shared/icon';
import { initials } from '../shared/initials';
import { call } from './api';
import type { Place } from './desk';
import { GoingHome } from './going-home';
import type { Bell } from './use-bell';
import type { QueueNow } from './use-queue';
import type { Say, Words } from './words';

type Props = {
  readonly me: Me;
  readonly onMe: (me: Me) => void;
  readonly words: Words;
  readonly say: Say;
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly isPane: boolean;
  /** How many open conversations are one's own. */
  readonly mine: number;
  readonly link: QueueNow['link'];
  readonly bell: Bell;
  readonly onDialog: (dialog: 'shortcuts' | 'account') => void;
};

const PLACES: readonly Place[] = ['work', 'overview', 'team', 'deliveries'];

export function Header({ me, onMe, words, say, place, onPlace, isPane, mine, link, bell, onDialog }: Props) {
  return (
    <header class="top">
      {!isPane && (
        <div class="brand">
          <span class="badge" aria-hidden="true">
            {initials(words.shop)}
          </span>
          <h1>
            {say('title')} <span class="brand__shop">{words.shop}</span>
          </h1>
        </div>
      )}
      {!isPane && me.role === 'admin' && (
        <nav class="places" aria-label={say('places')}>
          {PLACES.map((one) => (
            <button
              key={one}
              type="button"
              class="place"
              aria-current={one === place ? 'page' : undefined}
              onClick={() => onPlace(one)}
            >
              {say(`place.${one}`)}
            </button>
          ))}
        </nav>
      )}
      <p class={`link link--${link}`} role="status">
        {link !== 'open' && (
          <>
            <Icon name="warning" size="1em" /> {say(`link.${link}`)}
          </>
        )}
      </p>
      <div class="top__own">
        <Available {...{ me, onMe, say, mine }} />
        {!isPane && (
          <>
            <button
              type="button"
              class="tool"
              aria-pressed={bell.isLoud}
              aria-label={say('sound')}
              title={say(bell.isLoud ? 'soundOn' : 'soundOff')}
              onClick={() => bell.setLoud(!bell.isLoud)}
            >
              <Icon name={bell.isLoud ? 'bell' : 'mute'} />
            </button>
            <button
              type="button"
              class="tool"
              aria-label={say('shortcuts')}
              title={say('shortcuts')}
              onClick={() => onDialog('shortcuts')}
            >
              <span aria-hidden="true">?</span>
            </button>
            <button type="button" class="self" title={say('account')} onClick={() => onDialog('account')}>
              <Icon name="person" />
              <span class="self__name">{me.name}</span>
            </button>
          </>
        )}
      </div>
    </header>
  );
}

/** Shoppers are told that somebody is there only while this is on and a desk is open. */
function Available({ me, onMe, say, mine }: Pick<Props, 'me' | 'onMe' | 'say' | 'mine'>) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const turn = async () => {
    setAsking(false);
    if (isBusy) return;
    setBusy(true);
    const answered = await call<Me>('/me', { available: !me.isAvailable });
    setBusy(false);
    if (answered.ok) onMe(answered.value);
  };
  const leaves = me.isAvailable && mine > 0;
  return (
    <>
      <button
        type="button"
        class="available"
        role="switch"
        aria-checked={me.isAvailable}
        onClick={leaves ? () => setAsking(true) : turn}
      >
        <span class="available__track" aria-hidden="true">
          <span class="available__knob" />
        </span>
        {say('available')}
      </button>
      {isAsking && <GoingHome {...{ say }} count={mine} onCancel={() => setAsking(false)} onGo={turn} />}
    </>
  );
}
