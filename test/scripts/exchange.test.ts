/** Texts out to translators' tools and back: without loss, over nobody's newer work, and never damaged. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languagesIn } from '../../scripts/locales/check';
import { exported, type Imported, imported } from '../../scripts/locales/exchange';
import { importedInLines } from '../../scripts/locales/exchange-lines';
import { TEXT_FILES, textsOf } from '../../scripts/locales/texts';
import { mass } from '../kit/masses';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-exchange-'));
const place = { root };
const pathOf = (language: string, file: string) => join(root, 'locales', language, file);
const read = (language: string, file: string) => {
  const isThere = languageFiles(language).includes(file);
  return isThere ? readFileSync(pathOf(language, file), 'utf8') : '';
};
const languageFiles = (language: string): readonly string[] =>
  TEXT_FILES.filter((file) => language === 'de' || file !== 'familiar.json');
const NOTHING: Imported = { changed: 0, left: 0, unknown: [], newer: [], unmarked: [], outdated: [], wrong: [] };

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

/** Changes a file of a language while the work is done, and puts it back. */
function changed<T>(language: string, file: string, change: (text: string) => string, work: () => T): T {
  const before = read(language, file);
  writeFileSync(pathOf(language, file), change(before));
  try {
    return work();
  } finally {
    writeFileSync(pathOf(language, file), before);
  }
}

const ALL = languagesIn({ root: ROOT });
/** Czech, and German with all its files, stand for the others where little is tried. */
const LANGUAGES = ALL.slice(0, mass(2, ALL.length));
/** Both formats hold the same: the second is tried with one language only where little is. */
const formatsOf = (language: string) =>
  ALL.indexOf(language) < mass(1, ALL.length) ? ['texts.po', 'texts.xlf'] : ['texts.xlf'];

describe.each(LANGUAGES)('the texts of %s', (language) => {
  test.each(formatsOf(language))('come back from %s as they were, sign by sign', (name) => {
    const file = join(root, name);
    const before = languageFiles(language).map((one) => read(language, one));
    expect(exported(place, language, file).length).toBeGreaterThan(2_000);
    expect(imported(place, language, file)).toMatchObject({ ...NOTHING, left: expect.any(Number) });
    for (const one of languageFiles(language).filter((other) => other !== 'words.json'))
      writeFileSync(pathOf(language, one), read(language, one).replace(/: "(?!TODO:)[^"\\]/g, '$&~'));
    // Every text is another now: none is taken, and all of them are where that is asked for.
    const { changed: taken, newer } = imported(place, language, file);
    expect(taken).toBe(0);
    expect(newer.length).toBeGreaterThan(2_000);
    expect(imported(place, language, file, true)).toMatchObject({ changed: newer.length, newer: [], wrong: [] });
    expect(languageFiles(language).map((one) => read(language, one))).toEqual(before);
  });
});

