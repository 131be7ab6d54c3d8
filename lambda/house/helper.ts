/** Who computes beside the loop that answers turns, one job at a time: what a thread and a process have in common, and the thread. */

import { Worker } from 'node:worker_threads';

export type AskedWork = { readonly work: string; readonly job: object };
/** `isLast`: it has taken so much memory that another one goes on. */
export type HelperAnswer = { readonly isLast?: true } & ({ readonly result: unknown } | { readonly problem: string });

export type Helper = {
  post(asked: AskedWork): void;
  /** Whether a program that is asked to end waits for it. */
  hold(isHeld: boolean): void;
  /** At once, whatever it does. */
  end(): void;
};

export type HelperNeeds = {
  /** The built program. */
  readonly file: string;
  /** Megabytes of what its program holds. */
  readonly memory: number;
  readonly onAnswer: (told: HelperAnswer) => void;
  /** May be told more than once. `never`: this machine did not let it begin. */
  readonly onGone: (why: string, how?: 'never') => void;
};

export type StartHelper = (needs: HelperNeeds) => Helper;

export const startThread: StartHelper = ({ file, memory, onAnswer, onGone }) => {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } });
  worker
    .on('message', onAnswer)
    .on('error', (error) => onGone(nameOf(error)))
    .on('exit', () => onGone('its thread ended'))
    .unref();
  return {
    post: (asked) => worker.postMessage(asked),
    hold: (isHeld) => (isHeld ? worker.ref() : worker.unref()),
    end: () => void worker.terminate(),
  };
};

/** Not its message, in which somebody's words may stand. */
export function nameOf(error: unknown): string {
  const { code, name = 'it broke' } = (error ?? {}) as { code?: string; name?: string };
  return code ?? name;
}
