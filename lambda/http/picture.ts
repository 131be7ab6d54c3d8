/** Who waits for a picture to be drawn, and by whom it is. */

import { type Drawer, HERE } from './drawing';
import { newFileId } from './file-id';

/** Each keeps its bytes until it is its turn. */
const MOST_WAITING = 40;

let drawer = HERE;

/** From now on, and for this whole process: what they may take of the machine is counted in one place. */
export function drawBy(other: Drawer): void {
  drawer = other;
}

/** A picture made anew of what is seen in it. */
export async function redrawn(bytes: Uint8Array): ReturnType<Drawer['large']> {
  if (isDrawingFull()) throw new Error('too many pictures wait to be drawn');
  return oneDrawn.next(() => drawer.large(bytes));
}

/** As many wait as may: who sends one is asked to come again, and what came by itself is taken up later. */
export function isDrawingFull(): boolean {
  return oneDrawn.waiting() >= MOST_WAITING;
}

/** How every door takes files. */
export const TAKING = { newId: newFileId, redrawn } as const;

/** null: it is shown in its full size. */
export function smallOf(bytes: Uint8Array): Promise<Uint8Array | null> {
  return oneSmall.next(() => drawer.small(bytes));
}

/** Each takes its memory, and turns need the processor, too. Whoever looks at what is kept waits for none that comes. */
const oneDrawn = inTurn();
const oneSmall = inTurn();

/** One after the other. */
function inTurn() {
  let last: Promise<unknown> = Promise.resolve();
  let count = 0;
  return {
    waiting: () => count,
    next<T>(work: () => Promise<T>): Promise<T> {
      count += 1;
      const done = last.then(work).finally(() => {
        count -= 1;
      });
      last = done.catch(() => undefined);
      return done;
    },
  };
}
