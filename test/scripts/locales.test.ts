/** The localiser's tool: what it finds, where it points, and that a new language is green at once. */

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEmergencies, readGoodsNames, readSentences, readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';
import { createVoice } from '../../lambda/language/speech/say';
import { add } from '../../scripts/locales/add';
import { type CheckOptions, check, languagesIn } from '../../scripts/locales/check';
import { suggestionsIn } from '../../scripts/locales/check-suggestions';
import { SPOKEN } from '../../scripts/locales/contract';
import { hearOne } from '../../scripts/locales/hear-one';
import { PAGE_KEYS } from '../../scripts/locales/page-keys';
import { inOrder } from '../../scripts/locales/progress';
import { NONE_KEPT_BACK, scoresOf } from '../../scripts/locales/score';
import { scoreTable } from '../../scripts/locales/score-table';
import { weakIn, weakInLines } from '../../scripts/locales/weak';
import { compiled } from '../kit/bundle';
import { mass } from '../kit/masses';

const ROOT = join(__dirname, '../..');
const copies: string[] = [];
/** All of them are said in test/scripts/check-languages.test.ts. */
const SAID = mass(2, 40);

/** A copy of everything the tool reads, to be damaged. */
function copy(folders: readonly string[] = ['locales', 'shop']) {
  const root = mkdtempSync(join(tmpdir(), 'earshot-locales-'));
  copies.push(root);
  for (const folder of folders) {
    cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
  }
  return { root };
}

/** A sentence of each kind: what is wrong in the other files does not hang on thousands more. */
function copyOfLittle() {
  const place = copy();
  edit(place.root, 'it/sentences.json', (it) => {
    for (const [intent, said] of Object.entries(lists(it))) it[intent] = said.slice(0, 1);
    // What the examples below say.
    it.OrderStatus = ["dov'è il mio ordine"];
  });
  return place;
}

afterEach(() => {
  for (const root of copies.splice(0)) rmSync(root, { recursive: true });
});

type Tree = { [key: string]: unknown };

