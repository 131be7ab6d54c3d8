/** `npm run build`: the Lambda's package in dist/lambda: the bundle, its source map, the words and what was learned. */

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { type Config, readConfig } from '../lambda/house/config';
import { DRAWING } from '../lambda/house/drawers';
import { GOODS_FILE } from '../lambda/house/goods';
import { openEarshot } from '../lambda/house/open';
import { issueWords } from '../lambda/house/problems';
import { merchantOf, readShopFile, type ShopFile } from '../lambda/house/shop-file';
import { type OpenShop, systemsOpener } from '../lambda/house/shops';
import { type SystemKinds, systemKinds } from '../lambda/house/systems';
import { createGoodsSayer } from '../lambda/language/goods/goods-sayer';
import { languageFolders } from '../lambda/language/locales/lists';
import { BUILT, readWritten } from '../lambda/providers/content/files/index';
import { oneLanguageOfZod, plainRegularExpressions } from './build-plugins';
import { buildGoods, copyNative } from './built-goods';
import { MAIN, writeDoor } from './code-cache';
import { toldOf } from './locales/manifest';
import { generate, write } from './locales/models';

const ROOT = resolve(__dirname, '..');
/** The oldest Node the bundle runs on. */
const TARGET = 'node20';
/** Of a language, what is read while it is spoken and heard. */
const SPOKEN = [
  'language.json',
  'speech.json',
  'text.json',
  'words.json',
  'sentences.json',
  'emergencies.json',
  'digits.json',
  'numbers.json',
  'mail.json',
  'goods.json',
  'pages.json',
];
/** Native, or asked for only where it is installed: the bundle leaves them out. */
const LEFT_OUT = ['libsql', 'pg-native', 'sharp'];

export type BuildOptions = {
  /** Emptied first. */
  readonly out: string;
  /** What stands behind the ports: the bundle holds these systems and no others. */
  readonly systems?: SystemKinds;
};

const DEMO: SystemKinds = { orders: 'demo', rates: null, tracking: null };

/** Throws what is wrong with a source. The same sources make the same bytes. */
export async function buildLambda({ out, systems = DEMO }: BuildOptions): Promise<void> {
  // All of it, its time zone too: the Lambda does not look again.
  const shop = readShopFile();
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  await bundle(join(ROOT, 'lambda', 'index.ts'), join(out, MAIN), systems);
  await bundle(join(ROOT, 'lambda', 'house', 'lambda-phones.ts'), join(out, 'phones.js'));
  await bundle(join(ROOT, 'lambda', 'house', 'drawing-process.ts'), join(out, DRAWING));
  copyWords(out);
  await writeContent(out, shop);
  writeDoor(out);
}

/** One file of CommonJS and its source map; what is only loaded where a shop has text channels stays a file of its own. */
export async function bundle(entry: string, file: string, systems: SystemKinds = DEMO): Promise<void> {
  const { name } = parse(file);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    target: TARGET,
    format: 'cjs',
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    external: LEFT_OUT,
    // The code cache knows only code that is required.
    supported: { 'dynamic-import': false },
    plugins: [oneLanguageOfZod, plainRegularExpressions, phonesApart, markdownApart, onlyChosen(systems)],
    define: {
      // The house looks for its words and settings beside the folder its code lies in.
      __dirname: 'HOUSE',
      // The driver of PostgreSQL asks for it to see where it runs, and Node would load all of fetch to answer.
      ...(name !== 'phones' ? { Response: 'undefined' } : {}),
    },
    banner: { js: "const HOUSE = require('node:path').join(__dirname, 'lambda', 'house');" },
    logLevel: 'warning',
  });
}

/** Mail, Telegram and web packages are three times the rest: a skill without them must not read them to start. */
const phonesApart: Plugin = {
  name: 'phones-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/lambda-phones$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './phones.js', external: true } : undefined,
    );
  },
};

/** The goods of the demo shop are no business of a real one, and the other way round. */
function onlyChosen({ orders, rates, tracking }: SystemKinds): Plugin {
  const chosen: ReadonlySet<string> = new Set([orders, rates, tracking].filter((kind) => kind !== null));
  return {
    name: 'only-chosen',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.\.\/providers\/(shop|tracking)\/[\w-]+\/index$/ }, ({ path }) =>
        chosen.has(path.split('/').at(-2) ?? '') ? undefined : { path, namespace: 'not-chosen' },
      );
      const message = `this bundle was built for ${[...chosen].join(' and ')}: set that, or build it with the other`;
      const contents = `export function open() { throw new Error(${JSON.stringify(message)}); }`;
      onLoad({ filter: /./, namespace: 'not-chosen' }, () => ({ contents, loader: 'js' }));
    },
  };
}

