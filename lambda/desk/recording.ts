/** Writes down who at the desk saw and changed what: before it happens, and once more where it was refused. */

import { randomUUID } from 'node:crypto';
import type { Request } from 'express';
import type { Agent } from '../services/sign-in/agents';
import type { DeskRecords, RecordedDeed } from '../services/sign-in/desk-records';

/** `what`: more of the deed, out of its request: an id or a code, never words. */
export type Recorded = { readonly deed: RecordedDeed; readonly what?: (req: Request) => unknown };

export type Recording = {
  before(done: Recorded, req: Request, agent: Agent): Promise<void>;
  refused(done: Recorded, req: Request, agent: Agent): Promise<void>;
  /** For what has no hand-off and no guard: coming and going. */
  add(deed: RecordedDeed, agent: Agent): Promise<void>;
};

/** A page reads a hand-off anew with each change of it: within this time that is one look. Milliseconds. */
const ONE_LOOK_MS = 10 * 60_000;
/** What a page does by itself, as often as something changes. */
const REPEATED: ReadonlySet<RecordedDeed> = new Set<RecordedDeed>(['saw', 'translated']);
const MOST_LOOKS = 10_000;
const CODE = /^[\w.:-]{1,64}$/;

export function createRecording(records: Pick<DeskRecords, 'add'>, now: () => number): Recording {
  const looks = new Map<string, number>();
  let count = 0;
  // Lines of one moment are read in the order in which they were written.
  const nextId = () => {
    count += 1;
    return `${String(count).padStart(12, '0')}-${randomUUID()}`;
  };
  const write = (line: { deed: RecordedDeed; handOff: string | null; what: string | null }, { id, login }: Agent) =>
    records.add({ id: nextId(), at: now(), agentId: id, login, ...line });
  const lineOf = ({ deed, what }: Recorded, req: Request) => {
    const more = what?.(req);
    const { id } = req.params;
    return {
      deed,
      handOff: typeof id === 'string' && req.path.startsWith('/hand-offs/') ? id : null,
      what: typeof more === 'string' && CODE.test(more) ? more : null,
    };
  };
  return {
    async before(done, req, agent) {
      const line = lineOf(done, req);
      const look = `${agent.id} ${done.deed} ${line.handOff}`;
      if (REPEATED.has(done.deed) && isSameLook(looks.get(look), now())) return;
      await write(line, agent);
      if (!REPEATED.has(done.deed)) return;
      if (looks.size >= MOST_LOOKS) looks.clear();
      looks.set(look, now());
    },
    async refused(done, req, agent) {
      await write({ ...lineOf(done, req), what: 'refused' }, agent);
    },
    async add(deed, agent) {
      await write({ deed, handOff: null, what: null }, agent);
    },
  };
}

/** Still the look that was written down. */
function isSameLook(last: number | undefined, at: number): boolean {
  return last !== undefined && at >= last && at - last < ONE_LOOK_MS;
}

/** A field of what was posted, which nobody has looked at yet. */
export function fieldOf(name: string): (req: Request) => unknown {
  return ({ body }) => (typeof body === 'object' && body !== null && Object.hasOwn(body, name) ? body[name] : null);
}
