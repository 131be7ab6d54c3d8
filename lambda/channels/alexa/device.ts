/** What a speaker can do besides speaking, as its request tells. */

import type { Context } from 'ask-sdk-model';
import type { Device } from '../../vocabulary/device';
import { amazonAddress } from './amazon-address';
import { APL_VERSION } from './screens/version';

/** undefined: it only speaks. */
export function readDevice(context: Context): Device | undefined {
  const pushesLinks = opensLinks(context);
  const { apiEndpoint, apiAccessToken } = context.System;
  const isAmazons = apiAccessToken && apiEndpoint && amazonAddress('/', apiEndpoint) !== null;
  const profile = isAmazons ? { endpoint: apiEndpoint, token: apiAccessToken } : null;
  const screen = hasScreen(context);
  const verifies = canVerify(context);
  if (!pushesLinks && !profile && !screen && !verifies) return undefined;
  return {
    pushesLinks,
    ...(profile ? { profile } : {}),
    ...(screen ? { screen } : {}),
    ...(verifies ? { verifies } : {}),
  };
}

/** Alexa asks for a PIN only whom she recognises, and who has linked an account of their own. */
function canVerify({ System: { person } }: Context): true | undefined {
  return person?.personId && person.accessToken ? true : undefined;
}

/** One that draws documents of our version or a newer one: an older one would refuse the whole response. */
function hasScreen({ System }: Context): true | undefined {
  const version = System.device?.supportedInterfaces?.['Alexa.Presentation.APL']?.runtime?.maxVersion;
  return version && isAtLeast(version, APL_VERSION) ? true : undefined;
}

function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/**
 * A speaker says `sendToDevice` where a phone of the account can be pushed to; a phone says `directLaunch` and opens the
 * link itself. Neither comes while the skill's manifest lacks `APP_LINKS_V2`. Source: `AppLinkState` of ask-sdk-model and
 * Amazon, "About Alexa for Apps".
 */
function opensLinks({ AppLink }: Context): boolean {
  return Boolean(AppLink?.sendToDevice ?? AppLink?.directLaunch);
}
