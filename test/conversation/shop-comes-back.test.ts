/** The shop does not tell for a moment who somebody is: what they were asked last goes on, and a yes is never taken for one to what was asked before. */

import { JPEG } from '../kit/files';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const HALF_AN_HOUR = 31 * 60_000;

type Heard = { readonly replies: readonly string[]; readonly asks: string | null };
type Talk = {
  orders(): Promise<Heard>;
  asks(): Promise<Heard>;
  yes(): Promise<Heard>;
};

const WAYS: Readonly<Record<string, () => Talk>> = {
  'at a speaker': () => {
    const speaker = at.speaker();
    const orders = () => speaker.hears('Reorder', { product: 'coffee' });
    return { orders, asks: () => speaker.hears('OrderStatus', { product: 'dog food' }), yes: () => speaker.yes() };
  },
  'in a chat': () => {
    const texter = at.texter();
    const says = (text: string) => () => texter.says(text);
    return { orders: says('order my coffee'), asks: says('where is my dog food'), yes: says('yes') };
  },
};

/** Each is later than the one before. */
async function later(hears: () => Promise<Heard>, ms = 3_000): Promise<Heard> {
  at.house.clock.advance(ms);
  return hears();
}

describe.each(Object.keys(WAYS))('%s', (way) => {
  const talk = () => (WAYS[way] as () => Talk)();

  test('who is offered a person while the shop is away gets one when it is back', async () => {
    const { orders, yes } = talk();
    at.house.demo.setFault('down');
    expect(await later(orders)).toMatchObject({ replies: ['Trouble.shopDown'], asks: 'TalkToHuman.offer' });
    at.house.demo.setFault(null);
    expect((await later(yes)).replies[0]).toMatch(/^TalkToHuman\.passed/);
    expect(at.house.orders()).toBe(0);
  });

  test('what goes on is asked once', async () => {
    const { orders, asks, yes } = talk();
    at.house.demo.setFault('down');
    await later(asks);
    at.house.demo.setFault(null);
    expect((await later(orders)).asks).toBe('Purchase.confirm');
    await later(yes);
    expect(at.house.orders()).toBe(1);
    expect((await later(yes)).replies).not.toContain('TalkToHuman.passed');
    expect((await at.house.store.handOffs.list(10)).length).toBe(0);
  });

  test('a yes to the person that was offered meanwhile orders nothing', async () => {
    const { orders, asks, yes } = talk();
    expect((await later(orders)).asks).toBe('Purchase.confirm');
    at.house.demo.setFault('down');
    expect((await later(asks, HALF_AN_HOUR)).asks).toBe('TalkToHuman.offer');
    at.house.demo.setFault(null);
    expect((await later(yes)).replies[0]).toMatch(/^TalkToHuman\.passed/);
    expect(at.house.orders()).toBe(0);
  });

  test('a yes that cannot be understood while the shop is away is told so, and is no answer to what was asked', async () => {
    const { orders, yes } = talk();
    expect((await later(orders)).asks).toBe('Purchase.confirm');
    at.house.demo.setFault('down');
    expect(await later(yes, HALF_AN_HOUR)).toMatchObject({ replies: ['Trouble.shopDown'], asks: 'TalkToHuman.offer' });
    at.house.demo.setFault(null);
    await later(yes);
    expect(at.house.orders()).toBe(0);
  });
});

describe('a person who is asked for while the shop does not say who speaks', () => {
  test.each(['en-GB', 'it-IT', 'de-DE', 'pl-PL', 'cs-CZ'])(
    'promises no answer at the speaker, and gives the way to it, in %s',
    async (locale) => {
      at.house.demo.setFault('down');
      const speaker = at.speaker({ locale });
      const passed = await speaker.hears('TalkToHuman');
      expect(passed.replies).toContain('Phone.byCard');
      expect(passed.replies).not.toContain('Phone.here');
      const [, code = ''] = /(?<!\d)(\d{3} \d{3})(?!\d)/.exec(JSON.stringify(passed.card)) ?? [];
      const [packet] = await at.house.store.handOffs.list(1);
      await at.agent().says('A new bag is on its way.');
      at.house.demo.setFault(null);
      // They are another one for us by now.
      expect((await speaker.opens()).replies).not.toContain('Person.answered');
      const phone = at.texter({ locale, shopper: null });
      expect((await phone.says(code)).asks).toBe('Join.confirm');
      expect((await phone.says(YES[locale] ?? '')).replies).toEqual(['Join.joined']);
      const { conversationId = '' } = (await at.house.store.handOffs.get(packet?.id ?? '')) ?? {};
      expect((await at.house.store.contacts.of(conversationId)).map(({ channel }) => channel)).toEqual(['web']);
      const shown = await at.house.store.conversations.since(conversationId, null, 50);
      expect(shown.map(({ text }) => text)).toContain('A new bag is on its way.');
    },
  );
});

