/** What every shop behind the ports must do, whichever system answers; each provider runs this suite against itself. */

import { anyCall } from '../kit/call';
import { allGoods } from '../kit/goods';
import { buyingContract } from './shop-buying';
import { hungContract } from './shop-hung';
import { accepted, beginTrial, callOf, errorOf, LOCALE, type ShopUnderTest, type Trial } from './shop-trial';

/** Runs the suite; `makeShop` gives a new shop, with nothing ordered yet, to every test. */
export function shopContract(name: string, makeShop: () => ShopUnderTest | Promise<ShopUnderTest>): void {
  describe(`${name} keeps the contract of a shop`, () => {
    let begun: Trial;
    const trial = () => begun;
    beforeEach(async () => {
      begun = await beginTrial(await makeShop());
    });
    afterEach(() => begun.made.close());
    readingContract(trial);
    buyingContract(trial);
    hungContract(trial);
  });
}

function readingContract(trial: () => Trial): void {
  describe('accounts', () => {
    it('knows a shopper by the token, with what must be redacted', async () => {
      const { shopper } = await trial().linked(trial().made.tokens[0]);
      expect(shopper.currency).toMatch(/^[A-Z]{3}$/);
      expect(new Set(shopper.known.map(({ kind }) => kind))).toEqual(new Set(['name', 'email', 'phone', 'address']));
      expect(shopper.known.every(({ value }) => value.trim() === value && value.length > 1)).toBe(true);
      expect(() => new Intl.DateTimeFormat('en', { timeZone: shopper.address.timeZone })).not.toThrow();
    });

    it.each(['', 'nobody', '__proto__', 'constructor', "' or 1=1"])('refuses the token "%s"', async (token) => {
      const result = await trial().made.shop.accounts.whoIs(token, callOf(trial().made.realNow));
      expect(errorOf(result)).toEqual({ kind: 'unauthorised' });
    });

    it("refuses one shopper's credential for another shopper", async () => {
      const mixed = { ...trial().buyer, credential: trial().stranger.credential };
      expect(errorOf(await trial().made.shop.history.orders({ limit: 1 }, mixed))).toEqual({ kind: 'unauthorised' });
      const wanted = await trial().made.shop.purchases.propose(trial().wanting(1), mixed);
      expect(errorOf(wanted)).toEqual({ kind: 'unauthorised' });
    });
  });

  describe('catalogue', () => {
    it('names every product once, with words for it', async () => {
      const products = await allGoods(trial().made.shop, anyCall(LOCALE));
      expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
      expect(products.map(({ id }) => id)).toEqual(expect.arrayContaining([trial().made.sells, trial().made.soldOut]));
      expect(products.filter(({ words, name }) => words.length === 0 || name.title === '')).toEqual([]);
    });

    it('has titles for a language nobody has heard of', async () => {
      const products = await allGoods(trial().made.shop, anyCall('xx-XX'));
      expect(products.every(({ name }) => name.title.length > 0)).toBe(true);
    });

    it('gives goods by their ids in that order, as the list has them, and leaves out the others', async () => {
      const { shop, sells, soldOut } = trial().made;
      const all = await allGoods(shop, anyCall(LOCALE));
      const wanted = [soldOut, sells].map((id) => all.find((one) => one.id === id));
      const ids = [soldOut, '__proto__', sells, 'no such thing'];
      expect(accepted(await shop.catalogue.byIds(ids, anyCall(LOCALE)))).toEqual(wanted);
    });

    it('finds goods by one of their names, and nothing by what is none', async () => {
      const { shop, sells } = trial().made;
      const [{ words } = { words: [] }] = accepted(await shop.catalogue.byIds([sells], anyCall(LOCALE)));
      const found = await Promise.all(words.map((word) => shop.catalogue.find(word, anyCall(LOCALE))));
      expect(found.flatMap(accepted).map(({ id }) => id)).toContain(sells);
      for (const nothing of ['', 'qwertz uiop', '%', '"'])
        expect(accepted(await shop.catalogue.find(nothing, anyCall(LOCALE)))).toEqual([]);
    });

    it('offers what it sells and leaves out what it does not', async () => {
      const ids = ['no such thing', trial().made.sells, trial().made.soldOut, '__proto__'];
      const { currency } = (await trial().linked(trial().made.tokens[0])).shopper;
      const offers = accepted(await trial().made.shop.catalogue.offers(ids, currency, trial().buyer));
      const states = offers.map(({ product, availability }) => [product.id, availability.state]);
      expect(states).toEqual([
        [trial().made.sells, 'available'],
        [trial().made.soldOut, 'sold-out'],
      ]);
      expect(offers.every(({ price }) => price.currency === currency && price.minor > 0)).toBe(true);
    });
  });

  describe('means of payment, where shoppers may choose', () => {
    it('are told by a name and four digits at most', async () => {
      const { purchases } = trial().made.shop;
      const means = purchases.means ? accepted(await purchases.means(trial().buyer)) : [];
      expect(new Set(means.map(({ id }) => id)).size).toBe(means.length);
      for (const { name, last } of means)
        expect([name.trim(), last]).toEqual([name, expect.stringMatching(/^\d{0,4}$/)]);
    });
  });

  describe('history', () => {
    it('gives the newest orders first, and no more than asked for', async () => {
      const all = await trial().orders();
      expect(all.length).toBeGreaterThan(2);
      const times = all.map(({ placedAt }) => placedAt);
      expect(times).toEqual([...times].sort((a, b) => b - a));
      const two = accepted(await trial().made.shop.history.orders({ limit: 2 }, trial().buyer));
      expect(two).toEqual(all.slice(0, 2));
    });

    it("never shows another shopper's orders", async () => {
      const mine = new Set((await trial().orders()).map(({ id }) => id));
      expect((await trial().orders(trial().stranger)).filter(({ id }) => mine.has(id))).toEqual([]);
    });
  });

  describe('rates', () => {
    it('lists what delivery costs, cheapest first, in the currency asked for', async () => {
      for (const country of trial().made.delivers.to) {
        const options = accepted(
          await trial().made.shop.rates.options({ country, currency: 'EUR' }, callOf(trial().made.realNow)),
        );
        const prices = options.map(({ price }) => price.minor);
        expect(prices.length).toBeGreaterThan(0);
        expect(prices).toEqual([...prices].sort((a, b) => a - b));
        expect(options.every(({ price }) => price.currency === 'EUR')).toBe(true);
        expect(options.every(({ today, earliest, latest }) => today <= earliest && earliest <= latest)).toBe(true);
      }
    });

    it('calls no price by a currency it does not sell in', async () => {
      const { made, buyer } = trial();
      const [country = ''] = made.delivers.to;
      const options = accepted(await made.shop.rates.options({ country, currency: 'XTS' }, callOf(made.realNow)));
      const offers = accepted(await made.shop.catalogue.offers([made.sells], 'XTS', buyer));
      expect(offers).toEqual([]);
      expect(options.filter(({ price }) => price.currency === 'XTS')).toEqual([]);
    });

    it.each(['', 'it', 'ITALY', '__proto__'])('has nothing for the country "%s"', async (country) => {
      expect(accepted(await trial().made.shop.rates.options({ country }, callOf(trial().made.realNow)))).toEqual([]);
    });

    it('has nothing for a country it does not deliver to', async () => {
      const country = trial().made.delivers.notTo;
      expect(accepted(await trial().made.shop.rates.options({ country }, callOf(trial().made.realNow)))).toEqual([]);
    });
  });
}
