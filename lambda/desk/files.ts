/** Files of a conversation: shown to whoever works here, and sent to the shopper by whoever has it. */

import { type Request, type Response, Router } from 'express';
import * as z from 'zod/mini';
import { bytesOf } from '../http/bodies';
import { isDrawingFull, smallOf, TAKING } from '../http/picture';
import { sendFile } from '../http/sent-file';
import { pseudonym } from '../services/hand-off/hand-off';
import type { Agent } from '../services/sign-in/agents';
import { type FileType, forBrowser } from '../vocabulary/file-types';
import { LARGEST_FILE_BYTES, type SentFile } from '../vocabulary/sent-file';
import { smallFile } from '../vocabulary/small-file';
import { takenFile } from '../vocabulary/taken-file';
import { answerActed } from './answer-acted';
import type { Parts } from './parts';
import { isTooMuch } from './problems';
import { idOf } from './read';
import { refuse } from './session';

/** What every channel carries and every phone opens. */
const SENDABLE: ReadonlySet<FileType> = new Set<FileType>(['image/jpeg', 'image/png', 'application/pdf']);

const click = z.pipe(
  z.object({ id: z.uuid() }),
  z.transform(({ id }) => id.toLowerCase()),
);

export function fileRoutes(parts: Parts): Router {
  const { guard, earshot } = parts;
  const router = Router();
  router.get(
    '/files/:id',
    guard.agent({ deed: 'saw-photo', what: (req) => pseudonym(idOf(req)) }, async (req, res) => {
      const found = await earshot.store.files.get(idOf(req));
      if (found) sendFile(res, forBrowser(req.query.size === 'small' ? await smallFile(found, smallOf) : found));
      else refuse(res, 404, 'unknown');
    }),
  );
  router.post(
    '/hand-offs/:id/file',
    guard.agent({ deed: 'said', what: () => 'file' }, (req, res, agent) => say(req, res, { agent, parts })),
  );
  return router;
}

/** The bytes as they are, after whoever sends them is known; `?id=` is the page's own of the click. What it is, its bytes say. */
async function say(
  req: Request,
  res: Response,
  { agent, parts }: { readonly agent: Agent; readonly parts: Parts },
): Promise<void> {
  // No form of another page can send this type.
  if (req.headers['content-type'] !== 'application/octet-stream') return refuse(res, 415, 'invalid');
  if (isTooMuch(agent, res, parts)) return;
  if (isDrawingFull()) return refuse(res, 503, 'full');
  const id = click.safeParse(req.query).data;
  if (!id) return refuse(res, 400, 'invalid');
  const bytes = await bytesOf(req, LARGEST_FILE_BYTES);
  if (bytes === 'gone') return;
  const file = bytes === 'too-large' ? 'size' : await takenFile(bytes, TAKING);
  if (file === 'size' || file === 'pixels') return refuse(res, 413, 'file-size');
  if (!isSendable(file)) return refuse(res, 422, 'file-type');
  answerActed(res, await parts.acts.say({ id, handOffId: idOf(req), agent }, { text: '', file }));
}

function isSendable(file: SentFile | string): file is SentFile {
  return typeof file !== 'string' && SENDABLE.has(file.type);
}
