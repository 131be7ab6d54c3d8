/** What the localiser's page asks: every text in its place, heard while it is typed; every sentence of an intent; all of it saved to the files. */

import { type Request, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { jsonBody } from '../http/bodies';
import { refuse } from '../http/refusals';
import type {
  EditedSentences,
  EditedText,
  HeardSentence,
  PlacedText,
  Taught,
  TaughtSentence,
  TriedText,
} from './localiser-protocol';
import { readBody } from './read';
import type { Play } from './save';

/** The languages as files: what `npm run locales` knows of them. Throws, in a localiser's words, what cannot be read. */
export type Localiser = {
  texts(language: string): readonly PlacedText[];
  /** As if it were written. */
  tryText(edit: EditedText): TriedText;
  /** Nothing is written while something is wrong with it. */
  saveText(edit: EditedText): TriedText;
  sentences(language: string): Readonly<Record<string, readonly string[]>>;
  /** Each sentence of an intent as it is heard among all others. */
  trySentences(edit: EditedSentences): readonly HeardSentence[];
  saveSentences(edit: EditedSentences): readonly HeardSentence[];
  /** "This should have been that." */
  teach(taught: TaughtSentence): Taught;
};

/** What only `npm start` brings along. */
export type DeveloperTools = { readonly play: Play; readonly localiser: Localiser };

const LARGEST = 256 * 1_024;
const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const line = z.string().check(z.maxLength(1_000));
const name = z.string().check(z.regex(/^[A-Za-z]{1,40}(\.[A-Za-z0-9]{1,40})?$/));
const EDIT: z.ZodMiniType<EditedText> = z.strictObject({
  language,
  file: z.enum(['speech.json', 'text.json', 'pages.json', 'listing.json']),
  path: z.array(line).check(z.minLength(1), z.maxLength(10)),
  text: z.string().check(z.maxLength(5_000)),
  was: z.optional(z.nullable(z.string().check(z.maxLength(5_000)))),
});
const SENTENCES: z.ZodMiniType<EditedSentences> = z.strictObject({
  language,
  intent: name,
  sentences: z.array(line).check(z.maxLength(2_000)),
  was: z.optional(z.array(line).check(z.maxLength(2_000))),
});
const TAUGHT: z.ZodMiniType<TaughtSentence> = z.strictObject({
  locale: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  intent: name,
});

export function localiserApi(localiser: Localiser): Router {
  const api = Router();
  const body = jsonBody(LARGEST);
  const asked = (answer: (of: string) => unknown) => (req: Request, res: Response) => {
    const of = language.safeParse(req.query.language);
    if (of.success) told(res, () => answer(of.data));
    else refuse(res, 400, 'unknown', { message: 'Nobody writes that language here.' });
  };
  const posted =
    <T>(shape: z.ZodMiniType<T>, answer: (value: T) => unknown) =>
    (req: Request, res: Response) => {
      const read = readBody(shape, req.body);
      if (read.ok) told(res, () => answer(read.value));
      else refuse(res, 400, 'invalid', { message: read.message });
    };
  api.get('/texts', asked(localiser.texts));
  api.get('/sentences', asked(localiser.sentences));
  api.post('/texts/try', ...body, posted(EDIT, localiser.tryText));
  api.post('/texts', ...body, posted(EDIT, localiser.saveText));
  api.post('/sentences/try', ...body, posted(SENTENCES, localiser.trySentences));
  api.post('/sentences', ...body, posted(SENTENCES, localiser.saveSentences));
  api.post('/taught', ...body, posted(TAUGHT, localiser.teach));
  return api;
}

/** A file that somebody is in the middle of writing is no fault of the program. */
function told(res: Response, answer: () => unknown): void {
  try {
    res.json(answer());
  } catch (error) {
    refuse(res, 422, 'files', { message: error instanceof Error ? error.message : String(error) });
  }
}
