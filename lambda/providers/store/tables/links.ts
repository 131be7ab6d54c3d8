/** What the linking server keeps, on any engine. */

import type { Kysely } from 'kysely';
import { GRANT, type KeptLinkRecord, type LinkRecord, type LinkRecords } from '../../../services/sign-in/link-records';
import type { Engine } from '../engine';
import { query } from '../query';
import type { Tables } from '../schema';

/** What keeps a link alive. */
const TOKENS = ['AccessToken', 'RefreshToken'];

export function linksOn({ words, read, write }: Engine): LinkRecords {
  const statements = { ...recordStatements(words), ...grantStatements(words) };
  return {
    async put(record) {
      await write(statements.put, rowOf(record));
    },
    async find(kind, id, now) {
      const [row] = await read(statements.find, { kind, id, now });
      return row ? recordOf(row) : null;
    },
    async use(kind, id, now) {
      return (await write(statements.use, { kind, id, now })).length > 0;
    },
    async remove(kind, id) {
      await write(statements.remove, { kind, id });
    },
    async revoke(grant) {
      await write(statements.revoke, { grant });
    },
    async claim(grant, account) {
      await write(statements.claim, { grant, account });
      const [row] = await read(statements.account, { grant });
      return row?.account ?? null;
    },
    async live(shopperId, now) {
      return (await read(statements.live, { shopperId, now })).map(({ id, body }) => ({ id, body }));
    },
    async revokeAt(account) {
      await write(statements.revokeAt, { account });
    },
  };
}

function rowOf({ kind, id, body, grant, shopperId, expiresAt }: LinkRecord): Omit<Tables['link_record'], 'account'> {
  return { kind, id, body, grant_id: grant, shopper_id: shopperId, expires_at: expiresAt, used_at: 0 };
}

function recordOf(row: Tables['link_record']): KeptLinkRecord {
  const { kind, id, body, grant_id: grant, shopper_id: shopperId, expires_at: expiresAt } = row;
  return { kind, id, body, grant, shopperId, expiresAt, isUsed: row.used_at > 0 };
}

type Which = { readonly kind: string; readonly id: string };

function recordStatements(db: Kysely<Tables>) {
  return {
    // What was used stays used: a record that is written again is the same one with more in it.
    put: query((v: Omit<Tables['link_record'], 'account'>) =>
      db
        .insertInto('link_record')
        .values({
          ...{ kind: v.kind, id: v.id, body: v.body, grant_id: v.grant_id, shopper_id: v.shopper_id },
          ...{ account: null, expires_at: v.expires_at, used_at: v.used_at },
        })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'id']).doUpdateSet((eb) => ({
            body: eb.ref('excluded.body'),
            grant_id: eb.ref('excluded.grant_id'),
            shopper_id: eb.ref('excluded.shopper_id'),
            expires_at: eb.ref('excluded.expires_at'),
          })),
        ),
    ),
    find: query((v: Which & { now: number }) =>
      db
        .selectFrom('link_record')
        .selectAll()
        .where('kind', '=', v.kind)
        .where('id', '=', v.id)
        .where('expires_at', '>', v.now),
    ),
    use: query((v: Which & { now: number }) =>
      db
        .updateTable('link_record')
        .set({ used_at: v.now })
        .where('kind', '=', v.kind)
        .where('id', '=', v.id)
        .where('used_at', '=', 0)
        .where('expires_at', '>', v.now)
        .returning('id'),
    ),
    remove: query((v: Which) =>
      db.deleteFrom('link_record').where('kind', '=', v.kind).where('id', '=', v.id).returning('id'),
    ),
  };
}

function grantStatements(db: Kysely<Tables>) {
  return {
    revoke: query((v: { grant: string }) =>
      db.deleteFrom('link_record').where('grant_id', '=', v.grant).returning('id'),
    ),
    claim: query((v: { grant: string; account: string }) =>
      db
        .updateTable('link_record')
        .set({ account: v.account })
        .where('kind', '=', GRANT)
        .where('id', '=', v.grant)
        .where('account', 'is', null)
        .returning('id'),
    ),
    account: query((v: { grant: string }) =>
      db.selectFrom('link_record').select('account').where('kind', '=', GRANT).where('id', '=', v.grant),
    ),
    live: query((v: { shopperId: string; now: number }) =>
      db
        .selectFrom('link_record')
        .select(['id', 'body', 'expires_at'])
        .where('kind', '=', GRANT)
        .where('shopper_id', '=', v.shopperId)
        .where('expires_at', '>', v.now)
        .where('grant_id', 'in', (eb) =>
          eb
            .selectFrom('link_record as token')
            .select('token.grant_id')
            .where('token.shopper_id', '=', v.shopperId)
            .where('token.kind', 'in', TOKENS)
            .where('token.used_at', '=', 0)
            .where('token.expires_at', '>', v.now)
            .where('token.grant_id', 'is not', null),
        )
        .orderBy('expires_at', 'desc')
        .orderBy('id'),
    ),
    revokeAt: query((v: { account: string }) =>
      db
        .deleteFrom('link_record')
        .where('grant_id', 'in', (eb) =>
          eb
            .selectFrom('link_record as linked')
            .select('linked.grant_id')
            .where('linked.account', '=', v.account)
            .where('linked.grant_id', 'is not', null),
        )
        .returning('id'),
    ),
  };
}

/** Whoever is erased is linked with nothing any more. */
export function linksGone(db: Kysely<Tables>) {
  return query((v: { shopperId: string }) =>
    db.deleteFrom('link_record').where('shopper_id', '=', v.shopperId).returning('kind'),
  );
}

/** What a shopper gets to see of their links: with which account, and until when. */
export function linksTold(db: Kysely<Tables>) {
  return query((v: { shopperId: string }) =>
    db
      .selectFrom('link_record')
      .select(['account', 'expires_at'])
      .where('shopper_id', '=', v.shopperId)
      .where('kind', '=', GRANT)
      .orderBy('expires_at'),
  );
}
