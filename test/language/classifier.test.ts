/** How other wordings are learned: the same lesson gives the same model, kept on disk, trained anew when it is damaged. */

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { classesOf } from '../../lambda/language/hearing/classifier/classes';
import { createClassifiers, taught } from '../../lambda/language/hearing/classifier/classifiers';
import type { Lesson } from '../../lambda/language/hearing/classifier/lesson';
import { pack, unpack } from '../../lambda/language/hearing/classifier/model';
import { samplesOf } from '../../lambda/language/hearing/classifier/samples';
import { type Scorer, scorer } from '../../lambda/language/hearing/classifier/scorer';
import { nameOf } from '../../lambda/language/hearing/classifier/shelf';
import { TRAINER, train } from '../../lambda/language/hearing/classifier/train';
import { readWords } from '../../lambda/language/hearing/word-files';
import type { Words } from '../../lambda/language/hearing/words';

const WORDS = readWords(join(__dirname, '../../locales'), 'en') as Words;

/** Small enough to be learned in a blink. `topic` makes it a lesson nobody had before. */
function lessonAbout(topic: string): Lesson {
  return {
    sentences: {
      Reorder: [`(order|buy) more {product} ${topic}`, 'send me {product} again'],
      OrderStatus: ['where is my (parcel|order)', 'when does {product} arrive'],
      Fallback: ['what is the weather (like|today)', 'sing a song (for me|about rain)'],
    },
    words: WORDS,
    intents: { Reorder: { product: 'Product' }, OrderStatus: { product: 'Product' } },
    goods: [['green tea', 'tea']],
    language: 'en',
  };
}

function best(score: Scorer, text: string): string {
  const [first] = [...score(text.split(' '))].sort((a, b) => b.margin - a.margin);
  return first?.label ?? '';
}

const folders: string[] = [];
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-classifier-'));
  folders.push(folder);
  return folder;
}
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('a model', () => {
  const samples = samplesOf(lessonAbout('now'));
  const classes = classesOf(lessonAbout('now'));

  test('is the same for the same lesson', () => {
    const again = samplesOf(lessonAbout('now'));
    expect(again).toEqual(samples);
    expect(pack(train(again)).equals(pack(train(samples)))).toBe(true);
  });

  // When this fails, models that were kept would be other than those trained now: raise TRAINER with the new digest.
  test('has the version of its trainer', () => {
    const { weights, features } = train(samples);
    const digest = createHash('sha256').update(weights).update(Buffer.from(features.buffer)).digest('hex').slice(0, 12);
    expect([TRAINER, digest]).toMatchInlineSnapshot(`
[
  10,
  "aec1b85d4a1d",
]
`);
  });

  test('tells apart what it has not heard before', () => {
    const score = scorer(train(samples), classes);
    expect(best(score, 'please buy some more tea')).toBe('Reorder');
    expect(best(score, 'where has my parcel gone')).toBe('OrderStatus');
    expect(best(score, 'will the weather change')).toBe('Fallback');
  });

  test('scores the same after it was kept', () => {
    const model = train(samples);
    const [kept, fresh] = [scorer(unpack(pack(model)), classes), scorer(model, classes)];
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { maxLength: 12 }), (tokens) => {
        const margins = fresh(tokens).map(({ margin }) => margin);
        // Frequencies are kept in 255 steps.
        kept(tokens).forEach(({ margin }, at) => void expect(Math.abs(margin - (margins[at] ?? 0))).toBeLessThan(0.02));
      }),
    );
  });

  test('is refused when bytes are missing', () => {
    const bytes = pack(train(samples));
    expect(() => unpack(bytes.subarray(0, bytes.length - 40))).toThrow();
    expect(() => unpack(Buffer.from('nonsense'))).toThrow();
  });
});

describe('kept models', () => {
  test('of a language in which nothing is written yet are kept like any', () => {
    const folder = newFolder();
    const nothing: Lesson = { ...lessonAbout('nothing'), sentences: {}, goods: [] };
    for (const _ of [1, 2]) createClassifiers({ folders: [folder], when: 'at once' }).of('en', () => nothing);
    expect(readdirSync(folder)).toEqual([nameOf(nothing)]);
    expect(() => unpack(readFileSync(join(folder, nameOf(nothing))))).not.toThrow();
  });

  test('are taken from the folder by whoever comes next', () => {
    const folder = newFolder();
    const lesson = lessonAbout('kept');
    createClassifiers({ folders: [folder], when: 'at once' }).of('en', () => lesson);
    expect(readdirSync(folder)).toEqual([nameOf(lesson)]);
  });

  test('are trained anew when damaged', () => {
    const folder = newFolder();
    const lesson = lessonAbout('damaged');
    const path = join(folder, nameOf(lesson));
    writeFileSync(path, 'damaged');
    const score = createClassifiers({ folders: [folder], when: 'at once' }).of('en', () => lesson);
    expect(score && best(score, 'buy more tea')).toBe('Reorder');
    expect(() => unpack(readFileSync(path))).not.toThrow();
  });

  test('have another name for another sentence, word, product or none of these', () => {
    const lesson = lessonAbout('named');
    const others: readonly Lesson[] = [
      { ...lesson, sentences: { ...lesson.sentences, Fallback: ['whatever'] } },
      { ...lesson, words: { ...WORDS, carriers: ['well …'] } },
      { ...lesson, goods: [['black tea']] },
    ];
    expect(new Set([lesson, ...others].map(nameOf)).size).toBe(4);
    expect(nameOf({ ...lesson })).toBe(nameOf(lesson));
  });

  test('do without a folder that cannot be written', () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const score = createClassifiers({ folders: [join(file, 'below')], when: 'at once' }).of('en', () =>
      lessonAbout('nowhere'),
    );
    expect(score).not.toBeNull();
  });

  test('are learned beside the answers where nobody shall wait', async () => {
    const classifiers = createClassifiers({ folders: [], when: 'meanwhile' });
    const ask = () => classifiers.of('en', () => lessonAbout('meanwhile'));
    expect(ask()).toBeNull();
    while (ask() === null) await new Promise((resolve) => setImmediate(resolve));
    expect(best(ask() as Scorer, 'buy more tea')).toBe('Reorder');
  });

  test('are there when the language is said to be learned, by whoever teaches it, one after the other', async () => {
    const folder = newFolder();
    const begun: string[] = [];
    const told = new Map<string, () => void>();
    const teach = async (lesson: Lesson) => {
      begun.push(lesson.language);
      await new Promise<void>((resolve) => told.set(lesson.language, resolve));
      return lesson.language === 'it' ? null : taught(lesson);
    };
    const classifiers = createClassifiers({ folders: [folder], when: 'meanwhile', teach });
    const lessons = { en: lessonAbout('taught'), it: { ...lessonAbout('refused by a teacher'), language: 'it' } };
    const ask = (language: 'en' | 'it') => classifiers.of(language, () => lessons[language]);
    expect([ask('en'), ask('it')]).toEqual([null, null]);
    const isLearned = async (language: 'en' | 'it') => {
      while (!told.has(language)) await new Promise((resolve) => setImmediate(resolve));
      expect([ask(language), begun.at(-1)]).toEqual([null, language]);
      told.get(language)?.();
      await classifiers.learned(language);
      expect(best(ask(language) as Scorer, 'buy more tea')).toBe('Reorder');
    };
    await isLearned('en');
    // Whom nobody could teach learns by itself.
    await isLearned('it');
    expect(readdirSync(folder).sort()).toEqual([nameOf(lessons.en), nameOf(lessons.it)].sort());
  });
});
