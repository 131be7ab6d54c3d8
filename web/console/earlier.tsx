/** The sessions of before: each is opened again by its address. */

import { useEffect, useState } from 'preact/hooks';
import type { ConsoleState, VisitHead } from '../../lambda/console/protocol';
import { readVisits } from './api';
import { DEVICES } from './devices';
import { Drawer } from './drawer';
import { hashOf } from './link';
import { wordsOf } from './session';

type Props = {
  readonly state: ConsoleState;
  /** The one that is shown. */
  readonly visit: string;
  readonly onClose: () => void;
};

export function Earlier({ state, visit, onClose }: Props) {
  const [found, setFound] = useState<readonly VisitHead[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    readVisits().then(setFound, (error: Error) => setProblem(error.message));
  }, []);
  const others = found?.filter((one) => one.visit !== visit);
  return (
    <Drawer title="Earlier sessions" onClose={onClose}>
      {problem && <p>{problem}</p>}
      {others?.length === 0 && <p>None yet. They are kept until the server stops.</p>}
      <ul class="earlier">
        {others?.map((one) => (
          <li key={one.visit}>
            <a class="earlier__one" href={hashOf(one.visit)} onClick={onClose}>
              <span class="earlier__words">{wordsOf(one.first)}</span>
              <span class="earlier__foot">{footOf(one, state)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Drawer>
  );
}

function footOf({ at, turns, shopper, locale, device }: VisitHead, { shoppers }: ConsoleState): string {
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at);
  const who = shoppers.find(({ name }) => name === shopper)?.firstName ?? 'Guest';
  const what = DEVICES.find(({ id }) => id === device)?.name ?? device;
  return [time, who, locale, what, `${turns} ${turns === 1 ? 'turn' : 'turns'}`].join(' · ');
}
