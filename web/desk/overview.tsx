/** The desk as a whole, for admins: who is there with how much, who waits, and what today came to. */

import { useEffect, useState } from 'preact/hooks';
import type { Overview as Told } from '../../lambda/desk/protocol';
import { houseNow } from '../shared/clock';
import { type Answered, call } from './api';
import { lastedFor, named, type Say, type Words } from './words';

type Props = { readonly words: Words; readonly say: Say; readonly onOut: (isOver: boolean) => void };

const AGAIN_MS = 10_000;

export function Overview({ words, say, onOut }: Props) {
  const [answered, setAnswered] = useState<Answered<Told> | null>(null);
  useEffect(() => {
    const read = async () => {
      if (document.visibilityState !== 'visible') return;
      const came = await call<Told>(`/overview?since=${new Date(houseNow()).setHours(0, 0, 0, 0)}`);
      if (!came.ok && came.code === 'signed-out') onOut(true);
      else setAnswered(came);
    };
    void read();
    const timer = setInterval(read, AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <main class="page" id="main">
      <h2>{say('place.overview')}</h2>
      {!answered?.ok && (
        <p class="soft" role="status">
          {say(answered ? `refused.${answered.code}` : 'loading')}
        </p>
      )}
      {answered?.ok && <Figures told={answered.value} {...{ words, say }} />}
    </main>
  );
}

function Figures({ told, words, say }: Omit<Props, 'onOut'> & { readonly told: Told }) {
  const { people, free, since, figures } = told;
  const minutes = (ms: number | null) => (ms === null ? '–' : lastedFor(ms, words.locale));
  return (
    <>
      <dl class="figures">
        <Figure name={say('group.free')} value={String(free)} />
        <Figure name={say('longestWait')} value={minutes(since === null ? null : houseNow() - since)} />
        <Figure name={say('cameToday')} value={String(figures.came)} />
        <Figure name={say('takenToday')} value={String(figures.taken)} />
        <Figure name={say('waitedToday')} value={minutes(figures.waitedMs)} />
        <Figure name={say('ratedToday')} value={ratedAs(figures, words, say)} />
      </dl>
      <p>
        <a href="/desk/record.csv" download>
          {say('record')}
        </a>
      </p>
      <h3>{say('place.team')}</h3>
      <ul class="rows">
        {people.map(({ id, name, isThere, open, waiting }) => (
          <li class="row" key={id}>
            <p class="row__what">
              <strong>{name}</strong> <span class="soft">{say(isThere ? 'isThere' : 'isAway')}</span>
            </p>
            <p>{[say('load', { count: open }), say('loadWaiting', { count: waiting })].join(' · ')}</p>
          </li>
        ))}
      </ul>
      <h3>{say('endedToday')}</h3>
      {figures.ended.length === 0 && <p class="soft">{say('endedNone')}</p>}
      <ul class="rows">
        {figures.ended.map(({ done, count }) => (
          <li class="row" key={done ?? ''}>
            <p class="row__what">{done ? named(say, 'done', done) : say('mark.returned')}</p>
            <p>{count}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function ratedAs({ rated }: Told['figures'], { locale }: Words, say: Say): string {
  if (rated.mean === null) return '–';
  const mean = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(rated.mean);
  return say('ratedAs', { mean, count: rated.count });
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
