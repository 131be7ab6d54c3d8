/** The Express door: Alexa, the text channels, the desk and, for `npm start`, the console, on one opened house. */

import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Express } from 'express';
import type { Logger } from 'pino';
import pino from 'pino';
import { amazonAccount } from './channels/alexa/account';
import { alexaDoor } from './channels/alexa/door';
import { watchCalls } from './console/calls';
import { createClock } from './console/clock';
import { openConsole } from './console/door';
import { type ConsoleKey, keepKey } from './console/key';
import type { DeveloperTools } from './console/localiser';
import { printMail } from './console/printed-mail';
import { createRuleWarnings } from './console/rule-warnings';
import { unsignedFrom } from './console/unsigned';
import { openDesk } from './desk/door';
import { accountDeeds } from './house/account-deeds';
import { busyIn } from './house/busy';
import { openChat } from './house/chat';
import { startChores } from './house/chores';
import { type Config, readConfig, requireSkill } from './house/config';
import { openersOf } from './house/contents';
import { chooseDesk } from './house/desks';
import { greeting } from './house/greeting';
import { keepTime } from './house/keep-time';
import { type Linking, linkingOf } from './house/linking';
import { openEarshot } from './house/open';
import { createSteadyClock } from './house/steady-clock';
import { openTeacher } from './house/teacher';
import { openTextChannels } from './house/text-channels';
import { translatorOf } from './house/translator';
import { webhookDoors } from './house/webhooks';
import { boundedServer, newApp } from './http/listening';
import { answerInTime } from './operations/answer-in-time';
import { healthRouter, metricsRouter } from './operations/doors';
import { fail, failWith, portProblem } from './operations/failing';
import { type Stopped, stopGracefully } from './operations/graceful-stop';
import { watchLag } from './operations/lag';
import { learnAll } from './operations/learn';
import { createLog } from './operations/log';
import { createMetrics } from './operations/metrics';
import { createReadiness } from './operations/readiness';
import { createShedding } from './operations/shedding';
import { hearStopSignals } from './operations/stop-signals';

/** Turns under way at a time; one that waits for a shop costs little but memory. */
const MOST_TURNS = 500;

export type ServeOptions = {
  /** Given only by `npm start`: opens the console, which plays what it saves as a test, and writes the languages. */
  readonly tools?: DeveloperTools;
};

const NO = { type: 'boolean', default: false } as const;

/** `--fresh` begins with new demo data; `--local` lets unsigned requests in as `npm start` does. */
export async function serve({ tools }: ServeOptions = {}): Promise<void> {
  const onStop = hearStopSignals();
  const { values } = parseArgs({ options: { fresh: NO, local: NO } });
  const config = readConfig();
  const key = values.local || tools ? keepKey(config.data) : null;
  if (!key) requireSkill(config);
  const log = createLog({ level: config.logLevel, to: pino.destination(2) });
  const house = await openHouse(config, { log, fresh: values.fresh, isWatched: tools !== undefined });
  const printed = tools ? printMail() : null;
  const linking = await linkingOf(house.earshot, { config, log, post: house.phones.post, printed });
  const doors = openDoors(house, { config, log, key, linking, ...(tools ? { tools } : {}) });
  const server = boundedServer(doors.app);
  server.once('error', (error) => fail(portProblem(error, config.port)));
  server.listen(config.port, config.host, () => {
    const { port } = server.address() as AddressInfo;
    const { demo } = house.earshot;
    const local = key && { token: demo?.ownToken ?? null, key: key.text, hasConsole: tools !== undefined };
    const spoken = config.shop.alexaLocales.filter(house.earshot.voice.supports);
    const moved = demo?.reanchored ?? false;
    process.stdout.write(greeting({ config, port, spoken, local, moved, absent: house.phones.absent }));
    void learnAll(house, log);
  });
  house.earshot.outgoing.start();
  house.earshot.incoming.start();
  const chores = startChores(house.earshot, { shop: config.shop, log });
  onStop(() => {
    chores.stop();
    return stop(server, house, doors);
  });
}

type House = Awaited<ReturnType<typeof openHouse>>;

