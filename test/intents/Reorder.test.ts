import { useHouse } from '../kit/use-house';

const at = useHouse();

test('sums up the usual coffee and orders it after the yes', async () => {
  const speaker = at.speaker();
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.replies).toEqual(['Purchase.summary']);
  expect(asked.asks).toBe('Purchase.confirm');
  expect(at.house.orders()).toBe(0);
  const placed = await speaker.yes();
  expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
  expect(placed.open).toBe(false);
  expect(at.house.orders()).toBe(1);
});

test('orders nothing after the no, and asks what else', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  const left = await speaker.no();
  expect(left.replies).toEqual(['Purchase.notOrdered']);
  expect(left.asks).toBe('Welcome.more');
  await speaker.yes();
  expect(at.house.orders()).toBe(0);
});

describe('which of two coffees', () => {
  const asksWhich = async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    const asked = await speaker.hears('Reorder', { product: 'coffee' });
    expect(asked.asks).toBe('Reorder.which');
    expect(asked.say).toMatch(/Porto Grigio.* or Nerina/);
    return speaker;
  };

  test.each([
    ['the first one', 'Porto Grigio'],
    ['the second one', 'Nerina'],
    ['the last one', 'Nerina'],
    ['capsules', 'Nerina'],
    ['dark roast', 'Porto Grigio'],
  ])('takes "%s"', async (product, brand) => {
    const speaker = await asksWhich();
    const summed = await speaker.hears('Reorder', { product });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toContain(brand);
  });

  test.each([
    ['2', 'Nerina'],
    ['first', 'Porto Grigio'],
    ['-1', 'Nerina'],
  ])('takes position %s from the select intent', async (position, brand) => {
    const speaker = await asksWhich();
    const summed = await speaker.hears('Select', { ListPosition: position });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toContain(brand);
  });

  test('takes a bare number as a position', async () => {
    const speaker = await asksWhich();
    const summed = await speaker.hears('Reorder', { quantity: 2 });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toContain('Nerina');
  });

  test('asks again for a position there is not', async () => {
    const speaker = await asksWhich();
    const again = await speaker.hears('Select', { ListPosition: '3' });
    expect(again.asks).toBe('Reorder.which');
    expect(again.replies).toEqual(['Fallback.sorry', 'Reorder.which.reprompt']);
  });

  test('stays where it is when there are no more', async () => {
    const speaker = await asksWhich();
    const more = await speaker.hears('More');
    expect(more.asks).toBe('Reorder.which');
    expect(more.say).toMatch(/Porto Grigio.* or Nerina/);
  });

  test('takes something else instead', async () => {
    const speaker = await asksWhich();
    const summed = await speaker.hears('Reorder', { product: 'pasta' });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toContain('fusilli');
  });

  test('asks what else it shall be after "none of them"', async () => {
    const speaker = await asksWhich();
    const instead = await speaker.no();
    expect(instead.asks).toBe('Reorder.what');
    expect(instead.replies).toEqual([]);
    const enough = await speaker.no();
    expect(enough.asks).toBe('Welcome.more');
    expect(at.house.orders()).toBe(0);
  });

  test('keeps the quantity that was said before', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    await speaker.hears('Reorder', { product: 'coffee', quantity: 3 });
    const summed = await speaker.hears('Select', { ListPosition: '1' });
    expect(summed.say).toContain('three bags');
  });

  test('keeps the speed that was said before', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    await speaker.hears('Reorder', { product: 'coffee', speed: 'express' });
    const summed = await speaker.hears('Select', { ListPosition: '1' });
    expect(summed.say).toContain('18 euros 80');
  });
});

test('offers goods of the catalogue three at a time, the others after "more", and takes their ordinals', async () => {
  const speaker = at.speaker({ shopper: 'nora' });
  const first = await speaker.hears('Reorder', { product: 'coffee' });
  expect(first.asks).toBe('Reorder.which');
  expect(first.answer.said?.options).toHaveLength(3);
  const next = await speaker.hears('More');
  expect(next.answer.said?.options).toHaveLength(3);
  const shown = next.answer.said?.options.map(({ id }) => id) ?? [];
  expect(first.answer.said?.options.map(({ id }) => id)).not.toContain(shown[0]);
  const back = await speaker.hears('Previous');
  expect(back.answer.said?.options).toEqual(first.answer.said?.options);
  await speaker.hears('Next');
  const summed = await speaker.hears('Select', { ListPosition: '1' });
  expect(summed.replies).toContain('Purchase.summary');
});

