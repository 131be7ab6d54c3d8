/** Export, erasure and retention on any engine. */

import type { Before, Exported, Privacy } from '../../../services/privacy/privacy';
import type { Engine } from '../engine';
import { eraseAttemptsOf, eraseDoomed, parts } from '../erase';
import type { Bulk } from '../query';
import { inParts } from '../rows';
import { purge } from './purge';

type Id = { readonly id: string };

export function privacyOn(engine: Engine): Privacy {
  const { statements, read, together } = engine;
  return {
    async conversationsOf(shopperId) {
      const own = `shopper:${shopperId}`;
      const household = `${own}/`;
      const [held, attempted] = await Promise.all([
        read(statements.conversationsOf, { own, household, length: [...household].length }),
        read(statements.attemptedIn, { shopperId }),
      ]);
      return [...new Set([...held, ...attempted].map(({ id }) => id))];
    },
    conversationsAt: (channel, address) => heldAt(engine, channel, address),
    export: (conversationIds, shopperId) => exported(engine, conversationIds, shopperId),
    async erase(conversationIds, shopperId) {
      const ids = conversationIds.map((id) => ({ id }));
      const own = shopperId === null ? [] : eraseAttemptsOf(engine, shopperId);
      await together([...parts(statements.doom, ids), ...eraseDoomed(engine, ids), ...own]);
    },
    purge: (before: Before) => purge(engine, before),
  };
}

async function heldAt({ statements, read }: Engine, channel: string, address: string) {
  const contacts = (
    await Promise.all(spellings(address).map((one) => read(statements.contactsAt, { channel, address: one })))
  ).flat();
  const ids = [...new Set([address, ...contacts.map(({ id }) => id)])];
  const trails = await Promise.all(ids.map((id) => read(statements.trail, { channel, address: id })));
  const own = ids.map((id) => `${channel}:${id}`);
  return [...new Set([...trails.flat(), ...contacts].map((row) => row.conversation_id).concat(own))];
}

/** As the channels may have written it down. */
function spellings(address: string): readonly string[] {
  const digits = address.replace(/\D/g, '');
  const numbers = /^\+?[\d ().-]+$/.test(address) ? [digits, `+${digits}`] : [];
  return [...new Set([address, address.toLowerCase(), ...numbers])];
}

async function exported({ statements, read }: Engine, ids: readonly string[], shopperId: string | null) {
  const rows = ids.map((id) => ({ id }));
  const tables = Object.entries(statements.exported) as [string, Bulk<Id, Readonly<Record<string, unknown>>>][];
  const all: Record<string, readonly Readonly<Record<string, unknown>>[]> = {};
  for (const [table, statement] of tables) all[table] = await inParts(read, statement, rows);
  if (shopperId !== null) {
    const own = await read(statements.exportAttemptsOf, { shopperId });
    const others = (all.attempt ?? []).filter((row) => row.shopper_id !== shopperId);
    all.attempt = [...own, ...others];
  }
  return all satisfies Exported;
}
