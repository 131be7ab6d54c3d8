/** From one webhook, which may carry much at once, to single things for the inbox, in the order they happened. */

import type { Received } from '../../services/queue/queues';
import { whatsappAddress } from './link';
import { SOURCE } from './options';
import { echo, type Kept, message, status, value, type Webhook, type WhatsAppValue } from './payload';

export type Split = {
  readonly received: readonly Received[];
  /** What was of no shape we know, too old, or of another number: how many, never what. */
  readonly dropped: { readonly malformed: number; readonly late: number; readonly foreign: number };
};

/**
 * Meta tries for seven days; what is older is a replay, and its key may be forgotten by now. Seen from real time, milliseconds.
 */
const OLDEST_MS = 8 * 24 * 3_600_000;

/** Other fields are other people's business: templates, calls, history. */
const FIELDS = ['messages', 'smb_message_echoes'];

type One = { readonly kept: Kept; readonly key: string; readonly lane: string; readonly timestamp: string };

export function split(webhook: Webhook, phoneNumberId: string, now: number): Split {
  const changes = webhook.entry.flatMap((entry) => entry.changes).filter(({ field }) => FIELDS.includes(field));
  const values = changes.map((change) => value.safeParse(change.value).data ?? null);
  const known = values.filter((one) => one !== null);
  const own = known.filter(({ metadata }) => metadata.phone_number_id === phoneNumberId);
  const read = own.flatMap(ones);
  const good = read.filter((one) => one !== null);
  const fresh = good.filter(({ timestamp }) => now - Number(timestamp) * 1000 <= OLDEST_MS);
  return {
    received: inOrder(fresh).map(({ kept, key, lane }) => ({
      source: SOURCE,
      key,
      lane: whatsappAddress(lane),
      body: JSON.stringify(kept),
    })),
    dropped: {
      malformed: values.length - known.length + read.length - good.length,
      late: good.length - fresh.length,
      foreign: known.length - own.length,
    },
  };
}

/** Stable: what happened in the same second stays as Meta has put it. */
function inOrder(all: readonly One[]): readonly One[] {
  return [...all].sort((a, b) => Number(a.timestamp) - Number(b.timestamp));
}

function ones({ messages, statuses, message_echoes }: WhatsAppValue): readonly (One | null)[] {
  return [...messages.map(messageOf), ...statuses.map(statusOf), ...message_echoes.map(echoOf)];
}

function messageOf(raw: unknown): One | null {
  const { data } = message.safeParse(raw);
  if (!data) return null;
  const lane = data.from_user_id ?? data.from ?? '';
  return { kept: { kind: 'message', message: data }, key: data.id, lane, timestamp: data.timestamp };
}

function statusOf(raw: unknown): One | null {
  const { data } = status.safeParse(raw);
  if (!data) return null;
  const lane = data.recipient_user_id ?? data.recipient_id ?? '';
  return {
    kept: { kind: 'status', status: data },
    key: `${data.id}/${data.status}`,
    lane,
    timestamp: data.timestamp,
  };
}

function echoOf(raw: unknown): One | null {
  const { data } = echo.safeParse(raw);
  if (!data) return null;
  const lane = data.to_user_id ?? data.to ?? '';
  return { kept: { kind: 'echo', echo: data }, key: data.id, lane, timestamp: data.timestamp };
}
