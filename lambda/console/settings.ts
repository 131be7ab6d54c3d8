/** What the console's switches set: how the demo shop fails, and which day it is in the shop. */

import type { ShopFile } from '../house/shop-file';
import type { DemoHandle } from '../house/shops';
import type { Clock } from './clock';
import type { ConsoleHouse } from './house';
import { daysOn, instantOf, localTime } from './local-time';
import type { NewSettings, Settings } from './protocol';

type Fault = DemoHandle['faults'][number] | null;
type SettingsNeeds = Pick<ConsoleHouse, 'earshot'> & { readonly clock: Clock; readonly shop: ShopFile };

/** The clock runs on meanwhile: less than this is no shift. */
const SHIFTED_MS = 60_000;

export function createSettings({ earshot, clock, shop }: SettingsNeeds) {
  const zone = shop.support.hours.timeZone;
  let fault: Fault = null;
  const read = (): Settings => {
    const isShifted = Math.abs(clock.shift()) > SHIFTED_MS;
    return { fault, clock: { local: localTime(clock.now(), zone), zone, isShifted } };
  };
  return {
    read,
    change({ fault: wanted, now, days }: NewSettings): Settings {
      if (wanted !== undefined) {
        fault = earshot.demo?.faults.find((one) => one === wanted) ?? null;
        earshot.demo?.setFault(fault);
      }
      if (now !== undefined) clock.set(now === null ? null : instantOf(now, zone));
      if (days !== undefined) clock.set(daysOn(clock.now(), days, zone));
      return read();
    },
  };
}
