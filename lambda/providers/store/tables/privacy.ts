/** Export, erasure and retention on any engine. */

import { type Kysely, sql } from 'kysely';
import type { Privacy } from '../../../services/privacy/privacy';
import type { Engine } from '../engine';
import { query } from '../query';
import type { Tables } from '../schema';
import { trailOf } from './contacts';
import { erasing } from './erase';
import { exporter } from './export';
import { CONTACTS_OWN } from './privacy-where';
import { purger } from './purge';

/** Conversations in one transaction: turns get their moment in between, and whoever was stopped here asks again. */
const LOT = 4;

export function privacyOn(engine: Engine): Privacy {
  const { words, read, together } = engine;
  const statements = whoseStatements(words);
  const erase = erasing(words);
  const purge = purger(engine, erase);
  const rows = exporter(engine);
  return {
    async conversationsOf(shopperId) {
      const own = `shopper:${shopperId}`;
      const household = `${own}/`;
      const [held, attempted, cared] = await Promise.all([
        read(statements.conversationsOf, { own, household, length: [...household].length }),
        read(statements.attemptedIn, { shopperId }),
        read(statements.caredForIn, { shopperId }),
      ]);
      return [...new Set([...held, ...attempted, ...cared].map(({ id }) => id))];
    },
    conversationsAt: (channel, address) => heldAt({ statements, read }, channel, address),
    export: rows,
    asKept: rows,
    async erase(conversationIds, shopperId) {
      for (let at = 0; at < conversationIds.length; at += LOT) {
        const ids = conversationIds.slice(at, at + LOT).map((id) => ({ id }));
        await together([...erase.doom(ids), ...erase.doomed(ids), ...erase.rulesWith(ids)]);
      }
      if (shopperId !== null) await together(erase.attemptsOf(shopperId));
      await engine.wipe?.();
    },
    async purge(before) {
      const went = await purge(before);
      await engine.wipe?.();
      return went;
    },
  };
}

type Held = Pick<Engine, 'read'> & { readonly statements: ReturnType<typeof whoseStatements> };

async function heldAt({ statements, read }: Held, channel: string, address: string) {
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

function whoseStatements(db: Kysely<Tables>) {
  return {
    conversationsOf: query((v: { own: string; household: string; length: number }) =>
      db
        .selectFrom('conversation')
        .select('id')
        .where(({ eb, or, fn, lit, val }) =>
          or([eb('id', '=', v.own), eb(fn<string>('substr', ['id', lit(1), val(v.length)]), '=', v.household)]),
        )
        .orderBy('id'),
    ),
    /** `address`: an id, or an address in small letters. */
    contactsAt: query((v: { channel: string; address: string }) =>
      db
        .selectFrom('contact')
        .select(['id', sql<string>`coalesce(contact.conversation_id, ${CONTACTS_OWN})`.as('conversation_id')])
        .where('channel', '=', v.channel)
        .where(({ eb, or, fn }) => or([eb('id', '=', v.address), eb(fn<string>('lower', ['address']), '=', v.address)]))
        .orderBy('id'),
    ),
    trail: trailOf(db),
    attemptedIn: query((v: { shopperId: string }) =>
      db
        .selectFrom('attempt')
        .select('conversation_id as id')
        .distinct()
        .where('shopper_id', '=', v.shopperId)
        .where('conversation_id', '<>', ''),
    ),
    caredForIn: query((v: { shopperId: string }) =>
      db
        .selectFrom('care_action')
        .select('conversation_id as id')
        .distinct()
        .where('shopper_id', '=', v.shopperId)
        .where('conversation_id', '<>', ''),
    ),
  };
}
