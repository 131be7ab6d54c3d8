/** Links and codes: what they are made of, how they are redeemed, and that guessing is hopeless. */

import { openSqliteStore } from '../../lambda/providers/store/sqlite/open';
import { createMinting, createRedeeming } from '../../lambda/services/reach/minting';
import { LINK_SECRET, type NewToken, SHORT_CODE } from '../../lambda/services/reach/tokens';
import type { Store } from '../../lambda/services/store';
import { commitOf } from '../contracts/store-samples';

const MINUTE = 60_000;
const clock = { now: 1_000_000_000 };
const minting = createMinting('the secret of a server of a test');
const TO = { conversationId: 'shopper:ana', proof: '20129' };
let store: Store;
beforeEach(async () => {
  store = await openSqliteStore({ file: ':memory:', now: () => clock.now });
});
afterEach(() => store.close());

async function giveOut(token: NewToken): Promise<NewToken> {
  const { version = 0 } = (await store.conversations.load(token.conversationId)) ?? {};
  await store.conversations.commit(commitOf(token.conversationId, version, { tokens: [token] }));
  return token;
}
const redeeming = () => createRedeeming(store.tokens, minting, () => clock.now);
const code = () => minting.codeOf('a');
const wrongCode = () => String((Number(code()) + 1) % 1_000_000).padStart(6, '0');

describe('secrets', () => {
  test('of links are 132 bits in what every channel carries, of codes six digits', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `id-${at}`);
    for (const id of ids) {
      expect(minting.secretOf(id)).toMatch(LINK_SECRET);
      expect(minting.codeOf(id)).toMatch(SHORT_CODE);
    }
    expect(new Set(ids.map(minting.secretOf)).size).toBe(500);
    // None begins with a 0: on a card that looked like a telephone number.
    expect(new Set(ids.map((id) => minting.codeOf(id)[0])).size).toBe(9);
  });

  test('are the same on every server of a shop and others on any other', () => {
    expect(createMinting('the secret of a server of a test').secretOf('a')).toBe(minting.secretOf('a'));
    expect(createMinting('another').secretOf('a')).not.toBe(minting.secretOf('a'));
    expect(createMinting('another').codeOf('a')).not.toBe(minting.codeOf('a'));
  });

  test('are kept as keyed hashes only, and so is the postcode', async () => {
    const link = minting.link('a', 'c', clock.now);
    const short = minting.code('a', TO, clock.now);
    const kept = JSON.stringify([link, short]);
    for (const raw of [minting.secretOf('a'), code(), '20129']) expect(kept).not.toContain(raw);
    expect(createMinting('another').hash(code())).not.toBe(short.hash);
    // The same postcode beside another code is another proof: nobody can compare two shoppers.
    expect(minting.code('b', TO, clock.now).proof).not.toBe(short.proof);
  });
});

describe('a link', () => {
  const tried = () => redeeming().look({ secret: minting.secretOf('a') }, 'web:v');

  test('is looked at without being used, and then used by one caller', async () => {
    const token = await giveOut(minting.link('a', 'shopper:ana', clock.now));
    for (let times = 0; times < 2; times += 1)
      expect(await tried()).toEqual({
        kind: 'good',
        token: expect.objectContaining({ conversationId: 'shopper:ana' }),
      });
    const used = await Promise.all([1, 2, 3, 4].map(() => redeeming().use(token)));
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await tried()).toEqual({ kind: 'wrong' });
    expect(await redeeming().find(token.hash)).toBeNull();
  });

  test('is over after a day', async () => {
    await giveOut(minting.link('a', 'shopper:ana', clock.now));
    clock.now += 24 * 60 * MINUTE - 1;
    expect(await tried()).toMatchObject({ kind: 'good' });
    clock.now += 1;
    expect(await tried()).toEqual({ kind: 'wrong' });
  });

  test('can be opened also by who is locked out of codes', async () => {
    await giveOut(minting.link('a', 'shopper:ana', clock.now));
    for (let guesses = 0; guesses < 7; guesses += 1) await redeeming().look({ secret: wrongCode() }, 'web:v');
    expect(await tried()).toMatchObject({ kind: 'good' });
  });

  test.each(['', '1', 'x'.repeat(21), 'x'.repeat(23), `${'x'.repeat(21)}!`, 'x'.repeat(5_000)])(
    'is nothing like %j',
    async (secret) => {
      expect(await redeeming().look({ secret }, 'web:v')).toEqual({ kind: 'wrong' });
    },
  );
});

