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
  Proposed,
  RewrittenSentences,
  RewrittenText,
  Taught,
  TaughtSentence,
  TriedText,
  WithBroken,
  WrittenWords,
} from './localiser-protocol';
import type { FileProblem } from './protocol';
import { readBody } from './read';
import type { Play } from './save';

/** At once, or once a thread that works beside has done it. */
type Soon<T> = T | Promise<T>;

/** The languages as files: what `npm run locales` knows of them. Throws, in a localiser's words, what cannot be read. */
export type Localiser = {
  texts(language: string): Soon<readonly PlacedText[]>;
  /** As if it were written. */
  tryText(edit: EditedText): Soon<TriedText>;
  /** Nothing is written while something is wrong with it, nor over what somebody else has written since. */
  saveText(edit: RewrittenText): Soon<WrittenWords<TriedText, string | null>>;
  sentences(language: string): Soon<Readonly<Record<string, readonly string[]>>>;
  /** Each sentence of an intent as it is heard among all others. */
  trySentences(edit: EditedSentences): Soon<readonly HeardSentence[]>;
  saveSentences(edit: RewrittenSentences): Soon<WrittenWords<readonly HeardSentence[], readonly string[]>>;
  /** "This should have been that": how it would be written. */
  propose(said: TaughtSentence): Soon<Proposed>;
  teach(taught: TaughtSentence): Soon<Taught>;
};

/** What only `npm start` brings along. */
export type DeveloperTools = { readonly play: Play; readonly localiser: Localiser };

const LARGEST = 256 * 1_024;
const language = z.string().check(z.regex(/^[a-z]{2,3}$/));
const line = z.string().check(z.maxLength(1_000));
const name = z.string().check(z.regex(/^[A-Za-z]{1,40}(\.[A-Za-z0-9]{1,40})?$/));
const text = z.string().check(z.maxLength(5_000));
const edit = {
  language,
  file: z.enum(['speech.json', 'text.json', 'familiar.json', 'pages.json', 'listing.json', 'words.json']),
  path: z.array(line).check(z.minLength(1), z.maxLength(10)),
  text,
};
const EDIT: z.ZodMiniType<EditedText> = z.strictObject(edit);
const REWRITTEN: z.ZodMiniType<RewrittenText> = z.strictObject({ ...edit, before: z.nullable(text) });
const lines = z.array(line).check(z.maxLength(2_000));
const list = { language, intent: name, sentences: lines };
const LIST: z.ZodMiniType<EditedSentences> = z.strictObject(list);
const REWRITTEN_LIST: z.ZodMiniType<RewrittenSentences> = z.strictObject({ ...list, before: lines });
const TAUGHT: z.ZodMiniType<TaughtSentence> = z.strictObject({
  locale: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  intent: name,
});

/** Reads files of a language that were just written; resolves with what is broken once they are heard, or cannot be. */
export type HearFiles = () => Promise<readonly FileProblem[]>;

export function localiserApi(localiser: Localiser, hearFiles: HearFiles): Router {
  const api = Router();
  const body = jsonBody(LARGEST);
  const posted =
    <T>(shape: z.ZodMiniType<T>, answer: (value: T) => unknown) =>
    (req: Request, res: Response) => {
      const read = readBody(shape, req.body);
      if (read.ok) return told(res, () => answer(read.value));
      refuse(res, 400, 'invalid', { message: read.message });
    };
  const asked = (answer: (of: string) => unknown) => (req: Request, res: Response) => {
    const of = language.safeParse(req.query.language);
    if (of.success) return told(res, () => answer(of.data));
    refuse(res, 400, 'unknown', { message: 'Nobody writes that language here.' });
  };
  const heard = async <T extends { readonly kind: string }>(saved: Soon<T>): Promise<WithBroken<T>> => {
    const done = await saved;
    const isWritten = done.kind === 'saved' || done.kind === 'written';
    return { ...done, broken: isWritten ? await hearFiles() : [] };
  };
  api.get('/texts', asked(localiser.texts));
  api.get('/sentences', asked(localiser.sentences));
  api.post('/texts/try', ...body, posted(EDIT, localiser.tryText));
  api.post(
    '/texts',
    ...body,
    posted(REWRITTEN, (text) => heard(localiser.saveText(text))),
  );
  api.post('/sentences/try', ...body, posted(LIST, localiser.trySentences));
  api.post(
    '/sentences',
    ...body,
    posted(REWRITTEN_LIST, (sentences) => heard(localiser.saveSentences(sentences))),
  );
  api.post('/taught/proposed', ...body, posted(TAUGHT, localiser.propose));
  api.post(
    '/taught',
    ...body,
    posted(TAUGHT, (sentence) => heard(localiser.teach(sentence))),
  );
  return api;
}

/** A file that somebody is in the middle of writing is no fault of the program. */
async function told(res: Response, answer: () => unknown): Promise<void> {
  try {
    res.json(await answer());
  } catch (error) {
    refuse(res, 422, 'files', { message: error instanceof Error ? error.message : String(error) });
  }
}
