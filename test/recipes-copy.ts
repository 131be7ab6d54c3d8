/** A copy of the project in which a recipe of CONTRIBUTING is followed, block by block, exactly as it is printed. */

import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '..');
/** Neither what is made nor what is installed. */
const LEFT_OUT = ['.git', '.env', 'node_modules', 'dist', 'data', 'coverage'];

/** What a block says: a new file, where lines go into one that is there, or what to type. */
export type Block =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'change'; readonly path: string; readonly text: string }
  | { readonly kind: 'run'; readonly text: string };

/** The blocks of the part under this heading. Throws where there is none. */
export function recipeIn(markdown: string, heading: string): readonly Block[] {
  const part = markdown.split(/^## /m).find((one) => one.startsWith(`${heading}\n`));
  if (!part) throw new Error(`CONTRIBUTING.md has no part called “${heading}”`);
  return [...part.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, path = '', text = '']) => {
    if (language === 'sh') return { kind: 'run', text };
    return { kind: language === 'diff' ? 'change' : 'file', path, text };
  });
}

export type Copy = {
  readonly root: string;
  /** Throws where a file is there already, or lines are not where the recipe says. */
  apply(block: Block): void;
  /** What a command wrote that went well; otherwise it throws that. `input` is typed while it runs. */
  run(command: string, input?: string): string;
  /** What is not as it was before, by name. */
  changed(): readonly string[];
  remove(): void;
};

export function copyOfProject(): Copy {
  const root = mkdtempSync(join(tmpdir(), 'earshot-recipe-'));
  cpSync(ROOT, root, { recursive: true, filter: (path) => !LEFT_OUT.includes(relative(ROOT, path)) });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return {
    root,
    apply(block) {
      if (block.kind === 'run') {
        for (const command of block.text.trim().split('\n')) run(root, command);
        return;
      }
      const path = join(root, block.path);
      if (block.kind === 'change') return writeFileSync(path, changedBy(readFileSync(path, 'utf8'), block));
      if (existsSync(path)) throw new Error(`${block.path} is there already`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, block.text);
    },
    run: (command, input) => run(root, command, input),
    changed: () => changedIn(root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function run(root: string, command: string, input = ''): string {
  const { status, stdout, stderr } = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${command}\n${stdout}${stderr}`);
  return stdout;
}

/** Hunks lie between `@@`; each finds its lines in one place only. */
function changedBy(file: string, { path, text }: Extract<Block, { path: string }>): string {
  return text.split(/^@@\n/m).reduce((before, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const side = (sign: string) => linesOf(lines.filter((line) => !line.startsWith(sign)));
    const [from, to] = [side('+'), side('-')];
    // Nothing but new lines would fit anywhere.
    const places = from === '' ? [] : `\n${before}`.split(`\n${from}`);
    if (places.length !== 2) throw new Error(`${path}: these lines are there ${places.length - 1} times:\n${from}`);
    return places.join(`\n${to}`).slice(1);
  }, file);
}

function linesOf(lines: readonly string[]): string {
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}

function changedIn(root: string): readonly string[] {
  const all = new Set([...filesIn(root), ...filesIn(ROOT)]);
  const text = (base: string, path: string) =>
    existsSync(join(base, path)) ? readFileSync(join(base, path), 'latin1') : null;
  return [...all].filter((path) => text(root, path) !== text(ROOT, path)).sort();
}

function filesIn(base: string): readonly string[] {
  return readdirSync(base, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.includes(name))
    .flatMap((entry) => {
      if (!entry.isDirectory()) return entry.isFile() ? [entry.name] : [];
      const inner = readdirSync(join(base, entry.name), { recursive: true, withFileTypes: true });
      return inner
        .filter((one) => one.isFile())
        .map((one) => relative(base, join(one.parentPath ?? one.path, one.name)).replaceAll('\\', '/'));
    });
}
