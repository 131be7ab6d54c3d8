/** How the databases find what is asked for every turn: what is over and old is not looked at, however much there is. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { Client } from 'pg';
import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import { postgresWords, sqliteWords } from '../../../lambda/providers/store/query';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import { attemptStatements } from '../../../lambda/providers/store/tables/attempts';
import { queueStatements } from '../../../lambda/providers/store/tables/queue';
import { conversationStatements } from '../../../lambda/providers/store/turns/conversations';
import { NOW } from '../../contracts/store-samples';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';
import { describeOnPostgres } from '../../kit/postgres';

const folder = mkdtempSync(join(tmpdir(), 'earshot-plans-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Years of orders of one shopper, all told; `n` counts them. */
const OLD = `insert into attempt (proposal_id, conversation_id, shopper_id, proposal, state, result, started_at, told)
  select 'p' || n, 'c', 'ana', '{}', 'placed', '{}', n, 1 from`;
/** Ten thousand hand-offs: most are nobody's yet or somebody's, the rest are over. */
const HAND_OFFS = `insert into hand_off (id, conversation_id, reference, reason, wish, locale, state, agent_id, agent_name,
    created_at, ended_at, waiting_since)
  select 'h' || n, 'c', '1', 'asked', 'answer', 'en', case when n % 3 = 0 then 'completed' else 'accepted' end,
    case when n % 3 = 1 then 'agent' || n % 10 end, 'A', n, case when n % 3 = 0 then n end,
    case when n % 3 > 0 then n end from`;
const CONVERSATION = `insert into conversation values ('c', 1, '{}', 0)`;
const PAGE = { turn: 0, createdAt: 0, id: '', agentId: 'agent1', since: 0, limit: 51 };
/** Which index each group is walked in; none of them is sorted. */
const WALKED = [
  ['free', 'hand_off_free'],
  ['mine', 'hand_off_agent'],
  ['others', 'hand_off_taken'],
  ['ended', 'hand_off_over'],
] as const;

const OPEN = { shopperId: 'ana', before: NOW };
const START = {
  channel: 'web',
  requestId: 'r of c',
  earlier: 'r',
  id: 'c',
  contactId: '',
  shopperId: 'ana',
  aside: 'web:c',
};

describe('SQLite', () => {
  const file = join(folder, 'plans.db');
  const plan = (query: { readonly sql: string; bind(values: never): readonly unknown[] }, values: object): string => {
    const db = new Database(file);
    const rows = db.prepare(`explain query plan ${query.sql}`).all([...query.bind(values as never)]);
    db.close();
    return rows.map((row) => (row as { detail: string }).detail).join('\n');
  };
  beforeAll(async () => {
    await openSqliteStore({ file, now: () => NOW }).then((store) => store.close());
    const db = new Database(file);
    db.exec(`${OLD} (with recursive c(n) as (select 1 union all select n + 1 from c where n < 5000) select n from c)`);
    db.exec(CONVERSATION);
    db.exec(
      `${HAND_OFFS} (with recursive c(n) as (select 1 union all select n + 1 from c where n < 10000) select n from c)`,
    );
    db.close();
  });

  test('finds the open attempts of a shopper by the index that has no others', () => {
    const found = plan(attemptStatements(sqliteWords()).openAttempts, OPEN);
    expect(found).toMatch(/SEARCH attempt USING INDEX attempt_open \(shopper_id=\?\)/);
    expect(found).not.toMatch(/SCAN attempt|attempt_shopper|attempt_state/);
  });

  test('begins a turn without going through any table', () => {
    const found = plan(conversationStatements(sqliteWords()).open, START);
    expect(found).toContain('attempt_open');
    expect(found.match(/SCAN (?!CONSTANT ROW|asked)\w+/g)).toBeNull();
  });

  test.each(WALKED)('walks a page of %s in the order of %s, and stops', (group, index) => {
    const found = plan(queueStatements(sqliteWords())[group], PAGE);
    expect(found).toContain(`USING INDEX ${index}`);
    expect(found).not.toMatch(/TEMP B-TREE|SCAN hand_off(?! USING)|SCAN history/);
  });

  test('counts by the indexes alone', () => {
    const found = plan(queueStatements(sqliteWords()).counts, { agentId: 'agent1', since: 0 });
    expect(found.match(/(SCAN|SEARCH) hand_off USING COVERING INDEX/g)).toHaveLength(5);
    const waiting = plan(queueStatements(sqliteWords()).waiting, {});
    expect(waiting.match(/(SCAN|SEARCH) hand_off USING COVERING INDEX/g)).toHaveLength(2);
  });
});

describeOnPostgres('PostgreSQL', (cluster) => {
  let database = '';
  const plan = async (query: { readonly sql: string; bind(values: never): readonly unknown[] }, values: object) => {
    const texts = query.bind(values as never).map((value) => (typeof value === 'string' ? `'${value}'` : value));
    const client = new Client({ connectionString: cluster.urlOf(database) });
    await client.connect();
    // As it is planned for any values: that is how a statement that was prepared is run.
    await client.query('set plan_cache_mode = force_generic_plan');
    await client.query(`prepare asked as ${query.sql}`);
    const { rows } = await client.query(`explain execute asked (${texts.join(', ')})`);
    await client.end();
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };
  beforeAll(async () => {
    database = await cluster.freshDatabase();
    await openPostgresStore({ url: cluster.urlOf(database), now: () => NOW, patience: AS_LONG_AS_IT_TAKES }).then(
      (store) => store.close(),
    );
    await cluster.run(database, `${OLD} generate_series(1, 5000) as n; analyze attempt`);
    await cluster.run(database, `${CONVERSATION}; ${HAND_OFFS} generate_series(1, 10000) as n; analyze hand_off`);
  });

  test('finds the open attempts of a shopper by the index that has no others', async () => {
    const found = await plan(attemptStatements(postgresWords()).openAttempts, OPEN);
    expect(found).toMatch(/Index Scan (using|on) attempt_open/);
    expect(found).not.toMatch(/Seq Scan on attempt|attempt_shopper|attempt_state/);
  });

  test('begins a turn by the same index', async () => {
    const found = await plan(conversationStatements(postgresWords()).open, START);
    expect(found).toContain('attempt_open');
    expect(found).not.toContain('Seq Scan on attempt');
  });

  test.each(WALKED)('walks a page of %s in the order of %s, and stops', async (group, index) => {
    const found = await plan(queueStatements(postgresWords())[group], PAGE);
    expect(found).toMatch(new RegExp(`Index Scan (Backward )?using ${index}`));
    expect(found).toMatch(/^Limit .*\n +-> {2}Nested Loop Left Join/);
  });
});