function edit(root: string, file: string, change: (value: Tree) => void): void {
  const path = join(root, 'locales', file);
  const value = JSON.parse(readFileSync(path, 'utf8')) as Tree;
  change(value);
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** The findings of one language as `file: message`, and that each points at a line. */
async function found(root: string, language: string, options: CheckOptions = {}) {
  const { findings } = await check({ root }, { language, saidOfEach: SAID, ...options });
  for (const { line } of findings) expect(line).toBeGreaterThan(0);
  return findings.map(({ file, message }) => `${file}: ${message}`);
}

function lineOf(root: string, file: string, text: string): number {
  const lines = readFileSync(join(root, 'locales', file), 'utf8').split('\n');
  return lines.findIndex((line) => line.includes(text)) + 1;
}

/** English and Italian are checked by `npm run locales check`, which test/recipes.test.ts runs: here in the full mass only. */
const CHECKED = mass(0, 1) > 0 ? [undefined] : ['sl'];

test.each(CHECKED)('finds nothing wrong with a language that has just begun, nor beside it', async (language) => {
  const place = copy(['locales', 'shop', 'skill-package']);
  add(place, { code: 'sl', name: 'Slovenščina' });
  const { findings, summary } = await check(place, { saidOfEach: SAID, ...(language ? { language } : {}) });
  expect(findings.map(({ file, line, message }) => `${file}:${line}: ${message}`)).toEqual([]);
  const all = language ? [language] : languagesIn(place);
  expect(summary.map((line) => line.slice(0, 12))).toEqual(all.map((one) => `${one}: 0 errors`));
});

describe('a new language', () => {
  test.each([
    ['sl', 'Slovenščina', ['one', 'two', 'few', 'other']],
    ['pl', 'Polski', ['one', 'few', 'many', 'other']],
    ['ja', '日本語', ['other']],
    ['ar', 'العربية', ['zero', 'one', 'two', 'few', 'many', 'other']],
  ])('%s is green at once, in its own plural forms, and not offered', async (code, name, forms) => {
    const place = copy();
    rmSync(join(place.root, 'locales', code), { recursive: true, force: true });
    expect(add(place, { code, name })).toBeNull();
    expect(await found(place.root, code)).toEqual([]);
    const speech = JSON.parse(readFileSync(join(place.root, 'locales', code, 'speech.json'), 'utf8'));
    const made = Object.keys(speech.format).filter((key) => key.startsWith('ageDays_'));
    expect(made.sort()).toEqual(forms.map((form) => `ageDays_${form}`).sort());
    const voice = createVoice({ directory: join(place.root, 'locales'), shopName: 'Willow Market' });
    expect([voice.supports(code), voice.supports('it-IT')]).toEqual([false, true]);
    expect(hearOne(place, code, 'yes').accepted).toBe(false);
  });

  test('takes what was known of it into its folder', () => {
    const { root } = copy();
    const read = (file: string) => JSON.parse(readFileSync(join(root, 'locales', file), 'utf8'));
    const [programs, tongues] = [read('mail-programs.json'), read('tongues.json')];
    add({ root }, { code: 'fr', name: 'Français' });
    expect([read('fr/mail.json'), read('fr/words.json').telling]).toEqual([programs.fr, tongues.fr]);
    expect([read('mail-programs.json').fr, read('tongues.json').fr]).toEqual([undefined, undefined]);
  });

  test('is as the formatter would leave it', () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    const { formatter } = JSON.parse(readFileSync(join(ROOT, 'biome.json'), 'utf8'));
    writeFileSync(join(place.root, 'biome.json'), JSON.stringify({ formatter }));
    const tool = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
    const told = execFileSync(process.execPath, [tool, 'format', 'locales/sl'], { cwd: place.root, encoding: 'utf8' });
    expect(told).toContain('No fixes applied');
  });

  test('has every key the program asks for, whatever the measure has', () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    const read = (file: string) => JSON.parse(readFileSync(join(place.root, 'locales/sl', file), 'utf8'));
    const spoken = new Set([...keysIn(read('speech.json'))].map((key) => key.replace(/_(one|two|few|other)$/, '')));
    const isThere = (key: string) => spoken.has(key) || spoken.has(`${key}.a`);
    expect(SPOKEN.filter((key) => !isThere(key))).toEqual([]);
    const pages = read('pages.json') as Readonly<Record<string, object>>;
    for (const [page, keys] of Object.entries(PAGE_KEYS))
      expect(Object.keys(pages[page] ?? {})).toEqual(expect.arrayContaining([...keys]));
    const directory = join(place.root, 'locales');
    for (const reads of [readWords, readSentences, readEmergencies, readGoodsNames])
      expect(reads(directory, 'sl')).toBeDefined();
  });

  test('is told how far it is, and what to write next', async () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    const told = async () => (await check(place, { language: 'sl' })).summary.join('\n').split('\n');
    const [before = ''] = await told();
    expect(before).toMatch(/^sl: 0 errors \(a draft, offered to nobody: 0 of \d+ texts, 0 %/);
    edit(place.root, 'sl/speech.json', (sl) => {
      format(sl).missing = 'Oprosti.';
      delete format(sl).missingAsk;
    });
    const [after = '', , , next] = await told();
    expect(after).toContain(`0 errors (a draft, offered to nobody: 1 of ${/of (\d+)/.exec(before)?.[1]} texts`);
    // Whoever answers is heard before anything else; a conversation begins before all of its values are said.
    expect(next).toMatch(/^ {2}sl\/words\.json:\d+: consent\.yes has no words/);
    const lacking = (message: string) => ({ file: 'sl/speech.json', line: 1, message });
    const [lost, hello] = [lacking('format.missingAsk is missing'), lacking('Welcome.first is missing')];
    expect(inOrder([lost, hello])).toEqual([hello, lost]);
  });

  test('is told that it has nothing to be scored by', () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    expect(scoreTable(scoresOf(place, 'sl'))).toEqual([NONE_KEPT_BACK]);
    expect(weakInLines(weakIn(place, 'sl')).at(-1)).toContain(NONE_KEPT_BACK);
  });

  test('begins with the weekdays and near days of the language', () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    const words = JSON.parse(readFileSync(join(place.root, 'locales/sl/words.json'), 'utf8'));
    expect(words.weekdays[0]).toEqual(['ponedeljek']);
    expect(words.days['1']).toEqual(['jutri']);
  });

  test('must be one that exists, is written as a code and is not there yet', () => {
    const place = copy();
    expect(add(place, { code: 'it', name: 'Italiano' })).toContain('already');
    expect(add(place, { code: '../x', name: 'X' })).toContain('no language code');
    expect(add(place, { code: 'xx', name: 'X' })).toContain('does not know');
  });

  test('that is called complete while nothing is translated is refused', async () => {
    const place = copy();
    add(place, { code: 'sl', name: 'Slovenščina' });
    edit(place.root, 'sl/language.json', (info) => {
      info.status = 'complete';
    });
    const problems = await found(place.root, 'sl');
    expect(problems).toContain('sl/speech.json: format.with is not translated yet (TODO:)');
    expect(problems).toContain('sl/text.json: HandOff.highValue is not translated yet (TODO:)');
    const empty = (path: string) =>
      expect.stringMatching(new RegExp(`^${path} has no words, or an empty one; like ".+" in en$`));
    expect(problems).toContainEqual(empty('sl/words.json: consent.yes'));
    expect(problems).toContainEqual(empty('sl/goods.json: kinds.ground-coffee'));
    expect(problems).toContainEqual(empty('sl/digits.json: words'));
    expect(problems).toContainEqual(empty('sl/mail.json: wrote'));
    expect(problems).toContain('sl/sentences.json: Reorder has 0 ways to say it; 15 are needed');
  });
});

