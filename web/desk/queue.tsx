/** Who waits, and for whom: in groups, the longest waiting first; arrows move in the list. */

import type { Me } from '../../lambda/desk/protocol';
import { Item } from './queue-item';
import { GROUPS, type Group, isNew, type Seen } from './queue-state';
import type { QueueNow } from './use-queue';
import type { Say, Words } from './words';

type Props = {
  readonly me: Me;
  readonly words: Words;
  readonly say: Say;
  readonly queue: QueueNow;
  readonly seen: Seen;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
};

export function Queue({ me, words, say, queue, seen, chosen, onChoose }: Props) {
  const { groups, counts, entries: all } = queue;
  const entry = all.some(({ id }) => id === chosen) ? chosen : all[0]?.id;
  const isQuiet = counts.mine + counts.free + counts.others === 0;
  return (
    <section class="queue" aria-label={say('queue')} onKeyDown={move}>
      {isQuiet && queue.isRead && (
        <div class="nothing">
          <p class="nothing__what">{say('quiet')}</p>
          <p class="soft">{say(me.isAvailable ? 'quietHere' : 'quietAway')}</p>
        </div>
      )}
      {GROUPS.filter((group) => counts[group] > 0).map((group) => (
        <div class="queue__group" key={group}>
          <h2 class="queue__head" id={`group-${group}`}>
            {say(`group.${group}`)} <span class="queue__count">{counts[group]}</span>
          </h2>
          <ul class="queue__list" aria-labelledby={`group-${group}`}>
            {groups[group].entries.map((one) => (
              <li key={one.id}>
                <Item
                  {...{ words, say, group, onChoose }}
                  entry={one}
                  now={queue.now}
                  isChosen={one.id === chosen}
                  isFirst={one.id === entry}
                  isNew={isNew(one, seen, me.id)}
                />
              </li>
            ))}
          </ul>
          {groups[group].next && <More {...{ say, group }} onMore={() => queue.more(group)} />}
        </div>
      ))}
    </section>
  );
}

type MoreProps = Pick<Props, 'say'> & { readonly group: Group; readonly onMore: () => Promise<void> };

/** The focus goes on to the first that came. */
function More({ say, group, onMore }: MoreProps) {
  const load = async ({ currentTarget }: { readonly currentTarget: HTMLElement }) => {
    const place = currentTarget.closest('.queue__group');
    const before = place?.querySelectorAll('.item').length ?? 0;
    await onMore();
    requestAnimationFrame(() => place?.querySelectorAll<HTMLElement>('.item')[before]?.focus());
  };
  return (
    <button type="button" class="queue__more" aria-describedby={`group-${group}`} onClick={load}>
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
