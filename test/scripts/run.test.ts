/** How programs are started: what is installed for which, and what is read of .env. */

import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const { isInstalled } = require(join(ROOT, 'scripts', 'install.js'));
const { withDotEnv } = require(join(ROOT, 'scripts', 'dot-env.js'));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-run-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is installed', () => {
  const lock = {
    '': {},
    'node_modules/express': { version: '5.1.0' },
    'node_modules/jest': { version: '30.3.0', dev: true },
    'node_modules/libsql-elsewhere': { version: '1.0.0', optional: true, os: ['elsewhere'] },
  };

  test.each([
    [
      'everything',
      { 'node_modules/express': { version: '5.1.0' }, 'node_modules/jest': { version: '30.3.0' } },
      true,
      true,
    ],
    ['no test packages', { 'node_modules/express': { version: '5.1.0' } }, true, false],
    ['another version', { 'node_modules/express': { version: '5.0.0' } }, false, false],
    ['nothing', {}, false, false],
  ])('with %s is told by content', (_what, there, forPrograms, forTests) => {
    expect(isInstalled(lock, there, false)).toBe(forPrograms);
    expect(isInstalled(lock, there, true)).toBe(forTests);
  });

  test('for a program are at most 350 packages, and jest is none of them', () => {
    const { packages } = require(join(ROOT, 'package-lock.json'));
    const ours = Object.entries<{ dev?: boolean; os?: readonly string[] }>(packages).filter(
      ([, { dev, os }]) => !dev && !os,
    );
    expect(ours.length).toBeLessThanOrEqual(350);
    expect(ours.map(([path]) => path)).not.toContain('node_modules/jest');
  });
});

describe('.env', () => {
  const file = () => join(folder, '.env');

  test('adds to the environment, which comes first', () => {
    writeFileSync(file(), 'PORT=4000\n# a note\nLOG_LEVEL="warn"\n');
    expect(withDotEnv({ PORT: '5000' }, file())).toEqual({ PORT: '5000', LOG_LEVEL: 'warn' });
  });

  test('need not be there', () => {
    expect(withDotEnv({ PORT: '5000' }, join(folder, 'nowhere'))).toEqual({ PORT: '5000' });
  });

  test('that cannot be read is told in a sentence', () => {
    const wrong = join(folder, 'a-folder');
    mkdirSync(wrong);
    expect(() => withDotEnv({}, wrong)).toThrow(/cannot be read; it must be a file of NAME=value lines/);
  });

  /** A project of two programs that say what they see; run.js is the real one. */
  test('is read for programs, and not for tests', () => {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'scripts'), { recursive: true });
    for (const name of ['run.js', 'install.js', 'dot-env.js', 'node-version.js', 'closed-pipe.js']) {
      cpSync(join(ROOT, 'scripts', name), join(project, 'scripts', name));
    }
    cpSync(join(ROOT, 'package-lock.json'), join(project, 'package-lock.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
    for (const name of ['test.js', 'see.js'])
      writeFileSync(join(project, 'scripts', name), 'console.log(process.env.SEEN)');
    writeFileSync(join(project, '.env'), 'SEEN=here');
    const { SEEN: _none, ...env } = process.env;
    const see = (program: string, more = {}) =>
      execFileSync(process.execPath, ['scripts/run.js', `scripts/${program}`], {
        cwd: project,
        env: { ...env, ...more },
      })
        .toString()
        .trim();
    expect(see('see.js')).toBe('here');
    expect(see('see.js', { SEEN: 'outside' })).toBe('outside');
    expect(see('test.js')).toBe('undefined');
  });
});

test('a program is made anew only when something it is made of has changed', () => {
  const project = join(folder, 'project-that-changes');
  const write = (name: string, text: string) => writeFileSync(join(project, 'scripts', name), text);
  mkdirSync(join(project, 'scripts'), { recursive: true });
  for (const name of ['compile.js', 'made-of.js'])
    cpSync(join(ROOT, 'scripts', name), join(project, 'scripts', name), { preserveTimestamps: true });
  cpSync(join(ROOT, 'tsconfig.json'), join(project, 'tsconfig.json'));
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'));
  write('word.ts', "export const word: string = 'one';");
  write('say.ts', "import { word } from './word';\nconsole.log(word);");
  const code = "require('./scripts/compile').compile('scripts/say.ts').then((made) => process.stdout.write(made))";
  const made = () => execFileSync(process.execPath, ['-e', code], { cwd: project, encoding: 'utf8', stdio: 'pipe' });
  const said = (path: string) => execFileSync(process.execPath, [path], { encoding: 'utf8' }).trim();
  const age = () => statSync(made()).mtimeMs;
  // What was written right before it is read is read again; after that it stays.
  for (let before = age(), now = age(); before !== now; now = age()) before = now;
  expect(said(made())).toBe('one');
  write('word.ts', "export const word: string = 'two';");
  expect(said(made())).toBe('two');
  rmSync(join(project, 'scripts', 'word.ts'));
  expect(made).toThrow();
});

describe('a program', () => {
  const project = () => join(folder, 'project-that-stops');
  const program =
    "process.on('SIGTERM', () => { console.log('stopped'); process.exit(7); }); setInterval(() => {}, 9); console.log('up');";

  /** What is told to `command` as a whole, and what came of it. */
  async function toldToStop(command: readonly [string, ...string[]]) {
    const [file, ...args] = command;
    const started = spawn(file, args, { cwd: project(), stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    started.stdout.on('data', (piece) => {
      printed += piece;
      if (printed === 'up\n') started.kill('SIGTERM');
    });
    // The pipe closes when the last one that holds it is gone.
    const [code] = await once(started, 'close');
    return { code, printed };
  }

  beforeAll(() => {
    mkdirSync(join(project(), 'scripts'), { recursive: true });
    for (const name of ['run.js', 'install.js', 'dot-env.js', 'node-version.js', 'closed-pipe.js']) {
      cpSync(join(ROOT, 'scripts', name), join(project(), 'scripts', name));
    }
    cpSync(join(ROOT, 'package-lock.json'), join(project(), 'package-lock.json'));
    symlinkSync(join(ROOT, 'node_modules'), join(project(), 'node_modules'));
    writeFileSync(join(project(), 'scripts', 'see.js'), program);
  });

  test('hears that it is to stop, and says how it ended', async () => {
    const started = await toldToStop([process.execPath, 'scripts/run.js', 'scripts/see.js']);
    expect(started).toEqual({ code: 7, printed: 'up\nstopped\n' });
  });

  test('stops when only the shell before it was told, as by npm', async () => {
    const { printed } = await toldToStop(['sh', '-c', 'node scripts/run.js scripts/see.js; true']);
    expect(printed).toBe('up\nstopped\n');
  });
});
