/** A PostgreSQL that cannot be used says so in one sentence, with its name and what to do, and without the password. */

import { createServer } from 'node:net';
import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import { commitOf, NOW } from '../../contracts/store-samples';
import { describeOnOwnPostgres } from '../../kit/postgres';
import { PASSWORD } from '../../kit/postgres-process';

describeOnOwnPostgres('a PostgreSQL database', (cluster) => {
  const open = (url: string, migrate = true) => openPostgresStore({ url, now: () => NOW, migrate, patience: 50 });
  const says = (url: string, migrate?: boolean) =>
    open(url, migrate).then(async (store) => {
      await store.close();
      return 'opened';
    }, String);

  describe('that cannot be used says so with its name', () => {
    const heard: string[] = [];
    afterAll(() => expect(heard.join('\n')).not.toContain(PASSWORD));
    const expectWords = async (url: string, words: RegExp) => {
      heard.push(await says(url));
      expect(heard.at(-1)).toMatch(words);
      expect(heard.at(-1)).toMatch(/^StoreProblem: The store \S+ (on|in) \S+ .*\.?$/);
    };

    it('when nothing listens there', () =>
      expectWords(cluster.urlOf('d', { port: 1 }), /d on 127\.0\.0\.1:1 cannot be reached\. Start PostgreSQL/));

    it('when its computer is not found', () =>
      expectWords('postgres://u:p@no-such-computer.invalid/d', /no-such-computer\.invalid:5432 (cannot be|does not)/));

    beforeAll(() => cluster.run('postgres', `create role guarded login password '${PASSWORD}'`));

    it('when the password is wrong', () =>
      expectWords(
        cluster.urlOf('postgres', { user: 'guarded', password: 'guess' }),
        /does not let guarded in\. Correct the user and the pass/,
      ));

    it('when there is no password', () =>
      expectWords(`postgres://guarded@127.0.0.1:${cluster.port()}/postgres`, /does not let guarded in/));

    it('when it does not exist', () =>
      expectWords(cluster.urlOf('nowhere'), /nowhere on .* does not exist\. Create it: createdb/));

    it('when its user may not write', async () => {
      const database = await cluster.freshDatabase();
      await expectWords(cluster.urlOf(database, { user: 'guarded' }), /may not be written by guarded\. Let it: GRANT/);
    });

    it('when who is there speaks no PostgreSQL', async () => {
      const stranger = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
      await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
      const address = stranger.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      await expectWords(cluster.urlOf('d', { port }), /d on 127\.0\.0\.1:\d+ \S+/);
      stranger.close();
    });

    it('when its address is none', async () => {
      heard.push(await says(`postgres://earshot:${PASSWORD}@:bad:port/x`));
      expect(heard.at(-1)).toMatch(/DATABASE_URL is no address: it looks like postgres:/);
    });
  });

  it('refuses turns while it is away, loses nothing, and takes them afterwards', async () => {
    const store = await open(cluster.urlOf(await cluster.freshDatabase()));
    await store.conversations.commit(commitOf('c', 0));
    await cluster.kill();
    await expect(store.conversations.commit(commitOf('c', 1))).rejects.toThrow(
      /cannot be reached|does not answer|starting/,
    );
    await expect(store.conversations.load('c')).rejects.toThrow(/cannot be reached|does not answer|starting/);
    await cluster.start();
    expect(await store.conversations.load('c')).toMatchObject({ version: 1 });
    expect(await store.conversations.commit(commitOf('c', 1))).toBe('committed');
    await store.close();
  });
});
