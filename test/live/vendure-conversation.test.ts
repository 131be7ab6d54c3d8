/** The conversation of the README before a live Vendure, at the speaker and in the chat: the shopper's words are the same, and one order comes of each; and what is told of its parcels by itself. */

import { askForChanges } from '../../lambda/house/chores';
import { openEarshot } from '../../lambda/house/open';
import { readShop } from '../../lambda/house/settings';
import { readShopFile } from '../../lambda/house/shop-file';
import { shopOpener } from '../../lambda/house/shops';
import { isVendureInstalled, type LiveVendure, startVendure } from '../../scripts/live-vendure';
import { accepted, callOf } from '../contracts/shop-trial';
import { createAgent } from '../kit/agent';
import { LOCALES } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { settle } from '../kit/writer';
import { sendsOne } from './vendure-behind';

type Said = { readonly replies: readonly string[]; readonly asks: string | null; readonly words: string };

(isVendureInstalled() ? describe : describe.skip)('the conversation of the README before a live Vendure', () => {
  let live: LiveVendure;
  // Each begins before a shop in which nothing was said yet.
  beforeEach(async () => {
    live = await startVendure();
  });
  afterEach(() => live?.stop());

  async function openHouse() {
    const errors: object[] = [];
    const log = { error: (what: object) => void errors.push(what), warn: (what: object) => void errors.push(what) };
    const provider = shopOpener(readShop(live.env, { secret: 'any', shopName: 'any' }));
    const shop = readShopFile();
    const house = await openEarshot({
      folder: null,
      // Whatever the clock of this computer says, it is day.
      shop: { ...shop, news: { ...shop.news, quiet: { from: '00:00', to: '00:00' } } },
      locales: LOCALES,
      strict: true,
      log,
      provider,
    });
    await house.ready('en');
    return { ...house, errors, clock: { now: Date.now, advance: () => undefined } };
  }

  type Live = Awaited<ReturnType<typeof openHouse>>;

  const spoken = (house: Live, token: string) => {
    const speaker = createSpeaker(house, { token });
    const said = async (hearing: ReturnType<typeof speaker.opens>): Promise<Said> => {
      const { replies, asks, say } = await hearing;
      return { replies, asks, words: say };
    };
    const heard: Readonly<Record<string, () => ReturnType<typeof speaker.opens>>> = {
      'reorder my coffee': () => speaker.hears('Reorder', { product: 'coffee' }),
      'make it three': () => speaker.hears('Reorder', { quantity: 3 }),
      yes: speaker.yes,
      'where is my dog food': () => speaker.hears('OrderStatus', { product: 'dog food' }),
      'the last bag was torn': () => speaker.hears('DeliveryProblem', { problem: { said: 'torn', ids: ['damaged'] } }),
      'send a new one': () => speaker.hears('DeliveryProblem', { remedy: { said: 'send a new one', ids: ['resend'] } }),
      'I want to talk to a person': () => speaker.hears('TalkToHuman'),
    };
    return {
      says: (text: string) => said((heard[text] ?? fail)()),
      opens: () => said(speaker.opens()),
    };
  };

  const written = (house: Live, token: string) => {
    const texter = createTexter(house, { token });
    return {
      async says(text: string): Promise<Said> {
        const { replies, asks, show } = await texter.says(text);
        return { replies, asks, words: show };
      },
    };
  };

  test.each([
    ['at the speaker', spoken],
    ['in the chat', written],
  ])('goes as it is written %s', async (_where, by) => {
    const [house, token] = [await openHouse(), await live.signIn('ana')];
    const who = accepted(await house.shop.accounts.whoIs(token, callOf(Date.now)));
    const call = () => ({ ...callOf(Date.now), shopperId: who.id, credential: token });
    const orders = async () => accepted(await house.shop.history.orders({ limit: 100 }, call()));
    const before = (await orders()).length;
    const shopper = by(house, token);
    const hears = async (text: string) => shopper.says(text);

    const offered = await hears('reorder my coffee');
    expect(offered).toMatchObject({
      asks: 'Purchase.confirm',
      words: expect.stringMatching(/Bella Roma.*14(\.| euros )80/),
    });
    const amended = await hears('make it three');
    expect(amended).toMatchObject({ asks: 'Purchase.confirm', words: expect.stringMatching(/20(\.| euros )25/) });
    expect((await orders()).length).toBe(before);
    expect((await hears('yes')).replies[0]).toBe('Purchase.placed');
    const [newest] = await orders();
    expect([(await orders()).length - before, newest?.total.minor]).toEqual([1, 2_025]);

    expect((await hears('where is my dog food')).words).toMatch(/Brontolino dog food.*on its way/);
    // It sends nothing again: what it can is offered, and the rest goes to a person.
    const torn = await hears('the last bag was torn');
    expect(torn.words).toMatch(/sorry.*refund/i);
    const beyond = await hears('send a new one');
    expect(beyond).toMatchObject({ replies: ['Care.cannot'], asks: 'TalkToHuman.offer' });
    expect((await hears('I want to talk to a person')).replies[0]).toBe('TalkToHuman.passed');

    const marta = createAgent(house);
    await marta.takes();
    await marta.says('Hi Ana, Marta here. Your next bags come wrapped twice.');
    const speaker = spoken(house, token);
    const welcomed = await speaker.opens();
    expect(welcomed).toMatchObject({ asks: 'Person.read', words: expect.stringMatching(/Marta.*Brontolino dog food/) });
    expect((await speaker.says('yes')).words).toContain('Your next bags come wrapped twice');
    expect(house.errors).toEqual([]);
    await house.close();
  });

  test('each parcel of an order that left is told to whoever wished it, once', async () => {
    const [house, token] = [await openHouse(), await live.signIn('ana')];
    const who = accepted(await house.shop.accounts.whoIs(token, callOf(Date.now)));
    const looks = async () => {
      const told = await askForChanges(house);
      await settle(house);
      return told;
    };
    expect(await looks()).toBe(0);
    const texter = createTexter(house, { token });
    await texter.says('reorder my coffee');
    await texter.says('make it three');
    const { replies, answer } = await texter.says('yes');
    // Of 20.25, as the shop says it.
    expect([replies[0], JSON.stringify(answer.said)]).toEqual([
      'Purchase.placed',
      expect.stringMatching(/Of it €3\.65 tax/),
    ]);
    expect((await texter.says('notify me about my order')).replies[0]).toMatch(/^OrderNews\.kept/);
    const written = async () =>
      (await house.store.conversations.history(`shopper:${who.id}`, 50)).filter(
        ({ by, channel }) => by === 'bot' && channel === 'desk',
      ).length;
    await looks();
    expect(await written()).toBe(0);

    const call = { ...callOf(Date.now), shopperId: who.id, credential: token };
    const [order] = accepted(await house.shop.history.orders({ limit: 1 }, call));
    if (!order) throw new Error('nothing was ordered');
    // Of three bags one, then another: the order is partly shipped after both, and Vendure does not touch it.
    for (const count of [1, 2]) {
      await sendsOne(live, order.id);
      expect(await looks()).toBeGreaterThan(0);
      expect(await written()).toBe(count);
    }
    expect([await looks(), await looks(), await written()]).toEqual([0, 0, 2]);
    expect(house.errors).toEqual([]);
    await house.close();
  });
});

function fail(): never {
  throw new Error('nobody has heard of this');
}
