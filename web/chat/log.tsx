/** The conversation as a list, kept at its end unless the reader went back to read. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shared/icon';
import { Bubble, PendingBubble } from './bubble';
import type { Chat } from './chat';
import { toLog } from './focus';
import { type OwnLine, ownOf } from './own';
import { joinedBy } from './person';
import { rank } from './rank';
import { useSeen } from './seen';
import { dayOf, sameDay } from './times';
import type { Line, Say, State, Words } from './types';

type Props = {
  readonly state: State;
  readonly chat: Chat;
  readonly say: Say;
  readonly words: Words;
  readonly onUnread: (count: number) => void;
};

/** This near to the end counts as reading along. */
const NEAR_PX = 80;

export function Log({ state, chat, say, words, onUnread }: Props) {
  const { box, said, isAtEnd, unread, toEnd, onScroll, keepPlace } = useReading(state, onUnread);
  const lines = state.lines.filter(hasWords);
  useSeen(box, lines, chat);
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${words.shop}` : words.shop;
  }, [unread, words.shop]);
  return (
    <div class="log">
      <div
        class="log__box"
        ref={box}
        onScroll={onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        id="log"
        role="log"
        aria-label={say('log')}
        aria-live={state.ready ? 'polite' : 'off'}
      >
        <Intro state={state} chat={chat} say={say} />
        {state.hasEarlier && <ShowEarlier chat={chat} say={say} onBefore={keepPlace} />}
        <ol class="log__lines" ref={said}>
          {lines.map((line, at) => (
            <Item
              key={line.id}
              line={line}
              before={lines[at - 1]}
              after={lines[at + 1]}
              can={ownOf(line, state)}
              chat={chat}
              say={say}
              locale={words.locale}
            />
          ))}
          {state.pending.map((message) => (
            <PendingBubble key={message.id} message={message} chat={chat} say={say} />
          ))}
        </ol>
        {state.typing && (
          <p class="typing">
            <span class="typing__dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            <span class="unseen">{say('typing')}</span>
          </p>
        )}
      </div>
      {!isAtEnd && (
        <button type="button" class="button button--small log__newest" onClick={toEnd}>
          <Icon name="down" size="1em" />
          {unread > 0 ? `${say('newest')} (${unread})` : <span class="unseen">{say('newestNone')}</span>}
        </button>
      )}
    </div>
  );
}

function useReading({ lines, pending, typing }: State, onUnread: (count: number) => void) {
  const box = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLOListElement>(null);
  const top = useRef(0);
  const [isAtEnd, setAtEnd] = useState(true);
  const [seen, setSeen] = useState('');
  const answers = lines.filter(({ by }) => by !== 'shopper');
  const last = lines.at(-1)?.id ?? '';
  const [first] = lines;
  const below = useRef<number | null>(null);
  const unread = seen === '' ? 0 : answers.length - 1 - answers.findLastIndex(({ id }) => rank(id) <= rank(seen));
  const toEnd = () => {
    const { current } = box;
    if (current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(() => {
    if (isAtEnd) toEnd();
  }, [last, pending.length, typing]);
  // Whoever reads goes on where they were, whatever comes in above.
  useLayoutEffect(() => {
    const { current } = box;
    if (current && below.current !== null) current.scrollTop = current.scrollHeight - below.current;
    below.current = null;
  }, [first?.id]);
  useLayoutEffect(() => {
    const watched = box.current && new ResizeObserver(() => isAtEnd && toEnd());
    if (box.current) watched?.observe(box.current);
    // A picture has its height once it is there.
    if (said.current) watched?.observe(said.current);
    return () => watched?.disconnect();
  }, [isAtEnd]);
  useEffect(() => {
    const look = () => {
      if (isAtEnd && document.visibilityState === 'visible') setSeen(last);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [isAtEnd, last]);
  useEffect(() => onUnread(unread), [unread, onUnread]);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    // What grows below leaves the box where it was: that is nobody's wish.
    const isLeft = scrollTop < top.current;
    top.current = scrollTop;
    setAtEnd((was) => isNear || (was && !isLeft));
  };
  const keepPlace = () => {
    const { scrollHeight = 0, scrollTop = 0 } = box.current ?? {};
    below.current = scrollHeight - scrollTop;
  };
  return { box, said, isAtEnd, unread, toEnd, onScroll, keepPlace };
}

type EarlierProps = Pick<Props, 'chat' | 'say'> & { readonly onBefore: () => void };

/** Above the first line, as long as more was said. */
function ShowEarlier({ chat, say, onBefore }: EarlierProps) {
  const [isBusy, setBusy] = useState(false);
  const show = async () => {
    setBusy(true);
    onBefore();
    await chat.earlier();
    setBusy(false);
  };
  return (
    <button
      type="button"
      class="button button--small log__earlier"
      aria-disabled={isBusy}
      onClick={() => !isBusy && toLog(() => void show())}
    >
      {say('earlier')}
    </button>
  );
}

/** That a speaker was opened, or heard nothing, is not said by anybody. */
function hasWords({ by, channel, show }: Line): boolean {
  return by !== 'shopper' || channel !== 'alexa' || show?.meant !== undefined;
}

type ItemProps = {
  readonly line: Line;
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  readonly can: OwnLine;
  readonly chat: Chat;
  readonly say: Say;
  readonly locale: string;
};

function Item({ line, before, after, can, chat, say, locale }: ItemProps) {
  const isNewDay = !before || !sameDay(before.at, line.at);
  return (
    <>
      {isNewDay && (
        <li class="day">
          <time dateTime={new Date(line.at).toISOString().slice(0, 10)}>{dayOf(line.at, locale)}</time>
        </li>
      )}
      <Bubble line={line} isLast={!isTogether(line, after)} can={can} chat={chat} say={say} locale={locale} />
    </>
  );
}

/** One breath of one speaker shows its time once. */
function isTogether(line: Line, next: Line | undefined): boolean {
  return next !== undefined && next.by === line.by && next.channel === line.channel && next.at - line.at < 60_000;
}

function Intro({ state, chat, say }: Pick<Props, 'state' | 'chat' | 'say'>) {
  const isEmpty = state.ready && state.lines.length === 0 && state.pending.length === 0 && state.who !== 'refused';
  const person = joinedBy(state, say);
  const examples = (['try1', 'try2', 'try3'] as const).map((key) => say(key));
  return (
    <div class="intro">
      <p>{say('intro')}</p>
      {person && <p>{person}</p>}
      {isEmpty && (
        <>
          <p class="intro__try" id="try">
            {say('try')}
          </p>
          <ul class="intro__examples" aria-labelledby="try">
            {examples.map((text) => (
              <li key={text}>
                <button type="button" class="button" onClick={() => toLog(() => chat.send(text))}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
