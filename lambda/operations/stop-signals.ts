/** The signals that stop a server: heard from its first moment, and however often they come, it stops once. */

import { failWith } from './failing';
import type { Stopped } from './graceful-stop';

/** A process manager's, and a terminal's; through npm the second comes twice. */
const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Until it is told what there is to finish, a signal just ends the process: as PID 1 of a container nothing else would. */
export function hearStopSignals(): (finish: () => Promise<Stopped>) => void {
  let finish = async (): Promise<Stopped> => 'finished';
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    const stopped = await finish();
    process.exit(stopped === 'finished' ? 0 : 1);
  };
  for (const signal of SIGNALS) process.on(signal, () => void stop().catch(failWith));
  return (known) => {
    finish = known;
  };
}
