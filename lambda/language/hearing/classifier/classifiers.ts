/** The classifiers of all languages: taken from the shelf or trained, on first use. */

import { classesOf } from './classes';
import type { Lesson } from './lesson';
import { samplesOf } from './samples';
import { type Scorer, scorer } from './scorer';
import { createShelf, type ModelShelf, nameOf } from './shelf';
import { trainInSteps } from './train';

export type Learning = {
  /** Where trained models are looked for; the last folder is written to. None: nothing is kept. */
  readonly folders: readonly string[];
  /** Train before the first answer, or beside the answers, which are heard by exact sentences until then. */
  readonly when: 'at once' | 'meanwhile';
};

export type Classifiers = {
  /** null: it is being learned. `lesson` is asked for once a locale; goods that come later are not learned. */
  of(locale: string, lesson: () => Lesson): Scorer | null;
};

/** Models of this process: a hundred houses opened by tests share one. */
const shared = new Map<string, Scorer>();
const MOST_SHARED = 16;

export function createClassifiers({ folders, when }: Learning): Classifiers {
  const shelf = createShelf(folders);
  const known = new Map<string, { scorer: Scorer | null }>();
  return {
    of(locale, lesson) {
      const before = known.get(locale);
      if (before) return before.scorer;
      const entry: { scorer: Scorer | null } = { scorer: null };
      known.set(locale, entry);
      const learned = lesson();
      const name = nameOf(learned);
      entry.scorer = shared.get(name) ?? fromShelf(shelf, name, learned);
      if (entry.scorer) return entry.scorer;
      const done = (made: Scorer) => {
        entry.scorer = made;
      };
      const training = learn(learned, { shelf, name, done });
      if (when === 'at once') for (const _ of training);
      else beside(training);
      return entry.scorer;
    },
  };
}

function fromShelf(shelf: ModelShelf, name: string, lesson: Lesson): Scorer | null {
  const model = shelf.take(name);
  return model && share(name, scorer(model, classesOf(lesson)));
}

type Desk = { readonly shelf: ModelShelf; readonly name: string; readonly done: (made: Scorer) => void };

function* learn(lesson: Lesson, { shelf, name, done }: Desk): Generator<void, void> {
  const samples = samplesOf(lesson);
  yield;
  const model = yield* trainInSteps(samples);
  shelf.put(name, model);
  done(share(name, scorer(model, classesOf(lesson))));
}

function share(name: string, made: Scorer): Scorer {
  if (shared.size >= MOST_SHARED) shared.clear();
  shared.set(name, made);
  return made;
}

/** One step whenever nothing else waits; a process that has nothing else to do may end. */
function beside(training: Generator<void, void>): void {
  // Not unref'd: an idle event loop would never come round to it.
  setImmediate(() => {
    if (!training.next().done) beside(training);
  });
}
