/** What a file has to be before anything in it is looked at: JSON, in UTF-8, told in words of whoever wrote it. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { check } from '../../scripts/locales/check';
import { jsonTree } from '../../scripts/locales/json-tree';
import { readLined } from '../../scripts/locales/lines';
import { putTexts, textsOf } from '../../scripts/locales/texts';
import { localesCopy } from '../kit/locales-copy';

const FILES = ['speech', 'text', 'words', 'sentences', 'digits', 'goods', 'pages', 'language'].map(
  (name) => `${name}.json`,
);

/** `line: message` of each thing that is wrong with this text. */
function told(text: string | Buffer): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-file-'));
  const path = join(folder, 'mail.json');
  writeFileSync(path, text);
  const read = readLined(path, 'nl/mail.json');
  rmSync(folder, { recursive: true });
  expect(read?.lined === undefined).toBe((read?.findings.length ?? 0) > 0);
  return read?.findings.map(({ line, message }) => `${line}: ${message}`) ?? [];
}

test.each([
  ['a comma is missing', '{\n "a": "x"\n "b": "y"\n}\n', ['2: a comma is missing after line 2']],
  ['a comma is missing in a list', '{\n "a": ["x"\n , "y"\n "z"] }', ['3: a comma is missing after line 3']],
  [
    'a comma is too many',
    '{\n "a": ["x",],\n "b": "y",\n}\n',
    ['2: a comma too many: nothing follows it', '3: a comma too many: nothing follows it'],
  ],
  ['a word has no quotes', '{\n "van": [van]\n}', ['2: van stands without quotes; write "van"']],
  ['a key has no quotes', '{ van: "x" }', ['1: van stands without quotes; write "van"']],
  [
    'quotes are typographic',
    '{\n “a”: “x”,\n "b": „y“ }',
    ['2: a quote “ is a typographic one; write "', '3: a quote „ is a typographic one; write "'],
  ],
  [
    'the closing quote is typographic',
    '{\n "a": "x”,\n "b”: "y"\n}',
    ['2: a quote ” is a typographic one; write "', '3: a quote ” is a typographic one; write "'],
  ],
  ['quotes are single', "{ 'a': 'x' }", [`1: a quote ' stands where " belongs`]],
  [
    'a quote stands in a text',
    '{ "a": "er sagt "ja" dazu" }',
    [expect.stringContaining('1: a quote stands inside a text, before "ja')],
  ],
  [
    'a text is not closed',
    '{\n "a": "x,\n "b": "y"\n}',
    ['2: a text lacks its closing quote; it has to end on its line'],
  ],
  [
    'a key stands twice',
    '{\n "a": "x",\n "b": { "a": 1 },\n "a": "y"\n}',
    ['4: the key "a" stands twice: lines 2 and 4'],
  ],
  [
    'a list is not closed',
    '{\n "a": ["x",\n "b": "y"\n}',
    ['2: a ] is missing before line 3: the [ of line 2 is still open'],
  ],
  ['a list is closed as an object', '{\n "a": ["x"}', ['2: a } stands where a ] must close the [ of line 2']],
  [
    'the end is missing',
    '{\n "a": "x"\n',
    [expect.stringMatching(/: the file ends too early: no \} closes the \{ of line 1$/)],
  ],
  ['something stands behind the end', '{ "a": "x" }\n}\n', ['2: something stands behind the end: "}"']],
  ['a note stands there', '{\n // later\n "a": "x" }', ['2: a note ("// later") stands there; JSON has none']],
  ['a backslash is none', '{ "a": "x\\d" }', ['1: \\d stands in a text; a \\ is written \\\\']],
  ['a colon is missing', '{ "a" "x" }', ['1: a colon is missing behind "a"']],
  [
    'two versions were merged',
    '{\n<<<<<<< a\n "a": "x"\n=======\n "a": "y"\n>>>>>>> b\n}',
    [expect.stringContaining('2: marks of a merge are left')],
  ],
  ['nothing stands in it', '', [expect.stringContaining('1: the file is empty')]],
])('is told where %s', (_what, text, messages) => {
  expect(told(text)).toEqual(messages);
});

test('takes what is JSON, whatever its ends of line', () => {
  expect(told('{\r\n\t"a": ["x", "y"],\r\n\t"b": -1.5e3\r\n}\r\n')).toEqual([]);
});

