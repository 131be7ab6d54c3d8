/** A file as it stands beside the words: a picture small and still, all else as it is. */

import { type FileType, kindOfFile } from './file-types';

type Shown = { readonly type: FileType; readonly bytes: Uint8Array };

/** Made each time, so that nothing of it is kept twice. `smallOf`: a JPEG; null: it is shown in its full size. */
export async function smallFile(
  { type, bytes }: Shown,
  smallOf: (bytes: Uint8Array) => Promise<Uint8Array | null>,
): Promise<Shown> {
  const small = kindOfFile({ type }) === 'photo' ? await smallOf(bytes) : null;
  return small ? { type: 'image/jpeg', bytes: small } : { type, bytes };
}
