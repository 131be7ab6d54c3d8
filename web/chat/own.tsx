/** What the shopper can do about a message of theirs, for a while: behind one small button, so that a chat stays one. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { houseNow } from '../shared/clock';
import { Icon } from '../shared/icon';
import type { Chat } from './chat';
import { toLog } from './focus';
import { rank } from './rank';
import type { Line, Say, State } from './types';

/** The house says no later, too. */
const MAY_CHANGE_MS = 15 * 60_000;

/** `answered`: it stands, or the assistant has gone by it; that it can be taken back, or why it cannot, the house says. */
export type OwnLine = 'open' | 'answered' | null;

export function ownOf(line: Line, { lines, holder }: Pick<State, 'lines' | 'holder'>): OwnLine {
  if (!line.own || line.show?.changed === 'deleted' || houseNow() - line.at > MAY_CHANGE_MS) return null;
  const isAnswered = lines.some((one) => one.by === 'person' && rank(one.id) > rank(line.id));
  const isForPerson = line.show?.forPerson === true && line.show.attached === undefined;
  const isOpen = holder.isTheirs && isForPerson && !isAnswered;
  return isOpen ? 'open' : 'answered';
}

type Props = {
  readonly line: Line;
  readonly can: Exclude<OwnLine, null>;
  readonly chat: Chat;
  readonly say: Say;
};

export function OwnDeeds({ line, can, chat, say }: Props) {
  const [isShown, setShown] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const more = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isShown) first.current?.focus();
  }, [isShown]);
  const leave = () => {
    setShown(false);
    more.current?.focus();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'Escape' && isShown) leave();
  };
  return (
    <span class="own">
      {isShown && (
        <>
          {can === 'open' && (
            <button
              ref={first}
              type="button"
              class="plain"
              onKeyDown={onKeyDown}
              onClick={() => {
                setShown(false);
                chat.change(line);
              }}
            >
              {say('changeOwn')}
            </button>
          )}
          <button
            ref={can === 'open' ? null : first}
            type="button"
            class="plain"
            onKeyDown={onKeyDown}
            onClick={() => {
              setShown(false);
              toLog(() => void chat.takeBack(line));
            }}
          >
            {say('takeBack')}
          </button>
        </>
      )}
      <button
        ref={more}
        type="button"
        class="own__more"
        aria-label={say('own')}
        aria-expanded={isShown}
        onKeyDown={onKeyDown}
        onClick={() => setShown(!isShown)}
      >
        <Icon name="more" size="1.125rem" />
      </button>
    </span>
  );
}
