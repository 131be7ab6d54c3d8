/** Reads what another server sends, and no more of it than is wanted. */

/** Its words; null: there were more than `most` bytes of them. */
export async function limitedText(response: Response, most: number): Promise<string | null> {
  const bytes = await limitedBytes(response, most);
  return bytes === 'size' ? null : bytes.toString('utf8');
}

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
