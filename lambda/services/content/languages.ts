/** Content by language and region: a region says only what differs. */

import * as z from 'zod/mini';
import { languageOf } from '../../vocabulary/locales';
import { type Shape, shapeOf } from '../shape';
import type { ContentAnswer } from './content';

/** By language, or locale where a region has words of its own. */
export type WrittenContent = Readonly<Record<string, readonly ContentAnswer[]>>;

const text = z.string();
const day = z.nullable(z.iso.date());
export const isWrittenContent: Shape<WrittenContent> = shapeOf(
  z.record(
    text,
    z.array(
      z.object({
        ...{ topic: text, title: text, names: z.array(text), questions: z.array(text) },
        ...{ voice: text, chat: text, text, from: day, to: day },
      }),
    ),
  ),
);

const NOTHING: readonly ContentAnswer[] = [];

/** Topics a region has of its own take the place of its language's. The same array each time. */
export function byLanguage(all: WrittenContent): (locale: string) => readonly ContentAnswer[] {
  const known = new Map<string, readonly ContentAnswer[]>();
  return (locale) => {
    const before = known.get(locale);
    if (before) return before;
    const answers = merged(all[locale], all[languageOf(locale)]);
    known.set(locale, answers);
    return answers;
  };
}

function merged(
  region: readonly ContentAnswer[] | undefined,
  language: readonly ContentAnswer[] = NOTHING,
): readonly ContentAnswer[] {
  if (!region || region === language) return language;
  const own = new Set(region.map(({ topic }) => topic));
  return [...language.filter(({ topic }) => !own.has(topic)), ...region];
}
