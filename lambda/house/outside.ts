/** How a provider's requests go out: whatever comes back, it is bounded, whole, and in letters that were meant. */

/** Of an answer, unpacked. */
const MOST_BYTES = 4 * 1_024 * 1_024;

class Unreadable extends TypeError {
  override name = 'Unreadable';
}

/** Follows no redirect: it would carry a shop's key to wherever it points. Rejects with a `TypeError` where an answer cannot be read. */
export function boundedFetch(get: typeof fetch, most = MOST_BYTES): typeof fetch {
  return async (input, init) => {
    const response = await get(input, { redirect: 'manual', ...init });
    const { status, statusText, headers } = response;
    const text = lettersOf(await bytesOf(response, most), headers.get('content-type') ?? '');
    const isEmpty = text === '' || status === 204 || status === 304;
    // The bundle takes the short name for nothing, so that a Lambda without outside systems never loads it.
    return new globalThis.Response(isEmpty ? null : text, { status, statusText, headers });
  };
}

/** A small answer may be packed from a very large one: what is too much is given up on its way. */
async function bytesOf({ body }: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > most) throw new Unreadable(`an answer of more than ${most} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What is not in the letters it says would be read out as something else. */
function lettersOf(bytes: Buffer, type: string): string {
  const [, charset = 'utf-8'] = /charset="?([\w.:-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Unreadable(`an answer in other letters than ${charset}`, { cause });
  }
}
