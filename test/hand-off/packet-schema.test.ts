/** The published shape of the packet: the file in docs/ is what the code says, and what leaves fits it. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Packet } from '../../lambda/services/hand-off/packet';
import { packetProblems, publishedSchema } from '../../lambda/services/hand-off/packet-schema';
import { packetOf } from '../contracts/store-samples';
import { createAgent } from '../kit/agent';
import { MONDAY, openHouse } from '../kit/house';
import { mass } from '../kit/masses';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';

const PUBLISHED = JSON.parse(readFileSync(join(__dirname, '../../docs/hand-off-packet.schema.json'), 'utf8'));
const CONVERSATIONS = mass(30, 200);
const SEED = Math.trunc(Math.random() * 2 ** 31);

const ajv = new Ajv2020({ allErrors: true });
addFormats(ajv);
const fits = ajv.compile(PUBLISHED);
const sound: Packet = { ...packetOf('h', 1), shopper: { id: '0123456789abcdef', guest: true, name: null } };

test('is published as the code checks it', () => {
  expect(PUBLISHED).toEqual(JSON.parse(JSON.stringify(publishedSchema())));
});

const SAID = [
  'reorder my coffee',
  'where is my dog food',
  'three please',
  'yes',
  'no',
  'what does shipping to Germany cost',
  'my mail is maria@example.org',
  'flurb the wug',
  'hello',
  'start over',
  'help',
] as const;
const HEARD = [
  'Reorder',
  'OrderStatus',
  'Fallback',
  'Yes',
  'No',
  'Help',
  'ShippingCost',
  'Repeat',
  'StartOver',
] as const;

const step = fc.record({
  by: fc.constantFrom('texter', 'speaker', 'agent'),
  says: fc.constantFrom(...SAID),
  hears: fc.constantFrom(...HEARD),
  product: fc.option(fc.constantFrom('coffee', 'dog food', 'Ana Ferri', 'nothing at all')),
  act: fc.constantFrom('says', 'returns', 'closes'),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
const visit = fc.record({
  shopper: fc.constantFrom('ana', 'bruno', null),
  locale: fc.constantFrom('en-GB', 'it-IT'),
  steps: fc.array(step, { maxLength: 6 }),
  asks: fc.constantFrom('speaker', 'texter'),
});
const INTENT = (intent: 'StartOver' | 'TalkToHuman') => ({ kind: 'intent', intent, slots: {} }) as const;
type Visit = typeof visit extends fc.Arbitrary<infer V> ? V : never;

async function hold(house: Awaited<ReturnType<typeof openHouse>>, { shopper, locale, steps, asks }: Visit) {
  const speaker = createSpeaker(house, { shopper, locale, tolerates: ['S15', 'R4'] });
  const texter = createTexter(house, { shopper, locale });
  const agent = createAgent(house);
  const acts = { says: () => agent.says('A new one is on its way.'), returns: agent.returns, closes: agent.closes };
  const made = {
    texter: async ({ says }: Step) => void (await texter.says(says)),
    speaker: async ({ hears, product }: Step) => void (await speaker.hears(hears, product ? { product } : {})),
    agent: async ({ act }: Step) => void ((await house.store.handOffs.list(1)).length > 0 && (await acts[act]())),
  };
  for (const one of steps) {
    house.clock.advance(1_000);
    await made[one.by](one);
  }
  await texter.sends(INTENT('StartOver'));
  if (asks === 'speaker') await speaker.hears('TalkToHuman');
  else await texter.sends(INTENT('TalkToHuman'));
}

test(`fits what leaves, of ${CONVERSATIONS} random conversations`, async () => {
  const house = await openHouse({ at: MONDAY, staffed: true });
  try {
    for (const one of fc.sample(visit, { numRuns: CONVERSATIONS, seed: SEED })) await hold(house, one);
    const packets = await house.store.handOffs.list(2 * CONVERSATIONS);
    const wrong = packets.flatMap((packet) => (fits(packet) ? [] : [fits.errors]));
    expect({ seed: SEED, wrong, errors: house.errors }).toEqual({ seed: SEED, wrong: [], errors: [] });
    expect(packets.length).toBeGreaterThanOrEqual(CONVERSATIONS);
    const seen = (has: (packet: Packet) => boolean) => packets.some(has);
    expect(seen(({ shopper }) => shopper.name !== null)).toBe(true);
    expect(seen(({ transcript }) => transcript.some(({ name }) => name === 'Marta'))).toBe(true);
    expect(seen(({ notUnderstood }) => notUnderstood.length > 0)).toBe(true);
    expect(seen(({ resumePoint }) => resumePoint.questions.length > 0)).toBe(true);
  } finally {
    await house.close();
  }
});

test.each([
  ['what a screen draws', { transcript: [{ at: 1, by: 'bot', channel: 'web', text: '', show: {} }] }],
  ['more than five lines', { summary: ['1', '2', '3', '4', '5', '6'] }],
  ['a shopper by their own id', { shopper: { id: 'ana', guest: false, name: null } }],
  ['a field nobody published', { address: 'Via dei Salici 14' }],
  ['another version', { version: 2 }],
])('refuses %s, naming the place and never the value', (_name, change) => {
  const packet = { ...sound, ...change } as Packet;
  expect(packetProblems(sound)).toEqual([]);
  expect(fits(packet)).toBe(false);
  const problems = packetProblems(packet);
  expect(problems).not.toEqual([]);
  expect(JSON.stringify(problems)).not.toMatch(/ana|Salici/);
});
