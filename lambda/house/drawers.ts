/** Pictures are drawn in processes of their own: one that crashes what draws it is no trouble of anybody else, and is not tried for ever. */

import { createHash } from 'node:crypto';
import type { Drawer } from '../http/drawing';
import { drawBy } from '../http/picture';
import type { Computed } from '../services/beside';
import { builtBeside, openBeside } from './beside';
import { startProcess } from './helper-process';

type Log = { readonly warn: (what: object, message: string) => void };
type Drawers = { close(): void };

/** As `scripts/compile.js` calls it. */
export const DRAWING = 'lambda-house-drawing-process.ts.cjs';
/** Longer than what draws gives itself. */
const PATIENCE_MS = 25_000;
/** What it holds but for pictures, which no limit of its program counts. */
const MEMORY_MB = 128;
/** What broke twice is tried no more, as far back as so many. */
const MOST_BROKEN = 100;

/** None begins before there is a picture, and one ends when there was none for a while. `file` null: pictures are drawn in this process. */
export function openDrawers({ log }: { readonly log: Log }, file = builtBeside(DRAWING)): Drawers {
  if (file === null) return { close: () => {} };
  const asked = { file, most: 1, patience: PATIENCE_MS, memory: MEMORY_MB };
  // Whoever looks at what is kept waits for none that comes.
  const [coming, kept] = [openBeside(asked, startProcess), openBeside(asked, startProcess)];
  const broken = new Set<string>();

  async function ask(work: keyof Drawer, bytes: Uint8Array): Promise<Computed> {
    if (broken.size > 0 && broken.has(signOf(bytes))) return { kind: 'broke', why: 'it did before' };
    const computed = await (work === 'large' ? coming : kept).beside(work, { bytes });
    if (computed.kind === 'broke') note(bytes, computed.why);
    if (computed.kind === 'nobody')
      log.warn({ why: computed.why }, 'this machine lets nobody begin who draws pictures');
    return computed;
  }

  function note(bytes: Uint8Array, why: string): void {
    log.warn({ why }, 'a picture ended twice what drew it');
    const [oldest] = broken;
    if (broken.size >= MOST_BROKEN && oldest !== undefined) broken.delete(oldest);
    broken.add(signOf(bytes));
  }

  drawBy({
    async large(bytes) {
      const computed = await ask('large', bytes);
      switch (computed.kind) {
        case 'done':
          return computed.result as Awaited<ReturnType<Drawer['large']>>;
        case 'broke':
          return { kind: 'unread' };
        case 'nobody':
          return { kind: 'nobody' };
        case 'full':
          throw new Error('the program ends, and draws no picture any more');
      }
    },
    async small(bytes) {
      const computed = await ask('small', bytes);
      return computed.kind === 'done' ? (computed.result as Uint8Array | null) : null;
    },
  });
  return {
    close() {
      for (const one of [coming, kept]) one.close();
    },
  };
}

function signOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64');
}
