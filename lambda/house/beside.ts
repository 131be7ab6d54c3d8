/** A few helpers for what would hold up the loop that answers turns, or could end it. One that crashes or hangs is ended and another one started. */

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Beside, Computed } from '../services/beside';
import { doWork } from './beside-works';
import { type AskedWork, type HelperNeeds, type StartHelper, startThread } from './helper';

export type BesideOptions = {
  /** The built program of a helper; null: what is asked is computed here, as by the tools, which answer no turns. */
  readonly file: string | null;
  /** Helpers at the most. */
  readonly most?: number;
  /** Jobs that may wait for one. */
  readonly waiting?: number;
  /** Milliseconds a job may take. */
  readonly patience?: number;
  /** Megabytes a helper may keep. */
  readonly memory?: number;
};

export type Helpers = { readonly beside: Beside; close(): void };

/** The program of a thread as `scripts/compile.js` calls it. It lies beside the program where that is one that answers turns. */
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
  readonly asked: AskedWork;
  readonly done: (computed: Computed | Promise<never>) => void;
  tries: number;
};

type Working = {
  isBusy(): boolean;
  give(job: Job): void;
  /** With the job it has. */
  stop(): void;
};

type WorkingNeeds = Pick<HelperNeeds, 'file' | 'memory'> & {
  readonly start: StartHelper;
  readonly patience: number;
  /** It has nothing to do any more. */
  readonly onFree: () => void;
  /** It is gone; `job`: what it had not finished. */
  readonly onGone: (job: Job | null, gone: Gone) => void;
};

type Gone = Extract<Computed, { readonly why: string }>;

/** A built program beside this very one; null: this is no built one. */
export function builtBeside(name: string): string | null {
  const file = join(dirname(__filename), name);
  return existsSync(file) ? file : null;
}

/** Starts none before there is work. */
export function openBeside(options: BesideOptions, start = startThread): Helpers {
  const { file, most = MOST, waiting = WAITING, patience = PATIENCE, memory = MEMORY } = options;
  if (file === null) return { beside: computedHere, close: () => {} };
  const queue: Job[] = [];
  const helpers = new Set<Working>();
  let isClosed = false;

  function started(at: string): Working {
    const helper: Working = oneWorking({
      ...{ start, file: at, patience, memory, onFree: next },
      onGone(job, gone) {
        helpers.delete(helper);
        if (job && job.tries < TRIES) queue.unshift(job);
        else job?.done(gone);
        next();
      },
    });
    helpers.add(helper);
    return helper;
  }

  function next(): void {
    while (queue.length > 0) {
      const idle = [...helpers].find((one) => !one.isBusy()) ?? (helpers.size < most ? started(file ?? '') : null);
      const job = idle && queue.shift();
      if (!job) return;
      idle.give(job);
    }
  }

  return {
    beside: (work, job) =>
      new Promise((done) => {
        if (isClosed || queue.length >= waiting) return done({ kind: 'full' });
        queue.push({ asked: { work, job }, done, tries: 0 });
        next();
      }),
    close() {
      isClosed = true;
      for (const { done } of queue.splice(0)) done({ kind: 'full' });
      for (const helper of helpers) helper.stop();
    },
  };
}

function oneWorking({ start, patience, onFree, onGone, ...program }: WorkingNeeds): Working {
  let job: Job | null = null;
  let timer: NodeJS.Timeout | undefined;
  let isGone = false;
  const end = (gone: Gone) => {
    if (isGone) return;
    isGone = true;
    clearTimeout(timer);
    helper.end();
    onGone(job, gone);
  };
  const helper = start({
    ...program,
    onAnswer(told) {
      if (isGone) return;
      clearTimeout(timer);
      helper.hold(false);
      const done = job?.done;
      job = null;
      done?.('result' in told ? { kind: 'done', result: told.result } : Promise.reject(new Error(told.problem)));
      if (told.isLast) end({ kind: 'broke', why: 'it has done its part' });
      else onFree();
    },
    onGone: (why, how) => end({ kind: how === 'never' ? 'nobody' : 'broke', why }),
  });
  return {
    isBusy: () => job !== null,
    give(next) {
      job = next;
      next.tries += 1;
      timer = setTimeout(() => end({ kind: 'broke', why: 'it took too long' }), patience);
      // A program that is asked to end waits for it, and for no helper that has nothing to do.
      helper.hold(true);
      helper.post(next.asked);
    },
    stop() {
      // It was not to blame, and is done by whoever comes next.
      job?.done({ kind: 'full' });
      job = null;
      end({ kind: 'broke', why: 'the program ends' });
    },
  };
}

/** For tools and tests, whose loop answers nobody else. */
export async function computedHere(work: string, job: object): Promise<Computed> {
  return { kind: 'done', result: await doWork(work, job) };
}
