/** Forgets what is too old: in lots, so that turns get their moment in between. */

import type { Before } from '../../../services/privacy/privacy';
import type { Engine } from '../engine';
import { eraseDoomed, parts } from '../erase';
import type { Query } from '../query';

const LOT = 256;
/** In conversations; each has a few lines a turn. */
const PAGE = 64;
/** Tokens and wrong guesses mean nothing any more a day after they are over. Milliseconds. */
const DAY = 24 * 3_600_000;

export async function purge(engine: Engine, before: Before): Promise<Readonly<Record<string, number>>> {
  const { statements, now } = engine;
  const once = async <A>(query: Query<A, unknown>, values: A) => (await engine.write(query, values)).length;
  const paged = await purgePages(engine, before);
  const hand_off = await inLots(engine, statements.purgeHandOffs, before.handOffs);
  return {
    ...paged,
    hand_off,
    packet: await inLots(engine, statements.purgePackets, before.handOffs),
    outbox: await inLots(engine, statements.purgeOutbox, before.deliveries),
    inbox: await inLots(engine, statements.purgeInbox, before.received),
    contact: await once(statements.purgeContacts, { before: before.contacts }),
    token: await once(statements.purgeTokens, { before: now() - DAY }),
    guess: await once(statements.purgeGuesses, { before: now() - DAY }),
    attempt: await once(statements.purgeAttempts, { before: before.conversations }),
  };
}

type Lots = Query<{ readonly before: number; readonly limit: number }, unknown>;

async function inLots({ write }: Engine, query: Lots, before: number): Promise<number> {
  for (let went = 0; ; ) {
    const lot = (await write(query, { before, limit: LOT })).length;
    went += lot;
    if (lot < LOT) return went;
  }
}

async function purgePages(engine: Engine, before: Before) {
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

type Ids = readonly { readonly id: string }[];

async function eraseOld(engine: Engine, old: Ids, before: number): Promise<number> {
  if (old.length === 0) return 0;
  const rows = old.map(({ id }) => ({ id, before }));
  const doom = parts(engine.statements.doomOld, rows);
  const written = await engine.together([...doom, ...eraseDoomed(engine, old)]);
  return written.slice(0, doom.length).flat().length;
}

async function forgetLines({ statements, together }: Engine, page: Ids, before: number): Promise<number> {
  if (page.length === 0) return 0;
  const written = await together(
    parts(
      statements.purgeHistory,
      page.map(({ id }) => ({ id, before })),
    ),
  );
  return written.flat().length;
}
