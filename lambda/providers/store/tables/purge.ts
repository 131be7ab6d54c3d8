/** Forgets what is too old: in lots, so that turns get their moment in between. */

import type { Kysely } from 'kysely';
import { inLots } from '../../../services/in-lots';
import type { Privacy, PurgeBefore } from '../../../services/privacy/privacy';
import type { Engine } from '../engine';
import { bulk, type Query, query } from '../query';
import { type Id, parts } from '../rows';
import type { Tables } from '../schema';
import { carePurges } from './care-statements';
import { recordPurges } from './desk-records';
import { type Erasing, FINISHED } from './erase';
import { mirrorPurges } from './mirrors';
import { DOOMED } from './privacy-where';
import { spentDaysPurge } from './spent-days';
import { tokenPurges } from './tokens';

const LOT = 256;
/** In conversations; each has a few lines a turn. */
const PAGE = 64;
/** Tokens and wrong guesses mean nothing any more a day after they are over. Milliseconds. */
const DAY = 24 * 3_600_000;

type Purging = Engine & { readonly erase: Erasing; readonly statements: ReturnType<typeof purgeStatements> };

export function purger(engine: Engine, erase: Erasing): Privacy['purge'] {
  const purging = { ...engine, erase, statements: purgeStatements(engine.words) };
  return (before) => purge(purging, before);
}

async function purge(engine: Purging, before: PurgeBefore): Promise<Readonly<Record<string, number>>> {
  const { statements, now } = engine;
  const once = async <A>(query: Query<A, unknown>, values: A) => (await engine.write(query, values)).length;
  const paged = await purgePages(engine, before);
  return {
    ...paged,
    hand_off: await old(engine, statements.purgeHandOffs, before.handOffs),
    photo: await once(statements.purgeFiles, { before: before.handOffs }),
    missed: await once(statements.purgeMissed, { before: before.history }),
    order_mirror: await once(statements.purgeMirrors, { before: before.history }),
    packet: await old(engine, statements.purgePackets, before.handOffs),
    outbox: await old(engine, statements.purgeOutbox, before.deliveries),
    inbox: await old(engine, statements.purgeInbox, before.received),
    contact: await once(statements.purgeContacts, { before: before.contacts }),
    token: await once(statements.purgeTokens, { before: now() - DAY }),
    link_record: await once(statements.purgeLinks, { before: now() - DAY }),
    spent_day: await once(statements.purgeDays, { before: now() - 3 * DAY }),
    guess: await once(statements.purgeGuesses, { before: now() - DAY }),
    attempt: await once(statements.purgeAttempts, { before: before.conversations }),
    care_action: await once(statements.purgeCare, { before: before.conversations }),
    desk_record: await old(engine, statements.purgeRecord, before.record),
    care_claim: await once(statements.purgeClaims, { before: before.conversations }),
  };
}

type Lots = Query<{ readonly before: number; readonly limit: number }, unknown>;

function old({ write }: Engine, query: Lots, before: number): Promise<number> {
  return inLots(LOT, () => write(query, { before, limit: LOT }));
}

async function purgePages(engine: Purging, before: PurgeBefore) {
  const went = { conversation: 0, history: 0 };
  for (let after = ''; ; ) {
    const page = await engine.read(engine.statements.conversationPage, { after, limit: PAGE });
    const old = page.filter((row) => row.updated_at < before.conversations);
    went.conversation += await eraseOld(engine, old, before.conversations);
    went.history += await forgetLines(engine, page, before.history);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return went;
    after = last.id;
  }
}

type Ids = readonly Id[];

async function eraseOld(engine: Purging, old: Ids, before: number): Promise<number> {
  if (old.length === 0) return 0;
  const rows = old.map(({ id }) => ({ id, before }));
  const doom = parts(engine.statements.doomOld, rows);
  const written = await engine.together([...doom, ...engine.erase.doomed(old)]);
  return written.slice(0, doom.length).flat().length;
}