describe('a key the program asks for, which no language has', () => {
  const lost: readonly (readonly [string, readonly string[], RegExp])[] = [
    [
      'speech.json',
      ['format', 'topic_Reorder'],
      /format\.topic_Reorder is missing; write a text, like "topic_TalkToHuman": "talk to a person"/,
    ],
    ['speech.json', ['format', 'part_late'], /format\.part_late is missing; write a text, like "part_evening"/],
    [
      'pages.json',
      ['desk', 'intent.Reorder'],
      /desk\.intent\.Reorder is missing; write a text, like "intent.Thanks": "Says thank you"/,
    ],
    [
      'pages.json',
      ['desk', 'channel.telegram'],
      /desk\.channel\.telegram is missing; write a text, like "channel.desk"/,
    ],
    [
      'pages.json',
      ['handOff', 'reason-asked'],
      /handOff\.reason-asked is missing; write a text, like "reason-complaint"/,
    ],
  ];

  test('is told in each, at its neighbour, with how such a text looks', async () => {
    const { root } = copyOfLittle();
    for (const language of ['en', 'it', 'de', 'pl', 'cs']) {
      for (const [file, [group = '', key = '']] of lost) {
        edit(root, `${language}/${file}`, (value) => delete (value[group] as Tree)[key]);
      }
    }
    const { findings } = await check({ root }, { language: 'it' });
    for (const [file, , words] of lost) {
      expect(findings).toContainEqual({
        file: `it/${file}`,
        line: expect.any(Number),
        message: expect.stringMatching(words),
      });
    }
    const topic = findings.find(({ message }) => message.includes('topic_Reorder'));
    expect(topic?.line).toBe(lineOf(root, 'it/speech.json', '"topic_TalkToHuman"'));
  });
});

