/** Whether a program that was started answers, and since when turns may be sent to it. */

import type { ChildProcess } from 'node:child_process';

const AGAIN_MS = 20;

/** Whether it answers with success there. */
export function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
}

type Asked = { readonly url: string; readonly program: ChildProcess; said(): string };

/** Resolves when it answers at all. Throws what it said where it has ended instead. */
export const alive = (asked: Asked): Promise<void> => answersAt('/healthz', asked);

/** Resolves when its languages are read, which nobody may have learned before it. Throws what it said where it has ended. */
export const ready = (asked: Asked): Promise<void> => answersAt('/readyz', asked);

async function answersAt(path: string, { url, program, said }: Asked): Promise<void> {
  while (!(await answers(url + path))) {
    if (program.exitCode !== null || program.signalCode !== null) throw new Error(`it ended: ${said()}`);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}