test.each([
  ['UTF-16', Buffer.from('\ufeff{ "a": "x" }', 'utf16le'), '1: is written in UTF-16; save it as UTF-8'],
  ['UTF-16 without its mark', Buffer.from('{ "a": "x" }', 'utf16le'), '1: is written in UTF-16; save it as UTF-8'],
  ['UTF-8 with a byte order mark', '\ufeff{ "a": "x" }', '1: begins with a byte order mark (BOM)'],
  ['Latin-1', Buffer.from('{\n "a": "Tsch\xfcss" }', 'latin1'), '2: is not written in UTF-8, perhaps in Windows-1252'],
  ['UTF-8 that was Latin-1 once', '{\n "a": "Tsch\ufffdss" }', '2: has a sign that was lost'],
])('says what to do with a file in %s', (_what, bytes, message) => {
  expect(told(bytes)).toEqual([expect.stringContaining(message)]);
});

test('finds in every file of every language what the program reads in it, and each key at its line', () => {
  for (const language of ['en', 'it', 'de', 'pl', 'cs'])
    for (const file of FILES) {
      const text = readFileSync(join(__dirname, '../../locales', language, file), 'utf8');
      const { root, problems } = jsonTree(text);
      expect([problems, JSON.stringify(root.value)]).toEqual([[], JSON.stringify(JSON.parse(text))]);
    }
});

test('finds something wrong in whatever JSON does not take, and ends', () => {
  const text = '{\n "a": ["x", "y\\n", { "b": -1 }],\n "c": null\n}';
  const damages = [...text].flatMap((_, at) =>
    ['', '"', ',', '{', ']', '\\', '”', 'x', '\n'].map((sign) => text.slice(0, at) + sign + text.slice(at + 1)),
  );
  const isJson = (one: string) => {
    try {
      return JSON.parse(one) !== undefined;
    } catch {
      return false;
    }
  };
  for (const damaged of damages.filter((one) => !isJson(one)))
    expect([damaged, told(damaged)]).not.toEqual([damaged, []]);
});

test.each(FILES)('%s that is no JSON is told alone, whatever language is asked for', async (file) => {
  const { root } = localesCopy();
  const path = join(root, 'locales/de', file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,\n/, '\n'));
  let held = 0;
  const answer = async () => {
    held += 1;
    return [];
  };
  const { findings, isReadable } = await check({ root }, { language: 'de', saidOfEach: 1, answer });
  expect(findings).toEqual([
    {
      file: `de/${file}`,
      line: expect.any(Number),
      message: expect.stringMatching(/^a comma is missing after line \d+$/),
    },
  ]);
  expect([isReadable, held]).toEqual([false, 0]);
});

test('the language all are measured by, and one beside it, are told where they cannot be read', async () => {
  const { root } = localesCopy();
  for (const name of ['en/words.json', 'cs/speech.json']) writeFileSync(join(root, 'locales', name), '[]');
  const { findings } = await check(
    { root },
    { language: 'pl', saidOfEach: 1, answer: async () => [{ turn: 0, message: 'x' }] },
  );
  const message = 'must hold keys in braces, { "key": … }';
  expect(findings).toEqual(['cs/speech.json', 'en/words.json'].map((file) => ({ file, line: 1, message })));
});

test('nothing is written over what cannot be read', () => {
  const { root } = localesCopy();
  const path = join(root, 'locales/de/speech.json');
  writeFileSync(path, Buffer.from(readFileSync(path, 'utf8'), 'latin1'));
  const before = readFileSync(path);
  const edit = { file: 'speech.json', path: ['format', 'and'], text: 'und' };
  expect(() => textsOf({ root }, 'de')).toThrow(/^de\/speech\.json:\d+: is not written in UTF-8/);
  expect(() => putTexts({ root }, 'de', [edit])).toThrow(/^de\/speech\.json:\d+: is not written in UTF-8/);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('whoever stops reading what a program writes is told nothing of it', async () => {
  const closed = join(__dirname, '../../scripts/closed-pipe.js');
  expect(existsSync(closed)).toBe(true);
  const program = 'setInterval(() => console.log("x".repeat(9999)), 1); setTimeout(() => process.exit(7), 300)';
  const child = spawn(process.execPath, ['--require', closed, '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  let told = '';
  child.stderr.on('data', (data) => {
    told += data;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.once('exit', resolve));
  expect([status, told]).toEqual([7, '']);
});
