/** Who does not want news of orders is sent none, and is told so. */

import { readShopFile } from '../../lambda/house/shop-file';
import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';

const shop = readShopFile();
const at = useHouse({ at: MONDAY, shop: { ...shop, news: { ...shop.news, offers: true } } });

test('a no to news is a no', async () => {
  const texter = at.texter();
  await texter.says('reorder my coffee');
  await texter.says('yes');
  expect((await texter.says('where is my coffee')).asks).toBe('OrderNews.message');
  expect((await texter.says('no')).replies).toEqual(['OrderNews.notKept']);
  expect((await texter.says('where is my coffee')).asks).not.toBe('OrderNews.message');
});
