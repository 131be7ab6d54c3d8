/** Where people work: the queue, the conversation and what is known of it; one at a time where it is narrow. */

import { useRef, useState } from 'preact/hooks';
import type { Me } from '../../lambda/desk/protocol';
import { Account } from './account';
import { Conversation } from './conversation';
import { Deliveries } from './deliveries';
import { Facts } from './facts';
import { Header } from './header';
import { type Keys, useKeys } from './keys';
import { Overview } from './overview';
import { Queue } from './queue';
import { Shortcuts } from './shortcuts';
import { Team } from './team';
import { useBell } from './use-bell';
import { useDetail } from './use-detail';
import { usePlace } from './use-place';
import { useQueue } from './use-queue';
import { useSearch } from './use-search';
import type { Say, Words } from './words';

export type DeskProps = {
  readonly me: Me;
  readonly onMe: (me: Me) => void;
  readonly onOut: (isOver: boolean) => void;
  readonly words: Words;
  readonly say: Say;
  readonly isPane: boolean;
};

export type Place = 'work' | 'overview' | 'team' | 'deliveries';
type Dialog = 'shortcuts' | 'account' | null;

export function Desk({ me, onMe, onOut, words, say, isPane }: DeskProps) {
  const { chosen, view, choose: go, setView } = usePlace();
  const [place, setPlace] = useState<Place>('work');
  const [dialog, setDialog] = useState<Dialog>(null);
  const detail = useDetail(chosen, onOut);
  const queue = useQueue(me, { onOut, onChanged: detail.changed });
  const search = useSearch(queue.news);
  const listed = search.found ?? queue.entries;
  const [sought, setSought] = useState({ id: '', words: '' });
  const choose = (id: string) => {
    setPlace('work');
    setSought({ id, words: search.found?.some((one) => one.id === id) ? search.wanted.words : '' });
    go(id);
  };
  const bell = useBell(queue, { me, chosen, words, say, onOpen: choose });
  const heading = useRef<HTMLHeadingElement>(null);

  const keys: Keys = {
    by(step) {
      const at = listed.findIndex(({ id }) => id === chosen);
      const next = listed[at < 0 ? 0 : Math.min(listed.length - 1, Math.max(0, at + step))];
      if (next) choose(next.id);
    },
    help: () => setDialog('shortcuts'),
    toList: () => {
      setView('list');
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.queue [tabindex="0"]')?.focus());
    },
  };
  const shortcuts = useKeys(keys, place === 'work' && dialog === null);
  return (
    <div class={`desk${isPane ? ' desk--pane' : ''}`} data-view={view} data-place={place}>
      {!isPane && (
        <button type="button" class="button skip" onClick={() => heading.current?.focus()}>
          {say('skip')}
        </button>
      )}
      <Header
        {...{ me, onMe, words, say, place, isPane, bell }}
        mine={queue.counts.mine}
        link={queue.link}
        onPlace={setPlace}
        onDialog={setDialog}
      />
      {place === 'work' && (
        <main class="work" id="main">
          <Queue {...{ me, words, say, queue, search, chosen }} seen={bell.seen} onChoose={choose} />
          <Conversation
            {...{ me, words, say, detail, heading, view }}
            now={queue.now}
            onView={setView}
            onActed={queue.refresh}
            areKeysOn={shortcuts.areOn}
            sought={sought.id === chosen ? sought.words : ''}
          />
          <Facts {...{ me, words, say, detail }} onChoose={choose} />
        </main>
      )}
      {place === 'overview' && <Overview {...{ words, say, onOut }} />}
      {place === 'team' && <Team {...{ me, words, say, onOut }} />}
      {place === 'deliveries' && <Deliveries {...{ words, say, onOut }} />}
      {dialog === 'shortcuts' && <Shortcuts say={say} shortcuts={shortcuts} onClose={() => setDialog(null)} />}
      {dialog === 'account' && (
        <Account {...{ me, say, onMe, onOut }} mine={queue.counts.mine} onClose={() => setDialog(null)} />
      )}
      <p class="unseen" role="status">
        {bell.announced}
      </p>
    </div>
  );
}
