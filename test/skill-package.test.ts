/** What Amazon gets: fresh, within its limits and rules, the same in every locale. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expand } from '../lambda/language/hearing/sentences';
import { normalise } from '../lambda/language/hearing/words';
import { comparable } from '../scripts/locales/as-sample';
import { candidatesOf } from '../scripts/locales/candidates';
import { samplesSaying } from '../scripts/locales/example-phrases';
import { lintInvocation } from '../scripts/locales/invocation-lint';
import { makeManifest } from '../scripts/locales/manifest';
import { lintManifest } from '../scripts/locales/manifest-lint';
import { type Model, makeModel, slotWordsOf } from '../scripts/locales/model';
import { lintModel } from '../scripts/locales/model-lint';
import { generate, stale } from '../scripts/locales/models';
import { chooseSamples, MOST_SAMPLES } from '../scripts/locales/samples';
import { readShop, readSource } from '../scripts/locales/source';
import { mass } from './kit/masses';

const PLACE = { root: join(__dirname, '..') };
const shop = readShop(PLACE);
const made = generate(PLACE);
const modelOf = (locale: string): Model =>
  JSON.parse(made.files.get(`skill-package/interactionModels/custom/${locale}.json`) ?? '{}');
const ENGLISH = modelOf('en-US');
const SOURCE = readSource(PLACE, 'en-US');

test('is to the byte what the languages and the shop give now: otherwise run `npm run locales models`', () => {
  expect(stale(PLACE, made.files)).toEqual([]);
});

test('has nothing Amazon would refuse', () => {
  expect(made.problems).toEqual([]);
});

test('reports what found no room', () => {
  expect(made.notes.filter((note) => /^\w\w-\w\w: \d+ sentences found no room/.test(note))).toHaveLength(
    shop.alexaLocales.length,
  );
});

test('has the same intents, slots and value ids in all locales', () => {
  const shapes = shop.alexaLocales.map((locale) => {
    const { languageModel } = modelOf(locale).interactionModel;
    const intents = languageModel.intents.map(({ name, slots = [] }) => [
      name,
      slots.map((slot) => [slot.name, slot.type]),
    ]);
    const isOwnWord = (id = '') => id.startsWith('word:');
    const types = (languageModel.types ?? []).map(({ name, values = [] }) => [
      name,
      values.map(({ id }) => id).filter((id) => !isOwnWord(id)),
    ]);
    return { intents, types };
  });
  for (const shape of shapes) expect(shape).toEqual(shapes[0]);
});

test('covers thirty countries, home and work', () => {
  const types = modelOf('it-IT').interactionModel.languageModel.types ?? [];
  const places = types.find(({ name }) => name === 'Place')?.values ?? [];
  expect(places.filter(({ id }) => /^[A-Z]{2}$/.test(id ?? '')).length).toBeGreaterThanOrEqual(30);
  expect(places.find(({ id }) => id === 'DE')?.name.value).toBe('Germania');
  expect(places.map(({ id }) => id)).toEqual(expect.arrayContaining(['home', 'work']));
});

test('keeps a word that several goods share apart from the goods', () => {
  const types = ENGLISH.interactionModel.languageModel.types ?? [];
  const products = types.find(({ name }) => name === 'Product')?.values ?? [];
  const having = products.filter(({ name }) => [name.value, ...name.synonyms].includes('coffee'));
  expect(having.map(({ id }) => id)).toEqual(['word:coffee']);
});

test('of a shop of very many goods it hears the words that most of them share, and those bought most', () => {
  const word = (at: number) => [...String(at)].map((digit) => 'bdfgklmnpr'.charAt(Number(digit))).join('o');
  const goods = Array.from({ length: 4_000 }, (_, at) => ({
    id: `g${at}`,
    name: { title: `Thing ${at}`, voiceTitle: `${word(at)} coffee` },
    words: ['coffee', `brand ${word(at % 1_200)}`],
  }));
  const { interactionModel } = makeModel(PLACE, 'en-GB', () => goods).model;
  const values = interactionModel.languageModel.types?.find(({ name }) => name === 'Product')?.values ?? [];
  const ids = values.map(({ id }) => id ?? '');
  expect(new Set(ids).size).toBe(1_500);
  expect(ids.filter((id) => id.startsWith('word:'))).toHaveLength(900);
  expect([ids[0], ids.includes('word:coffee'), ids.includes('g599'), ids.includes('g600')]).toEqual([
    'g0',
    true,
    true,
    false,
  ]);
  expect(JSON.stringify(interactionModel).length).toBeLessThan(1_500_000);
});

type LanguageModel = Model['interactionModel']['languageModel'];
type Damage = readonly [what: string, change: (model: LanguageModel, whole: Model) => void, problem: string];
const intent = (model: LanguageModel, name: string) => {
  const found = model.intents.find((one) => one.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
};
const sample =
  (text: string, name = 'Reorder') =>
  (model: LanguageModel) => {
    intent(model, name).samples?.push(text);
  };

const DAMAGES: readonly Damage[] = [
  ['punctuation in a sample', sample('reorder, please'), 'has a character Amazon refuses'],
  ['a question mark', sample('where is it?', 'OrderStatus'), 'has a character Amazon refuses'],
  ['a slot glued to a word', sample('re{product}'), 'not set apart by spaces'],
  ['a bare product', sample('{product}'), 'has no carrier phrase'],
  ['a slot used twice', sample('order {product} and {product}'), 'uses a slot twice'],
  ['an undeclared slot', sample('reorder to {orderNumber}'), '{orderNumber} is not declared'],
  ['a sample of two intents', sample('where is my order', 'Reorder'), 'is a sample of'],
  ['a sample that sounds like another', sample('WHERE is  my order', 'Reorder'), 'is a sample of'],
  [
    'a sample twice in one intent',
    sample('where is my order', 'OrderStatus'),
    'is a sample of OrderStatus and of OrderStatus',
  ],
  ['samples for fallback', sample('whatever', 'AMAZON.FallbackIntent'), 'must have no samples'],
  ['a very long sample', sample(`order ${'very '.repeat(60)}good {product}`), 'is too long'],
  [
    'too few samples',
    (model) => {
      intent(model, 'TalkToHuman').samples = ['operator'];
    },
    'TalkToHuman has fewer than 5 samples',
  ],
  [
    'too many samples',
    (model) => {
      intent(model, 'TalkToHuman').samples = Array.from({ length: 201 }, (_, at) => `person ${at}`);
    },
    '201 samples',
  ],
  [
    'an unused slot',
    (model) => {
      intent(model, 'TalkToHuman').slots = [{ name: 'place', type: 'Place' }];
    },
    'no sample uses {place}',
  ],
  [
    'a digit in an intent name',
    (model) => {
      intent(model, 'TalkToHuman').name = 'TalkTo1';
    },
    'is no intent name',
  ],
  [
    'an intent twice',
    (model) => {
      model.intents.push(intent(model, 'TalkToHuman'));
    },
    'is declared twice',
  ],
  [
    'no stop',
    (model) => {
      model.intents = model.intents.filter(({ name }) => name !== 'AMAZON.StopIntent');
    },
    'AMAZON.StopIntent is missing',
  ],
  [
    '251 intents',
    (model) => {
      model.intents = Array.from({ length: 251 }, (_, at) => ({ name: `I${'a'.repeat(at + 1)}` }));
    },
    '251 intents',
  ],
  [
    'a type nobody uses',
    (model) => {
      model.types?.push({ name: 'Colour', values: [] });
    },
    'no slot has the type Colour',
  ],
  [
    'a missing type',
    (model) => {
      model.types = model.types?.filter(({ name }) => name !== 'Basis') ?? [];
    },
    'no type Basis',
  ],
  [
    'a synonym of two values',
    (model) => {
      for (const value of model.types?.[2]?.values ?? []) value.name.synonyms.push('swift');
    },
    '"swift" belongs to',
  ],
  [
    'an id twice',
    (model) => {
      for (const value of model.types?.[3]?.values ?? []) value.id = 'same';
    },
    'the id "same" is not unique',
  ],
  [
    'a sign in a value',
    (model) => {
      model.types?.[3]?.values?.push({ id: 'x', name: { value: 'a & b', synonyms: [] } });
    },
    'has a character Amazon refuses',
  ],
  [
    'a prompt without words',
    (_, { interactionModel }) => {
      interactionModel.prompts = (interactionModel.prompts ?? []).map((one) => ({ ...one, variations: [] }));
    },
    'has no words',
  ],
  [
    'a prompt that is not there',
    (_, { interactionModel }) => {
      interactionModel.prompts = [];
    },
    'names a prompt that is not there',
  ],
  [
    'a dialog with other slots',
    (_, { interactionModel }) => {
      interactionModel.dialog?.intents[0]?.slots?.pop();
    },
    'has other slots than the intent',
  ],
  [
    'an example phrase that is not in the model',
    (model) => {
      intent(model, 'OrderStatus').samples = ['a {product}', 'b {orderNumber}', 'c {date}', 'd', 'e'];
    },
    'is not literally in the model',
  ],
  ['a wake word in a sample', sample('ask alexa for {product}'), 'a word that wakes a speaker'],
  ['a slip nobody says', sample('cancel a order', 'CancelOrder'), 'a slip that nobody says'],
  [
    'something shoppers are told to say',
    (model) => {
      const isTold = (text: string) => text.startsWith('make it {quantity}');
      for (const one of model.intents) {
        const holders = [one, ...(one.slots ?? [])];
        for (const holder of holders) holder.samples = (holder.samples ?? []).filter((text) => !isTold(text));
      }
    },
    'shoppers are told to say "make it three"',
  ],
  [
    'a model of megabytes',
    (model) => {
      model.types?.[3]?.values?.push({
        id: 'y',
        name: { value: 'y', synonyms: Array.from({ length: 200_000 }, (_, at) => `word ${at}`) },
      });
    },
    'bytes',
  ],
];

test.each(DAMAGES)('the linter finds %s', (_what, change, problem) => {
  const model = structuredClone(ENGLISH);
  change(model.interactionModel.languageModel, model);
  const problems = lintModel(model, { locale: 'en-US', shop, source: SOURCE });
  expect(problems.join('\n')).toContain(problem);
});

test.each([
  ['willow market', 'en-US', []],
  ['Willow Market', 'en-US', ['lower-case']],
  ['willow', 'en-US', ['two words', 'seller']],
  ['the willow', 'en-US', ['article']],
  ['willow alexa', 'en-US', ['"alexa"']],
  ['open willow', 'en-US', ['"open"']],
  ['willow and market', 'en-US', ['"and"']],
  ['willow market 2', 'en-US', ['lower-case']],
  ['apri willow', 'it-IT', ['"apri"']],
  ['la bottega', 'it-IT', ['article']],
  ['starte den laden', 'de-DE', ['"starte"']],
  ['das haus', 'de-DE', ['article']],
  ['otwórz sklep', 'pl-PL', ['"otwórz"']],
  ['spusť obchod', 'cs-CZ', ['"spusť"']],
] as const)('judges the invocation name "%s"', (name, locale, words) => {
  const { invocation } = readSource(PLACE, locale).words;
  const problems = lintInvocation(name, { shop, words: invocation }).join('\n');
  for (const word of words) expect(problems).toContain(word);
  if (words.length === 0) expect(problems).toBe('');
});

describe('the manifest', () => {
  test('says what a selling skill must say', () => {
    const { manifest } = makeManifest(PLACE);
    expect(manifest.privacyAndCompliance).toMatchObject({
      allowsPurchases: true,
      usesPersonalInfo: true,
      isChildDirected: false,
      containsAds: false,
      isExportCompliant: true,
    });
    expect(manifest.publishingInformation?.locales?.['it-IT']?.examplePhrases?.[0]).toBe('Alexa, apri willow market');
    expect(manifest.privacyAndCompliance?.locales?.['it-IT']?.privacyPolicyUrl).toBe(shop.urls.privacy.it);
    expect(manifest.apis?.custom?.interfaces).toEqual([{ type: 'APP_LINKS_V2' }, { type: 'ALEXA_PRESENTATION_APL' }]);
    expect(manifest.apis?.custom?.appLink?.linkedWebDomains).toEqual(['willow-market.example']);
    const heard = ['ENABLED', 'DISABLED', 'ACCOUNT_LINKED', 'PERMISSION_ACCEPTED', 'PERMISSION_CHANGED'];
    expect(manifest.events?.subscriptions).toEqual(heard.map((event) => ({ eventName: `SKILL_${event}` })));
    expect(manifest.events?.endpoint).toEqual(manifest.apis?.custom?.endpoint);
  });

  test('asks for the leave to chime where Alexa’s notifications are set up, and only there', () => {
    const chiming = makeManifest(PLACE, { url: 'https://talk.willow-market.example', chimes: true });
    expect(lintManifest(chiming, shop)).toEqual([]);
    const { events, permissions } = JSON.parse(JSON.stringify(makeManifest(PLACE))).manifest;
    const silent = { manifest: { ...chiming.manifest, events } };
    expect(lintManifest(silent, shop).join('\n')).toMatch(/nothing uses/);
    const unasked = { manifest: { ...chiming.manifest, permissions } };
    expect(lintManifest(unasked, shop).join('\n')).toMatch(/is not requested/);
  });

  test.each([
    ['purchases that are not declared', /allowsPurchases/, '"allowsPurchases":true', '"allowsPurchases":false'],
    ['children', /isChildDirected/, '"isChildDirected":false', '"isChildDirected":true'],
    ['an unsafe endpoint', /https/, 'https://skill.example.com', 'http://skill.example.com'],
    ['a self-signed certificate', /Trusted/, '"Trusted"', '"SelfSigned"'],
    ['something not filled in', /not filled in/, 'Buy again', '{{again}}'],
    ['a permission nothing uses', /nothing uses/, 'profile:email:read', 'profile:mobile_number:read'],
    ['a permission that is not requested', /is not requested/, 'profile:email:read', 'profile:mobile_number:read'],
    ['a permission requested twice', /twice/, 'alexa::devices:app:push_notifications', 'alexa::profile:email:read'],
    ['links without their interface', /APP_LINKS_V2/, 'APP_LINKS_V2', 'APP_LINKS'],
    ['an address for a domain', /is no domain/, '["willow-market.example"]', '["https://willow-market.example"]'],
    ['no domain', /no domain for links/, '["willow-market.example"]', '[]'],
    ['shoppers it never forgets', /SKILL_DISABLED/, 'SKILL_DISABLED', 'SKILL_ENABLED'],
    ['a summary too long', /the summary has/, '"Reorder your', `"${'Reorder '.repeat(20)}your`],
  ])('is refused with %s', (_what, problem, from, to) => {
    const changed = JSON.parse(JSON.stringify(makeManifest(PLACE)).replaceAll(from, to));
    expect(lintManifest(changed, shop).join('\n')).toMatch(problem);
  });
});

describe('choosing samples', () => {
  const candidatesIn = (some: readonly string[]) => candidatesOf(some, { soundOf: comparable });
  const parts = fc.constantFrom('(a|b|c|d|e)', '[f|g]', 'h', '(i|j)', '[k|l|m]');
  const template = fc.array(parts, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
  const templates = fc.array(template, { minLength: 1, maxLength: 12 });

  test('takes at most 200, none twice, some of every template, and tells how many are left', () => {
    fc.assert(
      fc.property(templates, (all) => {
        const { samples, dropped } = chooseSamples(candidatesIn(all), []);
        const heard = new Set(samples.map(comparable));
        const possible = new Set(all.flatMap(expand).map(comparable).filter(Boolean));
        expect(heard.size).toBe(samples.length);
        expect(samples.length).toBe(Math.min(possible.size, MOST_SAMPLES));
        expect(samples.length + dropped).toBe(possible.size);
        expect(chooseSamples(candidatesIn(all), []).samples).toEqual(samples);
      }),
      { numRuns: mass(40, 200) },
    );
  });

  test('never drops what must stay', () => {
    const all = ['(a|b|c|d|e|f|g|h) (i|j|k|l|m|n|o) (p|q|r|s|t|u|v)', 'z'];
    const { samples } = chooseSamples(candidatesIn(all), ['h o v']);
    expect(samples).toContain('h o v');
    expect(samples).toContain('z');
  });
});

/** The conversation at the top of the README is one that a speaker can hold. */
test('what the README has shoppers say is literally in the English models', () => {
  const readme = readFileSync(join(PLACE.root, 'README.md'), 'utf8');
  const [dialogue = ''] = /(?:^>.*\n)+/m.exec(readme) ?? [];
  const paragraphs = dialogue.split(/^>[ \t]*$/m).map((lines) =>
    lines
      .replace(/\s*\n> ?/g, ' ')
      .trim()
      .replace(/^> /, ''),
  );
  // A shopper begins, and every other line is the shop's; Amazon's own plain "yes" and an opening need no sample.
  const phrases = paragraphs
    .flatMap((paragraph) =>
      [...paragraph.matchAll(/"([^"]*)"/g)].filter((_, at) => /^"Alexa/.test(paragraph) && at % 2 === 0),
    )
    .map(([, text = '']) => normalise(text.replace(/^Alexa, (?:ask|open) Willow Market(?: to)?/, ''), 'join'));
  expect(phrases.length).toBeGreaterThan(5);
  const { words } = SOURCE;
  const { languageModel } = ENGLISH.interactionModel;
  const { saidBy } = samplesSaying(phrases, { words, slotWords: slotWordsOf(languageModel.types ?? [], words) });
  // An answer to a slot that is asked for is one of the slot's own samples.
  const all = languageModel.intents.flatMap(({ samples = [], slots = [] }) => [
    ...samples,
    ...slots.flatMap((slot) => slot.samples ?? []),
  ]);
  const known = new Set(all.flatMap(saidBy));
  expect(phrases.filter((phrase) => !['', 'yes'].includes(phrase) && !known.has(phrase))).toEqual([]);
});
