/** What whoever starts a server reads: the way in for developers, and nothing of it for a shop. */

import { type Greeting, greeting } from '../lambda/house/greeting';
import { readShopFile } from '../lambda/house/shop-file';

const base = { database: null, data: '/data', desk: { kind: 'embedded' }, publicUrl: null, shop: readShopFile() };
const local = { token: 'demo-ana', key: 'the-key', hasConsole: true };

function said(config: object = {}, more: Partial<Greeting> = {}): string {
  const whole = { ...base, ...config } as Greeting['config'];
  return greeting({ config: whole, port: 3000, spoken: ['en-GB'], local, moved: false, absent: [], ...more });
}

test('prints the link with the key, once', () => {
  expect(said().match(/the-key/g)).toHaveLength(1);
  expect(said()).toContain('Open http://localhost:3000/console?key=the-key ');
  expect(said({}, { local: { ...local, hasConsole: false } })).not.toContain('the-key');
});

test('says who passes unsigned', () => {
  expect(said()).toContain('may come unsigned');
  expect(said({ publicUrl: 'https://talk.shop.example' })).toContain('X-Earshot-Key');
  expect(said({ publicUrl: 'https://talk.shop.example' })).not.toContain('may come unsigned');
});

test('tells a shop nothing of consoles, tokens and unsigned requests', () => {
  const words = said({}, { local: null });
  expect(words).toContain('Earshot listens at http://localhost:3000/alexa');
  for (const word of ['console', 'token', 'unsigned', 'key']) expect(words).not.toContain(word);
});