describe.each(['it.xlf', 'it.po'])('an import of %s', (name) => {
  const file = join(root, name);
  const WELCOME = 'speech.json/Thanks/welcome/a';
  const greeting = () => JSON.parse(read('it', 'speech.json')).Thanks.welcome.a as string;
  const renamed = (from: string, to: string) => (text: string) =>
    text.replace(JSON.stringify(from), JSON.stringify(to));

  test('takes back nothing that was written here since, and names it', () => {
    exported(place, 'it', file);
    const before = greeting();
    changed('it', 'speech.json', renamed(before, 'Grazie a te, davvero!'), () => {
      expect(imported(place, 'it', file)).toEqual({ ...NOTHING, newer: [WELCOME] });
      expect(greeting()).toBe('Grazie a te, davvero!');
      expect(imported(place, 'it', file, true).changed).toBe(1);
      expect(greeting()).toBe(before);
    });
  });

  test('takes nothing that was made from other English words, and names it', () => {
    exported(place, 'it', file);
    const english = JSON.parse(read('en', 'speech.json')).Thanks.welcome.a as string;
    const written = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      written.replaceAll(greeting().replace(/'/g, name.endsWith('xlf') ? '&apos;' : "'"), 'Figurati!'),
    );
    changed('en', 'speech.json', renamed(english, 'You are most welcome.'), () => {
      expect(imported(place, 'it', file)).toEqual({ ...NOTHING, outdated: [WELCOME] });
    });
    const before = read('it', 'speech.json');
    expect(imported(place, 'it', file)).toEqual({ ...NOTHING, changed: 1 });
    expect(greeting()).toBe('Figurati!');
    writeFileSync(pathOf('it', 'speech.json'), before);
  });

  test('writes over nothing where the file does not say what was here, but fills what has no words', () => {
    exported(place, 'it', file);
    const unmarked = readFileSync(file, 'utf8')
      .replace(/^#\. was: .*\n/gm, '')
      .replace(/<note category.*?<\/note>/g, '');
    writeFileSync(file, unmarked);
    const before = greeting();
    changed('it', 'speech.json', renamed(before, 'Grazie a te, davvero!'), () =>
      expect(imported(place, 'it', file)).toEqual({ ...NOTHING, unmarked: [WELCOME] }),
    );
    changed('it', 'speech.json', renamed(before, "TODO: You're welcome."), () => {
      expect(imported(place, 'it', file)).toEqual({ ...NOTHING, changed: 1 });
      expect(greeting()).toBe(before);
    });
  });
});

const unit = (name: string, inner: string) => `<unit id="u${name.length}" name="${name}">${inner}</unit>`;
const xliff = (units: string, head = 'srcLang="en" trgLang="it"') =>
  `<?xml version="1.0"?><xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" ${head}><file id="f">${units}</file></xliff>`;
const HEAD = (charset = 'UTF-8', language = 'it') =>
  `msgid ""\nmsgstr ""\n"Language: ${language}\\n"\n"Content-Type: text/plain; charset=${charset}\\n"\n\n`;
const entry = (context: string, text: string, id = 'x') => `msgctxt "${context}"\nmsgid "${id}"\nmsgstr "${text}"\n\n`;
/** Imports what somebody wrote by hand, over whatever is there; the files are put back. */
function importedFrom(name: string, content: string | Buffer, language = 'it'): Imported & { readonly now: string } {
  const file = join(root, name);
  writeFileSync(file, content);
  const before = languageFiles(language).map((one) => read(language, one));
  try {
    return {
      ...imported(place, language, file, true),
      now: languageFiles(language)
        .map((one) => read(language, one))
        .join(''),
    };
  } finally {
    languageFiles(language).forEach((one, at) => void writeFileSync(pathOf(language, one), before[at] ?? ''));
  }
}
const po = (content: string | Buffer, language?: string) => importedFrom('odd.po', content, language);
const xml = (content: string | Buffer, language?: string) => importedFrom('odd.xlf', content, language);
const GENERAL = 'speech.json/Thanks/welcome/a';

test('what is not done or has no place is left, and named', () => {
  const fuzzy = `#, fuzzy\n${entry(GENERAL, 'forse')}`;
  const odd = po(
    `${HEAD() + entry('words.json/no', 'nein') + fuzzy + entry('speech.json/Stop/said', '')}msgid "y"\nmsgstr "z"\n`,
  );
  expect(odd).toMatchObject({ ...NOTHING, left: 2, unknown: ['words.json/no', 'y'] });
  const segment = (attributes: string, target: string) =>
    `<segment ${attributes}><source>Hi.</source>${target}</segment>`;
  for (const [attributes, target] of [
    ['state="initial"', '<target>Boh</target>'],
    ['state="translated"', '<target/>'],
    ['', '<target></target>'],
    ['state="translated" subState="wl:fuzzy"', '<target>Boh</target>'],
    ['state="final"', ''],
  ] as const)
    expect(xml(xliff(unit(GENERAL, segment(attributes, target))))).toMatchObject({ ...NOTHING, left: 1 });
});

test('a text in parts is put together in its order, with its variables and signs, and without what other modules add', () => {
  const data = '<originalData><data id="d1">{{shop}}</data></originalData>';
  const match =
    '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#1"><source>No</source><target>Altro</target></mtc:match></mtc:matches>';
  const parts = (first: string, second: string) =>
    `<segment><source>Hello.</source><target${first}>Ciao</target></segment><ignorable><source> </source></ignorable>` +
    `<segment><source>x</source><target${second}>da <mrk id="m1"><ph id="1" dataRef="d1"/></mrk><cp hex="0041"/></target></segment>`;
  const put = (inner: string, head?: string) => xml(xliff(unit('speech.json/Welcome/first', inner), head)).now;
  expect(put(match + data + parts('', ''))).toContain('"first": "Ciao da {{shop}}A"');
  expect(put(data + parts(' order="3"', ' order="1"'))).toContain('"first": "da {{shop}}A Ciao"');
  expect(put(data + parts('', ''), 'srcLang="en" trgLang="it-IT"')).toContain('"first": "Ciao da {{shop}}A"');
  const prefixed = xliff(unit('speech.json/Welcome/first', data + parts('', '')))
    .replace(/<(\/?)(?=[a-z])/g, '<$1x:')
    .replace('xmlns=', 'xmlns:x=');
  expect(xml(prefixed).now).toContain('"first": "Ciao da {{shop}}A"');
});

test('the XLIFF it writes is valid: no two placeholders of a source are one, and those of a target are the same', () => {
  for (const language of ['it', 'de']) {
    const file = join(root, 'valid.xlf');
    exported(place, language, file);
    for (const [whole] of readFileSync(file, 'utf8').matchAll(/<unit .*?<\/unit>/gs)) {
      const ids = (tag: string) => {
        const text = new RegExp(`<${tag}[ >].*?</${tag}>`, 's').exec(whole)?.[0] ?? '';
        return [...text.matchAll(/<ph id="(\d+)" dataRef="(d\d+)"/g)].map(([, id, ref]) => `${id} ${ref}`);
      };
      const [source, target] = [ids('source'), ids('target')];
      expect(new Set(source.map((one) => one.split(' ')[0])).size).toBe(source.length);
      expect(new Set(target.map((one) => one.split(' ')[0])).size).toBe(target.length);
      // What has the number of a placeholder of the source is that placeholder.
      const numbers = new Map(source.map((one) => [one.split(' ')[0], one]));
      for (const one of target) expect(numbers.get(one.split(' ')[0]) ?? one).toBe(one);
    }
  }
});

test('what another encoding says is read as it says, and what says nothing true is refused', () => {
  const words = HEAD('ISO-8859-1') + entry(GENERAL, 'Perch\u00e9 no, cos\u00ec \u00e8.');
  const latin = Buffer.from(words, 'latin1');
  expect(po(latin).now).toContain('Perch\u00e9 no, cos\u00ec \u00e8.');
  const segment = '<segment><source>x</source><target>Perch\u00e9 no.</target></segment>';
  const declared = xliff(unit(GENERAL, segment)).replace('?>', ' encoding="ISO-8859-1"?>');
  expect(xml(Buffer.from(declared, 'latin1')).now).toContain('Perch\u00e9 no.');
  expect(xml(Buffer.from(`\ufeff${xliff(unit(GENERAL, segment))}`, 'utf16le')).now).toContain('Perch\u00e9');
  const unsaid = Buffer.from(words.replace('ISO-8859-1', 'UTF-8'), 'latin1');
  expect(() => po(unsaid)).toThrow('odd.po: it is not written in UTF-8');
  expect(() => po(words.replace('ISO-8859-1', 'KLINGON'))).toThrow('"KLINGON", which nobody here can read');
  expect(() => po(HEAD() + entry(GENERAL, 'Perch\ufffd'))).toThrow('line 8: a sign is none, or was lost');
  const euro = Buffer.from(HEAD('windows-1252') + entry(GENERAL, 'Costa X'), 'latin1');
  euro[euro.indexOf('X')] = 0x80;
  expect(() => po(euro)).toThrow('a sign is none, or was lost');
});

test.each([
  [
    'a quote that is not closed',
    po,
    HEAD() + entry(GENERAL, 'Ciao').replace('/a"', '/a'),
    'line 6: this is no PO, or lacks a quote',
  ],
  ['plural forms', po, `${HEAD()}msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n`, 'line 7: plural forms are entries'],
  ['an end in the middle', po, `${HEAD()}msgctxt "${GENERAL}"\nmsgid "a"\n`, 'ends in the middle of a text'],
  ['no place for any text', po, `${HEAD()}msgid "a"\nmsgstr "b"\n`, 'none of its texts says where it belongs'],
  ['no texts', po, HEAD(), 'it has no texts'],
  ['no language', po, entry(GENERAL, 'Ciao'), 'it does not say its language'],
  ['another language', po, HEAD('UTF-8', 'fr_FR') + entry(GENERAL, 'Salut'), 'it is for "fr_FR", not for "it"'],
  ['a text twice', po, HEAD() + entry(GENERAL, 'a') + entry(GENERAL, 'b'), 'stands there twice'],
  ['no XLIFF', xml, '<html/>', 'this is not XLIFF 2'],
  ['XLIFF 1.2', xml, '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', 'this is not XLIFF 2'],
  ['no units', xml, xliff(''), 'it has no texts'],
  ['no target language', xml, xliff('', 'srcLang="en"'), 'it does not say its language'],
  ['another target', xml, xliff('', 'srcLang="en" trgLang="cs-CZ"'), 'it is for "cs-CZ", not for "it"'],
  [
    'a placeholder without its data',
    xml,
    xliff(unit(GENERAL, '<segment><source>x</source><target>Ciao <ph id="1"/>.</target></segment>')),
    'line 1: a placeholder has no data',
  ],
  [
    'markup',
    xml,
    xliff(unit(GENERAL, '<segment><source>x</source><target><pc id="1">Ciao</pc></target></segment>')),
    '<pc> stands inside a text',
  ],
  ['an end too early', xml, xliff('').slice(0, -8), 'unclosed tag'],
])('a file with %s is refused, and nothing is written', (_, from, content, message) => {
  expect(() => from(content)).toThrow(message);
});

test('a variable that is lost, is none or is not written as one is told, and the text left; the others are taken', () => {
  const told = po(
    HEAD() +
      entry('speech.json/Welcome/first', 'Ciao da {{negozio}}.') +
      entry('speech.json/Purchase/confirm/ask', 'Lo ordino?') +
      entry('pages.json/desk/found', 'Trovati: {count}') +
      entry(GENERAL, 'Ma figurati.'),
  );
  expect(told).toMatchObject({ changed: 1, newer: [], unknown: [] });
  expect(told.wrong).toEqual([
    { name: 'speech.json/Welcome/first', message: expect.stringContaining('{{negozio}}') },
    { name: 'speech.json/Purchase/confirm/ask', message: expect.stringContaining('does not say {{total}}') },
    { name: 'pages.json/desk/found', message: expect.stringContaining('{{count}}') },
  ]);
  expect(told.now).toContain('Ma figurati.');
  // English is held against all other languages, which are there in the trial as well.
  const english = po(
    HEAD('UTF-8', 'en_GB') + entry('speech.json/Purchase/confirm/ask', 'Shall I place this order?'),
    'en',
  );
  expect(english.wrong).toMatchObject([{ message: expect.stringContaining('as every other language does') }]);
});

test('what was not taken is told by its name, with its file and line', () => {
  const told = po(HEAD() + entry('speech.json/Purchase/confirm/ask', 'Lo ordino?') + entry('speech.json/No/such', 'x'));
  const lines = importedInLines(told, { language: 'it', texts: textsOf(place, 'it') }).join('\n');
  expect(lines).toMatch(/^0 texts were changed\n1 text has no place here:\n {2}speech\.json\/No\/such$/m);
  expect(lines).toMatch(/Purchase\/confirm\/ask \(locales\/it\/speech\.json:\d+\): .*does not say \{\{total\}\}/);
});

test('how a friend is addressed and what Alexa asks with go out and come back as well; other words of words.json do not', () => {
  const du = po(
    HEAD('UTF-8', 'de_DE') +
      entry('familiar.json/speech/format/missingAsk', 'Sag das bitte anders.') +
      entry('words.json/prompts/SupportPolicy.topic', 'Um was geht es?') +
      entry('words.json/launch/0', 'los'),
    'de',
  );
  expect(du).toMatchObject({ changed: 2, unknown: ['words.json/launch/0'], wrong: [] });
  const formal = po(
    HEAD('UTF-8', 'de') + entry('familiar.json/speech/format/missingAsk', 'Sagen Sie das anders.'),
    'de',
  );
  expect(formal.wrong).toMatchObject([
    { name: 'familiar.json/speech/format/missingAsk', message: expect.stringContaining('formal') },
  ]);
});
