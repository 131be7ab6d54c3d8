/** What a speaker can do besides speaking, as its request tells. */

import type { Context } from 'ask-sdk-model';
import type { Device } from '../../vocabulary/heard';
import { amazonAddress } from './amazon-address';

/** undefined: it only speaks. */
export function readDevice(context: Context): Device | undefined {
  const pushesLinks = opensLinks(context);
  const { apiEndpoint, apiAccessToken } = context.System;
  const isAmazons = apiAccessToken && apiEndpoint && amazonAddress('/', apiEndpoint) !== null;
  const profile = isAmazons ? { endpoint: apiEndpoint, token: apiAccessToken } : null;
  if (!pushesLinks && !profile) return undefined;
  return { pushesLinks, ...(profile ? { profile } : {}) };
}

/**
 * A speaker says `sendToDevice` where a phone of the account can be pushed to; a phone says `directLaunch` and opens the
 * link itself. Neither comes while the skill's manifest lacks `APP_LINKS_V2`. Source: `AppLinkState` of ask-sdk-model and
 * Amazon, "About Alexa for Apps".
 */
function opensLinks({ AppLink }: Context): boolean {
  return Boolean(AppLink?.sendToDevice ?? AppLink?.directLaunch);
}
