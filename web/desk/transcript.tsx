/** What was said, when and where, and what became of each reply; kept at its end unless the reader went back to read. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { DeskLine, Detail } from '../../lambda/desk/protocol';
import { Icon, type IconName } from '../shared/icon';
import { dayOf, named, type Say, timeOf, type Words } from './words';

type Props = {
  readonly shown: Detail;
  readonly words: Words;
  readonly say: Say;
  readonly who: string;
  readonly onAgain: (delivery: string) => void;
};

/** This near to the end counts as reading along. */
const NEAR_PX = 80;

export function Transcript({ shown, words, say, who, onAgain }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const height = useRef(0);
  const last = shown.lines.at(-1)?.id;
  const toEnd = () => {
    const { current } = box;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(toEnd, [last, shown.handOff.state]);
  useLayoutEffect(() => {
    const watched = new ResizeObserver(() => {
      height.current = box.current?.clientHeight ?? 0;
      toEnd();
    });
    if (box.current) watched.observe(box.current);
    return () => watched.disconnect();
  }, []);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    // A box that changes its size scrolls by itself: that is nobody's wish.
    if (clientHeight === height.current) isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
  };
  const entries = inOrder(shown, say);
  return (
    <div
      class="log"
      ref={box}
      role="log"
      aria-label={say('transcript')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      onScroll={onScroll}
    >
      <ol class="log__lines">
        {entries.map(({ at, line, mark }, place) => {
          const before = entries[place - 1];
          const isNewDay = !before || new Date(before.at).toDateString() !== new Date(at).toDateString();
          return (
            <>
              {isNewDay && (
                <li class="day" key={`day-${at}`}>
                  {dayOf(at, words.locale)}
                </li>
              )}
              {mark && (
                <li class="divider" key={mark}>
                  <span>
                    {mark} · {timeOf(at, words.locale)}
                  </span>
                </li>
              )}
              {line && (
                <Line
                  key={line.id}
                  {...{ line, words, say, who, onAgain }}
                  isFollowed={isTogether(line, entries[place + 1]?.line)}
                />
              )}
            </>
          );
        })}
      </ol>
    </div>
  );
}

type Entry = { readonly at: number; readonly line?: DeskLine; readonly mark?: string };

/** The lines, and between them when it came to the team, who took it, and how it ended. */
function inOrder({ handOff, lines }: Detail, say: Say): readonly Entry[] {
  const { agent, createdAt, acceptedAt, endedAt } = handOff;
  const all: Entry[] = lines.map((line) => ({ at: line.at, line }));
  const put = (at: number, mark: string, isAfter: (line: DeskLine) => boolean) => {
    const place = all.findIndex(({ line }) => line !== undefined && isAfter(line));
    all.splice(place < 0 ? all.length : place, 0, { at, mark });
  };
  // The answer that passes it on belongs before; what a person or the house says of it belongs after.
  put(createdAt, say('mark.passed'), ({ at, channel }) => at > createdAt + ANSWERED_WITHIN_MS || isAtDesk(at, channel));
  if (acceptedAt)
    put(
      acceptedAt,
      say('mark.taken', { name: agent?.name ?? '' }),
      ({ at, channel }) => at > acceptedAt || (at === acceptedAt && channel === 'desk'),
    );
  if (endedAt)
    put(
      endedAt,
      endOf(handOff, say),
      ({ at, by, channel }) => at > endedAt || (at === endedAt && by === 'bot' && channel === 'desk'),
    );
  return all;

  function isAtDesk(at: number, channel: string): boolean {
    return at >= createdAt && channel === 'desk';
  }
}

/** The words that pass it on are written a moment after it is begun. */
const ANSWERED_WITHIN_MS = 1_000;

function endOf({ state, done }: Detail['handOff'], say: Say): string {
  if (state === 'failed') return say('mark.failed');
  return done ? `${say('mark.closed')}: ${named(say, 'done', done)}` : say('mark.returned');
}

function isTogether(line: DeskLine, next: DeskLine | undefined): boolean {
  const isSame = next?.by === line.by && next.channel === line.channel && next.name === line.name;
  return isSame && next.at - line.at < 60_000;
}

type LineProps = Omit<Props, 'shown'> & { readonly line: DeskLine; readonly isFollowed: boolean };

function Line({ line, words, say, who, onAgain, isFollowed }: LineProps) {
  const name = line.by === 'shopper' ? who : line.by === 'bot' ? say('bot') : (line.name ?? say('colleague'));
  const isSpoken = line.channel === 'alexa';
  return (
    <li class={`line line--${line.by}${isFollowed ? '' : ' line--last'}`}>
      <div class="bubble">
        <span class="unseen">{name}: </span>
        {wordsIn(line, say)}
      </div>
      {line.isMissed && line.meant === null && (
        <p class="line__missed">
          <Icon name="warning" size="1em" /> {say('missed')}
        </p>
      )}
      {(!isFollowed || line.sent) && (
        <p class="line__foot">
          {!isFollowed && (
            <>
              <span aria-hidden="true">{name} · </span>
              {isSpoken && <Icon name="speaker" size="1em" />}{' '}
              {line.channel !== 'desk' && `${named(say, 'channel', line.channel)} · `}
              <time dateTime={new Date(line.at).toISOString()}>{timeOf(line.at, words.locale)}</time>
            </>
          )}
          {line.sent && !isFollowed && <span aria-hidden="true"> · </span>}
          {line.sent && <Fate sent={line.sent} say={say} onAgain={onAgain} />}
        </p>
      )}
    </li>
  );
}

/** A speaker sends no words: what was meant is told instead. */
function wordsIn({ by, channel, text, meant }: DeskLine, say: Say): ComponentChildren {
  if (by !== 'shopper' || channel !== 'alexa' || !meant) return named(say, 'event', text);
  const slots = Object.values(meant.slots).join(', ');
  return (
    <>
      <span class="meant">{named(say, 'intent', meant.intent)}</span>
      {slots && ` “${slots}”`}
    </>
  );
}

const FATES: Readonly<Record<string, IconName>> = {
  failed: 'warning',
  unknown: 'warning',
  read: 'check',
  delivered: 'check',
};

type FateProps = Pick<Props, 'say' | 'onAgain'> & { readonly sent: NonNullable<DeskLine['sent']> };

function Fate({ sent, say, onAgain }: FateProps) {
  const { fate, to, delivery } = sent;
  const isBad = fate === 'failed' || fate === 'unknown';
  const icon = FATES[fate];
  return (
    <span class={`fate${isBad ? ' fate--bad' : ''}`}>
      {icon && <Icon name={icon} size="1em" />} {say(`fate.${fate}`)}
      {to && ` · ${named(say, 'channel', to)}`}
      {isBad && delivery && (
        <button type="button" class="plain" onClick={() => onAgain(delivery)}>
          {say('again')}
        </button>
      )}
    </span>
  );
}
