/** The packets of hand-offs on any engine. */

import type { Kysely } from 'kysely';
import type { HandOffs } from '../../../services/hand-off/hand-offs';
import type { Packet } from '../../../services/hand-off/packet';
import type { Engine } from '../engine';
import { isRecord, recordIn } from '../parse';
import { query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

export function packetsOn({ words, read }: Engine): Pick<HandOffs, 'list' | 'packet'> {
  const statements = packetStatements(words);
  return {
    async list(limit) {
      return (await read(statements.packets, { limit: atMost(limit) })).flatMap(({ body }) => packetOf(body) ?? []);
    },
    async packet(id) {
      const [row] = await read(statements.packet, { id });
      return row ? packetOf(row.body) : null;
    },
  };
}

/** Packets of earlier programs lack what was added since: nothing is known of it. null: none that can be read. */
export function packetOf(body: string): Packet | null {
  const packet = recordIn(body);
  if (packet === null || !isPacket(packet)) return null;
  return {
    ...packet,
    about: packet.about ?? [],
    wish: packet.wish ?? 'answer',
    answerTo: packet.answerTo ?? null,
    shopper: { ...packet.shopper, name: packet.shopper.name ?? null },
  };
}

/** The outline by which people and the bot find their way in it; what lies inside was checked when it left. */
function isPacket(stored: Readonly<Record<string, unknown>>): stored is Packet {
  const { version, id, summary, transcript, shopper, resumePoint } = stored;
  const areThere = typeof id === 'string' && Array.isArray(summary) && Array.isArray(transcript);
  return version === 1 && areThere && isRecord(shopper) && isRecord(resumePoint);
}

function packetStatements(db: Kysely<Tables>) {
  return {
    packets: query((v: { limit: number }) =>
      db.selectFrom('packet').select('body').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(v.limit),
    ),
    packet: query((v: { id: string }) => db.selectFrom('packet').select('body').where('id', '=', v.id)),
  };
}
