/** The page of limits and voice code: behind sign-in only, and a code that nobody reads anywhere afterwards. */

import { readAmount } from '../../lambda/services/limits/amounts';
import { judgeCode } from '../../lambda/services/limits/voice-code';
import { found, keptIn } from '../kit/kept';
import { type LinkBrowser, type LinkServer, SECRET, serveLinking } from '../kit/link-server';
import { useHouse } from '../kit/use-house';

const ANA = 'ana.ferri@example.com';
/** Of eight digits: fewer are in some hash of the store by chance. */
const CODE = '47119382';
const at = useHouse({
  lasts: 'file',
  isOnDisk: true,
  linksAccounts: true,
  publicUrl: 'https://talk.willow-market.example',
});
let served: LinkServer;

beforeAll(async () => {
  served = await serveLinking(at.house);
});
afterAll(() => served.close());
// Letters to an address are counted by the hour.
beforeEach(() => at.house.clock.advance(3_700_000));

const rules = () => at.house.store.buyingRules.of('shopper-ana');

async function signedIn(language = 'en-GB', email = ANA): Promise<LinkBrowser> {
  const browser = served.browser(language);
  await browser.opensLimits();
  await browser.sends({ step: 'email', email });
  await browser.sends({ step: 'code', code: (await served.codeOf(email)) ?? '' });
  return browser;
}

/** Twenty bags: more than the shop lets a voice order without a code. */
const large = { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 20 };

test('nothing is shown or changed before somebody has signed in', async () => {
  const browser = served.browser();
  await browser.opensLimits();
  expect(browser.html).not.toContain('name="same"');
  await browser.sends({ step: 'code', code: CODE, same: CODE });
  await browser.sends({ step: 'limits', order: '5', day: '5' });
  expect(await rules()).toMatchObject({ code: 'none', most: { order: null, day: null } });
});

test('a form of another place, or of another browser’s page, changes nothing', async () => {
  const browser = await signedIn();
  expect((await browser.sends({ step: 'limits', order: '5' }, { origin: 'https://evil.example' })).status).toBe(403);
  await browser.sends({ step: 'limits', order: '5', seal: 'of another' });
  expect((await rules()).most.order).toBeNull();
});

test('a visit that was begun before signing in is nobody’s afterwards', async () => {
  const victim = served.browser();
  await victim.opensLimits();
  const planted = new Map(victim.cookies);
  await victim.sends({ step: 'email', email: ANA });
  await victim.sends({ step: 'code', code: (await served.codeOf(ANA)) ?? '' });
  expect(victim.html).toContain('name="same"');
  const thief = served.browser();
  for (const [name, value] of planted) thief.cookies.set(name, value);
  await thief.opensLimits();
  expect(thief.html).not.toContain('name="same"');
});

/** As the field of one is written on the page. */
const fieldIn = (html: string, name: string) => new RegExp(`<input[^>]* name="${name}"[^>]*>`).exec(html)?.[0] ?? '';

test.each(['en', 'it', 'de', 'pl', 'cs'])(
  'limits are raised and lowered, and wrong amounts refused at their field, in %s',
  async (language) => {
    const browser = await signedIn(language);
    expect(browser.html).toContain(`<html lang="${language}">`);
    await browser.sends({ step: 'limits', order: '20', day: '49,50', voice: 'on' });
    const eur = (minor: number) => ({ minor, currency: 'EUR' });
    expect(await rules()).toMatchObject({ most: { order: eur(2000), day: eur(4950) }, isOff: false });
    const told = new Set<string>();
    for (const order of ['0', '-1', 'a lot', '1000000', '50']) {
      await browser.sends({ step: 'limits', order, day: '49.50' });
      const said = /id="problem-order" role="alert">([^<]+)</.exec(browser.html)?.[1] ?? '';
      expect(said).not.toBe('');
      told.add(said);
      const field = fieldIn(browser.html, 'order');
      expect(field).toContain('aria-invalid="true" aria-describedby="problem-order" autofocus');
      // What was typed stands there still, the switch as well, and the other field is not blamed.
      expect(field).toContain(`value="${order}"`);
      expect(browser.html).not.toContain('checked');
      expect(fieldIn(browser.html, 'day')).not.toContain('aria-invalid');
    }
    // Zero, no amount, too much, and more than the day: each has its own sentence.
    expect(told.size).toBe(4);
    expect(await rules()).toMatchObject({ most: { order: eur(2000), day: eur(4950) }, isOff: false });
    await browser.sends({ step: 'limits', order: '', day: '' });
    expect(await rules()).toMatchObject({ most: { order: null, day: null }, isOff: true });
    await browser.sends({ step: 'limits', order: '', day: '', voice: 'on' });
    await browser.sends({ step: 'leave' });
    await browser.opensLimits();
    expect(browser.html).not.toContain('name="same"');
  },
);

