/** What each kind of device tells of itself in a request. Source: ask-sdk-model and Amazon, "Request Types Reference". */

import type { Context, SupportedInterfaces } from 'ask-sdk-model';
import type { DeviceKind } from './protocol';

type Abilities = {
  readonly supportedInterfaces: SupportedInterfaces;
  /** Beside `System`. */
  readonly context: Omit<Context, 'System'>;
};

const ABILITIES: Readonly<Record<DeviceKind, Abilities>> = {
  speaker: { supportedInterfaces: {}, context: {} },
  screen: {
    supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: '2024.3' } } },
    context: {
      Viewport: {
        experiences: [{ arcMinuteWidth: 346, arcMinuteHeight: 216, canRotate: false, canResize: false }],
        ...{ mode: 'HUB', shape: 'RECTANGLE', dpi: 213, touch: ['SINGLE'] },
        ...{ pixelWidth: 1280, pixelHeight: 800, currentPixelWidth: 1280, currentPixelHeight: 800 },
      },
    },
  },
  // A phone opens a link itself, a speaker has it sent there.
  app: {
    supportedInterfaces: { AppLink: { version: '2.0' } },
    context: { AppLink: { supportedCatalogTypes: ['IOS_APP_STORE'], directLaunch: {} } },
  },
};

export function abilitiesOf(kind: DeviceKind): Abilities {
  return ABILITIES[kind];
}
