/** What comes back from outside is bounded, and in the letters it says. */

import { boundedFetch } from '../../lambda/house/outside';

const answered = (body: Buffer | string, type: string) =>
  boundedFetch(async () => new Response(body, { headers: { 'content-type': type } }), 10)('http://shop.example');

test('letters are read as the answer says', async () => {
  const latin = Buffer.from('caffè', 'latin1');
  expect(await (await answered(latin, 'text/plain; charset=iso-8859-1')).text()).toBe('caffè');
  expect(await (await answered('caffè', 'text/plain')).text()).toBe('caffè');
  await expect(answered(latin, 'text/plain')).rejects.toThrow('other letters than utf-8');
});

test('what is too much is given up', async () => {
  expect(await (await answered('0123456789', 'text/plain')).text()).toBe('0123456789');
  await expect(answered('01234567890', 'text/plain')).rejects.toThrow('more than 10 bytes');
});

test('no redirect is followed where nobody wishes it', async () => {
  const seen: (RequestInit | undefined)[] = [];
  const get = boundedFetch(async (_input, init) => {
    seen.push(init);
    return new Response('');
  });
  await get('http://shop.example', { method: 'POST' });
  await get('http://shop.example', { redirect: 'follow' });
  expect(seen.map((init) => init?.redirect)).toEqual(['manual', 'follow']);
});
