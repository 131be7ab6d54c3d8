/** What a person gets: every field of the packet, its language, and nothing personal anywhere. */

import type { Packet } from '../../lambda/services/hand-off/packet';
import { useHouse } from '../kit/use-house';
import { writtenIn } from '../kit/written';

const at = useHouse({ isOnDisk: true });
const written = () => writtenIn(at.folder ?? '');

async function onlyPacket(): Promise<Packet> {
  const [packet, ...others] = await at.house.store.handOffs.list(10);
  if (!packet || others.length > 0)
    throw new Error(`one packet was expected, ${others.length + (packet ? 1 : 0)} are there`);
  return packet;
}

test('carries version 1 of every field', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  await speaker.hears('Reorder', { product: 'coffee', quantity: 3 });
  await speaker.hears('Fallback');
  await speaker.hears('TalkToHuman');
  const packet = await onlyPacket();
  expect(packet).toMatchObject({
    version: 1,
    id: expect.any(String),
    reference: expect.stringMatching(/^\d{8}$/),
    reason: 'asked',
    createdAt: at.house.clock.now(),
    locale: 'en-GB',
    intent: 'TalkToHuman',
    slots: {},
    openQuestion: { id: 'Purchase.confirm', text: expect.stringContaining('€20.25') },
    orders: [],
    lines: [{ productId: 'bella-roma-ground', quantity: 3 }],
    shopper: { id: expect.stringMatching(/^[0-9a-f]{16}$/), guest: false },
    channels: ['alexa'],
  });
  expect(packet.summary.length).toBeGreaterThan(1);
  expect(packet.summary.length).toBeLessThanOrEqual(5);
  expect(packet.notUnderstood).toEqual(['Fallback']);
  expect(packet.transcript.map(({ by }) => by)).toEqual(expect.arrayContaining(['shopper', 'bot']));
  expect(packet.transcript.at(-1)?.by).toBe('bot');
});

test('can be resumed where it stood', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  for (let miss = 0; miss < 3; miss += 1) await speaker.hears('Fallback');
  await speaker.yes();
  const { resumePoint } = await onlyPacket();
  expect(resumePoint.questions.map(({ question }) => question.id)).toEqual(['Purchase.confirm']);
  expect(resumePoint.topic.productId).toBe('bella-roma-ground');
});

test('speaks the language of the people who read it, whatever the shopper spoke', async () => {
  const speaker = at.speaker({ locale: 'it-IT' });
  await speaker.hears('Reorder', { product: 'caffè' });
  await speaker.hears('TalkToHuman');
  const packet = await onlyPacket();
  expect(packet.locale).toBe('it-IT');
  expect(packet.summary[0]).toBe('The shopper asked for a person.');
  expect(packet.openQuestion?.text).toMatch(/^€14.80 in all/);
  expect(packet.lines[0]?.title).toContain('Ground Coffee');
});

test('names a shopper by the same pseudonym each time, and nobody by another', async () => {
  await at.speaker({ person: 'one' }).hears('TalkToHuman');
  await at.speaker({ person: 'two' }).hears('TalkToHuman');
  await at.speaker({ shopper: 'bruno' }).hears('TalkToHuman');
  const ids = (await at.house.store.handOffs.list(10)).map(({ shopper }) => shopper.id);
  expect(new Set(ids).size).toBe(2);
  expect(JSON.stringify(ids)).not.toMatch(/ana|bruno/);
});

test('is sent: it waits in the outbox with the turn', async () => {
  await at.speaker().hears('TalkToHuman');
  const packet = await onlyPacket();
  expect(written().outbox.filter((row) => row.includes(packet.id))).toHaveLength(1);
});

test('a repeated delivery of the request makes no second packet', async () => {
  const speaker = at.speaker();
  await speaker.opens();
  const envelope = speaker.envelope({
    type: 'IntentRequest',
    dialogState: 'COMPLETED',
    intent: { name: 'TalkToHuman', confirmationStatus: 'NONE' },
  });
  const first = await speaker.send(envelope);
  const second = await speaker.send(envelope);
  expect(second.response).toEqual(first.response);
  await onlyPacket();
});

describe('personal data', () => {
  const SECRETS = [
    'Ana Ferri',
    'Ferri',
    'ana.ferri@example.com',
    'maria.rossi@example.org',
    '+39 02 555 0123',
    '4111 1111 1111 1111',
    '4111111111111111',
    'Via dei Salici 14',
  ];

  test('typed by the shopper is in no packet, history, outbox, fact or log', async () => {
    const texter = at.texter();
    await texter.says('reorder my coffee');
    await texter.says('my name is Ana Ferri and my mail is ana.ferri@example.com');
    await texter.says('call me at +39 02 555 0123 or write to maria.rossi@example.org');
    await texter.says('order 4111 1111 1111 1111');
    await texter.says('where is my Ferri via dei salici 14');
    await texter.says('my card is 4111111111111111');
    await texter.says('I want to talk to a person');
    await onlyPacket();
    const all = JSON.stringify([written(), at.house.errors]).toLowerCase();
    for (const secret of SECRETS) expect(all).not.toContain(secret.toLowerCase());
    for (const mark of ['[card]', '[e-mail]', '[phone]', '[name]']) expect(all).toContain(mark);
  });

  test('put into a slot by Alexa is in no packet, history, outbox or fact', async () => {
    const speaker = at.speaker({ tolerates: ['S15', 'R4'] });
    await speaker.hears('Reorder', { product: 'Ana Ferri' });
    await speaker.hears('OrderStatus', { product: 'ana.ferri@example.com' });
    await speaker.hears('OrderStatus', { orderNumber: '4111 1111 1111 1111' });
    await speaker.hears('TalkToHuman', { product: 'Via dei Salici 14' });
    await onlyPacket();
    const all = JSON.stringify([written(), at.house.errors]).toLowerCase();
    for (const secret of SECRETS) expect(all).not.toContain(secret.toLowerCase());
  });
});
