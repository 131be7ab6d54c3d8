import { type House, openHouse } from '../kit/house';
import { createSpeaker } from '../kit/speaker';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(async () => {
  expect(house.errors).toEqual([]);
  await house.close();
});

test('sums up the usual coffee and orders it after the yes', async () => {
  const speaker = createSpeaker(house);
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.replies).toEqual(['Purchase.summary']);
  expect(asked.asks).toBe('Purchase.confirm');
  expect(house.orders()).toBe(0);
  const placed = await speaker.yes();
  expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
  expect(placed.open).toBe(false);
  expect(house.orders()).toBe(1);
});
