/** Keeps in this browser who spoke which language on which device, and in its tab which device that is. */

import type { ConsoleState } from '../../lambda/console/protocol';
import { DEVICES } from './devices';
import type { Setup } from './session';

const KEPT = 'earshot-console';

export function keptSetup({ locales, shoppers }: ConsoleState): Setup {
  const usual = locales.find(({ locale }) => locale === 'en-GB') ?? locales[0];
  const fallback: Setup = { locale: usual?.locale ?? 'en-GB', shopper: shoppers[0]?.name ?? null, device: 'speaker' };
  try {
    const before = JSON.parse(localStorage.getItem(KEPT) ?? '{}') as Partial<Setup>;
    const locale = locales.find((one) => one.locale === before.locale)?.locale ?? fallback.locale;
    const device = DEVICES.find(({ id }) => id === before.device)?.id ?? fallback.device;
    const isKnown = before.shopper === null || shoppers.some(({ name }) => name === before.shopper);
    return { locale, device, shopper: isKnown ? (before.shopper ?? null) : fallback.shopper };
  } catch {
    return fallback;
  }
}

export function keepSetup(setup: Setup): Setup {
  try {
    localStorage.setItem(KEPT, JSON.stringify(setup));
  } catch {
    // A browser that keeps nothing forgets the choice.
  }
  return setup;
}

/** `make`: where this tab has none yet. */
export function keptName(what: string, make: (what: string) => string): string {
  try {
    const name = sessionStorage.getItem(`${KEPT}-${what}`) ?? make(what);
    sessionStorage.setItem(`${KEPT}-${what}`, name);
    return name;
  } catch {
    return make(what);
  }
}
