/** The Express door: Alexa, the web chat and, for `npm start`, the console; on the embedded store and the demo shop. */

import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import express from 'express';
import pino from 'pino';
import { alexaDoor } from './channels/alexa/door';
import { readEmail } from './channels/alexa/profile';
import { openChat } from './chat';
import { startChores } from './chores';
import { type Config, readConfig } from './config';
import { watchCalls } from './console/calls';
import { createClock } from './console/clock';
import { openConsole } from './console/door';
import { createRuleWarnings } from './console/rule-warnings';
import type { Play } from './console/save';
import { chooseDesk } from './desks';
import { eraseAccount } from './erasure';
import { openEarshot } from './open';
import { openTextChannels } from './text-channels';

/** Who a request without a token is on a developer's own machine. */
const LOCAL_TOKEN = 'demo-ana';

/** The shopper waits for it, within the time of the turn. */
const PROFILE_WITHIN_MS = 1_500;

export type ServeOptions = {
  /** Given only by `npm start`: opens the console, which plays with it what it saves as a test. */
  readonly play?: Play;
};

export async function serve({ play }: ServeOptions = {}): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  const config = readConfig();
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
  const { shop, locales, pages, data: folder } = config;
  const root = resolve(locales, '..');
  const clock = createClock(config.calendarShift);
  const calls = watchCalls();
  const watched = play ? { wrap: calls.wrap } : {};
  const phones = openTextChannels(config.channels, { log });
  const chosen = await chooseDesk(config.desk, { shop, locales, calendar: clock.now, email: phones.email });
  const earshot = await openEarshot({
    folder,
    shop,
    locales,
    calendar: clock.now,
    learning: 'meanwhile',
    fresh: values.fresh,
    log,
    channels: phones.all,
    ...(chosen.desk ? { desk: chosen.desk } : {}),
    publicUrl: config.publicUrl,
    secret: config.secret,
    database: config.database,
    readProfile: (profile) => readEmail(profile, { signal: AbortSignal.timeout(PROFILE_WITHIN_MS) }),
    ...watched,
  });
  const app = express();
  app.disable('x-powered-by');
  // What is answered here is never asked for again, so a hash of each body would serve nobody.
  app.disable('etag');
  // Only a proxy on this machine is believed about whom it speaks for.
  app.set('trust proxy', 'loopback');
  app.use(
    alexaDoor({
      answer: earshot.app.answer,
      now: Date.now,
      applicationId: shop.alexaSkillId,
      speaks: earshot.voice.supports,
      log,
      local: { defaultToken: LOCAL_TOKEN },
      onResponse: createRuleWarnings(log),
      linkOf: (id) => `${config.publicUrl}/chat#join=${earshot.reach.minting.secretOf(id)}`,
      onDisabled: (userId) => eraseAccount(userId, earshot),
    }),
  );
  const developers =
    play &&
    openConsole({
      ...{ earshot, calls, clock, shop, locales, pages, log },
      now: Date.now,
      settings: join(root, 'shop'),
      save: { folder: join(root, 'test', 'conversations'), play },
    });
  if (developers) app.use(developers.router);
  const chat = openChat(earshot, { shop, locales, pages, log });
  app.use(chat.router);
  for (const door of phones.doors(earshot.receive)) app.use(door);
  const webhooks = chosen.door(earshot.receive);
  if (webhooks) app.use(webhooks);
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  app.get('/', (_req, res) => void res.type('text/plain').send('Earshot is listening. Try: npm run talk\n'));

  const server = app.listen(config.port, '127.0.0.1', (error) => {
    if (error) return fail(portProblem(error, config.port));
    const { port } = server.address() as AddressInfo;
    process.stdout.write(greeting({ ...config, port }, earshot.demo.reanchored, phones.absent));
    for (const language of earshot.voice.languages) void earshot.ready(language);
  });
  earshot.outgoing.start();
  earshot.incoming.start();
  const chores = startChores(earshot, { shop, log });
  const stop = () => {
    chores.stop();
    phones.close();
    server.close(() => void earshot.close().then(() => process.exit(0)));
    chat.close();
    developers?.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function greeting(config: Config, reanchored: boolean, absent: readonly string[]): string {
  const lines = [
    `Earshot listens at http://localhost:${config.port}/alexa for ${config.shop.name} (${config.shop.alexaLocales.join(', ')}).`,
    '',
    `Open http://localhost:${config.port}/ to talk to it, or /chat#token=${LOCAL_TOKEN} to write to it.`,
    'Or talk to it in a second terminal with "npm run talk", and say:',
    '  reorder my coffee',
    '  where is my dog food',
    '  what does shipping cost',
    '',
    `Fake: the shop, its goods, its shoppers and their payments. Without a token you are Ana (token ${LOCAL_TOKEN}).`,
    ...absent,
    `Data lies in ${config.data}${reanchored ? ', and was moved to today' : ''}; "npm start -- --fresh" begins anew.`,
    "Requests to this computer's own address may come unsigned; whatever a tunnel forwards, or carries a signature, is verified.",
    '',
  ];
  return `${lines.join('\n')}\n`;
}

function portProblem(error: Error, port: number): string {
  const busy = 'code' in error && error.code === 'EADDRINUSE';
  return busy ? `Port ${port} is in use; choose another with PORT=3001 npm start` : error.message;
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** What is wrong, in one line for whoever started it. */
export function failWith(error: unknown): never {
  return fail(error instanceof Error ? error.message : String(error));
}

if (require.main === module) serve().catch(failWith);
