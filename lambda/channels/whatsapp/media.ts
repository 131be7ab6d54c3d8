/** Files at Meta's: one somebody sent is fetched by an address that works for minutes and with the token only; one of ours gets an id there. */

import * as z from 'zod/mini';
import { limitedBytes } from '../../http/download';
import { TAKING } from '../../http/picture';
import { fileName } from '../../vocabulary/file-types';
import { type FileRefusal, LARGEST_FILE_BYTES, type SentFile } from '../../vocabulary/sent-file';
import { takenFile } from '../../vocabulary/taken-file';
import { judge, type Posted } from './answers';
import type { WhatsappOptions } from './options';

const WITHIN_MS = 10_000;
const media = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** Throws where Meta cannot be reached just now: it is asked again with the whole message. */
export async function fetchFile(id: string, { settings, fetch }: WhatsappOptions): Promise<SentFile | FileRefusal> {
  const { base, apiVersion, phoneNumberId, token } = settings;
  const get = (url: string) =>
    fetch(url, {
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'earshot/1.0.0' },
      redirect: 'error',
      signal: AbortSignal.timeout(WITHIN_MS),
    });
  const known = await get(`${base}/${apiVersion}/${encodeURIComponent(id)}?phone_number_id=${phoneNumberId}`);
  if (isGone(known)) return 'lost';
  const { data } = media.safeParse(await known.json());
  if (!data) return 'lost';
  const found = await get(data.url);
  if (isGone(found)) return 'lost';
  const bytes = await limitedBytes(found, LARGEST_FILE_BYTES);
  return bytes === 'size' ? 'size' : takenFile(bytes, TAKING);
}

/** What Meta refuses for good; a bad day of theirs is no answer. */
function isGone({ status, ok }: Response): boolean {
  if (status === 429 || status >= 500) throw new Error(`WhatsApp answered ${status} for a file`);
  return !ok;
}

const uploaded = z.object({ id: z.string().check(z.minLength(1)) });
const TAKES_FILE_MS = 60_000;

/** Nobody sees it yet: it may be tried again whatever happened. */
export async function uploadFile(
  file: SentFile,
  { settings, fetch }: WhatsappOptions,
): Promise<{ readonly id: string } | Posted> {
  const { base, apiVersion, phoneNumberId, token } = settings;
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('type', file.type);
  form.set('file', new Blob([Buffer.from(file.bytes)], { type: file.type }), fileName(file));
  try {
    const response = await fetch(`${base}/${apiVersion}/${phoneNumberId}/media`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'user-agent': 'earshot/1.0.0' },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(TAKES_FILE_MS),
    });
    const body = await response.text();
    if (!response.ok) return asUnseen(judge(response, body));
    return uploaded.safeParse(JSON.parse(body)).data ?? { kind: 'later', why: 'WhatsApp took a file without an id' };
  } catch {
    return { kind: 'later', why: 'WhatsApp took no file just now' };
  }
}

function asUnseen(posted: Posted): Posted {
  return posted.kind === 'unknown' ? { kind: 'later', why: posted.why } : posted;
}
