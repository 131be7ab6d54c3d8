/** The packets of hand-offs on any engine. */

import type { Kysely } from 'kysely';
import type { HandOffs } from '../../../services/hand-off/hand-offs';
import type { Packet } from '../../../services/hand-off/packet';
import type { Engine } from '../engine';
import { query } from '../query';
import { atMost } from '../rows';
import type { Tables } from '../schema';

export function packetsOn({ words, read }: Engine): Pick<HandOffs, 'list' | 'packet'> {
  const statements = packetStatements(words);
  return {
    async list(limit) {
      return (await read(statements.packets, { limit: atMost(limit) })).map(({ body }) => packetOf(body));
    },
    async packet(id) {
      const [row] = await read(statements.packet, { id });
      return row ? packetOf(row.body) : null;
    },
  };
}

/** Packets of earlier programs lack what was added since: nothing is known of it. */
export function packetOf(body: string): Packet {
  const packet = JSON.parse(body) as Packet;
  return {
    ...packet,
    about: packet.about ?? [],
    wish: packet.wish ?? 'answer',
    answerTo: packet.answerTo ?? null,
    shopper: { ...packet.shopper, name: packet.shopper.name ?? null },
  };
}

function packetStatements(db: Kysely<Tables>) {
  return {
    packets: query((v: { limit: number }) =>
      db.selectFrom('packet').select('body').orderBy('created_at', 'desc').orderBy('id', 'desc').limit(v.limit),
    ),
    packet: query((v: { id: string }) => db.selectFrom('packet').select('body').where('id', '=', v.id)),
  };
}
