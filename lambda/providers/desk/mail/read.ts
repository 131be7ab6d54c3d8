/** Reads answers of the shop's people, which have come to the signed address of a hand-off, as events. */

import { TAKING } from '../../../http/picture';
import type { DeskEvent, HandOff, Person } from '../../../services/hand-off/hand-offs';
import type { KeptReceived } from '../../../services/queue/queues';
import type { Mail } from '../../../services/reach/mail';
import { attachedFiles } from '../../../vocabulary/taken-file';
import { type MailCommand, orderIn } from './commands';

type Reading = {
  /** By the desk's own id. */
  find(ref: string): Promise<HandOff | null>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** Tells whoever sent it that a file went to nobody. `key`: the same at every try. */
  tooLarge(handOff: HandOff, key: string): Promise<void>;
};

/** A hand-off that was sent a moment ago may not be marked as sent yet. */
const MARKED_WITHIN_MS = 15 * 60_000;

/**
 * The door lets pass only mail to an address signed for this hand-off; who `From` names is believed only as a name.
 * Empty for one that is known no more. Throws, to be tried again, while it may only not be known yet.
 */
export async function read(
  { key, body, files: came }: KeptReceived,
  { find, now, tooLarge }: Reading,
): Promise<readonly DeskEvent[]> {
  const mail: Mail = JSON.parse(body);
  if (mail.to.kind !== 'desk') throw new Error('no mail to the desk');
  const handOff = await find(mail.to.id);
  if (!handOff && now() - mail.at < MARKED_WITHIN_MS) throw new Error('an answer to a hand-off that is not known yet');
  if (!handOff) return [];
  if (mail.kind !== 'files') return eventsOf(mail, handOff.id, key);
  if (orderIn(mail.text).act.kind === 'note') return [];
  const files = await attachedFiles(mail.files, (await came?.()) ?? null, TAKING);
  if (files.some((file) => typeof file === 'string')) await tooLarge(handOff, key);
  return fileEvents({ ...mail, files }, handOff.id, key);
}

type MailOf<K extends Mail['kind']> = Extract<Mail, { readonly kind: K }>;

type Opened = Pick<MailOf<'files'>, 'by' | 'at'> & { readonly files: Awaited<ReturnType<typeof attachedFiles>> };

/** Each for itself, before the words that came with them; whoever sends one has it. */
function fileEvents({ by, at, files }: Opened, handOffId: string, key: string): readonly DeskEvent[] {
  if (!by) throw new Error('files of nobody');
  const agent: Person = { id: `mail:${by.id}`, name: by.name };
  const sent = files.filter((file) => typeof file !== 'string');
  return sent.map((file, index) => ({
    ...{ id: `mail:${key}:file:${index}`, handOffId, at },
    ...{ kind: 'said', agent, text: '', file },
  }));
}

function eventsOf(mail: Exclude<Mail, MailOf<'files'>>, handOffId: string, key: string): readonly DeskEvent[] {
  // Names the kind of the event too: one mail may be several.
  const base = (kind: DeskEvent['kind']) => ({ id: `mail:${key}:${kind}`, handOffId, at: mail.at });
  if (mail.kind === 'report') return mail.became === 'failed' ? [{ ...base('failed'), kind: 'failed' }] : [];
  if (!mail.by) throw new Error('an answer of nobody');
  const agent: Person = { id: `mail:${mail.by.id}`, name: mail.by.name };
  const { act, text } = orderIn([mail.text, mail.more ?? ''].filter((words) => words !== '').join('\n\n'));
  const isTaken = act.kind === 'take' || (act.kind !== 'note' && text !== '');
  return [
    // Whoever answers has it.
    ...(isTaken ? [{ ...base('accepted'), kind: 'accepted', agent } as const] : []),
    ...(text !== '' ? [{ ...base('said'), kind: 'said', agent, text } as const] : []),
    ...ended(act, base, agent),
  ];
}

type Base = (kind: DeskEvent['kind']) => Pick<DeskEvent, 'id' | 'handOffId' | 'at'>;

function ended(act: MailCommand['act'], base: Base, agent: Person): readonly DeskEvent[] {
  if (act.kind === 'return') return [{ ...base('returned'), kind: 'returned', agent }];
  if (act.kind === 'close') return [{ ...base('closed'), kind: 'closed', agent, done: act.done, topic: act.topic }];
  return [];
}
