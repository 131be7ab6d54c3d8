/** What was said, by days, with what happened in between; kept at its end unless the reader went back to read. */

import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Detail } from '../../lambda/desk/protocol';
import type { DeskLine } from '../../lambda/desk/protocol-lines';
import { Line, type WordsDeed } from './line';
import type { EarlierNow } from './use-earlier';
import { translationKey } from './use-translation';
import { dayOf, named, type Say, timeOf, type Words } from './words';

type Props = {
  readonly shown: Detail;
  readonly words: Words;
  readonly say: Say;
  readonly who: string;
  readonly onAgain: (delivery: string) => void;
  readonly onDeed: (deed: WordsDeed) => void;
  readonly translated: ReadonlyMap<string, string>;
  readonly earlier: EarlierNow;
  /** Where what was looked for stands; null: nothing was. */
  readonly sought: string | null;
};

/** This near to the end counts as reading along. */
const NEAR_PX = 80;

export function Transcript({ shown, words, say, who, onAgain, onDeed, translated, earlier, sought }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const height = useRef(0);
  const top = useRef(0);
  const said = useRef<HTMLOListElement>(null);
  const [first, last] = [shown.lines[0]?.id, shown.lines.at(-1)?.id];
  const place = useReadersPlace(box, first);
  const toEnd = () => {
    const { current } = box;
    if (current && isAtEnd.current) current.scrollTop = current.scrollHeight;
  };
  useLayoutEffect(toEnd, [last, shown.handOff.state, translated]);
  useLayoutEffect(() => {
    if (sought === null) return;
    isAtEnd.current = false;
    const bubble = document.getElementById(`line-${sought}`);
    bubble?.scrollIntoView({ block: 'center' });
    bubble?.focus({ preventScroll: true });
  }, [sought]);
  useLayoutEffect(() => {
    const watched = new ResizeObserver(() => {
      height.current = box.current?.clientHeight ?? 0;
      toEnd();
    });
    if (box.current) watched.observe(box.current);
    // A picture has its height once it is there.
    if (said.current) watched.observe(said.current);
    return () => watched.disconnect();
  }, []);
  const onScroll = () => {
    const { scrollHeight = 0, scrollTop = 0, clientHeight = 0 } = box.current ?? {};
    const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    // A box that changes its size scrolls by itself, and what grows below leaves it where it was: that is nobody's wish.
    const isWished = clientHeight === height.current && scrollTop < top.current;
    isAtEnd.current = isNear || (isAtEnd.current && !isWished);
    top.current = scrollTop;
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
      aria-busy={earlier.isBusy}
    >
      <ShowEarlier {...{ say, earlier, box }} onBefore={place.keep} />
      <ol class="log__lines" ref={said}>
        {entries.map(({ at, line, mark }, nth) => {
          const before = entries[nth - 1];
          const isNewDay = !before || new Date(before.at).toDateString() !== new Date(at).toDateString();
          return (
            <>
              {isNewDay && (
                <li class="day" key={`day-${at}`}>
                  {dayOf(at, words.locale)}
                </li>
              )}
              {mark && (
                <li class="divider" key={`${mark}-${at}`}>
                  <span>
                    {mark} · {timeOf(at, words.locale)}
                  </span>
                </li>
              )}
              {line && (
                <Line
                  key={line.id}
                  {...{ line, words, say, who, onAgain, onDeed }}
                  translated={translated.get(translationKey(line))}
                  isFollowed={isTogether(line, entries[nth + 1]?.line)}
                  isSought={line.id === sought}
                />
              )}
            </>
          );
        })}
      </ol>
    </div>
  );
}

/** Whoever reads goes on where they were, whatever comes in above. */
function useReadersPlace(box: RefObject<HTMLDivElement | null>, first: string | undefined) {
  const kept = useRef<{ readonly id: string; readonly top: number } | null>(null);
  const topOf = (id: string) => document.getElementById(`line-${id}`)?.getBoundingClientRect().top ?? 0;
  useLayoutEffect(() => {
    if (kept.current && box.current) box.current.scrollTop += topOf(kept.current.id) - kept.current.top;
    kept.current = null;
  }, [first]);
  return { keep: () => (kept.current = first === undefined ? null : { id: first, top: topOf(first) }) };
}

type ShowEarlierProps = Pick<Props, 'say' | 'earlier'> & {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly onBefore: () => void;
};

/** Above the oldest line on the page, as long as there are older ones. */
function ShowEarlier({ say, earlier, box, onBefore }: ShowEarlierProps) {
  const { hasMore, isBusy, refused, more } = earlier;
  const [isShown, setShown] = useState(false);
  const show = async () => {
    await more(onBefore);
    setShown(true);
  };
  // The last time the button goes: reading goes on by keyboard where it stood.
  useLayoutEffect(() => {
    if (isShown && !hasMore) box.current?.focus({ preventScroll: true });
  }, [isShown, hasMore]);
  return (
    <>
      {hasMore && (
        <button
          type="button"
          class="log__more button button--small"
          aria-disabled={isBusy}
          onClick={() => !isBusy && show()}
        >
          {say('earlierShow')}
        </button>
      )}
      <p class={refused ? 'log__more soft' : 'unseen'} role="status">
        {refused ? say(`refused.${refused}`) : isShown && !isBusy ? say('earlierShown') : ''}
      </p>
    </>
  );
}

type Entry = { readonly at: number; readonly line?: DeskLine; readonly mark?: string };

/** The lines, and between them when each hand-off came to the team, who took it, and how it ended. */
function inOrder({ handOff, others, lines }: Detail, say: Say): readonly Entry[] {
  const all: Entry[] = lines.map((line) => ({ at: line.at, line }));
  const first = lines[0]?.at ?? 0;
  for (const one of [handOff, ...others.map((other) => other.handOff)])
    if (one === handOff || one.createdAt >= first) putMarks(all, one, say);
  return all;
}

function putMarks(all: Entry[], { agent, createdAt, acceptedAt, endedAt, ...rest }: Detail['handOff'], say: Say): void {
  const put = (at: number, mark: string, isAfter: (line: DeskLine) => boolean) => {
    const place = all.findIndex((one) => (one.line ? isAfter(one.line) : one.at > at));
    all.splice(place < 0 ? all.length : place, 0, { at, mark });
  };
  const isAtDesk = (at: number, channel: string) => at >= createdAt && channel === 'desk';
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
      endOf(rest, say),
      ({ at, by, channel }) => at > endedAt || (at === endedAt && by === 'bot' && channel === 'desk'),
    );
}

/** The words that pass it on are written a moment after it is begun. */
const ANSWERED_WITHIN_MS = 1_000;

function endOf({ state, done }: Pick<Detail['handOff'], 'state' | 'done'>, say: Say): string {
  if (state === 'failed') return say('mark.failed');
  return done ? `${say('mark.closed')}: ${named(say, 'done', done)}` : say('mark.returned');
}

function isTogether(line: DeskLine, next: DeskLine | undefined): boolean {
  const isSame = next?.by === line.by && next.channel === line.channel && next.name === line.name;
  return isSame && next.at - line.at < 60_000;
}
