/** Hand-offs, packets and notes on any engine. */

import type { HandOff, HandOffs } from '../../../services/hand-off/hand-offs';
import type { Packet } from '../../../services/hand-off/packet';
import type { Engine, NewHandOff } from '../engine';
import { atMost } from '../rows';
import type { Tables } from '../schema';

export function handOffsOn({ statements, read, write }: Engine): HandOffs {
  return {
    async list(limit) {
      return (await read(statements.packets, { limit: atMost(limit) })).map(({ body }) => packetOf(body));
    },
    async get(id) {
      const [row] = await read(statements.handOff, { id });
      return row ? handOffOf(row) : null;
    },
    async packet(id) {
      const [row] = await read(statements.packet, { id });
      return row ? packetOf(row.body) : null;
    },
    async queue(endedSince) {
      const [open, ended] = await Promise.all([
        read(statements.openHandOffs, {}),
        read(statements.endedHandOffs, { since: endedSince }),
      ]);
      return [...open, ...ended].map(handOffOf);
    },
    async reached(id, desk, ref) {
      await write(statements.reachHandOff, { id, desk, ref });
    },
    async refOf(id) {
      const [row] = await read(statements.handOff, { id });
      return row?.ref ?? null;
    },
    async byRef(desk, ref) {
      const [row] = await read(statements.handOffByRef, { desk, ref });
      return row ? handOffOf(row) : null;
    },
    async of(ids) {
      const rows = await Promise.all(ids.map((id) => read(statements.handOffsOf, { id })));
      return rows.flat().map(handOffOf);
    },
    async at(desk, since) {
      const rows = await read(statements.handOffsAt, { desk, since });
      return rows.flatMap(({ id, ref }) => (ref === null ? [] : [{ handOffId: id, ref }]));
    },
    async addNote({ id, handOffId, at, by, text }) {
      await write(statements.addNote, { id, hand_off_id: handOffId, at, by, text });
    },
    async notes(handOffId) {
      const rows = await read(statements.notes, { id: handOffId });
      return rows.map(({ id, at, by, text }) => ({ id, handOffId, at, by, text }));
    },
  };
}

/** Packets of earlier programs lack what was added since: nothing is known of it. */
function packetOf(body: string): Packet {
  const packet = JSON.parse(body) as Packet;
  return {
    ...packet,
    about: packet.about ?? [],
    wish: packet.wish ?? 'answer',
    answerTo: packet.answerTo ?? null,
    shopper: { ...packet.shopper, name: packet.shopper.name ?? null },
  };
}

export function handOffRow(conversation: string, handOff: HandOff): NewHandOff {
  return {
    id: handOff.id,
    conversation_id: conversation,
    reference: handOff.reference,
    reason: handOff.reason,
    wish: handOff.wish,
    locale: handOff.locale,
    state: handOff.state,
    agent_id: handOff.agent?.id ?? null,
    agent_name: handOff.agent?.name ?? null,
    created_at: handOff.createdAt,
    accepted_at: handOff.acceptedAt,
    ended_at: handOff.endedAt,
    done: handOff.done,
    topic: handOff.topic,
    waiting_since: handOff.waitingSince,
  };
}

function handOffOf(row: Tables['hand_off']): HandOff {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    reference: row.reference,
    reason: row.reason as HandOff['reason'],
    wish: row.wish as HandOff['wish'],
    locale: row.locale,
    state: row.state as HandOff['state'],
    agent: row.agent_id === null ? null : { id: row.agent_id, name: row.agent_name ?? '' },
    createdAt: row.created_at,
    acceptedAt: row.accepted_at,
    endedAt: row.ended_at,
    done: row.done as HandOff['done'],
    topic: row.topic,
    waitingSince: row.waiting_since,
  };
}
