/** Texts out to translators' tools and back without loss, and what a language says in shop.json. */

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { add } from '../../scripts/locales/add';
import { exported, imported } from '../../scripts/locales/exchange';
import { readShop } from '../../scripts/locales/source';
import { TEXT_FILES } from '../../scripts/locales/texts';
import { fromXliff } from '../../scripts/locales/xliff';
import { setUpLanguage } from '../../scripts/shop-language';

const ROOT = join(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'earshot-exchange-'));
const place = { root };
const inIt = (file: string) => join(root, 'locales/it', file);
const read = (file: string) => readFileSync(inIt(file), 'utf8');

beforeAll(() => {
  for (const folder of ['locales', 'shop']) cpSync(join(ROOT, folder), join(root, folder), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

test.each(['it.xlf', 'it.po'])('what is exported as %s comes back as it was, sign by sign', (name) => {
  const file = join(root, name);
  const before = TEXT_FILES.map(read);
  const count = exported(place, 'it', file);
  expect(count).toBeGreaterThan(1_500);
  expect(imported(place, 'it', file)).toEqual({ changed: 0, unknown: [], left: [] });
  // Every text is another now, and comes back.
  for (const one of TEXT_FILES) writeFileSync(inIt(one), read(one).replace(/: "[^"\\{]/g, '$&~'));
  const { changed, left } = imported(place, 'it', file);
  expect([changed, left.length > 1_000, left[0]?.why]).toEqual([0, true, 'it is newer here']);
  expect(imported(place, 'it', file, { isForced: true }).changed).toBeGreaterThan(1_000);
  expect(TEXT_FILES.map(read)).toEqual(before);
});

test('what a tool of translators changed is taken, and what is not done or not known is left', () => {
  const unit = (name: string, inner: string) => `<unit id="u" name="${name}">${inner}</unit>`;
  const file = (units: string) =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="it"><file id="f">${units}</file></xliff>`;
  const data = '<originalData><data id="d1">{{shop}}</data></originalData>';
  const done = `${data}<segment><source>Hello.</source><target>Ciao &lt;a&gt; </target></segment><ignorable><source> </source></ignorable><segment><source>x</source><target>da <ph id="1" dataRef="d1"/></target></segment>`;
  const begun = '<segment state="initial"><source>Hello.</source><target>Boh</target></segment>';
  const texts = fromXliff(file(unit('speech.json/Help/general', done) + unit('speech.json/Stop/said', begun)), 'it');
  expect(texts).toMatchObject([{ file: 'speech.json', path: ['Help', 'general'], text: 'Ciao <a>  da {{shop}}' }]);
  expect(() => fromXliff(file(''), 'it')).toThrow('no unit was found');
  expect(() => fromXliff(file(''), 'fr')).toThrow('this file is for "it", not for "fr"');
  const po = join(root, 'odd.po');
  const entry = (context: string, text: string) => `msgctxt "${context}"\nmsgid "x"\nmsgstr "${text}"\n`;
  writeFileSync(
    po,
    [entry('words.json/no', 'nein'), `#, fuzzy\n${entry('speech.json/Help/general', 'forse')}`].join('\n'),
  );
  expect(imported(place, 'it', po)).toEqual({ changed: 0, unknown: ['words.json/no'], left: [] });
});

test.each(['it.po', 'it.xlf'])('%s undoes no newer words, empties none, and takes no other variables', (name) => {
  const file = join(root, name);
  exported(place, 'it', file);
  const before = read('speech.json');
  const out = readFileSync(file, 'utf8');
  const said = (text: string) =>
    writeFileSync(
      inIt('speech.json'),
      before.replace('"Questo dispositivo non tiene promemoria."', JSON.stringify(text)),
    );
  const back = (from: string, to: string) => {
    expect(out).toContain(from);
    writeFileSync(file, out.replaceAll(from, to));
    return imported(place, 'it', file);
  };
  said('Qui non ci sono promemoria.');
  expect(back('Questo dispositivo non tiene promemoria.', 'Da qui niente promemoria.')).toMatchObject({
    changed: 0,
    left: [{ name: 'speech.json/Reminder/notOnThis', why: 'it is newer here' }],
  });
  expect(read('speech.json')).toContain('Qui non ci sono promemoria.');
  said('Questo dispositivo non tiene promemoria.');
  expect(back('Questo dispositivo non tiene promemoria.', '').changed).toBe(0);
  expect(back('Questo dispositivo non tiene promemoria.', 'Promemoria, {{nessuno}}.')).toMatchObject({
    changed: 0,
    left: [{ why: expect.stringContaining('variables') }],
  });
  expect(back('Questo dispositivo non tiene promemoria.', 'Da qui niente promemoria.')).toMatchObject({
    changed: 1,
    left: [],
  });
  writeFileSync(file, Buffer.from(out.replaceAll('Questo dispositivo non tiene promemoria.', 'È così.'), 'latin1'));
  expect(() => imported(place, 'it', file)).toThrow('not written in UTF-8');
  writeFileSync(inIt('speech.json'), before);
});

test('what shop.json says of a language is asked for until it is right; the skill waits until the language is no draft', async () => {
  add(place, { code: 'nl', name: 'Nederlands' });
  const file = join(root, 'shop/shop.json');
  const before = readFileSync(file, 'utf8');
  const told: string[] = [];
  const asking = (lines: string[]) => ({
    read: async () => lines.shift() ?? null,
    write: (line: string) => void told.push(line),
  });
  expect(await setUpLanguage(file, 'nl', asking(['nl-NL', 'Willow', '', 'Holland']))).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(told.join('\n')).toMatch(/"Willow" may have only.*"Holland" is no country/s);
  const right = [
    'it-IT',
    'nl-NL',
    '',
    'NL',
    'nowhere',
    'https://shop.example/nl/privacy',
    'https://shop.example/nl/terms',
  ];
  expect(await setUpLanguage(file, 'nl', asking(right))).toBe(true);
  const shop = JSON.parse(readFileSync(file, 'utf8'));
  expect(shop).toMatchObject({ invocationName: { nl: 'willow market' }, homeCountry: { 'nl-NL': 'NL' } });
  expect(shop.alexaLocales).toContain('nl-NL');
  expect(readShop(place).alexaLocales).not.toContain('nl-NL');
});