describe('quantity', () => {
  test.each([
    [1, 'one bag'],
    [2, 'two bags'],
    [3, 'three bags'],
  ])('takes %s with the order', async (quantity, spoken) => {
    const summed = await at.speaker().hears('Reorder', { product: 'coffee', quantity });
    expect(summed.say).toContain(spoken);
  });

  test('makes it three after the summary, and orders three', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const three = await speaker.hears('Reorder', { quantity: 3 });
    expect(three.asks).toBe('Purchase.confirm');
    expect(three.say).toContain('three bags');
    expect(three.say).toContain('20 euros 25');
    const placed = await speaker.yes();
    expect(placed.card).toMatchObject({ type: 'Simple', content: expect.stringContaining('20') });
    expect(at.house.orders()).toBe(1);
  });

  test.each([0, -1, 1.5])('asks how many instead of taking %s', async (quantity) => {
    const speaker = at.speaker();
    const asked = await speaker.hears('Reorder', { product: 'coffee', quantity });
    expect(asked.asks).toBe('Purchase.quantity');
    const summed = await speaker.hears('Reorder', { quantity: 2 });
    expect(summed.asks).toBe('Purchase.confirm');
  });

  test.each([0, -1, 1.5])('asks how many instead of making it %s', async (quantity) => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const asked = await speaker.hears('Reorder', { quantity });
    expect(asked.asks).toBe('Purchase.quantity');
    await speaker.yes();
    expect(at.house.orders()).toBe(0);
  });

  test('says the most that can be ordered instead of taking 999', async () => {
    const speaker = at.speaker();
    const asked = await speaker.hears('Reorder', { product: 'coffee', quantity: 999 });
    expect(asked.replies).toEqual(['Purchase.tooMany']);
    expect(asked.say).toContain('20');
    expect(asked.asks).toBe('Purchase.quantity');
    const left = await speaker.no();
    expect(left.replies).toEqual(['Purchase.notOrdered']);
  });

  test('says how many are left', async () => {
    const speaker = at.speaker({ shopper: 'kate' });
    const asked = await speaker.hears('Reorder', { product: 'vitamin d', quantity: 5 });
    expect(asked.replies).toEqual(['Purchase.tooMany']);
    const summed = await speaker.hears('Reorder', { quantity: 3 });
    expect(summed.asks).toBe('Purchase.confirm');
  });

  test('changes the speed after the summary', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const express = await speaker.hears('Reorder', { speed: 'express' });
    expect(express.asks).toBe('Purchase.confirm');
    expect(express.say).toContain('18 euros 80');
  });
});

describe('my usual and the same as last time', () => {
  test('takes what is bought most often', async () => {
    const summed = await at.speaker().hears('Reorder', { basis: 'my usual' });
    expect(summed.say).toContain('Bella Roma');
    expect(summed.asks).toBe('Purchase.confirm');
  });

  test('takes the usual of what was named', async () => {
    const summed = await at.speaker().hears('Reorder', { basis: 'the usual', product: 'cat food' });
    expect(summed.say).toContain('Mirtilla');
  });

  test('asks which where two are equally usual', async () => {
    const summed = await at.speaker({ shopper: 'bruno' }).hears('Reorder', { basis: 'my usual', product: 'coffee' });
    expect(['Reorder.which', 'Purchase.confirm']).toContain(summed.asks);
  });

  test('takes the whole last order, and its quantities', async () => {
    const summed = await at.speaker({ shopper: 'emma' }).hears('OrderStatus');
    expect(summed.say).toContain('oat milk');
    const speaker = at.speaker({ shopper: 'bruno' });
    const again = await speaker.hears('Reorder', { basis: 'the same as last time' });
    expect(again.asks).toBe('Purchase.confirm');
    expect(again.say).toContain('Porto Grigio');
    expect(again.say).toContain('Nerina');
  });

  test('knows no usual of somebody who never ordered, and asks what it shall be', async () => {
    const asked = await at.speaker({ shopper: 'nora' }).hears('Reorder', { basis: 'my usual' });
    expect(asked.replies).toEqual(['Reorder.neverOrdered']);
    expect(asked.asks).toBe('Reorder.what');
  });
});

