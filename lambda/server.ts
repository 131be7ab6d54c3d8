/** The Express door: the Alexa endpoint and health, on the embedded store and the demo shop. `npm start` runs it. */

import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import express from 'express';
import pino from 'pino';
import { alexaDoor } from './channels/alexa/door';
import { brokenRules } from './channels/alexa/rules';
import { openChat } from './chat';
import { type Config, ConfigError, readConfig } from './config';
import { lintSpeech } from './language/speech/lint';
import { openEarshot } from './open';
import type { Answer, Ending } from './turn';

/** Who a request without a token is on a developer's own machine. */
const LOCAL_TOKEN = 'demo-ana';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { fresh: { type: 'boolean', default: false } } });
  const config = readConfig();
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2));
  const calendar = () => Date.now() + config.calendarShift;
  const { shop, locales, data: folder } = config;
  const earshot = await openEarshot({ folder, shop, locales, calendar, fresh: values.fresh, log });
  const app = express();
  app.disable('x-powered-by');
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
      onResponse(envelope, answer, response) {
        const { request } = envelope;
        const locale = 'locale' in request ? (request.locale ?? 'en-US') : 'en-US';
        for (const broken of [...brokenRules(response, request.type), ...spokenProblems(answer, locale)]) {
          log.warn({ request: request.requestId, ...broken }, 'a response breaks a rule');
        }
      },
    }),
  );
  const chat = openChat(earshot, { shop, locales, pages: config.pages, log });
  app.use(chat.router);
  app.get('/healthz', (_req, res) => void res.json({ status: 'ok' }));
  app.get('/', (_req, res) => void res.type('text/plain').send('Earshot is listening. Try: npm run talk\n'));

  const server = app.listen(config.port, '127.0.0.1', (error) => {
    if (error) return fail(portProblem(error, config.port));
    const { port } = server.address() as AddressInfo;
    process.stdout.write(greeting({ ...config, port }, earshot.demo.reanchored));
  });
  const stop = () => {
    server.close(() => void earshot.close().then(() => process.exit(0)));
    chat.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The rules of speech on what is said, as far as an answer still knows them. */
function spokenProblems({ said, question }: Answer, locale: string) {
  if (!said) return [];
  const ending: Ending = question
    ? { kind: 'ask', question: { ...question, with: {}, state: null, ifLeft: 'drop' } }
    : { kind: 'close' };
  return lintSpeech({ ...said, wording: {} }, ending, locale);
}

function greeting(config: Config, reanchored: boolean): string {
  const lines = [
    `Earshot listens at http://localhost:${config.port}/alexa for ${config.shop.name} (${config.shop.alexaLocales.join(', ')}).`,
    '',
    `Write to it at http://localhost:${config.port}/chat#token=${LOCAL_TOKEN} (a guest without the token).`,
    'Or talk to it in a second terminal with "npm run talk", and say:',
    '  reorder my coffee',
    '  where is my dog food',
    '  what does shipping cost',
    '',
    `Fake: the shop, its goods, its shoppers and their payments. Without a token you are Ana (token ${LOCAL_TOKEN}).`,
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

main().catch((error: unknown) =>
  fail(error instanceof ConfigError || error instanceof Error ? error.message : String(error)),
);
