/** A photo somebody sent: judged by its bytes, whatever it was called, and without what a camera notes beside the picture. */

export const PHOTO_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const;
export type PhotoType = (typeof PHOTO_TYPES)[number];

export type Photo = { readonly id: string; readonly type: PhotoType; readonly bytes: Uint8Array };

const FILES = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const satisfies Readonly<
  Record<PhotoType, string>
>;

/** What a file of it is called: nothing of the shopper's stands in it. */
export function photoFile({ type }: Pick<Photo, 'type'>): string {
  return `photo.${FILES[type]}`;
}

/** It is no photo a browser shows, it is too large, or the channel does not have it any more. */
export type PhotoRefusal = 'type' | 'size' | 'lost';

export const LARGEST_PHOTO_BYTES = 5 * 1024 * 1024;

/** `id`: unguessable. */
export function photoOf(bytes: Uint8Array, id: string): Photo | PhotoRefusal {
  const type = typeOf(bytes);
  if (type === null) return 'type';
  if (bytes.length > LARGEST_PHOTO_BYTES) return 'size';
  return { id, type, bytes: type === 'image/jpeg' ? withoutNotes(bytes) : bytes };
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** By how the bytes begin. null: none of ours; drawings that can hold a script are none. */
function typeOf(bytes: Uint8Array): PhotoType | null {
  if (has(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (has(bytes, PNG)) return 'image/png';
  return has(bytes, RIFF) && has(bytes.subarray(8), WEBP) ? 'image/webp' : null;
}

function has(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

const SCAN = 0xda;
/** Where cameras note the place, the time and the owner (Exif, XMP, IPTC), and comments. */
const NOTES: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);

/** A JPEG is a row of segments up to its scan; one that is cut short stays as it is from there. */
function withoutNotes(bytes: Uint8Array): Uint8Array {
  const kept = new Uint8Array(bytes.length);
  let size = 0;
  const keep = (part: Uint8Array) => {
    kept.set(part, size);
    size += part.length;
  };
  keep(bytes.subarray(0, 2));
  let at = 2;
  for (let marker = markerAt(bytes, at); marker !== null; marker = markerAt(bytes, at)) {
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (end > bytes.length || end < at + 4) break;
    if (!NOTES.has(marker)) keep(bytes.subarray(at, end));
    at = end;
  }
  keep(bytes.subarray(at));
  return kept.subarray(0, size);
}

/** null: no segment begins here, or the scan does. */
function markerAt(bytes: Uint8Array, at: number): number | null {
  const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
  return marker === undefined || marker === SCAN ? null : marker;
}