describe('what is not in the history', () => {
  test('says that it was never bought, and sums up all the same', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    const summed = await speaker.hears('Reorder', { product: 'oat milk' });
    expect(summed.asks).toBe('Reorder.which');
    const one = await speaker.hears('Select', { ListPosition: '1' });
    expect(one.replies).toEqual(['Reorder.notBoughtBefore', 'Purchase.summary']);
    expect(one.asks).toBe('Purchase.confirm');
  });

  test('says that the shop does not have it, and asks what else', async () => {
    const speaker = at.speaker();
    const asked = await speaker.hears('Reorder', { product: 'unicorn' });
    expect(asked.replies).toEqual(['Reorder.notSold']);
    expect(asked.asks).toBe('Reorder.what');
    const summed = await speaker.hears('Reorder', { product: 'coffee' });
    expect(summed.asks).toBe('Purchase.confirm');
  });

  test('asks what it shall be when nothing was named', async () => {
    const asked = await at.speaker({ shopper: 'bruno' }).hears('Reorder');
    expect(asked.asks).toBe('Reorder.what');
    expect(asked.response.directives?.[0]).toMatchObject({ slotToElicit: 'product' });
  });

  test('means the goods that were just talked about', async () => {
    const speaker = at.speaker();
    await speaker.hears('OrderStatus', { product: 'dog food' });
    const summed = await speaker.hears('Reorder');
    expect(summed.say).toContain('Brontolino');
  });
});