test('a country that needs no word of its own may be left out, and the language speaks', () => {
  const { root } = copy();
  edit(root, 'it/speech.json', (it) => {
    for (const key of Object.keys(format(it))) if (key.startsWith('country_')) delete format(it)[key];
  });
  expect(createVoice({ directory: join(root, 'locales'), shopName: 'Willow Market' }).supports('it-IT')).toBe(true);
});

function keysIn(tree: Tree, path = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, node]) =>
    typeof node === 'string' ? [path + key] : keysIn(node as Tree, `${path}${key}.`),
  );
}

const format = (speech: Tree) => speech.format as Tree;
const lists = (value: Tree) => value as { [key: string]: string[] };

type Damage = readonly [what: string, change: (value: Tree) => void, message: string];

/** What is made of one copy by all its damages, when the first of them is asked for. */
type Damaged = { readonly changes: (readonly [file: string, change: (value: Tree) => void])[]; told?: Promise<string> };
/** Hearing reads none of these: what is wrong in one hides nothing of another. */
const BESIDE_HEARING: Damaged = { changes: [] };
const READ_BY_HEARING = ['sentences.json', 'words.json'];

async function tell({ changes }: Damaged): Promise<string> {
  const { root } = changes.some(([file]) => file === 'sentences.json') ? copy() : copyOfLittle();
  for (const [file, change] of changes) edit(root, `it/${file}`, change);
  return (await found(root, 'it')).join('\n');
}

/** All mistakes are made in one copy: each must be told, whatever else is wrong. */
function tellsOf(file: string, damages: readonly Damage[]): void {
  const damaged: Damaged = READ_BY_HEARING.includes(file) ? { changes: [] } : BESIDE_HEARING;
  for (const [, change] of damages) damaged.changes.push([file, change]);
  test.each(damages)(`tells a localiser of %s in ${file}`, async (_what, _change, message) => {
    damaged.told ??= tell(damaged);
    const lines = (await damaged.told).split('\n').filter((line) => line.startsWith(`it/${file}: `));
    expect(lines.join('\n')).toContain(message);
  });
}

tellsOf('pages.json', [
  ['a word of a page that is lost', (it) => delete (it.chat as Tree).send, 'chat.send is missing'],
  [
    'a key no page asks for',
    (it) => Object.assign(it.desk as Tree, { signnIn: 'Entra' }),
    'desk.signnIn is a key no page asks for; is it misspelt?',
  ],
  [
    'a word that is not translated',
    (it) => Object.assign(it.desk as Tree, { signIn: 'TODO: Sign in' }),
    'desk.signIn is not translated yet (TODO:)',
  ],
]);

tellsOf('text.json', [
  [
    'a reply that tells something only in writing',
    (it) => delete (it.Person as Tree).failed,
    'Person.failed is missing',
  ],
  [
    'a text that is not translated',
    (it) => Object.assign(it.HandOff as Tree, { highValue: 'TODO: here' }),
    'HandOff.highValue is not translated yet (TODO:)',
  ],
]);

