/** One hand-off in the queue: who, what it is about, what was said last, and for how long somebody waits. */

import type { QueueEntry } from '../../lambda/desk/protocol';
import { Icon } from '../shared/icon';
import { asideUntil } from './aside';
import { wordsIn } from './line';
import { type Group, isOver, patienceOf } from './queue-state';
import { betweenOf, languageOf, lastedFor, named, type Say, type Word, type Words, whenOf } from './words';

type ItemProps = {
  readonly words: Words;
  readonly say: Say;
  readonly onChoose: (id: string) => void;
  readonly entry: QueueEntry;
  readonly group: Group;
  readonly now: number;
  readonly isChosen: boolean;
  /** Where the tab key enters the list. */
  readonly isFirst: boolean;
  readonly isNew: boolean;
};

export function Item({ words, say, onChoose, entry, group, now, isChosen, isFirst, isNew: isFresh }: ItemProps) {
  const about = aboutOf(entry, say);
  return (
    <button
      type="button"
      class={`item item--${group}`}
      data-id={entry.id}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isFirst ? 0 : -1}
      onClick={() => onChoose(entry.id)}
    >
      <span class="item__top">
        {isFresh && (
          <span class="item__new">
            <span class="unseen">{say('new')}</span>
          </span>
        )}
        <span class="item__who">{entry.shopper ?? say('guest')}</span>
        <Waiting {...{ entry, now, words, say }} />
      </span>
      {about && <span class="item__about">{about}</span>}
      {entry.last && (
        <span class="item__last">
          {entry.last.name && `${entry.last.name}: `}
          <bdi>{wordsIn(entry.last, say)}</bdi>
        </span>
      )}
      <Marks {...{ words, say, entry, group, now }} />
    </button>
  );
}

function Marks({ words, say, entry, group, now }: Pick<ItemProps, 'words' | 'say' | 'entry' | 'group' | 'now'>) {
  const { calledAt, tags } = entry.marks;
  const until = asideUntil(entry.marks, now);
  return (
    <span class="item__marks">
      <span class="mark">{named(say, 'reason', entry.reason)}</span>
      {entry.order && <span class="mark">{entry.order}</span>}
      {entry.channel && <span class="mark">{named(say, 'channel', entry.channel)}</span>}
      {entry.hasPhoto && <span class="mark">{say('hasFile')}</span>}
      {entry.wish === 'call-back' && (
        <span class={calledAt === null ? 'mark mark--call' : 'mark'}>
          <Icon name="phone" size="1em" /> {say(calledAt === null ? 'wish.call-back' : 'called')}
          {calledAt === null && entry.call && ` · ${betweenOf(entry.call, words.locale)}`}
        </span>
      )}
      {until !== null && <span class="mark">{say('snoozedTo', { when: whenOf(until, words.locale) })}</span>}
      {tags.map((tag) => (
        <span class="mark mark--tag" key={tag}>
          {tag}
        </span>
      ))}
      {entry.locale.split('-')[0] !== words.lang && <span class="mark">{languageOf(entry.locale, words.locale)}</span>}
      {group === 'others' && <span class="mark">{entry.agent?.name}</span>}
      {entry.done && <span class="mark">{named(say, 'done', entry.done)}</span>}
      {entry.rating !== null && <span class="mark">{say('rated', { rating: entry.rating })}</span>}
      {entry.state === 'failed' && <span class="mark mark--bad">{say('state.failed')}</span>}
    </span>
  );
}

/** What a colleague named it, else what the bot had understood of it. */
function aboutOf({ topic, matter, summary }: QueueEntry, say: Say): string {
  if (topic) return topic;
  const key = `intent.${matter}`;
  const meant = matter === null ? '' : say(key as Word);
  return [meant === key ? '' : meant, summary].filter((part) => part !== '').join(' · ');
}

function Waiting({ entry, now, words, say }: Pick<ItemProps, 'entry' | 'now' | 'words' | 'say'>) {
  if (isOver(entry)) return <span class="item__time">{whenOf(entry.endedAt ?? entry.createdAt, words.locale)}</span>;
  if (entry.waitingSince === null) return <span class="item__time">{say('answered')}</span>;
  const waited = now - entry.waitingSince;
  return (
    <span class={`item__time item__time--${patienceOf(waited)}`}>
      <span class="unseen">{say('waits')} </span>
      {lastedFor(waited, words.locale)}
    </span>
  );
}