describe('sold out', () => {
  test('offers one substitute with the reason, and orders it after two yeses', async () => {
    const speaker = at.speaker({ shopper: 'grace' });
    const offered = await speaker.hears('Reorder', { product: 'dishwasher tablets' });
    expect(offered.replies).toEqual(['Purchase.soldOutUntil']);
    expect(offered.asks).toBe('Purchase.instead');
    const summed = await speaker.yes();
    expect(summed.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('the sold out goods, named again, are no yes to the others; what those cost and when they come is told with the total', async () => {
    const texter = at.texter({ shopper: 'grace' });
    await texter.says('order lumisplash tablets');
    expect((await texter.says('order lumisplash tablets')).asks).toBe('Purchase.instead');
    expect((await texter.says('is it organic')).asks).toBe('Purchase.instead');
    const priced = await texter.says('how much is it');
    expect([priced.replies, priced.asks]).toEqual([['Purchase.summary'], 'Purchase.confirm']);
    expect(priced.show).toContain('Vetrachiara');
    await texter.says('no');
    await texter.says('order lumisplash tablets');
    expect((await texter.says('when would it come')).asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
  });

  test('leaves it after a no', async () => {
    const speaker = at.speaker({ shopper: 'grace' });
    await speaker.hears('Reorder', { product: 'dishwasher tablets' });
    const left = await speaker.no();
    expect(left.replies).toEqual(['Purchase.notOrdered']);
    expect(left.asks).toBe('Later.whenBack');
  });

  test('offers nothing where nothing is close', async () => {
    const said = await at.speaker({ shopper: 'henry' }).hears('Reorder', { product: 'fish food' });
    expect(said.replies).toEqual(['Purchase.soldOut', 'Purchase.noSubstitute']);
    expect(said.asks).toBe('Later.whenBack');
  });

  test('makes it two of the substitute', async () => {
    const speaker = at.speaker({ shopper: 'grace' });
    await speaker.hears('Reorder', { product: 'dishwasher tablets' });
    const offered = await speaker.hears('Reorder', { quantity: 2 });
    expect(offered.asks).toBe('Purchase.instead');
    expect(offered.say).toContain('two boxes');
    const summed = await speaker.yes();
    expect(summed.say).toContain('two boxes');
    expect(at.house.orders()).toBe(0);
  });

  test('takes something else while the substitute is offered', async () => {
    const speaker = at.speaker({ shopper: 'grace' });
    await speaker.hears('Reorder', { product: 'dishwasher tablets' });
    const summed = await speaker.hears('Reorder', { product: 'kitchen roll' });
    expect(summed.asks).toBe('Purchase.confirm');
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });
});

describe('refusals', () => {
  test('says a price that has changed since last time before the yes', async () => {
    const speaker = at.speaker({ shopper: 'chiara' });
    const summed = await speaker.hears('Reorder', { product: 'olive oil' });
    expect(summed.replies).toEqual(['Purchase.summary', 'Purchase.eachUp']);
    expect(summed.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
  });

  test('asks again with the new total when the price changes under the yes', async () => {
    at.house.demo.setFault('price-changed');
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    const again = await speaker.yes();
    expect(again.replies).toEqual(['Purchase.totalChanged', 'Purchase.summary']);
    expect(again.asks).toBe('Purchase.confirm');
    expect(at.house.orders()).toBe(0);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
  });

  test('says a declined payment and offers a person, who gets the goods', async () => {
    const speaker = at.speaker({ shopper: 'ines' });
    await speaker.hears('Reorder', { product: 'green tea' });
    const declined = await speaker.yes();
    expect(declined.replies).toEqual(['Purchase.declined']);
    expect(declined.asks).toBe('TalkToHuman.offer');
    await speaker.yes();
    const [packet] = await at.house.store.handOffs.list(10);
    expect(packet).toMatchObject({ reason: 'payment-needed', lines: [{ productId: 'verdello-green-tea' }] });
    expect(at.house.orders()).toBe(0);
  });

  test('says that no payment is stored and offers a person', async () => {
    const speaker = at.speaker({ shopper: 'emma' });
    const said = await speaker.hears('Reorder', { product: 'oat milk' });
    expect(said.replies).toEqual(['Purchase.paymentNeeded']);
    expect(said.asks).toBe('TalkToHuman.offer');
    const left = await speaker.no();
    expect(left.replies).toEqual(['TalkToHuman.notNow']);
    expect(left.asks).toBe('Welcome.more');
  });

  test('says that the address is out of reach', async () => {
    const said = await at.speaker({ shopper: 'jonas' }).hears('Reorder', { product: 'coffee' });
    expect(said.replies).toEqual(['Purchase.undeliverable']);
    expect(said.asks).toBe('Welcome.more');
  });

  test('hands an order above the voice-code amount to a person, with the goods', async () => {
    const speaker = at.speaker();
    const said = await speaker.hears('Reorder', { product: 'coffee', quantity: 20 });
    expect(said.replies).toEqual(['Purchase.highValue']);
    expect(said.asks).toBe('TalkToHuman.offer');
    await speaker.yes();
    const [packet] = await at.house.store.handOffs.list(10);
    expect(packet).toMatchObject({ reason: 'high-value', lines: [{ productId: 'bella-roma-ground', quantity: 20 }] });
    expect(at.house.orders()).toBe(0);
  });

  test('asks before the same goods are ordered twice within minutes', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    await speaker.yes();
    at.house.clock.advance(60_000);
    const doubt = await speaker.hears('Reorder', { product: 'coffee' });
    expect(doubt.asks).toBe('Purchase.again');
    const summed = await speaker.yes();
    expect(summed.asks).toBe('Purchase.confirm');
    await speaker.yes();
    expect(at.house.orders()).toBe(2);
  });
});

describe('two goods at once', () => {
  const both = { product: 'coffee', also: 'dog food' };

  test('are summed up and ordered together', async () => {
    const speaker = at.speaker();
    const asked = await speaker.hears('Reorder', both);
    expect(asked.say).toMatch(/Bella Roma.* and Brontolino/);
    await speaker.yes();
    expect(at.house.orders()).toBe(1);
    const told = await speaker.hears('OrderStatus', { product: 'coffee' });
    expect(told.answer.said?.speech.text).toMatch(/1 more item/);
  });

  test('are found out one after the other', async () => {
    const speaker = at.speaker({ shopper: 'bruno' });
    const asked = await speaker.hears('Reorder', { product: 'coffee', also: 'green tea' });
    expect(asked.asks).toBe('Reorder.which');
    const summed = await speaker.hears('Reorder', { product: 'capsules' });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toMatch(/Nerina.* and Verdello/);
  });

  test.each([
    ['gadget', 'coffee'],
    ['coffee', 'gadget'],
  ])('where "%s" or "%s" is not sold, the other is offered', async (product, also) => {
    const asked = await at.speaker().hears('Reorder', { product, also });
    expect(asked.replies).toEqual(['Reorder.notSold', 'Purchase.summary']);
    expect(asked.say).toMatch(/Bella Roma/);
  });

  test('are one where they are the same', async () => {
    const asked = await at.speaker().hears('Reorder', { product: 'coffee', also: 'ground coffee' });
    expect(asked.say).toMatch(/Bella Roma ground coffee, two bags of 250 grams\. From/);
  });

  test('"make it three" asks of which, and "three dog foods" is', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', both);
    const unclear = await speaker.hears('Reorder', { quantity: 3 });
    expect(unclear.replies).toEqual(['Purchase.ofWhich']);
    expect(unclear.asks).toBe('Purchase.confirm');
    const clear = await speaker.hears('Reorder', { quantity: 3, product: 'dog food' });
    expect(clear.say).toMatch(/two bags of 250 grams and Brontolino dog food, three bags/);
  });

  test('what is sold out is left out of them, not the other', async () => {
    const speaker = at.speaker();
    at.house.demo.setFault('sold-out');
    await speaker.hears('Reorder', both);
    at.house.demo.setFault(null);
    const rest = await speaker.no();
    expect(rest.replies).toEqual(['Purchase.withoutIt', 'Purchase.summary']);
    expect(rest.say).toMatch(/Brontolino/);
  });
});

describe('how many', () => {
  test('"make it three" of goods just ordered is another order of three', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    await speaker.yes();
    await speaker.hears('Reorder', { product: 'coffee' });
    const summed = await speaker.hears('Reorder', { quantity: 3 });
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.say).toMatch(/three bags/);
  });

  test('"make it three" of nothing yet is kept', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder');
    const asked = await speaker.hears('Reorder', { quantity: 3 });
    expect(asked.replies).toEqual(['Reorder.counted']);
    const summed = await speaker.hears('Reorder', { product: 'coffee' });
    expect(summed.say).toMatch(/three bags/);
  });

  test('what was not heard as a number is asked for', async () => {
    const speaker = at.speaker();
    await speaker.hears('Reorder', { product: 'coffee' });
    expect((await speaker.hears('Reorder', { quantity: 'wibble' })).asks).toBe('Purchase.quantity');
  });

  test.each([
    ['en-GB', 'make it thre', 'three'],
    ['en-GB', 'no wait make it one', 'one'],
    ['it-IT', 'fanne te', 'tre'],
    ['it-IT', 'anzi no uno solo', 'un'],
  ])('hears in %s "%s"', async (locale, words, number) => {
    const texter = at.texter({ locale, form: 'speech' });
    await texter.says(locale === 'en-GB' ? 'reorder coffee' : 'riordina il caffè');
    const summed = await texter.says(words);
    expect(summed.asks).toBe('Purchase.confirm');
    expect(summed.answer.said?.speech.plain).toContain(`, ${number} `);
  });
});

test('"my usual" answers which of several', async () => {
  const speaker = at.speaker({ shopper: 'bruno' });
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.asks).toBe('Reorder.which');
  const usual = await speaker.hears('Reorder', { basis: 'my usual' });
  expect(usual.asks).toBe('Purchase.confirm');
  expect(usual.say).toContain('Porto Grigio');
});

test('hands what was wanted to the person when the shop cannot be reached for it', async () => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  at.house.demo.setFault('down');
  const offered = await speaker.hears('Reorder', { quantity: 3 });
  expect(offered.asks).toBe('TalkToHuman.offer');
  at.house.demo.setFault(null);
  await speaker.yes();
  const [packet] = await at.house.store.handOffs.list(1);
  expect(packet?.lines).toMatchObject([{ productId: 'bella-roma-ground', quantity: 3 }]);
});
