/** Reads a content type of a space, page by page, as the Content Delivery API gives it. */

import * as z from 'zod/mini';
import type { ContentAnswer, ContentHouse } from '../../../services/content/content';
import { readAnswer } from '../../../services/content/written';
import type { ContentfulSettings } from './settings';

/** The most the API gives at a time. */
const PAGE = 1_000;
const WITHIN_MS = 5_000;

const page = z.object({
  total: z.int().check(z.nonnegative()),
  items: z.array(z.object({ sys: z.object({ id: z.string() }), fields: z.record(z.string(), z.unknown()) })),
});

export type Delivered =
  | { readonly ok: true; readonly answers: readonly ContentAnswer[]; readonly problems: readonly string[] }
  | { readonly ok: false; readonly why: string };

/** All entries in one locale; those that are wrong are told and left out. Never throws. */
export async function deliver(locale: string, settings: ContentfulSettings, house: ContentHouse): Promise<Delivered> {
  const answers: ContentAnswer[] = [];
  const problems: string[] = [];
  for (let skip = 0; ; skip += PAGE) {
    const got = await pageAt({ locale, skip }, settings, house);
    if (typeof got === 'string') return { ok: false, why: got };
    for (const { sys, fields } of got.items) {
      const read = readAnswer(asWritten(fields), house);
      if (read.ok) answers.push(read.answer);
      else problems.push(...read.problems.map((problem) => `the entry ${sys.id}: ${problem}`));
    }
    if (skip + PAGE >= got.total || got.items.length === 0) return { ok: true, answers, problems };
  }
}

type At = { readonly locale: string; readonly skip: number };

/** What went wrong, in words, or the page. */
async function pageAt({ locale, skip }: At, settings: ContentfulSettings, { fetch: get }: ContentHouse) {
  const { base, space, environment, token, contentType } = settings;
  const query = new URLSearchParams({
    content_type: contentType,
    locale,
    // Pages are of one order, or an entry might be on two of them, and another on none.
    order: 'sys.id',
    limit: `${PAGE}`,
    skip: `${skip}`,
  });
  const url = `${base}/spaces/${space}/environments/${environment}/entries?${query}`;
  try {
    const answer = await get(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(WITHIN_MS),
    });
    if (!answer.ok) return `it answered ${answer.status}`;
    const read = page.safeParse(await answer.json());
    return read.success ? read.data : 'it answered in a shape nobody knows';
  } catch {
    return 'it could not be reached';
  }
}

/** A space calls its fields as it likes; these are ours, and its own besides them are left alone. */
const FIELDS: Readonly<Record<string, string>> = {
  topic: 'topic',
  title: 'title',
  names: 'names',
  questions: 'questions',
  voice: 'voice',
  chat: 'chat',
  text: 'text',
  validFrom: 'from',
  validTo: 'to',
};

function asWritten(fields: Readonly<Record<string, unknown>>): unknown {
  return Object.fromEntries(
    Object.entries(FIELDS).flatMap(([theirs, ours]) => {
      const value = fields[theirs];
      return value === undefined || value === null
        ? []
        : [[ours, ours === 'from' || ours === 'to' ? dayOf(value) : value]];
    }),
  );
}

/** Contentful's dates may have a time: the day counts. */
function dayOf(value: unknown): unknown {
  return typeof value === 'string' ? value.slice(0, 10) : value;
}
