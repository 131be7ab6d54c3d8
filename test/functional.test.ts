/** Amazon's functional tests of a skill (F1 to F11) and its rules for purchases (P2 to P8), in every locale it speaks. */

import { INTENT_TABLE } from '../lambda/dialogue/index';
import { readShopFile } from '../lambda/house/shop-file';
import { BUILT_INS, type IntentName } from '../lambda/vocabulary/intents';
import { hearersOf, MANIFEST, type Model, modelOf, valuesOf } from './fixtures/skill-package';
import { MONDAY } from './kit/house';
import { isWhole } from './kit/in-turn';
import { createPostBox } from './kit/post-box';
import { STATES, standAt } from './kit/states';
import { useHouse } from './kit/use-house';
import { takeWaiting } from './kit/waiting';

const SHOP = readShopFile();
const LOCALES = SHOP.alexaLocales;
const BUILT_IN = new Set<IntentName>(BUILT_INS);
const OWN = (Object.keys(INTENT_TABLE) as IntentName[]).filter((name) => !BUILT_IN.has(name));
const COFFEE = { said: 'coffee', ids: ['bella-roma-ground'] };

const at = useHouse({
  lasts: 'file',
  isOnDisk: true,
  calendar: () => MONDAY,
  staffed: true,
  // Earshot mails what was ordered.
  shop: { ...readShopFile(), mailsReceipts: false },
  channels: [createPostBox()],
  readProfile: async () => ({ kind: 'consent-needed' }),
});
/** How many, where to and when, and the total: whole, or in fewer words where the whole would take too long. */
type Stated = readonly [count: string, place: RegExp, total: RegExp];
const STATED: { readonly en: Stated } & Readonly<Record<string, Stated>> = {
  en: ['three', /to your home, (arriving )?on \w+day/, /20 euros 25 (with delivery|in all, delivery included)/],
  it: ['tre', /a casa tua, (in arrivo )?[a-zì]+/, /20 euro e 25(, consegna inclusa| con la consegna)/],
  de: ['drei', /nach Hause, (Lieferung )?am \w+/, /20 Euro 25 (mit Versand|zusammen, Versand inbegriffen)/],
};
let people = 0;