tellsOf('speech.json', [
  ['a lost key', (it) => delete format(it).and, 'format.and is missing'],
  [
    'a misspelt key',
    (it) => {
      format(it).betwen = 'x';
    },
    'format.betwen is a key nobody says',
  ],
  [
    'a lost plural form',
    (it) => delete format(it).ageDays_many,
    'format.ageDays lacks the form for 1 000 000 (`_many`)',
  ],
  [
    'a plural form too many',
    (it) => {
      format(it).ageHours_few = '{{count}} ore fa';
    },
    'format.ageHours has `_few`, a form',
  ],
  [
    'no words',
    (it) => {
      format(it).with = ' ';
    },
    'format.with has no words',
  ],
  [
    'a strange variable',
    (it) => {
      format(it).between = 'tra {{from}} e {{to}} {{x}}';
    },
    'format.between uses {{x}}, which it does not get',
  ],
  [
    'a lost variable',
    (it) => {
      format(it).dated = '{{day}}';
    },
    'format.dated does not say {{date}}',
  ],
  [
    'an address',
    (it) => {
      format(it).missing = 'vedi https://a.example';
    },
    'format.missing has "https:"',
  ],
  [
    'markup',
    (it) => {
      format(it).missingAsk = 'scusa <b>tanto</b>';
    },
    'format.missingAsk has "<"',
  ],
  [
    'an emoji',
    (it) => {
      format(it).midnight = 'mezzanotte 😀';
    },
    'format.midnight has "😀"',
  ],
  [
    'two spaces',
    (it) => {
      format(it).noon = 'mezzo  giorno';
    },
    'format.noon has "  "',
  ],
  [
    'a draft mark',
    (it) => {
      format(it).nameless = 'TODO: this';
    },
    'format.nameless is not translated yet',
  ],
  [
    'a number for a text',
    (it) => {
      format(it).time = 3;
    },
    'format.time must be a text',
  ],
  ['a lost weekday', (it) => delete format(it).day_mon, 'format.day_mon is missing'],
  ['a lost reply', (it) => delete (it.Help as Tree).general, 'Help.general is missing'],
  [
    'a suggestion that is not understood',
    (it) => {
      (it.Stop as Tree).notOrdered = 'Fatto. Puoi dire: riordina il mio caffè, oppure: canta una canzone.';
    },
    'Stop.notOrdered tells shoppers to say "canta una canzone", which is not understood',
  ],
  [
    'a reply nobody gives',
    (it) => {
      (it.Help as Tree).sing = 'la';
    },
    'Help.sing is a key nobody says',
  ],
]);

tellsOf('sentences.json', [
  ['an open bracket', (it) => lists(it).Reorder?.push('riordina (il|la {product}'), 'lacks a ")"'],
  [
    'a slot of another intent',
    (it) => lists(it).Reorder?.push('riordina in {orderNumber}'),
    'uses {orderNumber}, which Reorder does not have; it has {product}, ',
  ],
  ['punctuation', (it) => lists(it).Help?.push('aiuto!'), '"aiuto!" has punctuation'],
  [
    'an intent nobody knows',
    (it) => {
      it.Sing = ['canta'];
    },
    'Sing is no intent that takes sentences',
  ],
  ['an intent without sentences', (it) => delete it.Stop, 'Stop has no sentences'],
]);

tellsOf('sentences.json', [
  [
    'a sentence of two intents',
    (it) => lists(it).Help?.push('il mio pacco'),
    '"il mio pacco" is said for OrderStatus and for Help',
  ],
  [
    'a shared sentence with slots',
    (it) => lists(it).DeliveryTime?.push('quanto costa la spedizione {speed}'),
    '"quanto costa la spedizione {ShippingSpeed}" is said for ShippingCost and for DeliveryTime',
  ],
  [
    'a sentence that is heard as something else',
    (it) => lists(it).Help?.push('traccia il mio ordine'),
    '"traccia il mio ordine" is heard as OrderStatus, not as Help',
  ],
  [
    'too few sentences',
    (it) => {
      it.TalkToHuman = ['operatore'];
    },
    'TalkToHuman has 1 ways to say it; 15 are needed',
  ],
  [
    'a slot nobody can say',
    (it) => {
      it.ShippingOptions = lists(it).ShippingOptions?.filter((one) => !one.includes('{place}'));
    },
    'no sentence of ShippingOptions uses {place}',
  ],
]);

tellsOf('words.json', [['a lost list', (it) => delete it.consent, 'consent is missing']]);

tellsOf('words.json', [
  ['a lost weekday', (it) => lists(it).weekdays?.pop(), 'weekdays must be 7 lists, as in en; it is 6'],
  ['a lost value', (it) => delete (it.values as { Place: Tree }).Place.home, 'values.Place.home is missing'],
]);

