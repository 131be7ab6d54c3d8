/**
 * Our languages as suites hear with them, each once for all suites of a group: to read a language and weave its sentences takes
 * seconds. Nobody changes them.
 */

import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing, type HearingOptions } from '../../lambda/language/hearing/hear';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { topicsIn } from '../../scripts/locales/topics';

const ROOT = join(__dirname, '..', '..');
/** A Thursday. */
const OURS: HearingOptions = { directory: join(ROOT, 'locales'), intents: INTENT_SLOTS, today: () => '2026-01-15' };
const learning = { folders: [modelsFolder(null)], when: 'at once' } as const;

/** By sentences alone: what is only alike is not heard. */
export const exactEars = createHearing(OURS);
export const learnedEars = createHearing({ ...OURS, learning });
/** With the questions that the demo shop's content answers. */
export const shopEars = createHearing({
  ...OURS,
  topics: { of: (locale) => topicsIn({ root: ROOT }, locale), isLearned: true },
  learning,
});
