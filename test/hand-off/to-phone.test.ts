/** From the speaker to the phone: by a pushed link, by a consented address, or by a code; and who may come through. */

import { read as readTelegram } from '../../lambda/channels/telegram/read';
import { read as readWhatsapp } from '../../lambda/channels/whatsapp/read';
import type { ProfileEmail } from '../../lambda/services/reach/reach';
import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { queued } from '../kit/queued';
import type { Heard as Spoken } from '../kit/speaker';
import { useHouse } from '../kit/use-house';
import { createWriter, settle } from '../kit/writer';

const email = createPostBox('email');
const whatsapp = {
  ...createPostBox('whatsapp', 'noticed'),
  read: (one: Parameters<typeof readWhatsapp>[0]) => readWhatsapp(one, async () => 'lost' as const),
};
const telegram = {
  ...createPostBox('telegram'),
  read: (received: Parameters<typeof readTelegram>[0]) => readTelegram(received).heard,
};
const profile = { says: { kind: 'consent-needed' } as ProfileEmail };

const at = useHouse({
  at: MONDAY,
  staffed: true,
  channels: [email, whatsapp, telegram],
  publicUrl: 'https://chat.willow.example',
  linksAccounts: true,
  readProfile: async () => profile.says,
});
beforeEach(() => {
  for (const { sent } of [email, whatsapp, telegram]) sent.splice(0);
  profile.says = { kind: 'consent-needed' };
});

const DAY = 24 * 3_600_000;
const POSTCODE = '20129';

function codeOn({ card }: Spoken): string {
  const code = /(?<!\d)(\d{3} \d{3})(?!\d)/.exec(JSON.stringify(card))?.[1];
  if (!code) throw new Error('there is no code on the card');
  return code;
}
/** The secret in the link that Alexa was asked to push. */
function pushedBy({ response }: Spoken): string {
  const secret = /#join=([A-Za-z0-9_-]{22})/.exec(JSON.stringify(response.directives))?.[1];
  if (!secret) throw new Error('no link was pushed');
  return secret;
}
const whereIs = async (address: string) => {
  const arrival = { id: 'w', channel: 'web', address, locale: 'en-GB', deadline: MONDAY + DAY * 9 } as const;
  return (await at.house.app.conversationOf(arrival)).conversationId;
};
const ANA = 'shopper:shopper-ana';