tellsOf('words.json', [
  [
    'an empty list',
    (it) => {
      it.launch = [];
    },
    'launch has no words',
  ],
  ['a word for two numbers', (it) => (it.numbers as string[][])[7]?.push('sei'), '"sei" means 6 and 7'],
  ['a word for yes and no', (it) => lists(it.consent as Tree).no?.push('certo'), '"certo" means yes and no'],
  [
    'a lost prompt',
    (it) => {
      (it.prompts as Tree)['Reorder.product'] = '';
    },
    'prompts.Reorder.product has no words',
  ],
]);

tellsOf('digits.json', [
  ['a lost list', (it) => delete it.calls, 'calls is missing'],
  ['a word for no digits', (it) => ((it.words as Tree).quattro = 'IV'), '"quattro" must stand for digits'],
  ['an empty list', (it) => lists(it).fillers?.push(' '), 'fillers has no words, or an empty one'],
]);

tellsOf('mail.json', [
  ['a lost list', (it) => delete it.wrote, 'wrote is missing'],
  ['a list nobody knows', (it) => (it.heads = []), 'heads is not known'],
]);

tellsOf('listing.json', [
  [
    'an unknown filler',
    (it) => {
      it.summary = '{{negozio}}';
    },
    'uses {{negozio}}',
  ],
  ['a lost text', (it) => delete it.updates, 'updates is missing'],
  [
    'an account that nobody is told to link',
    (it) => {
      it.linking = 'Lega account';
    },
    'leads nobody to “Lega account”',
  ],
]);

tellsOf('language.json', [
  [
    'no status',
    (it) => {
      it.status = 'ready';
    },
    '"status" must be "draft" or "complete"',
  ],
]);

test('points at the line', async () => {
  const { root } = copyOfLittle();
  edit(root, 'it/speech.json', (it) => delete format(it).ageDays_many);
  const { findings } = await check({ root }, { language: 'it' });
  const line = lineOf(root, 'it/speech.json', '"ageDays_one"');
  expect(findings).toContainEqual({
    file: 'it/speech.json',
    line,
    message: expect.stringContaining('format.ageDays lacks the form for 1 000 000 (`_many`); write a text, like '),
  });
});

test('points at the line where a file stops being JSON', async () => {
  const { root } = copy();
  writeFileSync(join(root, 'locales/it/words.json'), '{\n  "yes": ["sì",\n  "no": []\n}\n');
  const { findings } = await check({ root }, { language: 'it' });
  expect(findings.map(({ file }) => file)).toContain('it/words.json');
});

test('points at the line of a key that stands twice in one place', async () => {
  const { root } = copy();
  writeFileSync(join(root, 'locales/it/digits.json'), '{\n  "words": { "uno": "1" },\n  "words": { "due": "2" }\n}\n');
  const { findings } = await check({ root }, { language: 'it' });
  expect(findings).toEqual([
    { file: 'it/digits.json', line: 3, message: 'the key "words" stands twice: lines 2 and 3' },
  ]);
});

describe('what Amazon is given', () => {
  const STALE = '../skill-package/interactionModels/custom/it-IT.json: is stale; run: npm run locales models';
  const WRONG = { turn: 0, message: 'answers something else' };

  test.each([
    ['told when it is not what the language says now', [], [STALE]],
    ['not told of a language that answers something else', [WRONG], [expect.stringContaining(WRONG.message)]],
  ])('is %s', async (_what, told, expected) => {
    const { root } = copy(['locales', 'shop', 'skill-package']);
    writeFileSync(join(root, 'skill-package/interactionModels/custom/it-IT.json'), '{}');
    let held = 0;
    const answer = async () => (held++ === 0 ? told : []);
    expect(await found(root, 'it', { answer, saidOfEach: 1 })).toEqual(expected);
  });
});

test('tells of a language that is not there', async () => {
  expect((await found(ROOT, 'pt')).join()).toContain('there is no folder for "pt"');
});

