/** The yardstick: the SDK's smallest skill, one handler and no memory, behind the same Express. Runs as a program. */

import type { AddressInfo } from 'node:net';
import { type RequestHandler, SkillBuilders } from 'ask-sdk-core';
import { ExpressAdapter } from 'ask-sdk-express-adapter';
import express from 'express';

const hello: RequestHandler = {
  canHandle: () => true,
  handle: ({ responseBuilder }) =>
    responseBuilder
      .speak('Welcome to Hello World. What would you like?')
      .reprompt('What would you like?')
      .getResponse(),
};

const app = express();
app.disable('x-powered-by');
const skill = SkillBuilders.custom().addRequestHandlers(hello).create();
app.post('/alexa', ...new ExpressAdapter(skill, false, false).getRequestHandlers());

const server = app.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Hello World listens at http://localhost:${port}/alexa\n`);
});
process.once('SIGTERM', () => server.close(() => process.exit(0)));
