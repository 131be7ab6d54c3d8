/** Which requests come from the very machine, unsigned. */

import { isLocalUnsigned } from '../../../lambda/channels/alexa/local-unsigned';

const local = { host: 'localhost:3000', 'content-type': 'application/json' };

test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '127.8.9.10', '[::1]:3000'])('is local at %s', (host) => {
  expect(isLocalUnsigned({ host })).toBe(true);
});

test.each([
  'shop.example',
  'localhost.shop.example',
  'shop.example:80@localhost',
  '127.0.0.1.nip.io',
  '10.0.0.1',
  '0.0.0.0',
  '[::2]',
  'localhost:3000, shop.example',
  '',
])('is not local at %j', (host) => {
  expect(isLocalUnsigned({ host })).toBe(false);
});

test.each([
  'signature',
  'signature-256',
  'signaturecertchainurl',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'via',
  'x-real-ip',
  'cf-connecting-ip',
  'cf-ray',
  'ngrok-trace-id',
  'true-client-ip',
])('is not local with the header %s, even an empty one', (name) => {
  expect(isLocalUnsigned({ ...local, [name]: '' })).toBe(false);
  expect(isLocalUnsigned({ ...local, [name]: 'x' })).toBe(false);
});

test('is not local without a Host, or from another machine', () => {
  expect(isLocalUnsigned({})).toBe(false);
  expect(isLocalUnsigned(local, '192.168.1.7')).toBe(false);
  expect(isLocalUnsigned(local, '::ffff:127.0.0.1')).toBe(true);
  expect(isLocalUnsigned(local, '::1')).toBe(true);
});
