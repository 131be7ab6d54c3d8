/** One conversation, many channels: begun at the speaker, carried on by phone, answered by a person, and back. */

import { createAgent } from '../../kit/agent';
import { JPEG, OGG, PDF } from '../../kit/files';
import { MONDAY } from '../../kit/house';
import { queued } from '../../kit/queued';
import { createSpeaker } from '../../kit/speaker';
import { HEADERS, ANA as TELEGRAM_ANA, tapOf, updateOf } from '../telegram/kit';
import { signed, statusOf, webhookOf } from '../whatsapp/kit';
import { MAIL_SECRET, openPhones, type Phones } from './phones';

/** As her account has it, and the id WhatsApp gives her. */
const WHATSAPP_ANA = { number: '39025550123', scopedId: 'IT.77Q2ana' };

let at: Phones;
beforeEach(async () => {
  at = await openPhones({ at: MONDAY, staffed: true });
});
afterEach(() => at.close());

let updates = 500;

const telegrams = async (things: object) => {
  updates += 1;
  const body = updateOf(updates, things);
  const response = await fetch(`${at.door.url}/channels/telegram`, { method: 'POST', body, headers: HEADERS });
  expect(response.status).toBe(200);
  await at.settle();
};
const seconds = () => Math.floor(at.house.clock.now() / 1000);
const writesOnTelegram = (text: string) =>
  telegrams({
    message: {
      message_id: updates,
      date: seconds(),
      chat: { id: TELEGRAM_ANA, type: 'private' },
      from: { id: TELEGRAM_ANA, is_bot: false, first_name: 'Ana', language_code: 'en' },
      text,
    },
  });
const onTelegram = () =>
  at.telegram.asked.flatMap(({ path, body }) =>
    path.endsWith('/sendMessage') ? [(body as { text: string; reply_markup?: object }).text] : [],
  );

const whatsapps = async (id: string, text: string) => {
  const message = {
    from: WHATSAPP_ANA.number,
    from_user_id: WHATSAPP_ANA.scopedId,
    id,
    timestamp: String(seconds()),
    type: 'text',
    text: { body: text },
  };
  await webhook(webhookOf({ messages: [message] }));
};
const webhook = async (body: string) => {
  const response = await fetch(`${at.door.url}/channels/whatsapp`, { method: 'POST', body, headers: signed(body) });
  expect(response.status).toBe(200);
  await at.settle();
};
const onWhatsapp = () => at.whatsapp.asked.map(({ body }) => body as Record<string, never>);

/** What the speaker pushed to the phone: the secret of its link. */
const pushedSecret = (response: object) => /chat#join=([\w-]{22})/.exec(JSON.stringify(response))?.[1] ?? '';

test('a guest at the speaker goes on in Telegram through the link on their phone, and a person answers there', async () => {
  const speaker = createSpeaker(at.house, { shopper: null, device: 'links' });
  const passed = await speaker.hears('TalkToHuman');
  const secret = pushedSecret(passed.response);
  expect(secret).not.toBe('');
  await writesOnTelegram(`/start ${secret}`);
  expect(onTelegram()).toHaveLength(1);
  expect(onTelegram()[0]).toMatch(/Carry on your conversation with Willow Market here\?$/);
  await writesOnTelegram('yes');
  expect(onTelegram().at(-1)).toMatch(/same conversation/);
  const marta = createAgent(at.house);
  await marta.takes();
  await marta.says('Hi, Marta here. What can I do for you?');
  await at.settle();
  expect(onTelegram().at(-1)).toMatch(/What can I do for you\?/);
  const before = onTelegram().length;
  await writesOnTelegram('the bag was torn');
  expect(onTelegram()).toHaveLength(before);
  await marta.closes('sent-again', 'torn bag');
  await at.settle();
  expect(onTelegram().at(-1)).toMatch(/Marta.*automatic/);
  await writesOnTelegram('what does shipping cost to Italy');
  expect(onTelegram().at(-1)).toMatch(/Italy/);
  const back = await speaker.opens();
  expect(back.replies).not.toContain('Person.answered');
});