describe('examples', () => {
  const GOOD = `
- name: asks where an order is
  given: { shopper: ana }
  turns:
    - said: dov'è il mio ordine
      intent: OrderStatus
      replies: [OrderStatus.arrives]
      asks: null
      open: false
`;
  async function withExamples(text: string, options: CheckOptions = {}) {
    const { root } = copyOfLittle();
    writeFileSync(join(root, 'locales/it/examples.yaml'), text);
    const { findings } = await check({ root }, { language: 'it', ...options });
    return findings
      .filter(({ file }) => file === 'it/examples.yaml')
      .map(({ line, message }) => `${line}: ${message}`)
      .filter((text) => !text.includes('different ones are needed'));
  }

  test('are read', async () => {
    expect(await withExamples(GOOD)).toEqual([]);
  });

  test.each([
    [
      'another intent',
      GOOD.replace('intent: OrderStatus', 'intent: Help'),
      `5: "dov'è il mio ordine" is heard as OrderStatus, not as Help`,
    ],
    [
      'a slot that is not heard',
      GOOD.replace('replies:', 'slots: { product: caffè }\n      replies:'),
      `5: "dov'è il mio ordine" is heard without {product}`,
    ],
    ['a misspelt field', GOOD.replace('replies:', 'reply:'), '7: turns.0: Unrecognized key: "reply"'],
    [
      'no utterance',
      GOOD.replace("said: dov'è il mio ordine", 'open: true').replace('open: false', ''),
      '5: turns.0: needs exactly one of said',
    ],
    ['an unknown intent', GOOD.replace('intent: OrderStatus', 'intent: Sing'), '6: turns.0.intent'],
    ['two of one name', GOOD + GOOD.slice(1), '10: another dialogue is called'],
    ['no list', 'name: x', '1: must be a list'],
  ])('with %s are refused at their line', async (_what, text, message) => {
    expect((await withExamples(text)).join('\n')).toContain(message);
  });

  test('are too few when an intent has fewer than five', async () => {
    const { root } = copyOfLittle();
    writeFileSync(join(root, 'locales/it/examples.yaml'), GOOD);
    expect(await found(root, 'it')).toContain(
      'it/examples.yaml: OrderStatus has 1 examples; 5 different ones are needed',
    );
  });

  test('are answered by the program where it is at hand', async () => {
    const answer = async () => [{ turn: 0, message: 'answers something else' }];
    expect(await withExamples(GOOD, { answer })).toEqual(['5: asks where an order is: answers something else']);
  });
});

test.each([
  ['You can say: reorder my coffee, where is my order, or what does shipping cost.', 3],
  ['Say yes to order, or no to leave it. You can also say, make it three. Shall I?', 1],
  ['You can say the first one, or its name.', 0],
])('finds the suggestions in "%s"', (text, count) => {
  const words = JSON.parse(readFileSync(join(ROOT, 'locales/en/words.json'), 'utf8')) as Words;
  expect(suggestionsIn(text, words)).toHaveLength(count);
});

test('answers each line on standard input with one line of JSON', async () => {
  const run = [await compiled('scripts/locales.ts')];
  const input = "dov'è il mio ordine\n\naiuto\nil gatto dorme sul divano\n";
  const output = execFileSync(process.execPath, [...run, 'hear', 'it', '--json'], { input, encoding: 'utf8' });
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { intent: string; accepted: boolean });
  expect(lines.map(({ accepted }) => accepted)).toEqual([true, false, true, false]);
  expect([lines[0], lines[2]].map((line) => line?.intent)).toEqual(['OrderStatus', 'AMAZON.HelpIntent']);
});

test.each([
  [['score', 'xx'], 'there is no locales/xx/, only '],
  [['export', 'xx', 'words.po'], 'there is no locales/xx/, only '],
  [['import', 'de', 'nowhere.po'], 'there is no file nowhere.po'],
])('names what is missing of "%s"', async (args, message) => {
  const told = spawnSync(process.execPath, [await compiled('scripts/locales.ts'), ...args], { encoding: 'utf8' });
  expect([told.status, told.stderr.slice(0, message.length)]).toEqual([1, message]);
});
