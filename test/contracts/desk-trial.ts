/** How a desk is put on trial: what its people see there, and what they do. */

import type { Desk, Opened } from '../../lambda/services/hand-off/desk';
import type { DeskEvent, Done } from '../../lambda/services/hand-off/hand-offs';
import type { Received } from '../../lambda/services/queue/queues';

/** What the people of a desk see of one hand-off, as they would count it: copies of one mail are one. */
export type Seen = {
  readonly packets: number;
  /** All that is shown of the packet, as plain text. */
  readonly packet: string;
  /** The shopper's further words, in order. */
  readonly messages: readonly string[];
  readonly ended: boolean;
};

/** What a person does there. `note`: written for colleagues only. */
export type Act =
  | { readonly kind: 'accept' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'return' }
  | { readonly kind: 'close'; readonly done: Done };

/** A desk on trial, with nothing in it yet. */
export type DeskTrial = {
  readonly desk: Desk;
  /** null: nothing, or nothing any more. */
  sees(opened: Opened): Promise<Seen | null>;
  /** The photos that its people see of a hand-off, in order, each with what is said of it; absent: on a page of our own. */
  photos?(opened: Opened): readonly { readonly text: string; readonly bytes: Buffer }[];
  /** From now on it takes no file as large as this. */
  shuts?(bytes: number): void;
  /** A person of the desk acts; resolves when the desk has told us what it tells by itself. */
  act(opened: Opened, person: string, act: Act): Promise<void>;
  /** What came to our door since the last call, in order. */
  arrived(): Promise<readonly Received[]>;
  /** `down`: the desk cannot be reached. */
  turns(state: 'open' | 'nobody' | 'closed' | 'down' | 'up'): Promise<void>;
  close(): Promise<void>;
};

/** What a kind of desk can do; the suite asks no more of it. */
export type Abilities = {
  /** It has notes for colleagues. */
  readonly notes: boolean;
  /** It knows whether somebody is there, not only the hours. */
  readonly presence: boolean;
  /** It can take back what it showed: `end` is seen there, and `forget` leaves nothing. */
  readonly recalls: boolean;
  /** It is reached over a network, and may be down. */
  readonly remote: boolean;
};

export type OpenTrial = () => Promise<DeskTrial>;
/** A desk with one hand-off in it; `ref` is the desk's own id of that. */
export type UnderTest = { readonly trial: DeskTrial; readonly opened: Opened; readonly ref: string | null };
export type WithOne = () => Promise<UnderTest>;

/** Opens it as the outbox and the store would; answers the desk's own id. */
export async function openIn(trial: DeskTrial, opened: Opened): Promise<string | null> {
  const tried = await trial.desk.open(opened);
  if (tried.kind !== 'done') throw new Error(`the desk did not open it: ${JSON.stringify(tried)}`);
  return tried.ref ?? null;
}

/** All that came to our door, read; a poller has looked before. */
export async function eventsOf({ desk, arrived }: DeskTrial): Promise<readonly DeskEvent[]> {
  await desk.poll?.();
  const read: DeskEvent[] = [];
  for (const { attached, ...received } of await arrived()) {
    const files = attached ? { files: async () => attached } : {};
    read.push(...(await desk.read({ ...received, ...files })));
  }
  return read;
}