test('somebody else who opens a link sees nothing before the yes, and no link works twice', async () => {
  const speaker = createSpeaker(at.house, { shopper: null, device: 'links' });
  const secret = pushedSecret((await speaker.hears('TalkToHuman')).response);
  await writesOnTelegram(`/start ${secret}`);
  await writesOnTelegram('no');
  expect(onTelegram().join(' ')).not.toMatch(/passed|reference/i);
  await writesOnTelegram(`/start ${secret}`);
  await writesOnTelegram('yes');
  await writesOnTelegram(`/start ${secret}`);
  expect(onTelegram().at(-1)).toMatch(/doesn't work/);
});

test('an answer to a shopper who has not written comes by template, and in words once they write', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('OrderStatus', { product: 'dog food' });
  const passed = await speaker.hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.onWhatsapp']);
  const marta = createAgent(at.house);
  await marta.says('A new bag is on its way.');
  await at.settle();
  expect(onWhatsapp()).toMatchObject([{ type: 'template' }]);
  await whatsapps('wamid.in1', 'hello?');
  expect(onWhatsapp().map(({ type }) => type)).toEqual(['template', 'text']);
  expect(JSON.stringify(onWhatsapp().at(-1))).toContain('A new bag is on its way.');
  const [handOff] = await queued(at.house.store);
  const toDesk = (await at.house.store.outbox.ofConversation(handOff?.conversationId ?? '', 20)).filter(
    ({ destination, kind }) => destination === 'desk' && kind === 'message',
  );
  expect(toDesk).toHaveLength(1);
  const back = await speaker.opens();
  expect(back.replies.at(-1)).toBe('Person.taken');
});

test('what became of a message is known, in whatever order it is told', async () => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('TalkToHuman');
  await whatsapps('wamid.in2', 'are you there?');
  await createAgent(at.house).says('Yes, I am.');
  await at.settle();
  const sent = at.whatsapp.asked.length;
  const ref = `wamid.${100 + sent}`;
  await webhook(webhookOf({ statuses: [statusOf(ref, 'read', { timestamp: String(seconds()) })] }));
  await webhook(webhookOf({ statuses: [statusOf(ref, 'delivered', { timestamp: String(seconds()) })] }));
  const [handOff] = await queued(at.house.store);
  const all = await at.house.store.outbox.ofConversation(handOff?.conversationId ?? '', 20);
  expect(all.find(({ destination }) => destination === 'whatsapp')).toMatchObject({ state: 'done', receipt: 'read' });
});