test.each([
  ['en', '€20', 2_000],
  ['en', '20 EUR', 2_000],
  ['en', '1,234.56', 123_456],
  ['en', '1.234,56', 123_456],
  ['en', '1,234', 123_400],
  ['de', '1.234', 123_400],
  ['de', '1.234,5 €', 123_450],
  ['de-CH', "1'234.50", 123_450],
  ['pl', '1 234,56', 123_456],
  ['cs', '999 999', 99_999_900],
  ['en', '1.234', 'badAmount'],
  ['de', '1,234', 'badAmount'],
  ['en', '$20', 'badAmount'],
  ['en', '20 30', 'badAmount'],
  ['en', '1,23,456', 'badAmount'],
  ['en', '1e9', 'badAmount'],
  ['en', '٢٠', 'badAmount'],
  ['en', '0.00', 'notZero'],
  ['en', '9'.repeat(400), 'tooMuch'],
] as const)('in %s, %s is read as %s', (locale, typed, expected) => {
  const read = readAmount(typed, { currency: 'EUR', locale });
  expect('problem' in read ? read.problem : read.most?.minor).toBe(expected);
});

test('a browser that wishes for no language there is, is answered all the same', async () => {
  const browser = await signedIn('en-a, x;q=0.1');
  await browser.sends({ step: 'limits', order: '20', day: '', voice: 'on' });
  expect(browser.html).toContain('role="status"');
  await browser.sends({ step: 'limits', order: '', day: '', voice: 'on' });
});

test('an order above its day, which voices have made so, keeps nobody from switching voices off', async () => {
  await at.house.store.buyingRules.setMost('shopper-ana', 'order', { minor: 9_000, currency: 'EUR' });
  await at.house.store.buyingRules.setMost('shopper-ana', 'day', { minor: 5_000, currency: 'EUR' });
  const browser = await signedIn();
  await browser.sends({ step: 'limits', order: '90', day: '50' });
  expect(await rules()).toMatchObject({ isOff: true });
  await browser.sends({ step: 'limits', order: '80', day: '50', voice: 'on' });
  expect(await rules()).toMatchObject({ isOff: true, most: { order: { minor: 9_000 } } });
  await browser.sends({ step: 'limits', order: '', day: '', voice: 'on' });
  expect(await rules()).toMatchObject({ isOff: false, most: { order: null, day: null } });
});

test('a limit in money that is not paid in any more stays what the page says it is', async () => {
  const dollars = { minor: 5000, currency: 'USD' };
  await at.house.store.buyingRules.setMost('shopper-ana', 'order', dollars);
  const browser = await signedIn();
  expect(browser.html).toContain('(USD)');
  await browser.sends({ step: 'limits', order: '50', day: '90', voice: 'on' });
  expect((await rules()).most).toEqual({ order: dollars, day: { minor: 9000, currency: 'EUR' } });
  await browser.sends({ step: 'limits', order: '', day: '', voice: 'on' });
  expect(browser.html).not.toContain('(USD)');
});

test('codes that anybody would guess first are refused', () => {
  for (const code of ['1111', '1234', '9876', '1212', '1221', '1984', '2024', '2580', '123123', '7777']) {
    expect([code, judgeCode(code)]).toEqual([code, 'trivial']);
  }
  for (const code of ['0471', '471', '123456789', '47a1', '']) expect([code, judgeCode(code)]).toEqual([code, 'shape']);
  expect(judgeCode(CODE)).toBe('good');
});

