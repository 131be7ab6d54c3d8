/** Keeps the house's clock by its store's: servers that share a database agree on what is over, whatever their own clocks say. */

import type { Logger } from 'pino';
import type { Store } from '../services/store';
import type { SteadyClock } from './steady-clock';

const LOOK_MS = 30_000;
/** By less the clocks of two machines differ anyway. */
const SET_MS = 60_000;
/** A store that is further ahead was written while a clock was far wrong: it is believed no more than that clock. */
const BELIEVED_MS = 25 * 3_600_000;

type Needs = { readonly store: Pick<Store, 'time'>; readonly clock: SteadyClock; readonly log: Pick<Logger, 'warn'> };

/** What the store says it is, half of the time it took to say so later. */
export async function timeOf(store: Pick<Store, 'time'>, clock: Pick<SteadyClock, 'now'>): ReturnType<Store['time']> {
  const asked = clock.now();
  const { kind, at } = await store.time();
  return { kind, at: kind === 'database' ? at + (clock.now() - asked) / 2 : at };
}

/** Resolves when the clock goes by the store's; `stop` ends it. A database that cannot be asked changes nothing. */
export async function keepTime({ store, clock, log }: Needs): Promise<{ stop(): void }> {
  let told = clock.isAhead();
  const follow = async () => {
    const time = await timeOf(store, clock);
    if (time.kind === 'database') clock.goBy(time.at);
    // Nothing that was written down lies ahead: who set the clock back between two runs made no lock or wait longer.
    else if (time.at > clock.now() && time.at < clock.now() + BELIEVED_MS) clock.goBy(time.at);
    return time.kind;
  };
  const tell = () => {
    const ahead = clock.isAhead();
    if (Math.abs(ahead - told) < SET_MS) return;
    told = ahead;
    const seconds = Math.round(ahead / 1000);
    log.warn(
      { seconds },
      'the clock of this machine was set while we run, or differs from the database: waits and locks go on as they were',
    );
  };
  const kind = await follow();
  tell();
  // What this server writes down itself is never ahead of its clock: only a database is asked again.
  const again = kind === 'database' ? follow : async () => kind;
  const timer = setInterval(() => void again().then(tell, () => undefined), LOOK_MS).unref();
  return { stop: () => clearInterval(timer) };
}