test('an answer by e-mail is answered by e-mail, and the words reach the person', async () => {
  const speaker = createSpeaker(at.house, { shopper: 'bruno' });
  const passed = await speaker.hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.byEmail']);
  const marta = createAgent(at.house);
  await marta.says('Which of the two coffees was it?');
  await at.settle();
  expect(at.mail.delivered).toHaveLength(1);
  const [mail] = at.mail.delivered;
  expect(mail?.mail.text).toContain('Which of the two coffees was it?');
  const replyTo = mail?.mail.replyTo?.value[0]?.address ?? '';
  expect(replyTo).toMatch(/^reply\+/);
  const raw = [
    'From: Bruno <bruno@somewhere.example>',
    `To: ${replyTo}`,
    'Subject: Re: your question',
    'Message-ID: <bruno-1@somewhere.example>',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'The capsules, thank you.',
    '',
    'On Mon, 23 Nov 2026 at 11:02, Willow Market <care@willow-market.example> wrote:',
    '> Which of the two coffees was it?',
  ].join('\r\n');
  const deliver = () =>
    fetch(`${at.door.url}/channels/email`, {
      method: 'POST',
      body: raw,
      headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${MAIL_SECRET}` },
    });
  expect((await deliver()).status).toBe(202);
  expect((await deliver()).status).toBe(202);
  await at.settle();
  const [handOff] = await queued(at.house.store);
  const lines = await at.house.store.conversations.history(handOff?.conversationId ?? '', 20);
  const heard = lines.filter(({ channel }) => channel === 'email');
  expect(heard.map(({ text }) => text)).toEqual(['The capsules, thank you.']);
});

test('a tapped button answers the question it belongs to', async () => {
  const speaker = createSpeaker(at.house, { shopper: null, device: 'links' });
  const secret = pushedSecret((await speaker.hears('SendToPhone')).response);
  await writesOnTelegram(`/start ${secret}`);
  await telegrams({
    callback_query: tapOf('yes', {
      message: { message_id: 1, date: seconds(), chat: { id: TELEGRAM_ANA, type: 'private' } },
    }),
  });
  await writesOnTelegram('yes');
  expect(onTelegram().join(' ')).toMatch(/same conversation/);
});

test('a picture and a document of a person go where the shopper writes, and files come from there', async () => {
  const marta = createAgent(at.house);
  const picture = { id: 'picture', type: 'image/jpeg', bytes: JPEG } as const;
  await writesOnTelegram('I want to talk to a person');
  await marta.sends(picture);
  await at.settle();
  const sent = at.telegram.asked.at(-1);
  expect([sent?.path.endsWith('/sendPhoto'), JSON.stringify(sent?.body).includes('"photo.jpg"')]).toEqual([true, true]);

  at.house.clock.advance(60_000);
  await whatsapps('wamid.a', 'I want to talk to a person');
  at.whatsapp.next({ status: 200, json: { id: '9001' } });
  await marta.sends({ id: 'paper', type: 'application/pdf', bytes: PDF });
  await at.settle();
  expect(onWhatsapp().at(-1)).toMatchObject({ type: 'document', document: { id: '9001', filename: 'file.pdf' } });
  const url = `${at.whatsapp.base}/media`;
  at.whatsapp.next({ status: 200, json: { url } }, { status: 200, bytes: OGG });
  await webhook(
    webhookOf({
      messages: [
        {
          from: WHATSAPP_ANA.number,
          from_user_id: WHATSAPP_ANA.scopedId,
          ...{ id: 'wamid.b', timestamp: String(seconds()), type: 'audio', audio: { id: '77' } },
        },
      ],
    }),
  );
  const handOff = await at.house.store.handOffs.get(await marta.newest());
  const lines = await at.house.store.conversations.since(handOff?.conversationId ?? '', null, 20);
  const [voice] = lines.filter(({ text }) => text === 'voice');
  expect(voice?.show?.attached?.kind).toBe('voice');
  expect(Buffer.from((await at.house.store.files.get(voice?.show?.attached?.id ?? ''))?.bytes ?? [])).toEqual(OGG);
});

describe('what is edited in Telegram', () => {
  const edits = (things: object, ago = 5) =>
    telegrams({
      edited_message: {
        ...{ message_id: 501, date: seconds() - ago, edit_date: seconds() },
        chat: { id: TELEGRAM_ANA, type: 'private' },
        from: { id: TELEGRAM_ANA, is_bot: false, first_name: 'Ana', language_code: 'en' },
        ...things,
      },
    });
  const shopperLines = async () => {
    const [handOff] = await queued(at.house.store);
    const lines = await at.house.store.conversations.since(handOff?.conversationId ?? '', null, 50);
    return lines
      .filter(({ by }) => by === 'shopper')
      .map(({ text, show }) => [text, show?.changed, show?.attached?.kind]);
  };

  test('reaches the person beside the first words, as edited, once however often it is told, and the bot says nothing', async () => {
    await writesOnTelegram('I want to talk to a person');
    await writesOnTelegram('three bags are torn');
    const before = onTelegram().length;
    await edits({ text: 'two bags are torn' });
    updates -= 1;
    await edits({ text: 'two bags are torn' });
    expect((await shopperLines()).slice(1)).toEqual([
      ['three bags are torn', undefined, undefined],
      ['two bags are torn', 'edited', undefined],
    ]);
    expect(onTelegram()).toHaveLength(before);
    await edits({ text: 'one bag is torn' });
    expect((await shopperLines()).at(-1)).toEqual(['one bag is torn', 'edited', undefined]);
  });

  test('acts on nothing while the bot has the conversation, and is told so', async () => {
    await writesOnTelegram('where is my order');
    const before = onTelegram().length;
    await edits({ text: 'I want to talk to a person' });
    expect(await queued(at.house.store)).toEqual([]);
    expect(onTelegram().slice(before)).toEqual([expect.stringMatching(/what you wrote first/)]);
  });

  test('is seen where it is another picture, and a place that moves on is nothing', async () => {
    await writesOnTelegram('I want to talk to a person');
    at.telegram.next(
      { status: 200, json: { ok: true, result: { file_id: 'f', file_unique_id: 'u', file_path: 'photos/1.jpg' } } },
      { status: 200, bytes: JPEG },
    );
    await edits({ photo: [{ file_id: 'f', file_unique_id: 'u', width: 9, height: 9 }] });
    expect((await shopperLines()).at(-1)).toEqual(['photo', undefined, 'photo']);
    const known = await shopperLines();
    await edits({ location: { latitude: 1, longitude: 2 } });
    expect(await shopperLines()).toEqual(known);
  });
});
