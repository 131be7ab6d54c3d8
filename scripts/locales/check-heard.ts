/** Says to the program what each template stands for, and tells where it is heard as something else. */

import { join } from 'node:path';
import { SLOTS } from '../../lambda/dialogue/index';
import { createHearing, type Hearing } from '../../lambda/language/hearing/hear';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import { jsonFile } from '../../lambda/language/locales/json-file';
import { goodsFor } from './catalogue';
import { eachTemplate, type Template } from './check-sentences';
import { covering } from './covering';
import { filledWith } from './filled';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { spread } from './samples';
import { invocationOf, localesOf, type Place, readShop } from './source';
import { topicsIn } from './topics';

/** What two threads may hear together, each taking the next templates that nobody has. */
export type HeardTask = {
  readonly language: string;
  /** At most so many sentences of a template are said; absent: as many as meet every word of it. */
  readonly saidOfEach?: number;
  /** One number of 32 bits: how many templates are taken. */
  readonly taken: SharedArrayBuffer;
};
/** `at`: the place of the template among all of the language. */
export type Misheard = { readonly at: number; readonly message: string };
/** Hears a share of the templates somewhere else. */
export type HeardRunner = (task: HeardTask) => Promise<readonly Misheard[]>;

const SENTENCES = 'sentences.json';
/** Some 30 ms: so much later than the other may one thread be done. */
const STRETCH = 32;
/** Any day: what is said of days is not checked here. */
const SOME_DAY = '2026-01-15';

/** As the shop's house hears, but for what is learned: in one process both share what is made of a language. */
export function hearingFor(place: Place): Hearing {
  const shop = readShop(place);
  return createHearing({
    directory: localesOf(place),
    intents: SLOTS,
    invocation: (language) => invocationOf(shop, language),
    today: () => SOME_DAY,
    topics: { of: (locale) => topicsIn(place, locale), isLearned: false },
  });
}

type Options = { readonly saidOfEach: number | undefined; readonly hear: HeardRunner | undefined };

/** Of a language whose words and sentences can be read. Somebody else begins at once, the one who asks when it waits for the end. */
export function checkHeard(folder: Folder, { hear, saidOfEach }: Options): () => Promise<readonly Finding[]> {
  const task: HeardTask = {
    language: folder.language,
    taken: new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT),
    ...(saidOfEach === undefined ? {} : { saidOfEach }),
  };
  const others = hear?.(task) ?? Promise.resolve([]);
  // It is thrown where it is waited for.
  others.catch(() => undefined);
  return async () => {
    const words = folder.file('words.json')?.value as Words;
    const templates = heardOf(folder.file(SENTENCES)?.value);
    const own = misheardIn(folder.place, { words, templates }, task);
    const all = [...own, ...(await others)].sort((a, b) => a.at - b.at);
    return all.flatMap(({ at, message }) => {
      const template = templates[at];
      return template ? [folder.finding(SENTENCES, [template.key, template.at], message)] : [];
    });
  };
}

/** What a thread does that hears beside another. */
export function hearShare(place: Place, task: HeardTask): readonly Misheard[] {
  const read = (name: string) => jsonFile(join(localesOf(place), task.language, name));
  return misheardIn(place, { words: read('words.json') as Words, templates: heardOf(read(SENTENCES)) }, task);
}

/** Bare answers are heard only while their question is asked. */
function heardOf(sentences: unknown): readonly Template[] {
  return eachTemplate(sentences as Sentences).filter(({ key }) => !key.includes('.'));
}

type Of = { readonly words: Words; readonly templates: readonly Template[] };

/**
 * Fills each template's slots with known values, and says sentences it stands for to the program. What nobody here can
 * do, a shop may still have written about.
 */
function misheardIn(place: Place, { words, templates }: Of, { language, saidOfEach, taken }: HeardTask) {
  const hearing = hearingFor(place);
  const goods = goodsFor(language, localesOf(place));
  const fill = filledWith(language, words);
  const wrong: Misheard[] = [];
  for (const at of untaken(templates.length, new Int32Array(taken))) {
    const { key, template } = templates[at] as Template;
    for (const sentence of saidOf(template, saidOfEach)) {
      const text = fill(sentence, key);
      const { intent, score, slots } = hearing.hear(text, { locale: language, goods });
      if (key === 'Fallback' ? score !== 1 || slots.topic : intent === key) continue;
      wrong.push({ at, message: `"${text}" is heard as ${intent}, not as ${key}` });
      break;
    }
  }
  return wrong;
}

/** The places nobody has taken yet, until there are none. */
function* untaken(count: number, taken: Int32Array): Generator<number> {
  for (let from = Atomics.add(taken, 0, STRETCH); from < count; from = Atomics.add(taken, 0, STRETCH)) {
    for (let at = from; at < Math.min(from + STRETCH, count); at += 1) yield at;
  }
}

function saidOf(template: string, most: number | undefined): readonly string[] {
  return most === undefined ? covering(template) : spread(expand(template), most);
}
