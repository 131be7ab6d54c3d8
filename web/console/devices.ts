/** What one can speak to, and what it tells of itself. */

import type { DeviceKind } from '../../lambda/console/protocol';

const NAMES: Readonly<Record<DeviceKind, { readonly name: string; readonly tells: string }>> = {
  speaker: { name: 'Speaker', tells: 'It only speaks.' },
  screen: { name: 'With a screen', tells: 'Its requests tell of a screen: APL and a viewport.' },
  app: { name: 'Alexa app', tells: 'Its requests tell of a phone that opens links.' },
};

export const DEVICES = (Object.keys(NAMES) as DeviceKind[]).map((id) => ({ id, ...NAMES[id] }));
