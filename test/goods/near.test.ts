/** Goods nobody sells by the name that was said, while what comes near is sold: it is offered for what it is. And sizes, which count nothing. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    order: 'order {}',
    near: ['purple rice', 'rice for sushi', 'penne', 'organic olive oil', 'nappies size 9'],
    far: ['a coffee table', 'a water bottle', 'licorice'],
    sized: ['nappies size 4', 'size four nappies', 'nappies size four'],
  },
  'it-IT': {
    order: 'ordina {}',
    near: ['riso per sushi', 'riso viola', 'pannolini taglia 9'],
    far: ['una macchina del caffè'],
    sized: ['pannolini taglia 4', 'pannolini taglia quattro'],
  },
  'de-DE': {
    order: 'bestelle {}',
    near: [
      'Basmatireis',
      'Vollkornnudeln',
      'dreilagiges Toilettenpapier',
      'natives Olivenöl',
      'Katzenklostreu',
      'Penne',
    ],
    far: ['eine Kaffeemaschine', 'eine Gartenbank'],
    sized: ['Windeln Größe 4', 'Windeln Größe vier'],
  },
  'cs-CZ': {
    order: 'objednej {}',
    near: ['celozrnné špagety', 'fialovou rýži', 'pleny velikost 9'],
    far: ['vánoční stromek'],
    sized: ['pleny velikost 4', 'pleny velikosti 4'],
  },
  'pl-PL': {
    order: 'zamów {}',
    near: ['makaron pełnoziarnisty', 'szampon przeciwłupieżowy', 'pieluchy rozmiar 9'],
    far: ['stolik kawowy'],
    sized: ['pieluchy rozmiar 4', 'pieluchy w rozmiarze 4'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, near, far, sized }) => {
  const chat = () => at.texter({ locale });
  const asked = (goods: string) => order.replace('{}', goods);

  test.each([...near])('"%s" is not said to be there, and others of its kind are', async (goods) => {
    const { replies, asks } = await chat().says(asked(goods));
    expect([replies.includes('Reorder.noneCalled'), asks]).toEqual([true, expect.stringMatching(/^Reorder\.which$/)]);
  });

  test.each([...far])('of "%s" nothing comes near', async (goods) => {
    const { replies, asks } = await chat().says(asked(goods));
    expect([replies.includes('Reorder.noneCalled'), asks === 'Purchase.confirm']).toEqual([false, false]);
  });

  test.each([...sized])('"%s" is one pack of that size', async (goods) => {
    const { show, asks } = await chat().says(asked(goods));
    expect([asks, show]).toEqual(['Purchase.confirm', expect.stringMatching(/\b1 × .*(four|quattro)/)]);
  });
});

test('what nobody sells is in no order of other goods, and is said to be in none', async () => {
  const chat = at.texter({ locale: 'en-GB' });
  const { replies, show } = await chat.says('order dog food and purple rice');
  expect(replies).toContain('Reorder.notSold');
  expect(show).toMatch(/dog food/);
  expect(show).not.toMatch(/× .*rice/);
});
