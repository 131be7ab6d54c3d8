/** Fetches a picture somebody sent: Meta gives an address for its id, which works for minutes and with the token only. */

import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { limitedBytes } from '../../http/download';
import { LARGEST_PHOTO_BYTES, type Photo, type PhotoRefusal, photoOf } from '../../vocabulary/photo';
import type { WhatsappOptions } from './options';

const WITHIN_MS = 10_000;
const media = z.object({ url: z.url({ protocol: /^https?$/ }) });

/** Throws where Meta cannot be reached just now: it is asked again with the whole message. */
export async function fetchPhoto(id: string, { settings, fetch }: WhatsappOptions): Promise<Photo | PhotoRefusal> {
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
  const bytes = await limitedBytes(found, LARGEST_PHOTO_BYTES);
  return bytes === 'size' ? 'size' : photoOf(bytes, randomBytes(16).toString('base64url'));
}

/** What Meta refuses for good; a bad day of theirs is no answer. */
function isGone({ status, ok }: Response): boolean {
  if (status === 429 || status >= 500) throw new Error(`WhatsApp answered ${status} for a picture`);
  return !ok;
}
