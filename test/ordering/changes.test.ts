import { createSpeaker } from '../kit/speaker';
import { MINUTE, mails, moneyIn, openWatched, type Watched } from './watch';

/** How long it takes to say is a matter of the language tests. */

let at: Watched;
beforeEach(async () => {
  at = await openWatched();
});
afterEach(async () => {
  expect(at.house.errors).toEqual([]);
  await at.house.close();
});

const of = (id: string) => ({ said: id, ids: [id] });

test('the question names seller, goods with size and count, delivery day and place, and the total', async () => {
  const asked = await createSpeaker(at.house).hears('Reorder', { product: 'coffee' });
  expect(asked.say).toBe(
    'Bella Roma ground coffee, two bags of 250 grams. From Willow Market, to your home, arriving on Tuesday. ' +
      '14 euros 80 in all, delivery included. Shall I place this order?',
  );
});

describe('between the question and the yes', () => {
  test('a new price is said with the new total, and asked about again', async () => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('Reorder', { product: 'coffee' });
    at.house.demo.setFault('price-changed');
    const changed = await speaker.yes();
    expect(changed.replies).toEqual(['Purchase.totalChanged', 'Purchase.summary']);
    expect(moneyIn(changed.show).map(({ minor }) => minor)).toEqual([1480, 1590]);
    expect(changed.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
    expect((await speaker.yes()).card).toMatchObject({ content: expect.stringContaining('€15.90') });
    expect(at.house.orders()).toBe(1);
  });

  test('a proposal that has expired is quoted again before anything is sent', async () => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('Reorder', { product: 'coffee' });
    at.house.clock.advance(11 * MINUTE);
    const again = await speaker.yes();
    expect(again.replies).toEqual(['Purchase.summary']);
    expect(again.asks).toBe('Purchase.confirm');
    expect(at.sent).toEqual([]);
    expect((await speaker.yes()).replies).toContain('Purchase.placed');
  });

  test('a new day makes the delivery day a new one, which is said first', async () => {
    const speaker = createSpeaker(at.house);
    at.house.clock.advance(Date.parse('2026-11-23T22:55:00Z') - at.house.clock.now());
    const asked = await speaker.hears('Reorder', { product: 'coffee' });
    expect(asked.say).toContain('on Wednesday');
    at.house.clock.advance(6 * MINUTE);
    const again = await speaker.yes();
    expect(again.say).toContain('on Thursday');
    expect(at.sent).toEqual([]);
    expect((await speaker.yes()).say).toContain('on Thursday');
  });

  test('other talk keeps the purchase waiting, and its yes is to the total said last', async () => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('Reorder', { product: 'coffee' });
    const aside = await speaker.hears('ShippingCost');
    expect(aside.asks).toBe('Purchase.confirm');
    expect(moneyIn(aside.show).at(-1)).toEqual({ minor: 1480, currency: 'EUR' });
    const three = await speaker.hears('Reorder', { quantity: 3 });
    expect(moneyIn(three.show).at(-1)).toEqual({ minor: 2025, currency: 'EUR' });
    await speaker.yes();
    expect(at.sent.map(({ proposal }) => proposal.total.minor)).toEqual([2025]);
  });
});

describe('more than can be ordered', () => {
  test('is refused with the most there can be, and asked how many', async () => {
    const speaker = createSpeaker(at.house);
    const many = await speaker.hears('Reorder', { product: 'coffee', quantity: 21 });
    expect(many.replies).toEqual(['Purchase.tooMany']);
    expect(many.asks).toBe('Purchase.quantity');
    const four = await speaker.hears('Reorder', { quantity: 4 });
    expect(four.asks).toBe('Purchase.confirm');
    expect(at.sent).toEqual([]);
  });

  test.each([0, -1, 1.5])('asks how many instead of %s', async (quantity) => {
    const speaker = createSpeaker(at.house);
    const odd = await speaker.hears('Reorder', { product: 'coffee', quantity });
    expect(odd.asks).toBe('Purchase.quantity');
  });

  test('in money goes to a person, with the goods', async () => {
    const speaker = createSpeaker(at.house);
    const dear = await speaker.hears('Reorder', { product: of('pulcinetto-nappies'), quantity: 19 });
    expect(dear.replies).toContain('Purchase.highValue');
    expect(dear.asks).toBe('TalkToHuman.offer');
    const passed = await speaker.yes();
    expect(passed.replies[0]).toBe('TalkToHuman.passed');
    const [packet] = await at.house.store.handOffs.list(1);
    expect(packet).toMatchObject({ reason: 'high-value', lines: [{ productId: 'pulcinetto-nappies', quantity: 19 }] });
    expect(at.sent).toEqual([]);
    expect(at.house.orders()).toBe(0);
  });
});

describe('what is broken off', () => {
  test.each(['Stop', 'Cancel', 'NavigateHome'] as const)('is not ordered after "%s", and says so', async (word) => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('Reorder', { product: 'coffee' });
    const ended = await speaker.hears(word);
    expect(ended.replies).toEqual(['Stop.notOrdered']);
    await speaker.yes();
    await speaker.yes();
    expect(at.sent).toEqual([]);
  });

  test('stays given up for a yes that was on its way', async () => {
    const speaker = createSpeaker(at.house);
    await speaker.hears('Reorder', { product: 'coffee' });
    const proposals = JSON.stringify(at.commits.at(-1)?.memory.questions);
    await speaker.no();
    const id = /"id":"([0-9a-f-]{36})"/.exec(proposals)?.[1] ?? '';
    expect(await at.house.store.attempts.get(id)).toMatchObject({ state: 'refused', told: true });
  });
});

test.each([
  ['ana', 'EUR', '€'],
  ['daniel', 'GBP', '£'],
  ['kate', 'USD', 'US$'],
])('%s pays in %s: question, card, e-mail and order agree', async (shopper, currency, sign) => {
  const speaker = createSpeaker(at.house, { shopper });
  const asked = await speaker.hears('Reorder', { product: of('monte-lieve-beans') });
  const total = moneyIn(asked.show).at(-1);
  expect(total?.currency).toBe(currency);
  expect(asked.show).toContain(sign);
  const placed = await speaker.yes();
  expect(placed.replies).toContain('Purchase.placed');
  expect(at.sent[0]?.result).toMatchObject({ ok: true, value: { total } });
  expect(moneyIn(mails(at.commits)[0]?.text ?? '')).toContainEqual(total);
  expect(moneyIn(JSON.stringify(placed.card))).toContainEqual(total);
});
