/** The shop does not tell for a moment who somebody is: what they were asked last goes on, and a yes is never taken for one to what was asked before. */

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

const YES: Readonly<Record<string, string>> = {
  ...{ 'en-GB': 'yes', 'it-IT': 'sì', 'de-DE': 'ja', 'pl-PL': 'tak', 'cs-CZ': 'ano' },
};