describe.each(LOCALES)('%s', (locale) => {
  /** In `npm test` each is stood at in one locale. */
  const states = STATES.filter((_, nth) => isWhole || nth % LOCALES.length === LOCALES.indexOf(locale));
  /** Of a person nobody else is, so that tests in one house do not meet. */
  const newcomer = (shopper: string | null = 'ana') => {
    people += 1;
    at.house.clock.advance(60 * 60_000);
    return at.speaker({ shopper, locale, person: `functional-${people}` });
  };

  test('F1 a launch welcomes with the name of the skill and what can be asked, shorter to those who return', async () => {
    const speaker = newcomer();
    const first = await speaker.opens();
    expect(first.say).toContain(SHOP.name);
    expect(first.open).toBe(true);
    await speaker.hears('Stop');
    await speaker.opens();
    await speaker.hears('Stop');
    const third = await speaker.opens();
    expect(third.open).toBe(true);
    expect(third.answer.said?.speech.seconds).toBeLessThan(first.answer.said?.speech.seconds ?? 0);
  });

  test.each(OWN)('F2 %s in one breath gives its own answer, not the welcome', async (name) => {
    // In this file Ana says more lines than anybody does in thirty days: what is kept of her would take longer to tell.
    const heard = await newcomer(name === 'MyData' ? 'grace' : 'ana').hears(name);
    const own = heard.replies.filter((key) => !key.startsWith('Welcome.'));
    expect(heard.say).not.toBe('');
    expect(own.length > 0 || heard.asks?.startsWith(`${name}.`)).toBe(true);
  });

  test('F4 help says what can be done and asks, inside every question', async () => {
    for (const state of states) {
      const speaker = await standAt(state, at.house, { locale });
      const helped = await speaker.hears('Help');
      expect([state.asks, helped.open, helped.say.trim().slice(-1)]).toEqual([state.asks, true, '?']);
      expect(helped.replies.join()).toMatch(/help|Help/);
    }
  });

  test('F4 typed help is never taken for the answer', async () => {
    const words = locale.startsWith('it')
      ? ['aiuto', 'cosa posso dire', 'riordina']
      : locale.startsWith('de')
        ? ['hilfe', 'was kann ich sagen', 'ich möchte etwas nachbestellen']
        : ['help', 'what can I say', 'reorder'];
    const texter = at.texter({ shopper: 'bruno', locale });
    await texter.says(words[2] ?? '');
    for (const word of words.slice(0, 2)) {
      const helped = await texter.says(word);
      expect(helped.replies).toEqual(['Reorder.what.help']);
      expect(helped.asks).toBe('Reorder.what');
    }
  });

  test('F5 stop and cancel close every question, and a cancelled purchase orders nothing', async () => {
    for (const state of states) {
      for (const intent of ['Stop', 'Cancel'] as const) {
        const speaker = await standAt(state, at.house, { locale });
        const before = at.house.orders();
        const closed = await speaker.hears(intent);
        expect([state.asks, closed.open, at.house.orders()]).toEqual([state.asks, false, before]);
      }
    }
  });

  test('F6 what is not understood is asked again in context, and a person is offered before it gets tiresome', async () => {
    for (const state of states) {
      const speaker = await standAt(state, at.house, { locale });
      for (let misses = (state.misses ?? 0) + 1; misses < 3; misses += 1) {
        const missed = await speaker.hears('Fallback');
        expect([missed.asks, missed.open]).toEqual([state.asks, true]);
      }
      const last = await speaker.hears('Fallback');
      // A person who was offered already is not offered for ever: there is another way on, and an end.
      const isOffered = state.asks === 'TalkToHuman.offer';
      expect([last.asks, last.open]).toEqual(isOffered ? [null, false] : ['TalkToHuman.offer', true]);
    }
  });

  test.each<[IntentName, Readonly<Record<string, string>>]>([
    ['Reorder', {}],
    ['Reorder', { product: '?' }],
    ['Reorder', { product: 'xyzzy' }],
    ['Reorder', { product: 'xyzzy', quantity: '-3' }],
    ['Reorder', { quantity: '?' }],
    ['Reorder', { basis: 'xyzzy' }],
    ['Reorder', { product: 'xyzzy', speed: 'xyzzy' }],
    ['OrderStatus', { product: 'xyzzy' }],
    ['OrderStatus', { orderNumber: 'xyzzy' }],
    ['OrderStatus', { date: 'xyzzy' }],
    ['ShippingCost', { place: 'xyzzy' }],
    ['ShippingCost', { speed: 'xyzzy' }],
    ['DeliveryTime', { place: 'xyzzy' }],
    ['ShippingOptions', { place: 'xyzzy' }],
  ])('F7 %s with %j is explained or asked for, and the microphone stays open', async (intent, slots) => {
    const heard = await newcomer('bruno').hears(intent, slots);
    expect(heard.open).toBe(true);
    expect(heard.replies).not.toContain('Trouble.unexpected');
  });

  test.each(['Yes', 'No', 'Select', 'More', 'Next', 'Previous'] as const)(
    'F8 %s outside a question is answered',
    async (intent) => {
      const heard = await newcomer().hears(intent);
      expect(heard.replies).toEqual(['Welcome.nothingAsked']);
      expect(heard.open).toBe(true);
    },
  );

  test('F10 silence is asked into once, then the visit ends with the basket kept for the next one', async () => {
    const texter = at.texter({ locale, form: 'speech', shopper: 'daniel' });
    await texter.says({ it: 'riordina il tè', de: 'bestell meinen tee nach' }[locale.slice(0, 2)] ?? 'reorder my tea');
    const again = await texter.waits();
    expect(again.replies).toEqual(['Purchase.confirm.reprompt']);
    expect(again.asks).toBe('Purchase.confirm');
    const over = await texter.waits();
    expect(over.answer.said).toBeNull();
    const speaker = newcomer();
    await speaker.hears('Reorder', { product: COFFEE });
    const before = at.house.orders();
    await speaker.falls();
    const next = await speaker.opens();
    expect(next.replies[0]).toBe('Welcome.leftover');
    expect(at.house.orders()).toBe(before);
  });

  test('P3 seller, goods, size, count, place, day and total are spoken before the yes, and only the yes orders', async () => {
    const speaker = newcomer();
    const before = at.house.orders();
    const asked = await speaker.hears('Reorder', { product: COFFEE, quantity: 3 });
    const [count, place, total] = STATED[locale.slice(0, 2)] ?? STATED.en;
    for (const part of [SHOP.name, 'Bella Roma', '250', count]) expect(asked.say).toContain(part);
    expect(asked.say).toMatch(place);
    expect(asked.say).toMatch(total);
    expect(at.house.orders()).toBe(before);
    await speaker.yes();
    expect(at.house.orders()).toBe(before + 1);
  });

  test('P4 an order is confirmed by voice, card and e-mail', async () => {
    const speaker = newcomer();
    await speaker.hears('Reorder', { product: COFFEE });
    const placed = await speaker.yes();
    expect(placed.replies).toEqual(['Purchase.placed', 'Purchase.details']);
    expect(placed.card).toMatchObject({ type: 'Simple', content: expect.stringContaining('WM-') });
    const letters = (await takeWaiting(at.house)).filter(({ id }) => id.startsWith('placed:'));
    const mail = letters.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
    const { title, text } = JSON.parse(mail?.body ?? '{}');
    const card = placed.card?.type === 'Simple' ? placed.card : null;
    expect({ title, text }).toEqual({ title: card?.title, text: card?.content });
  });

  describe('the model', () => {
    const model = modelOf(locale);
    const listing = MANIFEST.publishingInformation.locales[locale];
    const phrases = listing?.examplePhrases ?? [];

    test('F3 example phrases begin with a launch and stand in the model with real values', () => {
      expect(phrases.length).toBeGreaterThanOrEqual(3);
      expect(phrases[0]).toMatch(new RegExp(`^Alexa, \\p{L}+ ${model.invocationName}$`, 'u'));
      for (const phrase of phrases.slice(1)) {
        const request = phrase.split(model.invocationName)[1] ?? '';
        const bare = request.trim();
        const spoken = new Set([bare, bare.replace(/^(to|for|about|di) /, '')]);
        expect([...spoken].flatMap((one) => hearersOf(model, one))).toHaveLength(1);
      }
      for (const { name } of model.intents) expect(phrases.join(' ')).not.toContain(name);
    });

    test('F9 no two intents share an utterance, and each of ours has at least five', () => {
      const seen = new Map<string, string>();
      const shared: string[] = [];
      for (const { name, samples = [] } of model.intents) {
        for (const sample of samples.map((one) => one.toLowerCase())) {
          if (seen.has(sample)) shared.push(`${sample}: ${seen.get(sample)} and ${name}`);
          seen.set(sample, name);
        }
      }
      expect(shared).toEqual([]);
      for (const name of OWN) {
        expect(model.intents.find((one) => one.name === name)?.samples?.length ?? 0).toBeGreaterThanOrEqual(5);
      }
    });

    test('F9 every declared slot is used, and every type of ours has values', () => {
      for (const { name, samples = [], slots = [] } of model.intents) {
        for (const slot of slots) {
          const isUsed = samples.some((sample) => sample.includes(`{${slot.name}}`));
          expect([name, slot.name, isUsed]).toEqual([name, slot.name, true]);
          const isAmazons = slot.type.startsWith('AMAZON.');
          expect([slot.type, isAmazons || (valuesOf(model, slot.type)?.length ?? 0) > 1]).toEqual([slot.type, true]);
        }
      }
    });

    test('P2 the invocation name is the name of the seller, and the welcome says it', async () => {
      expect(model.invocationName).toBe(SHOP.name.toLowerCase());
      expect(listing?.name).toBe(SHOP.name);
    });
  });
});

