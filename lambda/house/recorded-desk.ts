/** A desk whose hand-offs stand in the shop's own records too: what has reached it is to be noted, and is forgotten in both. */

import type { Voice } from '../language/speech/say';
import { callWithin } from '../services/commerce/call';
import { type ContactRecords, contactItem } from '../services/hand-off/contact-records';
import type { Desk } from '../services/hand-off/desk';
import type { Inbox } from '../services/queue/queues';

type Recording = {
  readonly records: ContactRecords | undefined;
  readonly inbox: Pick<Inbox, 'put'>;
  readonly voice: Pick<Voice, 'languages'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

const PATIENCE_MS = 10_000;

export function recordedDesk(desk: Desk, { records, inbox, voice, now }: Recording): Desk {
  if (!records) return desk;
  const clock = { locale: voice.languages[0] ?? 'en', now };
  return {
    ...desk,
    async open(opened) {
      const tried = await desk.open(opened);
      // Whoever waits for a person does not wait for the records.
      if (tried.kind === 'done') await inbox.put(contactItem(opened.handOff));
      return tried;
    },
    async forget(handOff, ref) {
      const tried = await desk.forget(handOff, ref);
      if (tried.kind !== 'done') return tried;
      const gone = await records.forget(handOff.id, callWithin(PATIENCE_MS, clock));
      return gone.ok ? tried : { kind: 'later', why: `the shop's own records still have it: ${gone.error.kind}` };
    },
  };
}