async function forgetLines({ statements, together }: Purging, page: Ids, before: number): Promise<number> {
  if (page.length === 0) return 0;
  const written = await together(
    parts(
      statements.purgeHistory,
      page.map(({ id }) => ({ id, before })),
    ),
  );
  return written.flat().length;
}

type Old = { readonly before: number; readonly limit: number };

function purgeStatements(db: Kysely<Tables>) {
  const elsewhere = { ...carePurges(db), ...recordPurges(db), ...tokenPurges(db), ...mirrorPurges(db) };
  return { ...pageStatements(db), ...lotStatements(db), ...smallStatements(db), ...elsewhere, ...spentDaysPurge(db) };
}

/** Conversations page by page, as an index on their age would have to move with every turn. */
function pageStatements(db: Kysely<Tables>) {
  return {
    conversationPage: query((v: { after: string; limit: number }) =>
      db.selectFrom('conversation').select(['id', 'updated_at']).where('id', '>', v.after).orderBy('id').limit(v.limit),
    ),
    doomOld: bulk(['id', 'before'], (rows: readonly { id: string; before: number }[]) =>
      db
        .updateTable('conversation')
        .set({ version: DOOMED })
        .where((eb) => eb.or(rows.map((row) => eb.and([eb('id', '=', row.id), eb('updated_at', '<', row.before)]))))
        .returning('version'),
    ),
    purgeHistory: bulk(['id', 'before'], (rows: readonly { id: string; before: number }[]) =>
      db
        .deleteFrom('history')
        .where((eb) =>
          eb.or(rows.map((row) => eb.and([eb('conversation_id', '=', row.id), eb('at', '<', row.before)]))),
        )
        .returning('line'),
    ),
  };
}

function lotStatements(db: Kysely<Tables>) {
  return {
    purgeHandOffs: query((v: Old) =>
      db
        .deleteFrom('hand_off')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('hand_off as old')
            .select('old.id')
            .where('old.state', 'in', ['completed', 'failed'])
            .where('old.ended_at', '<', v.before)
            .limit(v.limit),
        )
        .returning('created_at'),
    ),
    /** As long as its hand-off is kept a packet is, too. */
    purgePackets: query((v: Old) =>
      db
        .deleteFrom('packet')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('packet as old')
            .select('old.id')
            .where('old.created_at', '<', v.before)
            .where(({ not, exists, selectFrom }) =>
              not(exists(selectFrom('hand_off').select('hand_off.id').whereRef('hand_off.id', '=', 'old.id'))),
            )
            .limit(v.limit),
        )
        .returning('created_at'),
    ),
    purgeOutbox: query((v: Old) =>
      db
        .deleteFrom('outbox')
        .where('id', 'in', (eb) =>
          eb.selectFrom('outbox as old').select('old.id').where('old.done_at', '<', v.before).limit(v.limit),
        )
        .returning('line'),
    ),
    purgeInbox: query((v: Old) =>
      db
        .deleteFrom('inbox')
        .where('id', 'in', (eb) =>
          eb.selectFrom('inbox as old').select('old.id').where('old.done_at', '<', v.before).limit(v.limit),
        )
        .returning('place'),
    ),
  };
}

/** Tables that stay small, or whose rows are few. */
function smallStatements(db: Kysely<Tables>) {
  return {
    purgeContacts: query((v: { before: number }) =>
      db.deleteFrom('contact').where('met_at', '<', v.before).returning('met_at'),
    ),
    purgeFiles: query((v: { before: number }) => db.deleteFrom('photo').where('at', '<', v.before).returning('at')),
    purgeMissed: query((v: { before: number }) => db.deleteFrom('missed').where('at', '<', v.before).returning('at')),
    purgeLinks: query((v: { before: number }) =>
      db.deleteFrom('link_record').where('expires_at', '<', v.before).returning('kind'),
    ),
    /** Those whose outcome came after their conversation went, and those nobody can still ask about. */
    purgeAttempts: query((v: { before: number }) =>
      db
        .deleteFrom('attempt')
        .where('state', 'in', FINISHED)
        .where((eb) => eb.or([eb('conversation_id', '=', ''), eb('started_at', '<', v.before)]))
        .returning('told'),
    ),
  };
}