async function openHouse(
  config: Config,
  { log, fresh, isWatched }: { readonly log: Logger; readonly fresh: boolean; readonly isWatched: boolean },
) {
  const { shop, locales, database, keysDatabase, publicUrl, secret } = config;
  const clock = createClock(config.calendarShift);
  const steady = createSteadyClock();
  const { now } = steady;
  const calls = watchCalls();
  const metrics = createMetrics({ now });
  const phones = await openTextChannels(config.channels, { log, now, locales: config.locales });
  const chosen = await chooseDesk(config.desk, { shop, locales, calendar: clock.now, now, post: phones.post, log });
  const { desk } = chosen;
  const earshot = await openEarshot({
    ...{ shop, locales, database, keysDatabase, publicUrl, secret, fresh, log },
    folder: config.data,
    ...{ calendar: clock.now, now },
    ...{ learning: 'meanwhile', teacher: openTeacher() },
    ...{ linksAccounts: config.linking !== null || isWatched, linksAt: `http://localhost:${config.port}` },
    hearsChanges: config.changes !== null,
    channels: phones.all,
    watchStore: metrics.watchStore,
    onBroke: metrics.broke,
    desk: (house) => metrics.watchDesk(desk(house)),
    ...{ ...openersOf(config), ...amazonAccount(config) },
    drafts: isWatched,
    ...(isWatched ? { wrap: calls.wrap } : {}),
  });
  const readiness = createReadiness({ store: earshot.store, now: () => performance.now() });
  const time = await keepTime({ store: earshot.store, clock: steady, log });
  return { earshot, phones, chosen, clock, calls, metrics, readiness, time };
}

type Opening = {
  readonly config: Config;
  readonly log: Logger;
  /** null: the house links no accounts. */
  readonly linking: Linking | null;
  /** null: nobody is a developer here. */
  readonly key: ConsoleKey | null;
  readonly tools?: DeveloperTools;
};
type Doors = { readonly app: Express; close(): void };

function openDoors(house: House, { config, log, key, tools, linking }: Opening): Doors {
  const { phones, chosen, clock, calls, metrics, readiness } = house;
  const { shop, locales, pages, second } = config;
  const app = newApp({ proxies: config.trustedProxies, log });
  const lag = watchLag(() => performance.now());
  // A developer's own machine may be slow; and whoever learns its languages is, with nobody else to answer.
  const late = () => (key || !readiness.isLearned() ? 0 : lag.lag());
  const shedding = createShedding({ most: MOST_TURNS, lag: late, busy: busyIn(house.earshot.voice) });
  const answer = shedding.around(house.earshot.app.answer);
  const earshot = { ...house.earshot, app: { ...house.earshot.app, answer } };
  const local = key && unsignedFrom(key, earshot.demo, config.publicUrl);
  const developer = local ? { isDeveloper: local.isDeveloper } : {};
  app.use(healthRouter(readiness), metricsRouter({ metrics, token: config.metricsToken, ...developer }));
  app.use(answerInTime);
  app.use('/channels', shedding.webhooks);
  const alexa = () =>
    alexaDoor({
      ...{ answer, now: Date.now, speaks: earshot.voice.supports, locales: shop.alexaLocales, log },
      applicationId: config.alexa === 'any' ? null : shop.alexaSkillId,
      ...(local ? { local } : {}),
      ...(tools ? { onResponse: createRuleWarnings(log, locales) } : {}),
      linkOf: earshot.reach.linkTo,
      ...accountDeeds(house.earshot, config),
    });
  if (config.alexa !== 'none') app.use(alexa());
  const deskSettings = { shop, locales, pages, log, second, translator: translatorOf(config, log) };
  const desk = config.desk.kind === 'embedded' ? openDesk(earshot, deskSettings) : null;
  const developers =
    tools &&
    key &&
    openConsole({
      ...{ earshot, calls, clock, key, shop, locales, pages, log, desk, localiser: tools.localiser },
      now: earshot.now,
      settings: join(locales, '..', 'shop'),
      save: { folder: join(locales, '..', 'test', 'conversations'), play: tools.play },
      linking: linking?.console ?? null,
    });
  if (developers) app.use(developers.router);
  if (linking) app.use(linking.router);
  const chat = openChat(earshot, { shop, locales, pages, log, onBroke: metrics.broke, beside: phones.beside });
  app.use(chat.router);
  for (const door of webhookDoors(earshot, { config, phones, chosen, log })) app.use(door);
  if (desk) app.use(desk.router);
  app.get('/', (_req, res) => void res.type('text/plain').send('Earshot is listening. Try: npm run talk\n'));
  return {
    app,
    close() {
      for (const open of [chat, desk, developers]) open?.close();
      lag.stop();
    },
  };
}

function stop(server: Server, { earshot, phones, readiness, time }: House, doors: Doors): Promise<Stopped> {
  time.stop();
  const close = () => earshot.close().then(() => phones.close());
  return stopGracefully({ server, readiness, endStreams: doors.close, close });
}

/** As a program: what keeps it from serving is told in a line. */
export const run = (): void => void serve().catch(failWith);

if (require.main === module) run();
