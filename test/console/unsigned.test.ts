/** Which unsigned requests pass: the harmless ones, and those that show the key. */

import { keyOf } from '../../lambda/console/key';
import { unsignedFrom } from '../../lambda/console/unsigned';
import { type House, openHouse } from '../kit/house';

const KEY = keyOf('the key of the console in the tests');
const SHOWN = { 'x-earshot-key': KEY.text };
let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

test.each([
  { what: 'the demo shop on this computer', isDemo: true, url: null, passes: true },
  { what: 'the demo shop that is reached from outside', isDemo: true, url: 'https://talk.shop.example', passes: false },
  { what: 'a real shop on this computer', isDemo: false, url: null, passes: false },
  { what: 'a real shop that is reached from outside', isDemo: false, url: 'https://talk.shop.example', passes: false },
])('before $what without the key: $passes; with it always', ({ isDemo, url, passes }) => {
  const { admits, defaultToken } = unsignedFrom(KEY, isDemo ? house.demo : undefined, url);
  expect([admits({}), admits({ 'x-earshot-key': 'guessed' }), admits(SHOWN)]).toEqual([passes, passes, true]);
  expect(defaultToken).toBe(isDemo ? 'demo-ana' : undefined);
});
