/** What is heard in what Meta's webhook brings: from the door to the message, through the real ones. */

import { whatsappDoor } from '../../../lambda/channels/whatsapp/door';
import { whatsappAddress, whatsappLink } from '../../../lambda/channels/whatsapp/link';
import { createWhatsapp } from '../../../lambda/channels/whatsapp/send';
import type { InMessage } from '../../../lambda/services/reach/text-channel';
import { type OpenDoor, openDoor, openLog, openShelf, openVendor, type Scripted } from '../../kit/fake-vendor';
import { JPEG, PDF, PNG, SVG } from '../../kit/files';
import { seenInFirst, UPRIGHT } from '../../kit/seen-in';
import { ANA, messageOf, NOW, settingsAt, signed, statusOf, type Things, timestamp, webhookOf } from './kit';

const settings = settingsAt('http://127.0.0.1:9');
const channel = createWhatsapp({ settings, fetch, now: () => NOW });
let door: OpenDoor;
let shelf: ReturnType<typeof openShelf>;
beforeEach(async () => {
  shelf = openShelf();
  door = await openDoor(whatsappDoor({ settings, put: shelf.put, now: () => NOW, log: openLog() }));
});
afterEach(() => door.close());

async function read(things: Things, field = 'messages'): Promise<readonly InMessage[]> {
  await knock(things, field);
  return (await Promise.all(shelf.all.map((received) => channel.read(received)))).flat();
}
async function knock(things: Things, field = 'messages'): Promise<void> {
  const body = webhookOf(things, { field });
  await fetch(`${door.url}/channels/whatsapp`, { method: 'POST', body, headers: signed(body) });
}
async function heard(more: object): Promise<unknown> {
  const [one] = await read({ messages: [messageOf('wamid.1', more)] });
  return one?.kind === 'heard' ? one.heard : one;
}

