/** What the Alexa app would show as a card, here beside the line it belongs to. */

import type { Show } from '../../lambda/vocabulary/answer';
import { Linked } from './linked';
import type { Say } from './types';

export function Card({ card, say }: { readonly card: NonNullable<Show['card']>; readonly say: Say }) {
  if (card.kind !== 'simple') return <div class="card note">{say('link')}</div>;
  const lines = card.text.split('\n');
  return (
    <div class="card note">
      <p class="note__title">{card.title}</p>
      {lines.map((text) => (
        <p key={text}>
          <Linked text={text} newTab={say('newTab')} />
        </p>
      ))}
    </div>
  );
}
