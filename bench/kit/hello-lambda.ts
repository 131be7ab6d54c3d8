/** The yardstick of a cold start: the SDK's smallest skill on Lambda, one handler and no memory. */

import { type RequestHandler, SkillBuilders } from 'ask-sdk-core';

const hello: RequestHandler = {
  canHandle: () => true,
  handle: ({ responseBuilder }) =>
    responseBuilder
      .speak('Welcome to Hello World. What would you like?')
      .reprompt('What would you like?')
      .getResponse(),
};

const skill = SkillBuilders.custom().addRequestHandlers(hello).create();

export const handler = (event: Parameters<typeof skill.invoke>[0]) => skill.invoke(event);
