import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, staffed: true });

const packets = () => at.house.store.handOffs.list(10);

test('passes the conversation on, says four digits of the reference and shows all of it', async () => {
  const passed = await at.speaker().hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.here']);
  expect(passed.open).toBe(false);
  const [packet] = await packets();
  const reference = packet?.reference ?? '';
  expect(reference).toMatch(/^\d{8}$/);
  expect(passed.say.replace(/\s/g, '')).toContain(reference.slice(4));
  expect(passed.say.replace(/\s/g, '')).not.toContain(reference.slice(0, 4) + reference.slice(4));
  expect(passed.card).toMatchObject({
    type: 'Simple',
    content: expect.stringContaining(`${reference.slice(0, 4)}-${reference.slice(4)}`),
  });
});

test('says that it is there already the second time, with the same reference', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const again = await speaker.hears('TalkToHuman');
  expect(again.replies).toEqual(['TalkToHuman.already']);
  const all = await packets();
  expect(all).toHaveLength(1);
  expect(again.say.replace(/\s/g, '')).toContain(all[0]?.reference.slice(4));
});

test('gives a guest a code to follow it in the chat, and the address of the team', async () => {
  const passed = await at.speaker({ shopper: null }).hears('TalkToHuman');
  expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.here']);
  expect(passed.say).not.toMatch(/@|\+44/);
  expect(passed.card).toMatchObject({ content: expect.stringContaining('care@willow-market.example') });
  expect(passed.card).toMatchObject({ content: expect.stringMatching(/\d{3} \d{3}/) });
});

test('mentions the open request at the next visit, and still serves other matters', async () => {
  const speaker = at.speaker();
  await speaker.hears('TalkToHuman');
  const welcome = await speaker.opens();
  expect(welcome.replies.at(-1)).toBe('Person.waiting');
  const summed = await speaker.hears('Reorder', { product: 'coffee' });
  expect(summed.asks).toBe('Purchase.confirm');
  await speaker.yes();
  expect(at.house.orders()).toBe(1);
});

test('puts the goods that are being bought into the packet, and orders nothing', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee', quantity: 3 });
  await speaker.hears('TalkToHuman');
  const [packet] = await packets();
  expect(packet?.lines).toEqual([
    { productId: 'bella-roma-ground', quantity: 3, title: expect.stringContaining('Bella Roma') },
  ]);
  const after = await speaker.yes();
  expect(after.replies).toEqual(['Welcome.nothingAsked']);
  expect(at.house.orders()).toBe(0);
});

test('puts the goods of an unfinished basket into the packet', async () => {
  const speaker = at.speaker({ shopper: 'grace' });
  await speaker.hears('Reorder', { product: 'dishwasher tablets' });
  await speaker.hears('TalkToHuman');
  const [packet] = await packets();
  expect(packet?.lines).toMatchObject([{ productId: 'lumisplash-tablets', quantity: 1 }]);
});

test('puts the order that is talked about into the packet', async () => {
  const speaker = at.speaker();
  await speaker.hears('OrderStatus', { product: 'dog food' });
  await speaker.hears('TalkToHuman');
  const [packet] = await packets();
  expect(packet?.orders).toHaveLength(1);
  expect(packet?.summary.join(' ')).toContain('Brontolino');
});

describe('the repair ladder', () => {
  test('asks again, guides, and offers a person at the third miss in a row', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const first = await speaker.hears('Fallback');
    expect(first.replies).toEqual(['Fallback.sorry', 'Purchase.named', 'Purchase.confirm.reprompt']);
    const second = await speaker.hears('Fallback');
    expect(second.replies).toEqual(['Purchase.named', 'Purchase.confirm.guide']);
    const third = await speaker.hears('Fallback');
    expect(third.replies).toEqual(['Fallback.offer']);
    expect(third.asks).toBe('TalkToHuman.offer');
  });

  test('offers a person at the fifth miss in all', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    for (const quantity of [3, 4]) {
      await speaker.hears('Fallback');
      await speaker.hears('Fallback');
      await speaker.hears('Reorder', { quantity });
    }
    const fifth = await speaker.hears('Fallback');
    expect(fifth.asks).toBe('TalkToHuman.offer');
  });

  test('returns to the purchase when the person is declined, and the yes orders it', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    for (let miss = 0; miss < 3; miss += 1) await speaker.hears('Fallback');
    const back = await speaker.no();
    expect(back.replies.slice(0, 2)).toEqual(['TalkToHuman.notNow', 'Welcome.resume']);
    expect(back.asks).toBe('Purchase.confirm');
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('hands over the goods and what was not understood when the person is accepted', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    for (let miss = 0; miss < 3; miss += 1) await speaker.hears('Fallback');
    const passed = await speaker.yes();
    expect(passed.replies).toEqual(['TalkToHuman.passed', 'Phone.here']);
    const [packet] = await packets();
    expect(packet).toMatchObject({
      reason: 'not-understood',
      lines: [{ productId: 'bella-roma-ground', quantity: 2 }],
      openQuestion: { id: 'Purchase.confirm' },
    });
    expect(packet?.notUnderstood).toHaveLength(3);
    expect(at.house.orders()).toBe(0);
  });

  test('counts anew after something was understood', async () => {
    const speaker = at.speaker();
    await speaker.hears('Fallback');
    await speaker.hears('Fallback');
    await speaker.hears('ShippingCost');
    const again = await speaker.hears('Fallback');
    expect(again.replies[0]).toBe('Fallback.sorry');
  });

  test('counts anew in the next visit', async () => {
    const speaker = at.speaker();
    await speaker.hears('Fallback');
    await speaker.hears('Fallback');
    await speaker.falls();
    const again = await speaker.hears('Fallback');
    expect(again.replies[0]).toBe('Fallback.sorry');
  });

  test('counts a "yes" that answers nothing as a miss', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    await speaker.hears('Reorder', { product: 'coffee' });
    const first = await speaker.yes();
    expect(first.replies).toEqual(['Fallback.sorry', 'Reorder.which.reprompt']);
    await speaker.yes();
    const third = await speaker.yes();
    expect(third.asks).toBe('TalkToHuman.offer');
  });

  test('asks what to do when the very first words are not understood', async () => {
    const first = await at.speaker().hears('Fallback');
    expect(first.asks).toBe('Welcome.what');
    expect(first.open).toBe(true);
  });
});