test('F11 all locales have the same intents, slots and value ids', () => {
  const shape = (model: Model) => ({
    intents: model.intents.map(({ name, slots = [] }) => [name, slots.map((slot) => `${slot.name}: ${slot.type}`)]),
    types: model.types.map(({ name, values }) => [
      name,
      [...new Set(values.map(({ id }) => id ?? '').filter((id) => !id.startsWith('word:')))].sort(),
    ]),
  });
  const [first, ...others] = LOCALES.map((locale) => shape(modelOf(locale)));
  for (const other of others) expect(other).toEqual(first);
});

test('F11 every locale has a store page and legal pages in its own language', () => {
  const { publishingInformation, privacyAndCompliance } = MANIFEST;
  const byLanguage = new Map<string, Set<string>>();
  for (const locale of LOCALES) {
    const language = locale.slice(0, 2);
    const { summary, description } = publishingInformation.locales[locale] ?? {};
    const { privacyPolicyUrl, termsOfUseUrl } = privacyAndCompliance.locales[locale] ?? {};
    expect(privacyPolicyUrl).toMatch(new RegExp(`^https://.*/${language}/`));
    expect(termsOfUseUrl).toMatch(new RegExp(`^https://.*/${language}/`));
    expect(description).toBeTruthy();
    byLanguage.set(language, (byLanguage.get(language) ?? new Set()).add(summary ?? ''));
  }
  const texts = [...byLanguage.values()].map((summaries) => [...summaries]);
  expect(new Set(texts.flat()).size).toBe(texts.flat().length);
});

test('P8 the manifest says that it sells, knows people, and is not for children', () => {
  expect(MANIFEST.privacyAndCompliance).toMatchObject({
    allowsPurchases: true,
    usesPersonalInfo: true,
    isChildDirected: false,
  });
});
