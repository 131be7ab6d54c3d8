/** A few threads for what would hold up the loop that answers turns. One that crashes or hangs is ended and another one started. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Beside, Computed } from '../services/beside';
import type { ThreadAnswer } from './beside-thread';
import { doWork } from './beside-works';

export type BesideOptions = {
  /** The built program of a thread; null: what is asked is computed here, as by the tools, which answer no turns. */
  readonly file: string | null;
  /** Threads at the most. */
  readonly most?: number;
  /** Jobs that may wait for one. */
  readonly waiting?: number;
  /** Milliseconds a job may take. */
  readonly patience?: number;
  /** Megabytes a thread may keep. */
  readonly memory?: number;
};

export type Threads = { readonly beside: Beside; close(): void };

/** As `scripts/compile.js` calls it. It lies beside the program where that is one that answers turns. */
export const THREAD = 'lambda-house-beside-thread.ts.cjs';
/** A second one, so that nobody waits for a job that hangs. */
const MOST = 2;
const WAITING = 32;
/** Some times what the worst mail we know takes on a busy machine. */
const PATIENCE = 30_000;
/** Whoever came in with another one's crash is not to blame for it. */
const TRIES = 2;
const MEMORY = 256;

type Job = {
  readonly asked: { readonly work: string; readonly job: object };
  readonly done: (computed: Computed | Promise<never>) => void;
  tries: number;
};

type Thread = {
  isBusy(): boolean;
  give(job: Job): void;
  /** With the job it has, which nobody else begins. */
  stop(): void;
};

type ThreadNeeds = {
  readonly file: string;
  readonly patience: number;
  readonly memory: number;
  /** It has nothing to do any more. */
  readonly onFree: () => void;
  /** It is gone; `job`: what it had not finished. */
  readonly onGone: (job: Job | null, why: string) => void;
};

/** Beside this very program. */
export function builtThread(): string | null {
  const file = join(dirname(__filename), THREAD);
  return existsSync(file) ? file : null;
}

/** Starts none before there is work. */
export function openBeside(options: BesideOptions): Threads {
  const { file, most = MOST, waiting = WAITING, patience = PATIENCE, memory = MEMORY } = options;
  if (file === null) return { beside: computedHere, close: () => {} };
  const queue: Job[] = [];
  const threads = new Set<Thread>();

  function started(at: string): Thread {
    const thread: Thread = oneThread({
      ...{ file: at, patience, memory, onFree: next },
      onGone(job, why) {
        threads.delete(thread);
        if (job && job.tries < TRIES) queue.unshift(job);
        else job?.done({ kind: 'broke', why });
        next();
      },
    });
    threads.add(thread);
    return thread;
  }

  function next(): void {
    while (queue.length > 0) {
      const idle =
        [...threads].find((thread) => !thread.isBusy()) ?? (threads.size < most ? started(file ?? '') : null);
      const job = idle && queue.shift();
      if (!job) return;
      idle.give(job);
    }
  }

  return {
    beside: (work, job) =>
      new Promise((done) => {
        if (queue.length >= waiting) return done({ kind: 'full' });
        queue.push({ asked: { work, job }, done, tries: 0 });
        next();
      }),
    close() {
      for (const { done } of queue.splice(0)) done({ kind: 'full' });
      for (const thread of threads) thread.stop();
    },
  };
}

function oneThread({ file, patience, memory, onFree, onGone }: ThreadNeeds): Thread {
  const worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: memory } });
  let job: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isGone = false;
  const end = (why: string) => {
    if (isGone) return;
    isGone = true;
    clearTimeout(timer);
    void worker.terminate();
    onGone(job, why);
  };
  worker
    .on('message', (told: ThreadAnswer) => {
      clearTimeout(timer);
      worker.unref();
      const done = job?.done;
      job = null;
      done?.('result' in told ? { kind: 'done', result: told.result } : Promise.reject(new Error(told.problem)));
      if (!isGone) onFree();
    })
    .on('error', (error) => end(nameOf(error)))
    .on('exit', () => end('its thread ended'))
    .unref();
  return {
    isBusy: () => job !== null,
    give(next) {
      job = next;
      next.tries += 1;
      timer = setTimeout(() => end('it took too long'), patience);
      // A program that is asked to end waits for it, and for no thread that has nothing to do.
      worker.ref();
      worker.postMessage(next.asked);
    },
    stop() {
      if (job) job.tries = TRIES;
      end('the program ends');
    },
  };
}

/** For tools and tests, whose loop answers nobody else. */
export async function computedHere(work: string, job: object): Promise<Computed> {
  return { kind: 'done', result: await doWork(work, job) };
}

/** Not its message, in which somebody's words may stand. */
function nameOf(error: unknown): string {
  const { code, name = 'it broke' } = (error ?? {}) as { code?: string; name?: string };
  return code ?? name;
}
