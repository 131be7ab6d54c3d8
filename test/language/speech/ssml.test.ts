/** Speech is well-formed whatever a shop or a shopper writes, and says exactly what was meant. */

import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { escapeXml, legal, type SpeechPart, TAGS, tidy, toPlain, toSsml } from '../../../lambda/language/speech/ssml';
import { mass } from '../../kit/masses';
import { LOCALES, sayOne, voiceOf } from '../voice-of';

/** An independent reader of XML: its text, or its complaint. */
function parse(xml: string): { readonly text: string; readonly tags: ReadonlySet<string> } {
  const parser = new SaxesParser();
  const tags = new Set<string>();
  let text = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('opentag', ({ name }) => {
    tags.add(name);
    if (name === 'break') text += ' ';
  });
  parser.write(xml).close();
  return { text, tags };
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '</speak>',
        '&',
        '<',
        '>',
        '"',
        "'",
        ']]>',
        '<!--',
        '{{shop}}',
        '$t(format.and)',
        '\uE000',
        'L’Oréal',
        '\u0000',
        '\uD800',
        'x',
      ),
    )
    .map((pieces) => pieces.join(' ')),
);

function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test('any parts make XML that another parser reads back as what is heard', () => {
  const part: fc.Arbitrary<SpeechPart> = fc.oneof(
    anything,
    fc.record({ kind: fc.constant('break' as const), milliseconds: fc.integer({ min: 0, max: 900 }) }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const { text, tags } = parse(toSsml(tidy(parts)));
      expect(squeezed(text)).toBe(toPlain(tidy(parts)));
      for (const tag of tags) expect(TAGS).toContain(tag);
    }),
    { numRuns: mass(500, 10_000) },
  );
});

test('drops only what XML cannot carry', () => {
  expect(legal('a\u0000\u0008b\uD800c\uFFFEd\u{1F600}é\tz')).toBe('abcd\u{1F600}é\tz');
  expect(escapeXml(`<b>&"'`)).toBe('&lt;b&gt;&amp;&quot;&apos;');
});

test.each(LOCALES)('titles and names as shops might write them are spoken as XML in %s', (locale) => {
  const sentence = { Test: { product: 'So {{product}} from {{name}} then' } };
  const voice = voiceOf({ en: { speech: sentence }, it: { speech: sentence } });
  fc.assert(
    fc.property(anything, fc.option(anything), anything, (title, voiceTitle, name) => {
      const product = { title, ...(voiceTitle === null ? {} : { voiceTitle }) };
      const { speech } = sayOne(voice, 'Test.product', locale, {
        product: { type: 'product', product },
        name: { type: 'name', name },
      });
      const own = /[\p{L}\p{N}]/u.test(voiceTitle ?? '') ? `${voiceTitle}` : title;
      const shown = [own, `from ${name} then`].map((text) => squeezed(legal(text)));
      // One comparison a run: `expect` costs more than what it watches here.
      expect({
        heard: squeezed(parse(speech.ssml).text),
        whole: /^So .+ from .*then$/u.test(speech.plain),
        unseen: shown.filter((text) => !speech.text.includes(text)),
      }).toEqual({ heard: speech.plain, whole: true, unseen: [] });
    }),
    { numRuns: mass(500, 10_000) },
  );
});

test('digits are said one by one, and only digits are', () => {
  expect(toSsml([{ kind: 'digits', digits: '4271' }])).toBe(
    '<speak><say-as interpret-as="digits">4271</say-as></speak>',
  );
  expect(toPlain([{ kind: 'digits', digits: '4271' }])).toBe('4 2 7 1');
});

test('joins pieces with single spaces', () => {
  expect(tidy(['  It is ', '', ' here', '. ', { kind: 'break', milliseconds: 300 }, ' Now ', ' '])).toEqual([
    'It is here. ',
    { kind: 'break', milliseconds: 300 },
    ' Now',
  ]);
});
