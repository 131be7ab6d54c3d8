/** What a session keeps: who began it, since a voice that comes and goes stays the one it began with; and whose goods it hears. */

import type { Session } from 'ask-sdk-model';
import * as z from 'zod/mini';

/** Alexa gives it back with each request of the session, and forgets it with the session. Nothing of it is kept by us. */
const attributes = z.object({ began: z.nullable(z.string()), hears: z.optional(z.string()) });
export type Began = z.infer<typeof attributes>;

/** The recognised person a request is from: the one it names, else the one who began its session. */
export function personOf(session: Session | undefined, named: string | undefined): string | undefined {
  if (named !== undefined || !session || session.new) return named;
  return begun(session)?.began ?? undefined;
}

/** What the session keeps of this request: who began it never changes. */
export function beganIn(session: Session | undefined, named: string | undefined): Began {
  const before = session && !session.new ? begun(session) : null;
  return before ?? { began: named ?? null };
}

/** Whose goods it hears, as it was told last. */
export function heardIn(session: Session | undefined): string | undefined {
  return session && !session.new ? begun(session)?.hears : undefined;
}

/** null: a session of an earlier version, or of nobody's. */
function begun({ attributes: kept }: Session): Began | null {
  const read = attributes.safeParse(kept);
  return read.success ? read.data : null;
}