describe('hears', () => {
  it('words, from whom, and under which key', async () => {
    const from = { address: ANA.scopedId, also: ANA.number };
    const words = { kind: 'text', text: 'words of wamid.1' };
    expect(await read({ messages: [messageOf('wamid.1')] })).toEqual([
      { kind: 'heard', from, key: 'wamid.1', heard: words },
    ]);
  });

  it.each([
    ['a shopper who hides the number', { from: undefined }, { address: ANA.scopedId }],
    ['a payload of before 2026', { from_user_id: undefined }, { address: ANA.number }],
    ['a number written with its plus', { from: '+39 0612345678', from_user_id: undefined }, { address: ANA.number }],
  ])('%s', async (_, more, from) => {
    expect(await read({ messages: [messageOf('wamid.1', more)] })).toEqual([expect.objectContaining({ from })]);
  });

  it('a tapped button and a tapped row, with the whole label', async () => {
    const tapped = (interactive: object) => heard({ type: 'interactive', text: undefined, interactive });
    expect(await tapped({ type: 'button_reply', button_reply: { id: 'yes', title: 'Yes, please' } })).toEqual({
      kind: 'choice',
      option: 'yes',
      label: 'Yes, please',
    });
  });

  it('words that were put in the place of others, a caption too, and that some were taken back', async () => {
    const edit = (message: object) =>
      heard({ type: 'edit', text: undefined, edit: { original_message_id: 'wamid.0', message } });
    expect(await edit({ type: 'text', text: { body: 'two bags' } })).toEqual({ kind: 'changed', to: 'two bags' });
    shelf.all.splice(0);
    expect(await edit({ type: 'image', image: { id: '7', caption: 'torn' } })).toEqual({ kind: 'changed', to: 'torn' });
    shelf.all.splice(0);
    const revoke = { type: 'revoke', text: undefined, revoke: { original_message_id: 'wamid.0' } };
    expect(await heard(revoke)).toEqual({ kind: 'changed', to: null, of: { ref: 'wamid.0' } });
  });

  it('a row whose title was cut by what its description says', async () => {
    const list_reply = { id: 'p7', title: 'Bella Roma ground co…', description: 'Bella Roma ground coffee, two bags' };
    const label = 'Bella Roma ground coffee, two bags';
    const interactive = { type: 'list_reply', list_reply };
    expect(await heard({ type: 'interactive', text: undefined, interactive })).toEqual({
      kind: 'choice',
      option: 'p7',
      label,
    });
  });

  it("the words of a template's button", async () => {
    const button = { payload: 'READ', text: 'Read it' };
    expect(await heard({ type: 'button', text: undefined, button })).toEqual({ kind: 'text', text: 'Read it' });
  });

  it('somebody who came through a link of ours', async () => {
    const secret = 'Zk3_9-abcdefghijklmnop';
    const link = new URL(whatsappLink('+39 06 0000001', 'Willow: go on', secret));
    expect([link.host, link.pathname]).toEqual(['wa.me', '/39060000001']);
    const text = { body: link.searchParams.get('text') };
    expect(await heard({ text })).toEqual({ kind: 'joined', token: secret });
  });

  it('somebody who wrote something behind what the link brought', async () => {
    const text = { body: 'Willow: go on [Zk3_9-abcdefghijklmnop] thanks' };
    expect(await heard({ text })).toEqual({ kind: 'joined', token: 'Zk3_9-abcdefghijklmnop' });
  });

  it('other words in brackets as words', async () => {
    const text = { body: 'the bag [the big one] is torn' };
    expect(await heard({ text })).toEqual({ kind: 'text', text: 'the bag [the big one] is torn' });
  });

  it('a place in words that people read', async () => {
    const location = { latitude: 44.4, longitude: 8.9, name: 'Palazzo', address: 'Via Roma 7' };
    expect(await heard({ type: 'location', text: undefined, location })).toEqual({
      kind: 'place',
      words: 'Palazzo\nVia Roma 7\nhttps://www.openstreetmap.org/?mlat=44.40000&mlon=8.90000#map=17/44.40000/8.90000',
    });
  });

  it.each(['location', 'contacts', 'unsupported', 'order'])(
    'nothing in a message of the kind %s, but that there was one',
    async (type) => {
      const more = { type, text: undefined, [type]: { id: '55', caption: 'look' } };
      expect(await heard(more)).toEqual({ kind: 'event', name: 'unsupported' });
    },
  );

  it('nothing in words of blanks', async () => {
    expect(await heard({ text: { body: ' \u0007\n' } })).toEqual({ kind: 'event', name: 'unsupported' });
  });

  it.each(['reaction', 'system'])('a %s as nothing at all', async (type) => {
    expect(await read({ messages: [messageOf('wamid.1', { type, text: undefined })] })).toEqual([]);
  });

  it('no half of an emoji and no control character', async () => {
    expect(await heard({ text: { body: 'torn\ud83d bag\u0000\nsorry 😢' } })).toEqual({
      kind: 'text',
      text: 'torn  bag \nsorry 😢',
    });
  });
});

describe('learns what became of a message', () => {
  it.each(['sent', 'delivered', 'read'])('%s', async (status) => {
    const receipt = { kind: 'receipt', ref: 'wamid.9', receipt: status };
    expect(await read({ statuses: [statusOf('wamid.9', status)] })).toEqual([receipt]);
  });

  it('failed, and why', async () => {
    const errors = [{ code: 131047, title: 'Re-engagement message', message: 'x' }];
    const receipt = {
      kind: 'receipt',
      ref: 'wamid.9',
      receipt: 'failed',
      why: 'WhatsApp 131047 Re-engagement message',
    };
    expect(await read({ statuses: [statusOf('wamid.9', 'failed', { errors })] })).toEqual([receipt]);
  });

  it('each status of one message once, and nothing from one it does not know', async () => {
    const statuses = ['read', 'sent', 'delivered', 'sent', 'played'].map((status) => statusOf('wamid.9', status));
    expect((await read({ statuses })).map((one) => one.kind === 'receipt' && one.receipt)).toEqual([
      'read',
      'sent',
      'delivered',
    ]);
  });
});

describe('sees what the shop wrote in its own app: a person has taken over', () => {
  const echo = (more: object = {}) => ({
    from: '39060000001',
    to: `+${ANA.number}`,
    id: 'wamid.5',
    timestamp: timestamp(),
    type: 'text',
    text: { body: 'Ciao Ana, a new bag is on its way' },
    ...more,
  });

  it('with words', async () => {
    const text = 'Ciao Ana, a new bag is on its way';
    const from = { address: ANA.number };
    expect(await read({ message_echoes: [echo()] }, 'smb_message_echoes')).toEqual([
      { kind: 'echo', from, key: 'wamid.5', text },
    ]);
    expect(shelf.all[0]?.lane).toBe(ANA.number);
  });

  it('with a picture, to somebody with an id', async () => {
    const one = echo({ type: 'image', text: undefined, to_user_id: ANA.scopedId });
    const from = { address: ANA.scopedId, also: ANA.number };
    expect(await read({ message_echoes: [one] }, 'smb_message_echoes')).toEqual([
      { kind: 'echo', from, key: 'wamid.5', text: '[image]' },
    ]);
  });
});

