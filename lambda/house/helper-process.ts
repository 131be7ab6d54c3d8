/** A helper that is a process of its own: what its native code does to it, a crash or a memory without end, is done to nobody else. */

import { type ChildProcess, fork } from 'node:child_process';
import { type HelperAnswer, type HelperNeeds, nameOf, type StartHelper } from './helper';

/** After such a silence it goes, with its memory; the next job starts another one, in some tenths of a second. */
const IDLE_MS = 60_000;
export const startProcess: StartHelper = (needs) => {
  const { onAnswer, onGone } = needs;
  const child = forked(needs);
  if (!child) return NEVER;
  const end = () => void child.kill('SIGKILL');
  let idle: NodeJS.Timeout | undefined;
  const hold = (isHeld: boolean) => {
    clearTimeout(idle);
    if (!isHeld) idle = setTimeout(() => end(), IDLE_MS).unref();
    for (const one of [child, child.channel]) isHeld ? one?.ref() : one?.unref();
  };
  child
    .on('message', (told) => onAnswer(told as HelperAnswer))
    .on('error', (error) => (child.pid === undefined ? onGone(nameOf(error), 'never') : end()))
    .on('exit', (code, signal) => onGone(`its process ended: ${signal ?? code}`));
  hold(false);
  return {
    hold,
    end() {
      clearTimeout(idle);
      end();
    },
    // What cannot be handed over any more has an end that is told.
    post: (asked) => void child.send(asked, (error) => error && end()),
  };
};

function forked({ file, memory, onGone }: HelperNeeds): ChildProcess | null {
  try {
    return fork(file, {
      execArgv: [`--max-old-space-size=${memory}`],
      // No setting is its business, least of all a secret.
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
  } catch (error) {
    setImmediate(() => onGone(nameOf(error), 'never'));
    return null;
  }
}

const NEVER: ReturnType<StartHelper> = { post: () => {}, hold: () => {}, end: () => {} };
