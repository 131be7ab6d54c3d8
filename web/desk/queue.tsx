/** Who waits, and for whom: in groups, the longest waiting first; arrows move in the list. */

import type { Me, QueueEntry } from '../../lambda/desk/protocol';
import { Item } from './queue-item';
import { GROUPS, groupOf, isNew, type Seen } from './queue-state';
import { SearchFields } from './search';
import { useKnownTags } from './tags';
import type { QueueNow } from './use-queue';
import type { Search } from './use-search';
import type { Say, Words } from './words';

type Props = {
  readonly me: Me;
  readonly words: Words;
  readonly say: Say;
  readonly queue: QueueNow;
  readonly search: Search;
  readonly seen: Seen;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

export function Queue({ search, ...props }: Props) {
  const { say, queue, me } = props;
  const { groups, counts } = queue;
  const tags = useKnownTags(queue.news.map(({ marks }) => marks.tags));
  const isQuiet = counts.mine + counts.free + counts.others + queue.calls.length === 0;
  return (
    <section class="queue" aria-label={say('queue')} onKeyDown={move}>
      <SearchFields {...{ say, search, tags }} />
      {search.found && <Found {...props} search={search} found={search.found} />}
      {!search.found && isQuiet && queue.isRead && (
        <div class="nothing">
          <p class="nothing__what">{say('quiet')}</p>
          <p class="soft">{say(me.isAvailable ? 'quietHere' : 'quietAway')}</p>
        </div>
      )}
      {!search.found && <Section {...props} name="calls" entries={queue.calls} />}
      {!search.found &&
        GROUPS.filter((group) => counts[group] > 0).map((group) => (
          <div class="queue__group" key={group}>
            <h2 class="queue__head" id={`group-${group}`}>
              {say(`group.${group}`)} <span class="queue__count">{counts[group]}</span>
            </h2>
            <Items {...props} name={group} entries={groups[group].entries} all={queue.entries} />
            {groups[group].next && <More {...{ say }} name={group} onMore={() => queue.more(group)} />}
          </div>
        ))}
      {!search.found && <Section {...props} name="later" entries={queue.later} />}
    </section>
  );
}

type SectionProps = Omit<Props, 'search'> & {
  readonly name: 'calls' | 'later';
  readonly entries: readonly QueueEntry[];
};

/** What stands apart from the groups it belongs to. */
function Section({ name, entries, ...props }: SectionProps) {
  const { say, queue } = props;
  if (entries.length === 0) return null;
  return (
    <div class="queue__group">
      <h2 class="queue__head" id={`group-${name}`}>
        {say(`group.${name}`)} <span class="queue__count">{entries.length}</span>
      </h2>
      <Items {...props} name={name} entries={entries} all={queue.entries} />
    </div>
  );
}

type FoundProps = Props & { readonly found: readonly QueueEntry[] };

function Found({ search, found, ...props }: FoundProps) {
  const { say } = props;
  const { isRead, isRefused, hasMore, more } = search;
  if (isRead && (isRefused || found.length === 0))
    return (
      <div class="nothing">
        <p class="nothing__what">{say(isRefused ? 'refused.away' : 'foundNone')}</p>
      </div>
    );
  return (
    <div class="queue__group">
      <h2 class="queue__head" id="group-found">
        {say('foundTitle')}
      </h2>
      <Items {...props} name="found" entries={found} all={found} />
      {hasMore && <More {...{ say }} name="found" onMore={more} />}
    </div>
  );
}

type ItemsProps = Omit<Props, 'search'> & {
  readonly name: string;
  readonly entries: readonly QueueEntry[];
  /** Of the whole list: one of them is where the tab key enters. */
  readonly all: readonly QueueEntry[];
};

function Items({ me, words, say, queue, seen, chosen, onChoose, name, entries, all }: ItemsProps) {
  const entry = all.some(({ id }) => id === chosen) ? chosen : all[0]?.id;
  return (
    <ul class="queue__list" aria-labelledby={`group-${name}`}>
      {entries.map((one) => (
        <li key={one.id}>
          <Item
            {...{ words, say, onChoose }}
            group={groupOf(one, me.id)}
            entry={one}
            now={queue.now}
            isChosen={one.id === chosen}
            isFirst={one.id === entry}
            isNew={isNew(one, seen, me.id)}
          />
        </li>
      ))}
    </ul>
  );
}

type MoreProps = Pick<Props, 'say'> & { readonly name: string; readonly onMore: () => Promise<void> };

/** The focus goes on to the first that came. */
function More({ say, name, onMore }: MoreProps) {
  const load = async ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    const place = currentTarget.closest('.queue__group');
    const before = place?.querySelectorAll('.item').length ?? 0;
    await onMore();
    requestAnimationFrame(() => place?.querySelectorAll<HTMLElement>('.item')[before]?.focus());
  };
  return (
    <button type="button" class="queue__more" aria-describedby={`group-${name}`} onClick={load}>
      {say('more')}
    </button>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -1e6, End: 1e6 };

/** Arrows move the focus, Enter chooses. */
function move(event: KeyboardEvent): void {
  const step = STEPS[event.key];
  const list = event.currentTarget as HTMLElement;
  const items = [...list.querySelectorAll<HTMLElement>('.item')];
  const at = items.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus();
}