it('throws on what no door of ours has stored', async () => {
  const received = { source: 'whatsapp', key: 'k', lane: 'l', body: '{"kind":"message"}' };
  await expect(async () => channel.read(received)).rejects.toThrow();
});

it('makes no link that WhatsApp would cut', () => {
  expect(whatsappLink('+39 06 1', 'a'.repeat(140))).toBe(`https://wa.me/39061?text=${'a'.repeat(140)}`);
  expect(() => whatsappLink('+39 06 1', 'a'.repeat(141))).toThrow(/140/);
});

it('spells each address in one way', () => {
  expect(whatsappAddress('+39 06-1234 5678')).toBe(ANA.number);
  expect(whatsappAddress(ANA.scopedId)).toBe(ANA.scopedId);
});

describe('a picture', () => {
  const ask = { image: { id: '77001', caption: 'it came torn' }, type: 'image', text: undefined };
  const sent = (...answers: readonly (Scripted | 'address')[]) => sentAs(ask, ...answers);
  async function sentAs(asked: object, ...answers: readonly (Scripted | 'address')[]) {
    const meta = await openVendor(() => ({ status: 404, json: {} }));
    try {
      meta.next(
        ...answers.map((one) => (one === 'address' ? { status: 200, json: { url: `${meta.base}/file` } } : one)),
      );
      const own = createWhatsapp({ settings: settingsAt(meta.base), fetch, now: () => NOW });
      await knock({ messages: [messageOf('wamid.7', asked)] });
      return { heard: await Promise.all(shelf.all.map((one) => own.read(one))), asked: meta.asked };
    } finally {
      await meta.close();
    }
  }
  it('is fetched with the token, and its caption is heard after it', async () => {
    const { heard, asked } = await sent('address', { status: 200, bytes: PNG });
    const photo = { type: 'image/png', bytes: PNG };
    expect(heard.flat()).toMatchObject([
      { key: 'wamid.7', heard: { kind: 'files', files: [photo] } },
      { key: 'wamid.7/caption', heard: { kind: 'text', text: 'it came torn' } },
    ]);
    expect(asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
      ['/v23.0/77001', 'Bearer a token of these tests'],
      ['/file', 'Bearer a token of these tests'],
    ]);
  });

  it('stands upright, and tells nobody where it was taken', async () => {
    const { heard } = await sent('address', { status: 200, bytes: JPEG });
    expect(await seenInFirst(heard.flat())).toEqual(UPRIGHT);
  });

  it.each(['audio', 'video', 'document', 'sticker'])(
    'is not all that is fetched: %s is a file as well',
    async (type) => {
      const media = { [type]: { id: '77001', caption: 'the receipt' }, type, text: undefined };
      const { heard } = await sentAs(media, 'address', { status: 200, bytes: PDF });
      expect(heard.flat()).toMatchObject([
        { heard: { kind: 'files', files: [{ type: 'application/pdf', bytes: PDF }] } },
        { heard: { kind: 'text', text: 'the receipt' } },
      ]);
    },
  );

  it('that is gone or none is said to be, and one that cannot be had just now is asked for again', async () => {
    const heardOf = async (...answers: readonly (Scripted | 'address')[]) => {
      shelf.all.splice(0);
      return (await sent(...answers)).heard.flat()[0];
    };
    expect(await heardOf({ status: 400, json: {} })).toMatchObject({ heard: { files: ['lost'] } });
    expect(await heardOf('address', { status: 404, json: {} })).toMatchObject({ heard: { files: ['lost'] } });
    expect(await heardOf('address', { status: 200, bytes: SVG })).toMatchObject({
      heard: { files: [{ type: 'text/plain' }] },
    });
    await expect(heardOf({ status: 503, json: {} })).rejects.toThrow('503');
  });
});
