/** The fair yardstick: the SDK's hello-world that keeps its attributes in SQLite, as durably as a turn of ours. Runs as a program. */

import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type PersistenceAdapter, type RequestHandler, SkillBuilders } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import type { RequestEnvelope } from 'ask-sdk-model';
import express from 'express';
import Database from 'libsql';

/** One row a user; committed and synced to the disk before the answer leaves, one commit a turn. */
function sqliteAttributes(file: string): PersistenceAdapter {
  const db = new Database(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000');
  db.exec('create table if not exists attributes (user text primary key, body text not null) without rowid');
  const read = db.prepare('select body from attributes where user = ?');
  const write = db.prepare(
    'insert into attributes (user, body) values (?, ?) on conflict (user) do update set body = excluded.body',
  );
  const userOf = ({ context }: RequestEnvelope) => context.System.user.userId;
  return {
    async getAttributes(envelope) {
      const row = read.get(userOf(envelope)) as { readonly body: string } | undefined;
      return row ? JSON.parse(row.body) : {};
    },
    async saveAttributes(envelope, attributes) {
      write.run(userOf(envelope), JSON.stringify(attributes));
    },
    async deleteAttributes(envelope) {
      write.run(userOf(envelope), '{}');
    },
  };
}

const hello: RequestHandler = {
  canHandle: () => true,
  async handle({ attributesManager, responseBuilder }) {
    const { visits = 0 } = await attributesManager.getPersistentAttributes();
    attributesManager.setPersistentAttributes({ visits: visits + 1 });
    await attributesManager.savePersistentAttributes();
    return responseBuilder
      .speak('Welcome to Hello World. What would you like?')
      .reprompt('What would you like?')
      .getResponse();
  },
};

const folder = process.env.EARSHOT_DATA ?? '.';
mkdirSync(folder, { recursive: true });
const app = express();
app.disable('x-powered-by');
const skill = SkillBuilders.custom()
  .addRequestHandlers(hello)
  .withPersistenceAdapter(sqliteAttributes(join(folder, 'attributes.sqlite')))
  .create();
app.post('/alexa', ...new ExpressAdapter(skill, false, false).getRequestHandlers());

const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Hello World listens at http://localhost:${port}/alexa\n`);
});
process.once('SIGTERM', () => server.close(() => process.exit(0)));