test('with a code a large order is placed by voice, and without one a person is offered', async () => {
  expect((await at.speaker().hears('Reorder', large)).replies).toEqual(['Purchase.highValue', 'Purchase.codeOffer']);
  const wished = await at
    .speaker({ device: 'screen' })
    .hears('VoiceLimits', { limit: { said: 'code', ids: ['code'] } });
  expect(wished.replies).toEqual(['VoiceLimits.codeThere', 'VoiceLimits.inApp']);
  expect(JSON.stringify(wished.card)).toContain('https://talk.willow-market.example/link/limits');
  const removed = await at.texter().says('remove my voice code');
  expect(removed.replies).toEqual(['VoiceLimits.codeOffThere', 'VoiceLimits.page']);
  const browser = await signedIn();
  await browser.sends({ step: 'code', code: CODE, same: '47119381' });
  expect(browser.html).toContain('role="alert"');
  await browser.sends({ step: 'code', code: CODE, same: CODE });
  expect((await rules()).code).toBe('set');
  expect(browser.html).not.toContain(CODE);
  const speaker = at.speaker();
  expect((await speaker.hears('Reorder', large)).asks).toBe('Purchase.confirm');
  expect((await speaker.yes()).asks).toBe('Purchase.code');
  expect((await speaker.yes()).asks).toBe('Purchase.code');
  expect((await speaker.hears('VoiceLimits', { code: 4712 })).replies).toEqual(['Purchase.codeWrong']);
  expect(at.house.orders()).toBe(0);
  const placed = await speaker.hears('VoiceLimits', { code: CODE });
  expect(placed.replies).toContain('Purchase.placed');
  expect(at.house.orders()).toBe(1);
  // In writing nobody is asked for it.
  const texter = at.texter();
  expect((await texter.says('reorder 20 bags of my coffee')).asks).not.toBe('Purchase.code');
});

test('what is written at the speaker’s question is swallowed, and is no guess', async () => {
  at.house.clock.advance(3_600_000);
  const speaker = at.speaker();
  await speaker.hears('Reorder', large);
  expect((await speaker.yes()).asks).toBe('Purchase.code');
  const texter = at.texter();
  for (const said of [CODE, 'four seven one one nine three eight two', `my voice code is ${CODE}`]) {
    expect([said, (await texter.says(said)).replies]).toEqual([said, ['VoiceLimits.neverTell']]);
  }
  expect((await rules()).code).toBe('set');
  expect(at.house.orders()).toBe(1);
  // The question at the speaker is still open, and the digits count there alone.
  expect((await speaker.hears('VoiceLimits', { code: 9 })).asks).toBe('Purchase.code');
});

test('three wrong ones lock it for good, at every speaker and however many guess at once', async () => {
  at.house.clock.advance(3_600_000);
  const speakers = Array.from({ length: 20 }, (_, one) => at.speaker({ person: `voice-${one}`, own: 'ana' }));
  for (const speaker of speakers) {
    await speaker.hears('Reorder', large);
    expect((await speaker.yes()).asks).toBe('Purchase.code');
  }
  const guesses = speakers.map((speaker, one) =>
    speaker.hears('VoiceLimits', { code: one === 19 ? CODE : 7000 + one }),
  );
  const heard = await Promise.all(guesses);
  expect(heard.filter(({ replies }) => replies.includes('Purchase.codeWrong')).length).toBeLessThanOrEqual(2);
  expect((await rules()).code).toBe('locked');
  const before = at.house.orders();
  const late = at.speaker();
  expect((await late.hears('Reorder', large)).replies).toContain('Purchase.codeLocked');
  expect(at.house.orders()).toBe(before);
  const browser = await signedIn();
  await browser.sends({ step: 'code', code: '90417263', same: '90417263' });
  expect((await rules()).code).toBe('set');
});

test('no code is in the store, in a log, or in what a person reads', async () => {
  const speaker = at.speaker();
  await speaker.hears('VoiceLimits', { code: CODE });
  await speaker.hears('TalkToHuman');
  const kept = keptIn(at.folder ?? '', []);
  expect(found([CODE, '90417263', 'four seven one one'], kept)).toEqual([]);
  expect(JSON.stringify(at.house.errors)).not.toMatch(/47119382|90417263/);
  expect(SECRET).not.toBe('');
});
