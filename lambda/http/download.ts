/** Reads what another server sends, and no more of it than is wanted. */

/** `most`: bytes. */
export async function limitedBytes(response: Response, most: number): Promise<Buffer | 'size'> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return 'size';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