describe('a pushed link', () => {
  const speaker = () => at.speaker({ shopper: null, device: 'links' });

  test('yields to Alexa without a question, and the visit goes on when she is back', async () => {
    const shopper = speaker();
    const yielded = await shopper.hears('SendToPhone');
    expect(yielded.asks).toBeNull();
    expect(yielded.response).toMatchObject({ directives: [{ uri: 'connection://AMAZON.LinkApp/2' }] });
    const back = await shopper.resumes('send-to-phone');
    expect(back.replies).toEqual(['SendToPhone.pushed']);
    expect(back.asks).toBe('Welcome.more');
  });

  test.each(['en-GB', 'it-IT', 'de-DE'])(
    'is offered in %s to whoever has to link, and takes them where they can sign in',
    async (locale) => {
      const shopper = at.speaker({ shopper: null, device: 'links', locale });
      const asked = await shopper.hears('OrderStatus');
      expect([asked.replies, asked.asks]).toEqual([['Trouble.link'], 'SendToPhone.signIn']);
      expect(asked.card).toMatchObject({ type: 'LinkAccount' });
      const yielded = await shopper.hears('Yes');
      expect(yielded.response).toMatchObject({ directives: [{ uri: 'connection://AMAZON.LinkApp/2' }] });
      expect(pushedBy(yielded)).toHaveLength(22);
      expect((await shopper.resumes('send-to-phone')).replies).toEqual(['SendToPhone.pushed']);
    },
  );

  test('is sent to nobody who did not want it', async () => {
    const shopper = speaker();
    await shopper.hears('OrderStatus');
    const left = await shopper.hears('No');
    expect(left.replies).toEqual(['SendToPhone.cardWaits']);
    expect(JSON.stringify(left.response)).not.toContain('LinkApp');
    // Nor is it offered again to whoever has said so.
    const again = await shopper.hears('OrderStatus');
    expect([again.replies, again.asks, again.card?.type]).toEqual([['Trouble.link'], null, 'LinkAccount']);
    const wished = await shopper.hears('SendToPhone');
    expect(JSON.stringify(wished.response)).toContain('LinkApp');
  });

  test('is explained to whoever asks which one', async () => {
    const shopper = speaker();
    await shopper.hears('OrderStatus');
    const told = await shopper.hears('Help');
    expect([told.replies, told.asks]).toEqual([['SendToPhone.signIn.help'], 'SendToPhone.signIn']);
  });

  test('that Alexa could not push becomes a code', async () => {
    const shopper = speaker();
    await shopper.hears('SendToPhone');
    const back = await shopper.resumes('send-to-phone', '500');
    expect(back.replies).toContain('SendToPhone.code');
    expect(codeOn(back)).toMatch(/^\d{3} \d{3}$/);
  });

  test('follows a hand-off: its reference is heard before, and on the phone it goes on', async () => {
    const shopper = speaker();
    const passed = await shopper.hears('TalkToHuman');
    expect(passed.replies[0]).toBe('TalkToHuman.passed');
    const [packet] = await at.house.store.handOffs.list(1);
    const back = await shopper.resumes(`hand-off:${packet?.id}`);
    expect(back.replies).toEqual(['TalkToHuman.onPhone']);
    expect(back.open).toBe(false);
  });

  test.each([
    ['export', 'MyData.onlyThere', 'MyData.codeForFile', /#file=[A-Za-z0-9_-]{22}/],
    ['forget', 'MyData.notHere', 'MyData.code', /#join=[A-Za-z0-9_-]{22}/],
  ] as const)(
    'takes a wish about one’s data (%s) to the phone, and is said to be sent when it was',
    async (id, why, code, link) => {
      const shopper = speaker();
      const wish = { wish: { said: id, ids: [id] } };
      const yielded = await shopper.hears('MyData', wish);
      expect([yielded.replies, yielded.asks]).toEqual([[why], null]);
      expect(JSON.stringify(yielded.response.directives)).toMatch(link);
      expect((await shopper.resumes(`my-data:${id}`)).replies).toEqual(['MyData.sent']);
      await shopper.hears('MyData', wish);
      // Two hundred, and nothing inside it went well.
      const failed = { sendToDevice: { status: 'FAILURE', errorCode: 'NO_DEVICE' } };
      const back = await shopper.resumes(`my-data:${id}`, '200', failed);
      expect(back.replies).toEqual([why, code]);
      expect(codeOn(back)).toMatch(/^\d{3} \d{3}$/);
    },
  );

  test('that failed inside a connection that went well is none: a code stands for it', async () => {
    const failed = { directLaunch: { primary: { status: 'FAILURE', errorCode: 'APP_NOT_FOUND' } } };
    const pushed = { sendToDevice: { status: 'SUCCESS' }, ...failed };
    const shopper = speaker();
    await shopper.hears('SendToPhone');
    expect((await shopper.resumes('send-to-phone', '200', failed)).replies).toContain('SendToPhone.code');
    await shopper.hears('SendToPhone');
    expect((await shopper.resumes('send-to-phone', '200', pushed)).replies).toEqual(['SendToPhone.pushed']);
    await shopper.hears('TalkToHuman');
    const [packet] = await at.house.store.handOffs.list(1);
    const back = await shopper.resumes(`hand-off:${packet?.id}`, '200', failed);
    expect([back.replies, back.open]).toEqual([['SendToPhone.code'], false]);
    expect(codeOn(back)).toMatch(/^\d{3} \d{3}$/);
  });

  test('is good once, and for a day', async () => {
    const secret = pushedBy(await speaker().hears('SendToPhone'));
    const [first, second] = [at.texter({ shopper: null }), at.texter({ shopper: null })];
    for (const one of [first, second]) {
      expect((await one.sends({ kind: 'joined', token: secret })).asks).toBe('Join.confirm');
    }
    expect((await first.says('yes')).replies).toEqual(['Join.joined']);
    expect((await second.says('yes')).replies).toEqual(['Join.over']);
    expect(await whereIs(second.name)).toBe(`web:${second.name}`);
    const third = at.texter({ shopper: null });
    expect((await third.sends({ kind: 'joined', token: secret })).replies).toEqual(['Join.wrong']);
    const late = pushedBy(await speaker().hears('SendToPhone'));
    at.house.clock.advance(DAY + 1);
    expect((await third.sends({ kind: 'joined', token: late })).replies).toEqual(['Join.wrong']);
  });

  test('opened by somebody else shows nothing before the yes, and a no leaves nothing', async () => {
    const shopper = at.speaker({ device: 'links' });
    await shopper.hears('OrderStatus', { product: 'dog food' });
    email.sent.splice(0);
    const link = at.house.reach.minting.link('link-of-a-test', ANA, at.house.clock.now());
    const stored = await at.house.store.conversations.load(ANA);
    expect(stored).not.toBeNull();
    const other = at.texter({ shopper: null });
    await giveOut(link);
    const asked = await other.sends({ kind: 'joined', token: at.house.reach.minting.secretOf('link-of-a-test') });
    expect(asked.asks).toBe('Join.confirm');
    expect(asked.show).not.toMatch(/dog|Ana|order/i);
    expect(await whereIs(other.name)).toBe(`web:${other.name}`);
    expect((await other.says('no')).replies).toEqual(['Join.declined']);
    expect(await whereIs(other.name)).toBe(`web:${other.name}`);
  });

  test('in the hands of whoever joined, opens the conversation and not the account', async () => {
    await at.speaker().hears('OrderStatus', { product: 'dog food' });
    await giveOut(at.house.reach.minting.link('link-of-a-test', ANA, at.house.clock.now()));
    const guest = at.texter({ shopper: null });
    await guest.sends({ kind: 'joined', token: at.house.reach.minting.secretOf('link-of-a-test') });
    expect((await guest.says('yes')).replies).toEqual(['Join.joined']);
    expect(await whereIs(guest.name)).toBe(ANA);
    const asked = await guest.says('where is my dog food');
    expect(asked.show).not.toMatch(/between|delivery, today/);
    expect(asked.replies.join()).toMatch(/link|Link/);
  });
});

/** As a turn that gave it out would have written it. */
async function giveOut(token: ReturnType<typeof at.house.reach.minting.link>) {
  const stored = await at.house.store.conversations.load(token.conversationId);
  const { freshMemory } = await import('../../lambda/services/conversation/memory');
  const { commitOf } = await import('../contracts/store-samples');
  const memory = stored?.memory ?? freshMemory();
  const commit = commitOf(token.conversationId, stored?.version ?? 0, { memory, history: [], tokens: [token] });
  expect(await at.house.store.conversations.commit(commit)).toBe('committed');
}

describe('the e-mail address of the account', () => {
  const speaker = () => at.speaker({ shopper: null, device: 'profile' });

  test('is used where it was allowed, and said so', async () => {
    profile.says = { kind: 'known', email: 'ana@example.org' };
    const sent = await speaker().hears('SendToPhone');
    expect(sent.replies).toContain('SendToPhone.byEmail');
    await settle(at.house);
    expect(email.sent).toMatchObject([{ to: 'ana@example.org', link: expect.stringMatching(/#join=[\w-]{22}$/) }]);
  });

  test('is asked for by voice; granted, it goes out', async () => {
    const shopper = speaker();
    expect((await shopper.hears('SendToPhone')).asks).toBe('SendToPhone.mayEmail');
    const yielded = await shopper.yes();
    expect(yielded.response).toMatchObject({ directives: [{ uri: 'connection://AMAZON.AskForPermissionsConsent/2' }] });
    profile.says = { kind: 'known', email: 'ana@example.org' };
    const back = await shopper.resumes(tokenOf(yielded), '200', { status: 'ACCEPTED' });
    expect(back.replies).toContain('SendToPhone.byEmail');
    await settle(at.house);
    expect(email.sent).toHaveLength(1);
  });

  test('granted and not known yet, is asked for once more by a card', async () => {
    const shopper = speaker();
    await shopper.hears('SendToPhone');
    const yielded = await shopper.yes();
    const back = await shopper.resumes(tokenOf(yielded), '200', { status: 'ACCEPTED' });
    expect(back.replies).toEqual(['SendToPhone.asked']);
    expect(back.card).toMatchObject({ type: 'AskForPermissionsConsent' });
    profile.says = { kind: 'known', email: 'ana@example.org' };
    expect((await shopper.hears('SendToPhone')).replies).toContain('SendToPhone.byEmail');
  });

  test.each([
    ['refused', { status: 'DENIED' }, ['SendToPhone.refused', 'SendToPhone.code']],
    ['ignored', { status: 'NOT_ANSWERED' }, ['SendToPhone.code']],
  ])('%s, becomes a code, and nothing is claimed to be on the phone', async (_name, result, replies) => {
    const shopper = speaker();
    await shopper.hears('SendToPhone');
    const back = await shopper.resumes(tokenOf(await shopper.yes()), '200', result);
    expect(back.replies).toEqual(replies);
    expect(codeOn(back)).toMatch(/\d/);
    await settle(at.house);
    expect(email.sent).toEqual([]);
  });

  test('refused to us, becomes a code and nobody is asked', async () => {
    const shopper = speaker();
    await shopper.hears('SendToPhone');
    const no = await shopper.no();
    expect(no.replies).toEqual(['SendToPhone.refused', 'SendToPhone.code']);
    expect(no.response.directives ?? []).toEqual([]);
  });

  test('that cannot be read just now is not asked for', async () => {
    profile.says = { kind: 'unavailable' };
    expect((await speaker().hears('SendToPhone')).replies).toContain('SendToPhone.code');
  });
});

function tokenOf({ response }: Spoken): string {
  const [directive] = (response.directives ?? []) as readonly { readonly token?: string }[];
  return directive?.token ?? '';
}

describe('a code', () => {
  /** Of a shopper with a postcode, whom nobody may write to. */
  const given = async () => {
    const minting = at.house.reach.minting;
    const token = minting.code('code-of-a-test', { conversationId: ANA, proof: POSTCODE }, at.house.clock.now());
    await giveOut(token);
    const digits = minting.codeOf('code-of-a-test');
    return { digits, wrong: String((Number(digits) + 1) % 1_000_000).padStart(6, '0') };
  };
  const guest = () => at.texter({ shopper: null });

  test('of a guest opens without a postcode, typed as the card shows it', async () => {
    const passed = await at.speaker({ shopper: null }).hears('TalkToHuman');
    const asked = await guest().says(codeOn(passed));
    expect(asked.asks).toBe('Join.confirm');
  });

  test('of a shopper wants the postcode with it, however that is written', async () => {
    const { digits } = await given();
    const one = guest();
    expect((await one.says(digits)).replies).toEqual(['Join.postcode']);
    const asked = await one.says(`${digits.slice(0, 3)} ${digits.slice(3)} 201 29`);
    expect(asked.asks).toBe('Join.confirm');
    expect((await one.says('yes')).replies).toEqual(['Join.joined']);
    expect(await whereIs(one.name)).toBe(ANA);
  });

  test('with another postcode is wrong, and so is one that is over', async () => {
    const { digits } = await given();
    expect((await guest().says(`${digits} 00184`)).replies).toEqual(['Join.wrong']);
    at.house.clock.advance(10 * 60_000 + 1);
    expect((await guest().says(`${digits} ${POSTCODE}`)).replies).toEqual(['Join.wrong']);
  });

  test('guessed wrongly five times locks out whoever guesses, also with the right one, for ten minutes', async () => {
    const { digits, wrong } = await given();
    const one = guest();
    for (let guesses = 0; guesses < 5; guesses += 1) await one.says(`${wrong} ${POSTCODE}`);
    expect((await one.says(`${digits} ${POSTCODE}`)).replies).toEqual(['Join.locked']);
    expect((await guest().says(`${digits} ${POSTCODE}`)).asks).toBe('Join.confirm');
    at.house.clock.advance(10 * 60_000 + 1);
    const { digits: fresh } = await given();
    expect((await one.says(`${fresh} ${POSTCODE}`)).replies).not.toEqual(['Join.locked']);
  });

  test('stands in no history, and neither does the postcode', async () => {
    const { digits } = await given();
    const one = guest();
    await one.says(`${digits} ${POSTCODE}`);
    const lines = JSON.stringify(await at.house.store.conversations.history(`web:${one.name}`, 9));
    expect(lines).toContain('[token]');
    expect(lines).not.toContain(digits);
    expect(lines).not.toContain(POSTCODE);
  });

  test('typed by a shopper the shop knows, or to a person, is words like any others', async () => {
    const { digits } = await given();
    const known = await at.texter({ shopper: 'bruno' }).says(digits);
    expect(known.replies.join()).not.toMatch(/Join/);
    const one = guest();
    await one.says('I want to talk to a person');
    expect((await one.says(digits)).answer.said).toBeNull();
  });

  test.each(['Versandkostenpauschale', 'next-day-delivery-cost', '123456 is what I paid', '2 bags'])(
    '"%s" is none',
    async (words) => {
      expect((await guest().says(words)).replies.join()).not.toMatch(/Join/);
    },
  );
});

describe('a guest joins by a link', () => {
  const secretOf = (id: string) => at.house.reach.minting.secretOf(id);
  const whatsappMessage = (id: string, body: string) =>
    JSON.stringify({
      kind: 'message',
      message: { id, timestamp: '1', from: '390612345678', type: 'text', text: { body } },
    });
  const telegramMessage = (id: number, text: string) => {
    const who = { id: 70_410_077, is_bot: false, first_name: 'A' };
    const message = { message_id: id, date: 1, chat: { ...who, type: 'private' }, from: who, text };
    return JSON.stringify({ update_id: id, message });
  };
  const cases = [
    [
      'WhatsApp',
      whatsapp,
      (n: number, text: string) => whatsappMessage(`wamid-${n}`, text),
      (s: string) => `Hello! [${s}]`,
    ],
    ['Telegram', telegram, telegramMessage, (s: string) => `/start ${s}`],
  ] as const;

  test.each(cases)('on %s, and what a person answers at the desk comes there', async (_name, box, bodyOf, wordsOf) => {
    let messages = 0;
    const writes = async (text: string) => {
      messages += 1;
      const received = { source: box.name, key: `k${messages}`, lane: box.name, body: bodyOf(messages, text) };
      await at.house.receive(received);
      await settle(at.house);
    };
    const speaker = at.speaker({ shopper: null });
    await speaker.hears('TalkToHuman');
    const [handOff] = await queued(at.house.store);
    const conversationId = handOff?.conversationId ?? '';
    await giveOut(at.house.reach.minting.link('link-of-a-test', conversationId, at.house.clock.now()));
    await writes(wordsOf(secretOf('link-of-a-test')));
    expect(box.sent.at(-1)?.text).toMatch(/Carry on your conversation/);
    await writes('yes');
    expect(box.sent.at(-1)?.text).toMatch(/You're in/);
    const before = box.sent.length;
    await writes('the bag was torn');
    expect(box.sent).toHaveLength(before);
    const items = await at.house.store.outbox.ofConversation(conversationId, 20);
    expect(items.filter(({ destination, kind }) => destination === 'desk' && kind === 'message')).toHaveLength(1);
    await at.agent().says('A new one is on its way.');
    await settle(at.house);
    expect(box.sent.at(-1)).toMatchObject({ by: 'person', name: 'Marta', text: 'A new one is on its way.' });
  });

  test('while a person has the conversation the guest began with: that one keeps its answers', async () => {
    const box = email;
    const guest = createWriter(at.house, box, 'guest@example.org');
    await guest.writes('I want to talk to a person');
    const [own] = await queued(at.house.store);
    await giveOut(at.house.reach.minting.link('link-of-a-test', 'alexa:somebody', at.house.clock.now()));
    const asked = await guest.brings({ kind: 'joined', token: secretOf('link-of-a-test') });
    expect(asked.at(-1)?.text).toMatch(/Carry on your conversation/);
    expect((await guest.writes('yes')).at(-1)?.text).toMatch(/You're in/);
    await at.agent().says('About your first question: yes.', own?.id);
    await settle(at.house);
    expect(box.sent.at(-1)).toMatchObject({ by: 'person', text: 'About your first question: yes.' });
  });
});
