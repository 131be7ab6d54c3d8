/** What can be seen in a picture, and whether anything beside it is told. */

import sharp from 'sharp';
import type { SentFile } from '../../lambda/vocabulary/sent-file';

/** Of `JPEG` of our files: as it was held, and nothing beside it. */
export const UPRIGHT = { size: [8, 12], above: 'red', below: 'blue', isNoted: false };

export async function seenIn(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const colour = (at: number) => ((data[at] ?? 0) > (data[at + 2] ?? 0) ? 'red' : 'blue');
  const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
  const notes = [exif, icc, xmp, iptc, orientation].some((one) => one !== undefined);
  const isNoted = notes || Buffer.from(bytes).includes('Via Roma');
  return { size: [info.width, info.height], above: colour(0), below: colour(data.length - 3), isNoted };
}

/** Of the first file among what was read. */
export async function seenInFirst(read: readonly unknown[]) {
  const files = read.flatMap((one) => {
    const { heard = one, file }: { heard?: unknown; file?: unknown } = Object(one);
    const { files: several = file ? [file] : [] }: { files?: unknown[] } = Object(heard);
    return several as SentFile[];
  });
  return files[0] ? seenIn(files[0].bytes) : null;
}
