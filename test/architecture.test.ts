/** The plan of the house, held: which room may lean on which, where a vendor's name may stand, and that nothing runs in circles. */

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { PARTS } from '../lambda/dialogue/index';

const ROOT = join(__dirname, '..');
const FILES = readdirSync(join(ROOT, 'lambda'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('lambda', file).replaceAll('\\', '/'));

type Import = { readonly from: string; readonly to: string; readonly isType: boolean };

function importsOf(file: string): readonly Import[] {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const said = /^\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gms;
  return [...source.matchAll(said)].map((match) => {
    const to = match[2] ?? match[3] ?? match[4] ?? '';
    const target = to.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), to)).replaceAll('\\', '/') : to;
    return { from: file, to: target, isType: match[1] !== undefined };
  });
}

const IMPORTS = FILES.flatMap(importsOf);

/** The room of a file: `lambda/intents/Reorder` is in intents, `lambda/server` is a door. */
function room(path: string): string {
  const [, first = '', second] = path.split('/');
  return second === undefined ? `/${first.replace(/\.ts$/, '')}` : first;
}

/** What each room may lean on besides itself: the arrows of the house, from the ground up. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  http: [],
  services: ['vocabulary'],
  providers: ['http', 'services', 'vocabulary'],
  channels: ['http', 'services', 'vocabulary'],
  language: ['vocabulary'],
  link: ['http', 'services', 'vocabulary'],
  intents: ['services', 'vocabulary'],
  dialogue: ['intents', 'services', 'vocabulary'],
  conversation: ['dialogue', 'intents', 'language', 'services', 'vocabulary'],
  traffic: ['conversation', 'services', 'vocabulary'],
  house: [
    'traffic',
    'conversation',
    'dialogue',
    'intents',
    'channels',
    'providers',
    'language',
    'link',
    'services',
    'vocabulary',
    'http',
  ],
  operations: ['house', 'http', 'services', 'vocabulary'],
  desk: ['house', 'http', 'services', 'vocabulary'],
  console: ['house', 'http', 'channels', 'conversation', 'language', 'services', 'vocabulary'],
  '/index': ['house', 'operations', 'channels', 'services', 'vocabulary'],
  '/server': ['house', 'operations', 'desk', 'console', 'channels', 'http', 'services', 'vocabulary'],
};

test('sees the imports it judges', () => {
  expect(IMPORTS).toContainEqual({
    from: 'lambda/conversation/answer.ts',
    to: 'lambda/dialogue/decide',
    isType: false,
  });
  expect(IMPORTS).toContainEqual({ from: 'lambda/dialogue/decide.ts', to: 'lambda/intents/kit/define', isType: true });
  // What is loaded later, and a type that is named where it is used, are imports like any other.
  expect(IMPORTS).toContainEqual({
    from: 'lambda/house/open.ts',
    to: 'lambda/providers/store/sqlite/open',
    isType: false,
  });
  expect(IMPORTS.length).toBeGreaterThan(300);
});

test('every room leans only on the rooms the plan allows', () => {
  const wrong = IMPORTS.filter(({ from, to }) => {
    const own = room(from);
    const allowed = MAY[own];
    return to.startsWith('lambda/') && allowed && room(to) !== own && !allowed.includes(room(to));
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** A channel implements a port of the services; it never runs any of them. */
test('channels know of the services only their types', () => {
  const wrong = IMPORTS.filter(
    ({ from, to, isType }) => room(from) === 'channels' && room(to) === 'services' && !isType,
  );
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no provider and no channel leans on another one', () => {
  const folder = (path: string) => path.split('/').slice(0, 3).join('/');
  const wrong = IMPORTS.filter(({ from, to }) => {
    const isRoom = ['channels', 'providers'].includes(room(from)) && room(to) === room(from);
    return to.startsWith('lambda/') && isRoom && folder(from) !== folder(to);
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** Which files may name a vendor's package. */
const VENDORS: readonly { readonly named: RegExp; readonly only: RegExp }[] = [
  { named: /^ask-sdk/, only: /^lambda\/(channels\/alexa\/|console\/|index\.ts|server\.ts)/ },
  { named: /^i18next/, only: /^lambda\/language\// },
  { named: /^(libsql|kysely)/, only: /^lambda\/providers\// },
  {
    named: /^express$/,
    only: /^lambda\/(channels\/|console\/|desk\/|http\/|link\/|operations\/|house\/|server\.ts)/,
  },
  { named: /^pg$/, only: /^lambda\/providers\/store\/postgres\// },
  { named: /^(nodemailer|mailparser)/, only: /^lambda\/(channels\/email|providers\/desk\/mail)\// },
  { named: /^oidc-provider/, only: /^lambda\/link\// },
  { named: /^grammy/, only: /^lambda\/channels\/telegram\// },
  { named: /^libphonenumber-js/, only: /^lambda\/services\/privacy\// },
];

test.each(VENDORS)('$named is named only where its room is', ({ named, only }) => {
  const wrong = IMPORTS.filter(({ from, to }) => named.test(to) && !only.test(from));
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

/** All of zod is a sixth of what a cold start reads, and its sentences are read by nobody: we have our own. */
test('shapes are those of the small build', () => {
  const wrong = IMPORTS.filter(({ to }) => /^zod/.test(to) && to !== 'zod/mini');
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('only the local server knows the console', () => {
  const guests = IMPORTS.filter(({ from, to }) => room(to) === 'console' && room(from) !== 'console');
  expect([...new Set(guests.map(({ from }) => from))]).toEqual(['lambda/server.ts']);
});

test('only house/config.ts reads the environment', () => {
  const readers = FILES.filter((file) => /process\.env/.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(readers).toEqual(['lambda/house/config.ts']);
});

/** Types count: who cannot be read without the other is one thing in two files. */
test('nothing runs in circles', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of IMPORTS) {
    if (!to.startsWith('lambda/')) continue;
    next.set(from, [...(next.get(from) ?? []), `${to}.ts`]);
  }
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of FILES) visit(file, []);
  expect(circles).toEqual([]);
});

/** The files a speaking part may be written in: its own, and those named after it. */
function isOwn(file: string, part: string): boolean {
  const name = file.split('/').at(-1) ?? '';
  return name === ELSEWHERE[part] || name.toLowerCase().startsWith(part.toLowerCase());
}

/** Parts whose file is called by what it holds. */
const ELSEWHERE: Readonly<Record<string, string>> = { Phone: 'to-phone.ts', HandOff: 'hand-off-summary.ts' };

/** A rule about a question stands on the question, and a sentence is asked for where it is written. */
test('the id of a question or a reply stands only in its own part', () => {
  const wrong = FILES.flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return PARTS.filter(({ name }) => new RegExp(`['"\`/^]${name}\\\\?\\.`).test(source) && !isOwn(file, name)).map(
      ({ name }) => `${file}: ${name}`,
    );
  });
  expect(wrong).toEqual([]);
});

/** Names that mean nothing without their file. */
const GENERIC = ['Needs', 'Place', 'Said', 'Met', 'Known', 'Whose', 'Before'];

test('an exported type has a name of its own, and one that says what it is', () => {
  const where = new Map<string, string[]>();
  for (const file of FILES) {
    const source = readFileSync(join(ROOT, file), 'utf8');
    for (const [, name = ''] of source.matchAll(/^export (?:abstract )?(?:type|interface|class) (\w+)/gm))
      where.set(name, [...(where.get(name) ?? []), file]);
  }
  expect(where.size).toBeGreaterThan(500);
  const wrong = [...where].filter(([name, files]) => files.length > 1 || GENERIC.includes(name));
  expect(wrong.map(([name, files]) => `${name}: ${files.join(', ')}`)).toEqual([]);
});

test('what was stored is parsed, never cast', () => {
  const casts = FILES.filter((file) => /(JSON\.parse|jsonFile)\(.*\) as /.test(readFileSync(join(ROOT, file), 'utf8')));
  expect(casts).toEqual([]);
});

/** Records that may lack more: what crosses a wire as others write it, and options, each with a default of its own. */
const WIRE_AND_OPTIONS: Readonly<Record<string, string>> = {
  'lambda/channels/alexa/skill.ts': 'SkillOptions',
  'lambda/house/beside.ts': 'BesideOptions',
  'lambda/house/earshot.ts': 'OpenOptions',
  'lambda/language/speech/speaker.ts': 'Phrase',
  'lambda/providers/shop/demo/demo-shop.ts': 'DemoShopOptions',
  'lambda/providers/shop/demo/people/person.ts': 'ParcelPlan',
  'lambda/providers/store/postgres/open.ts': 'PostgresOptions',
  'lambda/services/commerce/orders.ts': 'Parcel',
  'lambda/vocabulary/answer.ts': 'Show',
  'lambda/vocabulary/heard.ts': 'Slot Turn',
};
/** Still too loose: to become unions or groups, never to be added to. */
const TOO_LOOSE: Readonly<Record<string, string>> = {
  'lambda/intents/parts/asides.ts': 'Asides',
  'lambda/intents/parts/wish.ts': 'OrderWish',
  'lambda/language/hearing/heard.ts': 'HearingContext Found',
  'lambda/vocabulary/memory.ts': 'handOff',
  'lambda/vocabulary/outcome.ts': 'Outcome',
  'lambda/vocabulary/topic.ts': 'Topic',
};

test('a record lacks at most three things', () => {
  const loose = FILES.flatMap((file) =>
    looseRecordsIn(readFileSync(join(ROOT, file), 'utf8')).map((name) => `${file}: ${name}`),
  );
  const known = [WIRE_AND_OPTIONS, TOO_LOOSE].flatMap((list) =>
    Object.entries(list).flatMap(([file, names]) => names.split(' ').map((name) => `${file}: ${name}`)),
  );
  expect(loose.toSorted()).toEqual(known.toSorted());
});

/** The name a record stands under, `type` or key, for each with more than three fields that may be absent. */
function looseRecordsIn(source: string): readonly string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  const open: { readonly at: number; optional: number }[] = [];
  const found: string[] = [];
  for (const { 0: sign, index } of text.matchAll(/\{|\}|\w\?:/g)) {
    const inner = open.at(-1);
    if (sign === '{') open.push({ at: index, optional: 0 });
    else if (sign === '}') {
      open.pop();
      if (inner && inner.optional > 3)
        found.push(/(\w+)(?:<.*>)?\s*[=:][^=:]*$/.exec(text.slice(0, inner.at))?.[1] ?? '?');
    } else if (inner) inner.optional += 1;
  }
  return found;
}

/** Tables of data are as long as what they hold. */
const TABLES = /^lambda\/(providers\/shop\/demo\/(goods|people)\/|vocabulary\/kinds\.ts$)/;
const MOST_LINES = { file: 200, function: 60 };

test('no file is longer than its limit, but tables of data', () => {
  const long = FILES.filter((file) => {
    const lines = readFileSync(join(ROOT, file), 'utf8').trimEnd().split('\n').length;
    return lines > MOST_LINES.file && !TABLES.test(file);
  });
  expect(long).toEqual([]);
});

/** Every function, method and arrow with a block, nested ones and those with a long head too, to the line that closes it. */
test('no function is longer than its limit', () => {
  const all = FILES.flatMap((file) => functionsIn(file).map(({ name, lines }) => ({ file, name, lines })));
  expect(all.length).toBeGreaterThan(2_500);
  const long = all.filter(({ lines }) => lines >= MOST_LINES.function);
  expect(long.map(({ file, name, lines }) => `${file}: ${name} (${lines})`)).toEqual([]);
});

const BEGINS =
  /^( *)(?! )(?!(?:\} )?(?:if|else|for|while|switch|catch|try|do)\b)((?:export )?(?:async )?function\b|.*(?:=> |\)(?:: .*)? )\{$)/;

function functionsIn(file: string): readonly { readonly name: string; readonly lines: number }[] {
  const source = readFileSync(join(ROOT, file), 'utf8').split('\n');
  return source.flatMap((line, at) => {
    const [, indent] = BEGINS.exec(line) ?? [];
    if (indent === undefined) return [];
    const closes = new RegExp(`^${indent}\\}(?!:)`);
    const end = source.findIndex((one, where) => where > at && closes.test(one));
    return [{ name: line.trim(), lines: end - at + 1 }];
  });
}

test('every file opens with a sentence on its purpose', () => {
  const silent = FILES.filter((file) => !readFileSync(join(ROOT, file), 'utf8').startsWith('/**'));
  expect(silent).toEqual([]);
});

/** A seller's locale files say `{{shop}}`; only shop/ and the demo shop know the name. */
test('no code and no locale names the shop', () => {
  const locales = readdirSync(join(ROOT, 'locales'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join('locales', file));
  const named = [...FILES.filter((file) => !file.includes('/demo/')), ...locales].filter((file) =>
    /willow market/i.test(readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
  );
  expect(named).toEqual([]);
});
