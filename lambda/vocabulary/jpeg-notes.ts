/** Of a JPEG all that makes the picture stays: how it is drawn, its colours, and which side is up. */

import { MOST_NOTES, type NoteAt, without } from './file-parts';

const START_OF_SCAN = 0xda;
const END = 0xd9;
const COMMENT = 0xfe;
/** Of cameras and programs (Exif, XMP, IPTC, what makers add): whatever a newer one is called, it is known by its range. */
const APPS = { first: 0xe0, last: 0xef } as const;
const EXIF = 0xe1;
/** How the picture is to be read and coloured. */
const OF_THE_PICTURE: Readonly<Record<number, string>> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' };

/** One that is cut short stays as it is from there. */
export function ofJpeg(bytes: Uint8Array): Uint8Array {
  const notes: NoteAt[] = [];
  let at = 2;
  while (notes.length < MOST_NOTES) {
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    // A second picture, or a film, stands behind the end of the first.
    if (marker === END && at + 2 < bytes.length) notes.push({ from: at + 2, to: bytes.length });
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (marker === undefined || marker === END || end > bytes.length || end < at + 4) break;
    if (isNote(marker, bytes.subarray(at + 4, end))) notes.push(noteAt({ from: at, to: end }, marker, bytes));
    at = marker === START_OF_SCAN ? scanEnd(bytes, end) : end;
  }
  return without(bytes, notes);
}

function isNote(marker: number, body: Uint8Array): boolean {
  if (marker === COMMENT) return true;
  const sign = OF_THE_PICTURE[marker];
  return marker >= APPS.first && marker <= APPS.last && !(sign !== undefined && beginsWith(body, sign));
}

function beginsWith(bytes: Uint8Array, sign: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, sign.length)) === sign;
}

/** The next marker behind the dots: within them stand escaped ones and those that begin a stretch anew. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function noteAt(span: Pick<NoteAt, 'from' | 'to'>, marker: number, bytes: Uint8Array): NoteAt {
  const up = marker === EXIF ? sideUp(bytes.subarray(span.from + 4, span.to)) : null;
  return up === null ? span : { ...span, instead: saying(up) };
}

const HEAD = 'Exif\0\0';
const SIDE_UP = 0x0112;
const ENTRY_BYTES = 12;
const MOST_ENTRIES = 100;

/** null: it is upright as it is, or does not say. */
function sideUp(exif: Uint8Array): number | null {
  if (!beginsWith(exif, HEAD)) return null;
  const tiff = new DataView(exif.buffer, exif.byteOffset + HEAD.length, exif.length - HEAD.length);
  if (tiff.byteLength < 8) return null;
  const isLittle = tiff.getUint16(0) === 0x4949;
  const list = tiff.getUint32(4, isLittle);
  if (list + 2 > tiff.byteLength) return null;
  const count = Math.min(tiff.getUint16(list, isLittle), MOST_ENTRIES);
  for (let entry = list + 2; entry + ENTRY_BYTES <= tiff.byteLength; entry += ENTRY_BYTES) {
    if (entry >= list + 2 + count * ENTRY_BYTES) break;
    if (tiff.getUint16(entry, isLittle) !== SIDE_UP) continue;
    const side = tiff.getUint16(entry + 8, isLittle);
    return side > 1 && side <= 8 ? side : null;
  }
  return null;
}

/** The shortest note there is of it. */
function saying(side: number): Uint8Array {
  const body = [0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, side, 0, 0, 0, 0, 0, 0];
  const head = [...HEAD].map((sign) => sign.charCodeAt(0));
  return Uint8Array.from([0xff, EXIF, 0, 2 + head.length + body.length, ...head, ...body]);
}
