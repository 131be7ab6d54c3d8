/** The classifiers of all languages: taken from the shelf or trained, on first use. */

import { classesOf } from './classes';
import type { Lesson } from './lesson';
import { pack, unpack } from './model';
import { samplesOf } from './samples';
import { type Scorer, scorer } from './scorer';
import { createShelf, type ModelShelf, nameOf } from './shelf';
import { train, trainInSteps } from './train';

export type Learning = {
  /** Where trained models are looked for; the last folder is written to. None: nothing is kept. */
  readonly folders: readonly string[];
  /** Train before the first answer, or beside the answers, which are heard by exact sentences until then. */
  readonly when: 'at once' | 'meanwhile';
  /** Trains elsewhere what is learned meanwhile, and gives the packed model; null: it could not. Absent: here, in small steps. */
  readonly teach?: Teach;
};

export type Teach = (lesson: Lesson) => Promise<Uint8Array | null>;

export type Classifiers = {
  /** null: it is being learned. `lesson` is asked for once a locale; goods that come later are not learned. */
  of(locale: string, lesson: () => Lesson): Scorer | null;
  /** Resolves when what is being learned of this locale is there. */
  learned(locale: string): Promise<void>;
};

/** Models of this process: a hundred houses opened by tests share one. */
const shared = new Map<string, Scorer>();
const MOST_SHARED = 16;

type Entry = { scorer: Scorer | null; learning: Promise<void> };

export function createClassifiers({ folders, when, teach }: Learning): Classifiers {
  const shelf = createShelf(folders);
  const known = new Map<string, Entry>();
  // One after the other: two languages at once would be learned no sooner.
  let last: Promise<unknown> = Promise.resolve();
  return {
    of(locale, lesson) {
      const before = known.get(locale);
      if (before) return before.scorer;
      const entry: Entry = { scorer: null, learning: Promise.resolve() };
      known.set(locale, entry);
      const learned = lesson();
      const name = nameOf(learned);
      entry.scorer = shared.get(name) ?? fromShelf(shelf, name, learned);
      if (entry.scorer) return entry.scorer;
      const keep = (bytes: Uint8Array) => {
        shelf.put(name, bytes);
        entry.scorer = share(name, scorer(unpack(Buffer.from(bytes)), classesOf(learned)));
      };
      if (when === 'at once') keep(taught(learned));
      else {
        // Another house of this process may have learned it meanwhile.
        const begin = async () => {
          entry.scorer = shared.get(name) ?? null;
          if (!entry.scorer) keep((await teach?.(learned)) ?? (await inSteps(learned)));
        };
        entry.learning = last.then(begin);
        last = entry.learning.catch(() => {});
      }
      return entry.scorer;
    },
    learned: (locale) => known.get(locale)?.learning ?? Promise.resolve(),
  };
}

function fromShelf(shelf: ModelShelf, name: string, lesson: Lesson): Scorer | null {
  const model = shelf.take(name);
  return model && share(name, scorer(model, classesOf(lesson)));
}

/** The packed model of a language, learned without a pause. */
export function taught(lesson: Lesson): Uint8Array {
  return pack(train(samplesOf(lesson)));
}

function* learn(lesson: Lesson): Generator<void, Uint8Array> {
  const samples = samplesOf(lesson);
  yield;
  return pack(yield* trainInSteps(samples));
}

function share(name: string, made: Scorer): Scorer {
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(name, made);
  return made;
}

/** One step whenever nothing else waits; a process that has nothing else to do may end. */
function inSteps(lesson: Lesson): Promise<Uint8Array> {
  const training = learn(lesson);
  return new Promise((resolve, reject) => {
    // Not unref'd: an idle event loop would never come round to it.
    const step = () => {
      try {
        const { done, value } = training.next();
        if (done) resolve(value);
        else setImmediate(step);
      } catch (error) {
        reject(error);
      }
    };
    setImmediate(step);
  });
}
