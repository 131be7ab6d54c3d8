/** The arithmetic of a day on the street: what is lost, doubled, late, out of order or left behind is counted as wrong. */

import { chanceOf } from './chance';
import {
  countAnswers,
  countFaults,
  countGrowth,
  countOrders,
  countPhones,
  countSequences,
  countTurns,
  countWords,
  type Knocked,
  type Orders,
  type Phone,
} from './counts';
import { isRight, tableOf } from './table';

const said = (requestId: string, ssml = '<speak>Done, Ana.</speak>') => ({ requestId, ssml, firstName: 'Ana' });

test('a turn that was acknowledged and is not kept, or otherwise, is wrong', () => {
  const kept = new Map([
    ['a', '<speak>Done, .</speak>'],
    ['b', '<speak>Sorry.</speak>'],
  ]);
  const { counted, wrong } = countTurns([said('a'), said('b'), said('c')], kept);
  expect([counted, wrong]).toEqual([
    3,
    [expect.stringContaining('"<speak>Sorry'), expect.stringMatching(/^c was ack/)],
  ]);
});

describe('an answer', () => {
  const knock = (over: Partial<Knocked>): Knocked => ({ what: 'x', ms: 100, waited: 0, fate: 'answered', ...over });
  const wrongOf = (over: Partial<Knocked>) => countAnswers([knock({}), knock(over)]).wrong.length;

  test.each<[string, Partial<Knocked>, number]>([
    ['in time', { ms: 5_999 }, 0],
    ['late', { ms: 6_001 }, 1],
    ['late as the machine was busy', { ms: 8_000, waited: 2_500 }, 0],
    ['late, though the machine was busy for a while', { ms: 8_000, waited: 1_500 }, 1],
    ['that never came', { ms: 20_000, fate: 'silent' }, 1],
    ['cut by a kill', { ms: 20_000, fate: 'cut' }, 0],
    ['cut by nothing we did', { ms: 5, fate: 'broken' }, 1],
  ])('%s', (_how, over, wrong) => {
    expect(wrongOf(over)).toBe(wrong);
  });

  test('that was late for the machine is told of', () => {
    expect(countAnswers([knock({ ms: 8_000, waited: 2_500 })]).told).toContain('1 over it, as this machine was busy');
  });
});

describe('orders', () => {
  const day: Orders = {
    told: new Map([['ana', 2]]),
    placed: ['p', 'q'].map((proposal) => ({ proposal, person: 'ana' })),
    shop: new Map([
      ['p', 'sw-1'],
      ['q', 'sw-2'],
    ]),
    made: 2,
  };

  test.each<[string, Partial<Orders>, number]>([
    ['each of one yes', {}, 0],
    ['one that is lost', { shop: new Map([['p', 'sw-1']]), made: 1 }, 1],
    ['one that is made twice', { made: 3 }, 1],
    ['one for two yeses', { shop: new Map(['p', 'q'].map((key) => [key, 'sw-1'])) }, 1],
    ['one that was told and is not written', { told: new Map([['ana', 3]]) }, 1],
    ['one that nobody was told of', { told: new Map([['ana', 1]]) }, 1],
    ['one without a yes', { shop: new Map([...day.shop, ['r', 'sw-3']]), made: 3 }, 1],
  ])('%s', (_how, over, wrong) => {
    expect(countOrders({ ...day, ...over }).wrong).toHaveLength(wrong);
  });
});

test.each<[string, readonly string[], number]>([
  ['as it was said', ['a', 'b', 'c'], 0],
  ['with more between', ['a', 'x', 'b', 'c'], 0],
  ['one lost', ['a', 'c'], 1],
  ['one double', ['a', 'b', 'b', 'c'], 1],
  ['one double, of those nobody heard acknowledged', ['a', 'b', 'c', 'x', 'x'], 1],
  ['out of order', ['b', 'a', 'c'], 1],
])('what was said is found %s', (_how, found, wrong) => {
  expect(countSequences('x', [{ whose: 'ana', meant: ['a', 'b', 'c'], found }]).wrong).toHaveLength(wrong);
});

test.each<[string, Partial<Phone>, number]>([
  ['everything', {}, 0],
  ['one twice', { arrived: ['a', 'b', 'b', 'c'] }, 2],
  ['one too few', { arrived: ['a', 'c'] }, 1],
  ['one too few, and it is shown as unknown', { arrived: ['a', 'c'], done: 2, unknown: 1 }, 0],
  ['one that is shown as unknown', { done: 2, unknown: 1 }, 0],
  ['another order', { arrived: ['b', 'a', 'c'] }, 1],
  ['not all of it yet', { arrived: ['a', 'b'], done: 2, waiting: 1 }, 1],
])('a phone got %s', (_how, over, wrong) => {
  const phone = { whose: 'p', lines: ['a', 'b', 'c'], arrived: ['a', 'b', 'c'], done: 3, unknown: 0, waiting: 0 };
  expect(countPhones([{ ...phone, ...over }]).wrong).toHaveLength(wrong);
});

test('a word that was erased and is left, and a search that finds nothing at all, are wrong', () => {
  const places = (...texts: readonly string[]) => new Map(texts.map((text, at) => [`file ${at}`, Buffer.from(text)]));
  const wrongIn = (...texts: readonly string[]) =>
    countWords({ erased: ['opal'], kept: 'slate', places: places(...texts) }).wrong;
  expect(wrongIn('slate', '')).toEqual([]);
  expect(wrongIn('slate', '\0opal\0')).toEqual(['"opal" is still in file 1']);
  expect(wrongIn('', '')).toEqual(['"slate" is not found, either']);
});

test('memory and descriptors may grow within their bounds', () => {
  const wrongAt = (to: number) =>
    countGrowth([{ whose: 's', from: 100, to }], { what: 'memory', times: 1.5, more: 10, unit: 'MB' }).wrong.length;
  expect([wrongAt(50), wrongAt(160), wrongAt(161)]).toEqual([0, 0, 1]);
});

test('the table shows every count, and one wrong is not right', () => {
  const counts = [countFaults('stops', 2, []), countFaults('servers ready again', 3, ['a was not'])];
  expect([isRight(counts), isRight(counts.slice(0, 1))]).toEqual([false, true]);
  const table = tableOf('a day', { counts, befallen: new Map([['a flood', 1]]), notTried: [], logged: new Map() });
  expect(table).toMatch(/^servers ready again +3 +2 +1$/m);
  expect(table).toContain('wrong, servers ready again: a was not');
});

test('the same seed chooses the same, and another name chooses otherwise', () => {
  const choices = (seed: number, name: string) => {
    const chance = chanceOf(seed, name);
    return [chance.shuffled([1, 2, 3, 4, 5, 6, 7, 8]), chance.below(1_000), chance.between(2, 3)];
  };
  expect(choices(7, 'ana')).toEqual(choices(7, 'ana'));
  expect(choices(7, 'ana')).not.toEqual(choices(7, 'bruno'));
  expect(choices(7, 'ana')).not.toEqual(choices(8, 'ana'));
});
