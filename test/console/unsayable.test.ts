/** Signs nobody can say or see are refused wherever they are written, and named where they stand. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkSigns } from '../../scripts/locales/check-signs';
import { exported, imported } from '../../scripts/locales/exchange';
import { openFolder } from '../../scripts/locales/folder';
import { localiserOf } from '../../scripts/locales/localiser';
import { editCopy, localesCopy } from '../kit/locales-copy';

const UNSAYABLE: readonly (readonly [what: string, text: string, told: string])[] = [
  ['a sign an editor lost', 'Gern gescheh\ufffdn.', 'it has a sign that was lost (\ufffd); write it anew'],
  ['half a sign', 'Gern \ud83d geschehen.', 'it has a sign that was lost (\ufffd); write it anew'],
  ['nothing at all that is a sign', 'Gern\u0000 geschehen.', 'it has a sign nobody sees (U+0000); take it out'],
  ['a tabulator', 'Gern\tgeschehen.', 'it has a sign nobody sees (U+0009); take it out'],
  ['what turns the line round', 'Gern \u202egeschehen.', 'it has a sign nobody sees (U+202E); take it out'],
  ['a hyphen nobody sees', 'Gern ge\u00adschehen.', 'it has a sign nobody sees (U+00AD); take it out'],
  [
    'a letter that only looks like ours',
    'Gern gesch\u0435hen.',
    'it has “\u0435” (U+0435), a letter of another alphabet',
  ],
  [
    'another text',
    'Gern $t(Help.all) geschehen.',
    'it has "$t(…)", which puts other texts into it; write the words themselves',
  ],
  ['two lines', 'Gern\ngeschehen.', 'it has a line break; write it in one line'],
  ['no words', '…', 'it has no words'],
];

const PATH = ['Thanks', 'welcome', 'a'];

describe.each(UNSAYABLE)('%s', (_what, text, told) => {
  test('is refused on the page, and nothing is written', async () => {
    const place = localesCopy();
    const file = join(place.root, 'locales/de/speech.json');
    const before = readFileSync(file, 'utf8');
    const edit = { language: 'de', file: 'speech.json' as const, path: PATH, text, before: 'Gern geschehen.' };
    const saved = await localiserOf(place).saveText(edit);
    expect(JSON.stringify(saved)).toContain(JSON.stringify(told).slice(1, -1));
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is refused from translators', () => {
    const { root } = localesCopy();
    const po = join(root, 'de.po');
    exported({ root }, 'de', po);
    const written = JSON.stringify(text).slice(1, -1).replace('\\u0000', '\u0000').replace('\\ud83d', '\ud83d');
    writeFileSync(po, readFileSync(po, 'utf8').replace('msgstr "Gern geschehen."', `msgstr "${written}"`));
    const file = join(root, 'locales/de/speech.json');
    const before = readFileSync(file, 'utf8');
    try {
      expect(imported({ root }, 'de', po, true).changed).toBe(0);
    } catch (error) {
      // A file of translators that cannot be read at all is told by its line.
      expect((error as Error).message).toMatch(/de\.po: line \d+: /);
    }
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('is named where it stands, unless nobody can read the file for it', () => {
    const { root } = localesCopy();
    editCopy(root, 'de/speech.json', (all) =>
      Object.assign(all.Thanks as object, { welcome: { a: text, b: 'Sehr gern.' } }),
    );
    const { folder, broken } = openFolder({ root }, 'de');
    const messages = broken.length > 0 ? broken : checkSigns(folder);
    expect(messages.map(({ message }) => message)).toEqual([
      expect.stringContaining(broken.length > 0 ? 'lost' : told),
    ]);
  });
});

test.each(UNSAYABLE.slice(0, -2))('%s is refused in a sentence', async (_what, text, told) => {
  const place = localesCopy();
  const sentences = [text.replace('.', ''), 'vielen lieben dank'];
  const [wrong, right] = await localiserOf(place).trySentences({ language: 'de', intent: 'Thanks', sentences });
  expect(wrong?.wrong).toEqual([told]);
  expect(right?.wrong).toEqual([]);
});

test('no text of ours has any', () => {
  for (const language of ['en', 'it', 'de', 'cs', 'pl']) {
    const { folder } = openFolder({ root: join(__dirname, '../..') }, language);
    expect(checkSigns(folder)).toEqual([]);
  }
});

test('every language may write its own letters and Latin ones', () => {
  const { root } = localesCopy();
  const { folder } = openFolder({ root }, 'de');
  const own = {
    ...{
      ru: 'Ваш заказ в Willow Market',
      el: 'Η παραγγελία σας, OK;',
      ja: 'ご注文のコーヒーは、明日届きます。',
      zh: '您的订单 OK',
    },
    ...{
      ko: '주문이 도착했습니다',
      ar: 'طلبك في الطريق',
      he: 'ההזמנה שלך\u200f',
      hi: 'आपका ऑर्डर\u200d',
      ka: 'თქვენი შეკვეთა',
      sr: 'Наруџба, porudžbina',
    },
  };
  const wrong = Object.entries(own).filter(([language, text]) => {
    const file = { value: { Thanks: { welcome: { a: text } } }, lineOf: () => 1 };
    const one = { ...folder, language, file: (name: string) => (name === 'speech.json' ? file : undefined) };
    return checkSigns(one).length > 0;
  });
  expect(wrong).toEqual([]);
});