/** What the shop has written is read when the bundle is built: no Lambda parses any of it. */
const markdownApart: Plugin = {
  name: 'markdown-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/markdown$/ }, () => ({ path: './markdown.js', external: true }));
  },
};

/** Throws what is wrong with a file of it. */
async function writeContent(out: string, shop: ShopFile): Promise<void> {
  const house = { shopFolder: join(ROOT, 'shop'), merchant: merchantOf(shop), words: issueWords };
  writeFileSync(join(out, 'shop', BUILT), JSON.stringify(await readWritten(house)));
}

function copyWords(out: string): void {
  for (const language of readdirSync(join(ROOT, 'locales'), { withFileTypes: true })) {
    if (!language.isDirectory()) continue;
    const from = join(ROOT, 'locales', language.name);
    for (const name of SPOKEN.filter((one) => existsSync(join(from, one)))) {
      cpSync(join(from, name), join(out, 'locales', language.name, name));
    }
  }
  cpSync(join(ROOT, 'locales', 'mail-programs.json'), join(out, 'locales', 'mail-programs.json'));
  for (const file of ['shop.json', 'policy.json', 'goods.csv', 'kinds.csv'])
    if (existsSync(join(ROOT, 'shop', file))) cpSync(join(ROOT, 'shop', file), join(out, 'shop', file));
}

/** The goods of the shop that is set up, for Lambdas and for Alexa, and the classifiers, so that no Lambda has to learn. */
async function takeGoods(out: string, config: Config): Promise<void> {
  const { systems, shop, locales } = config;
  const provider = systemsOpener(systems);
  const merchant = merchantOf(shop);
  const sayGood = createGoodsSayer(locales, shop.corrections);
  const opened = await provider({
    ...{ folder: null, merchant, calendar: Date.now, now: Date.now, fetch, fresh: false, sayGood },
  });
  const spoken = [...new Set([...languageFolders(locales), ...shop.alexaLocales])];
  const goods = await buildGoods({ shop: opened.shop, locales, spoken, out });
  await opened.close();
  const { files, problems } = generate(
    { root: ROOT },
    { goods: (locale) => goods.get(locale) ?? [], manifest: toldOf(config) },
  );
  if (problems.length > 0) throw new Error(`Amazon would refuse the skill package:\n${problems.join('\n')}`);
  write({ root: join(ROOT, 'dist') }, files);
  await learn(out, { shop, locales, provider, spoken });
}

type Learnt = Pick<Config, 'shop' | 'locales'> & { readonly provider: OpenShop; readonly spoken: readonly string[] };

async function learn(out: string, { spoken, ...what }: Learnt): Promise<void> {
  const log = { error: report, warn: report };
  const builtGoods = join(out, GOODS_FILE);
  const models = join(out, 'models');
  const house = await openEarshot({ ...what, folder: null, log, learning: 'at once', models, builtGoods });
  for (const locale of spoken) await house.ready(locale);
  await house.close();
}

function report(problem: object, message?: string): void {
  process.stderr.write(`${message ?? 'problem'}: ${JSON.stringify(problem)}\n`);
}

function sizes(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const lines = files
    .map((name) => ({ name, stat: statSync(join(folder, name)) }))
    .filter(({ stat }) => stat.isFile())
    .map(({ name, stat }) => `  ${(stat.size / 1_024).toFixed(1).padStart(8)} kB  ${name}`);
  return lines.join('\n');
}

const NATIVE_IS_LEFT = `SQLite for Lambda, or what makes pictures anew for it, is not on this computer; npm brings them:
  npm install --prefix dist/lambda --no-save --no-package-lock --os=linux --cpu=x64 --libc=glibc libsql sharp
`;

/** Only there pictures come in. */
function hasPhones({ channels, desk }: Config): boolean {
  return desk.kind !== 'embedded' || Object.values(channels).some((one) => one !== null);
}

if (require.main === module) {
  const out = join(ROOT, 'dist', 'lambda');
  Promise.resolve()
    .then(() => buildLambda({ out, systems: systemKinds(process.env, readShopFile()) }))
    .then(() => takeGoods(out, readConfig()))
    .then(() => copyNative(out, { root: ROOT, draws: hasPhones(readConfig()) }) || process.stdout.write(NATIVE_IS_LEFT))
    .then(() => process.stdout.write(`Built dist/skill-package, and dist/lambda:\n${sizes(out)}\n`))
    .catch((error: unknown) => {
      process.stderr.write(`The bundle cannot be built: ${error instanceof Error ? error.message : error}\n`);
      process.exitCode = 1;
    });
}
