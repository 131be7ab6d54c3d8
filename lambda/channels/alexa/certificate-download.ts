/** Fetches a certificate file from an address already approved, within 3 seconds and 64 kB. */

import { RefusedRequest } from './refused-request';

/** The part of a fetch `Response` that is used. */
export type Download = (
  url: URL,
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly body: AsyncIterable<Uint8Array> | null }>;

const LONGEST_MS = 3_000;
const LARGEST_BYTES = 64 * 1_024;

export async function fetchFile(url: URL, signal: AbortSignal): ReturnType<Download> {
  return fetch(url, { signal, redirect: 'error' });
}

/** The file's text. Throws `download-failed` for anything but a 200, `download-too-slow`, `download-too-large`. */
export async function downloadCertificates(url: URL, download: Download): Promise<string> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(new RefusedRequest('download-too-slow')), LONGEST_MS);
  try {
    // A race, because a download may ignore its signal.
    return await Promise.race([read(url, download, cut.signal), aborted(cut.signal)]);
  } catch (error) {
    throw error instanceof RefusedRequest ? error : new RefusedRequest('download-failed');
  } finally {
    clearTimeout(timer);
    // Frees the connection of an answer that was not read to its end.
    cut.abort(new RefusedRequest('download-failed'));
  }
}

async function read(url: URL, download: Download, signal: AbortSignal): Promise<string> {
  const { status, body } = await download(url, signal);
  if (status !== 200 || body === null) throw new RefusedRequest('download-failed');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    signal.throwIfAborted();
    size += chunk.byteLength;
    if (size > LARGEST_BYTES) throw new RefusedRequest('download-too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('latin1');
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}
