/** Content of a headless CMS, read in the background: answers come from memory, and what was known last outlives an outage. */

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentAnswer, ContentHouse, OpenedContent } from '../../../services/content/content';
import { byLanguage, isWrittenContent, type WrittenContent } from '../../../services/content/languages';
import { readAs } from '../../../services/shape';
import { deliver } from './delivery';
import type { ContentfulSettings } from './settings';

/** Older content is read again behind the back of whoever asks for it. */
const FRESH_MS = 5 * 60_000;
/** A source that is down is not asked with every turn. */
const AGAIN_MS = 30_000;
/** Whoever starts the house waits so long for the first content. */
const FIRST_MS = 4_000;

type Known = {
  readonly answers: WrittenContent;
  readonly of: (locale: string) => readonly ContentAnswer[];
  readonly json: string;
};

export async function open(settings: ContentfulSettings, house: ContentHouse): Promise<OpenedContent> {
  const file = house.folder ? join(house.folder, 'content.json') : null;
  let known = knownFrom(file ? keptIn(file) : {});
  let next = 0;
  let reading: Promise<void> | null = null;

  async function read(): Promise<void> {
    const parts = await Promise.all(
      house.languages.map(async (one) => [one, await deliver(one, settings, house)] as const),
    );
    let all: WrittenContent = known.answers;
    let isWhole = true;
    for (const [language, got] of parts) {
      if (got.ok) all = { ...all, [language]: got.answers };
      else isWhole = false;
      const problems = got.ok ? got.problems : [got.why];
      for (const problem of problems) house.log.warn({ language, problem }, 'content of the CMS');
    }
    next = house.now() + (isWhole ? FRESH_MS : AGAIN_MS);
    const fresh = knownFrom(all);
    // The same words keep their array: what was made of them for hearing stays good.
    if (fresh.json === known.json) return;
    known = fresh;
    if (file) keep(file, fresh.json);
  }

  function refresh(): Promise<void> {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  }

  let first: NodeJS.Timeout | undefined;
  await Promise.race([refresh(), new Promise<void>((resolve) => (first = setTimeout(resolve, FIRST_MS)))]);
  clearTimeout(first);
  return {
    content: {
      isFixed: false,
      answers(locale) {
        if (house.now() >= next) void refresh();
        return known.of(locale);
      },
    },
  };
}

function knownFrom(answers: WrittenContent): Known {
  return { answers, of: byLanguage(answers), json: JSON.stringify(answers) };
}

/** What the CMS said last, before this process began. */
function keptIn(file: string): WrittenContent {
  try {
    return readAs(readFileSync(file, 'utf8'), isWrittenContent) ?? {};
  } catch {
    return {};
  }
}

/** Whole or not at all: a process may end in the middle. A disk that takes nothing costs a warm start and no more. */
function keep(file: string, json: string): void {
  try {
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(`${file}.new`, json);
    renameSync(`${file}.new`, file);
  } catch {
    return;
  }
}