describe('a hand-off that began while the shop did not say who speaks', () => {
  const TEN_MINUTES = 10 * 60_000;
  const LATER = TEN_MINUTES + 1_000;
  const linesOf = async (id: string) =>
    (await at.house.store.conversations.since(id, null, 50)).map(({ text }) => text);
  async function handOff() {
    const [packet] = await at.house.store.handOffs.list(1);
    return at.house.store.handOffs.get(packet?.id ?? '');
  }

  test('begun in the chat is theirs as soon as it does, and is found at the speaker, too', async () => {
    const chat = at.texter();
    at.house.demo.setFault('down');
    await chat.says('I want to talk to a person');
    await chat.says('the gryphon is torn');
    const before = await handOff();
    expect(before?.conversationId).toBe(`web:${chat.name}`);
    await at.agent().says('A new bag is on its way.');
    at.house.demo.setFault(null);
    expect((await chat.says('thank you')).replies).toEqual([]);
    const after = await handOff();
    const { id, reference } = before ?? {};
    expect(after).toMatchObject({ id, reference, state: 'accepted', agent: { name: 'Marta' } });
    expect(after?.conversationId).toMatch(/^shopper:/);
    const own = after?.conversationId ?? '';
    expect(await linesOf(own)).toEqual([
      ...['I want to talk to a person', expect.any(String), 'the gryphon is torn', expect.any(String)],
      ...['A new bag is on its way.', 'thank you'],
    ]);
    expect((await at.house.store.handOffs.packet(after?.id ?? ''))?.shopper).toMatchObject({
      guest: false,
      name: 'Ana',
    });
    await at.agent().says('It comes on Friday.');
    const speaker = at.speaker();
    expect((await speaker.opens()).asks).toBe('Person.read');
    expect((await speaker.yes()).say).toContain('Friday');
    // Nothing of it is left where it began.
    expect((await linesOf(`web:${chat.name}`)).every((text) => text === 'taken-back')).toBe(true);
    expect((await at.house.store.conversations.load(`web:${chat.name}`))?.memory).toMatchObject({
      owner: 'bot',
      handOff: null,
    });
  });

  test('begun at the speaker is heard of there, once the code that was given out leads nowhere any more', async () => {
    const speaker = at.speaker();
    at.house.demo.setFault('down');
    await speaker.hears('TalkToHuman');
    await at.agent().says('A new bag is on its way.');
    at.house.demo.setFault(null);
    at.house.clock.advance(LATER);
    expect((await speaker.opens()).asks).toBe('Person.read');
    const { conversationId = '' } = (await handOff()) ?? {};
    expect(conversationId).toMatch(/^shopper:/);
    expect(await linesOf(conversationId)).toContain('A new bag is on its way.');
    const chat = at.texter();
    await chat.says('when does it come?');
    expect((await handOff())?.waitingSince).not.toBeNull();
  });

  test('is joined though its shopper wrote elsewhere meanwhile', async () => {
    const speaker = at.speaker();
    at.house.demo.setFault('down');
    await speaker.hears('TalkToHuman');
    at.house.demo.setFault(null);
    at.house.clock.advance(LATER);
    await at.texter().says('where is my dog food');
    await at.agent().says('A new bag is on its way.');
    at.house.clock.advance(LATER);
    await at.texter().says('where is my dog food');
    expect((await speaker.opens()).asks).toBe('Person.read');
  });

  test('is nobody else’s who signs in from the same browser', async () => {
    const chat = at.texter({ shopper: 'ana' });
    at.house.demo.setFault('down');
    await chat.says('I want to talk to a person');
    at.house.demo.setFault(null);
    const turn = {
      id: 'b1',
      requestId: 'b1',
      channel: 'web',
      form: 'text',
      address: chat.name,
      locale: 'en-GB',
    } as const;
    const session = { id: `${chat.name}-s1`, isNew: false };
    const heard = { kind: 'text', text: 'hello' } as const;
    const deadline = at.house.clock.now() + 6_000;
    await at.house.app.answer({ ...turn, session, heard, deadline, credential: 'demo-bruno' });
    expect((await handOff())?.conversationId).toBe(`web:${chat.name}`);
    await chat.says('thank you');
    expect((await handOff())?.conversationId).toMatch(/^shopper:/);
  });

  test('stays where it is, where somebody has come by its code', async () => {
    at.house.demo.setFault('down');
    const speaker = at.speaker();
    const passed = await speaker.hears('TalkToHuman');
    const [, code = ''] = /(?<!\d)(\d{3} \d{3})(?!\d)/.exec(JSON.stringify(passed.card)) ?? [];
    const phone = at.texter({ shopper: null });
    await phone.says(code);
    await phone.says('yes');
    at.house.demo.setFault(null);
    at.house.clock.advance(LATER);
    await speaker.opens();
    expect((await handOff())?.conversationId).toMatch(/^alexa:/);
  });

  test('takes along what a desk tells of it at that very moment, and every photo', async () => {
    const chat = at.texter();
    at.house.demo.setFault('down');
    await chat.says('I want to talk to a person');
    await chat.sends({ kind: 'files', files: [{ id: 'bag', type: 'image/jpeg', bytes: JPEG }] });
    at.house.demo.setFault(null);
    const { conversations } = at.house.store;
    const real = conversations.commit;
    const told: Promise<unknown>[] = [];
    const commit: typeof real = async (write) => {
      const isNow = told.length === 0 && write.conversationId.startsWith('shopper:');
      if (isNow) told.push(at.agent().says('A new bag is on its way.'));
      return real(write);
    };
    Object.assign(conversations, { commit });
    await chat.says('thank you');
    await Promise.all(told);
    Object.assign(conversations, { commit: real });
    const { conversationId = '' } = (await handOff()) ?? {};
    expect(conversationId).toMatch(/^shopper:/);
    const lines = await conversations.since(conversationId, null, 50);
    expect(lines.map(({ text }) => text).filter((text) => /new bag|thank you/.test(text))).toHaveLength(2);
    const photo = lines.flatMap(({ show }) => show?.attached?.id ?? []);
    expect(photo).toHaveLength(1);
    expect((await at.house.store.files.get(photo[0] ?? ''))?.conversationId).toBe(conversationId);
    expect(await at.house.store.files.get('bag')).toBeNull();
  });
});

const YES: Readonly<Record<string, string>> = {
  ...{ 'en-GB': 'yes', 'it-IT': 'sì', 'de-DE': 'ja', 'pl-PL': 'tak', 'cs-CZ': 'ano' },
};
