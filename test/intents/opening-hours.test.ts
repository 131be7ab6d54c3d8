/** When people are there is told by the shop's own hours, whatever days these are. */

import { readShopFile } from '../../lambda/house/shop-file';
import { useHouse } from '../kit/use-house';

const shop = readShopFile();
const { support } = shop;
const MONDAY_TO_SATURDAY: typeof support.hours.days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

describe.each<[string, (typeof support.hours.days)[number][]]>([
  ['Opening.toSaturday', MONDAY_TO_SATURDAY],
  ['Opening.everyDay', [...MONDAY_TO_SATURDAY, 'sun']],
])('%s', (reply, days) => {
  const at = useHouse({ lasts: 'file', shop: { ...shop, support: { ...support, hours: { ...support.hours, days } } } });

  test('is told', async () => {
    expect((await at.texter().says('when are you open')).replies).toContain(reply);
  });
});

describe('of a shop without hours', () => {
  const at = useHouse({
    lasts: 'file',
    shop: { ...shop, support: { ...support, hours: { ...support.hours, days: [] } } },
  });

  test('it is told that there are none, and nobody is promised for a time', async () => {
    expect((await at.texter().says('when are you open')).replies).toContain('Opening.never');
  });
});