describe('a code', () => {
  test.each(['20129', ' 201 29 ', '201-29'])('opens with the postcode, written %j', async (proof) => {
    await giveOut(minting.code('a', TO, clock.now));
    expect(await redeeming().look({ secret: code(), proof }, 'web:v')).toMatchObject({ kind: 'good' });
  });

  test('folds the letters of a postcode', async () => {
    await giveOut(minting.code('a', { ...TO, proof: 'SW1A 1AA' }, clock.now));
    expect(await redeeming().look({ secret: code(), proof: 'sw1a1aa' }, 'web:v')).toMatchObject({ kind: 'good' });
  });

  test('wants the postcode, and is wrong with another one or with none left', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    expect(await redeeming().look({ secret: code() }, 'web:v')).toEqual({ kind: 'proof-needed' });
    for (const proof of ['20128', '', '!'])
      expect(await redeeming().look({ secret: code(), proof }, 'web:v')).toEqual({ kind: 'wrong' });
  });

  test('is over after ten minutes', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    clock.now += 10 * MINUTE;
    expect(await redeeming().look({ secret: code(), proof: '20129' }, 'web:v')).toEqual({ kind: 'wrong' });
  });

  test('cannot be guessed: five wrong ones lock out who guesses, from the right one too, for ten minutes', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    const right = { secret: code(), proof: '20129' };
    for (let guesses = 0; guesses < 5; guesses += 1)
      expect(await redeeming().look({ secret: wrongCode(), proof: '20129' }, 'web:v')).toEqual({ kind: 'wrong' });
    expect(await redeeming().look(right, 'web:v')).toEqual({ kind: 'locked' });
    expect(await redeeming().look(right, 'web:other')).toMatchObject({ kind: 'good' });
    clock.now += 10 * MINUTE + 1;
    await giveOut(minting.code('b', TO, clock.now));
    const next = { secret: minting.codeOf('b'), proof: '20129' };
    expect(await redeeming().look(next, 'web:v')).toMatchObject({ kind: 'good' });
  });

  test('cannot be guessed by asking a hundred times at once', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    const tries = Array.from({ length: 100 }, (_, at) =>
      redeeming().look({ secret: code(), proof: `${10_000 + at}` }, 'web:v'),
    );
    const kinds = (await Promise.all(tries)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'wrong').length).toBeLessThanOrEqual(5);
    expect(kinds.filter((kind) => kind === 'locked').length).toBeGreaterThanOrEqual(95);
  });

  test('one guest’s guesses lock that guest and nobody else, however many they are', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    for (let guess = 0; guess < 1_001; guess += 1) await redeeming().look({ secret: wrongCode() }, 'web:v');
    const right = { secret: code(), proof: '20129' };
    expect(await redeeming().look(right, 'web:v')).toEqual({ kind: 'locked' });
    for (let guess = 0; guess < 4; guess += 1) await redeeming().look({ secret: wrongCode() }, 'web:honest');
    expect(await redeeming().look(right, 'web:honest')).toMatchObject({ kind: 'good' });
  });

  test('a crowd that guesses has one guess each left, and keeps nobody out who knows the code', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    for (let who = 0; who < 250; who += 1) {
      const four = [0, 1, 2, 3].map(() => redeeming().look({ secret: wrongCode() }, `web:v${who}`));
      await Promise.all(four);
    }
    const right = { secret: code(), proof: '20129' };
    expect(await redeeming().look({ secret: wrongCode() }, 'web:late')).toEqual({ kind: 'wrong' });
    expect(await redeeming().look(right, 'web:late')).toEqual({ kind: 'locked' });
    expect(await redeeming().look(right, 'web:honest')).toMatchObject({ kind: 'good' });
  });

  test('that somebody found ends after five wrong postcodes, whoever tried them', async () => {
    await giveOut(minting.code('a', TO, clock.now));
    const right = { secret: code(), proof: '20129' };
    for (let guess = 0; guess < 4; guess += 1) await redeeming().look({ ...right, proof: '1' }, `web:v${guess}`);
    expect(await redeeming().look(right, 'web:honest')).toMatchObject({ kind: 'good' });
    await redeeming().look({ ...right, proof: '1' }, 'web:last');
    expect(await redeeming().look(right, 'web:honest')).toEqual({ kind: 'wrong' });
  });
});
