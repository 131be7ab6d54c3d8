/**
 * Takes out of a picture what a camera or a program notes beside it: the place, the time, the owner (Exif, XMP, IPTC), and comments.
 * What is cut short, or not made as its kind is, stays as it is from there.
 */

import type { FileType } from './file-types';

/** Of any other kind of file nothing is taken out. */
export function withoutNotes(type: FileType, bytes: Uint8Array): Uint8Array {
  switch (type) {
    case 'image/jpeg':
      return ofJpeg(bytes);
    case 'image/png':
      return ofPng(bytes);
    case 'image/webp':
      return ofWebp(bytes);
    default:
      return bytes;
  }
}

function gathering(most: number) {
  const kept = new Uint8Array(most);
  let size = 0;
  const keep = (part: Uint8Array) => {
    kept.set(part, size);
    size += part.length;
  };
  return { keep, all: () => kept.subarray(0, size) };
}

const SCAN = 0xda;
/** Where cameras note the place, the time and the owner (Exif, XMP, IPTC), and comments. */
const JPEG_NOTES: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);

/** A JPEG is a row of segments up to its scan; one that is cut short stays as it is from there. */
function ofJpeg(bytes: Uint8Array): Uint8Array {
  const { keep, all } = gathering(bytes.length);
  keep(bytes.subarray(0, 2));
  let at = 2;
  for (let marker = markerAt(bytes, at); marker !== null; marker = markerAt(bytes, at)) {
    const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0);
    if (end > bytes.length || end < at + 4) break;
    if (!JPEG_NOTES.has(marker)) keep(bytes.subarray(at, end));
    at = end;
  }
  keep(bytes.subarray(at));
  return all();
}

/** null: no segment begins here, or the scan does. */
function markerAt(bytes: Uint8Array, at: number): number | null {
  const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
  return marker === undefined || marker === SCAN ? null : marker;
}

const PNG_HEAD = 8;
/** Of each chunk: its length, its name, and behind it a sum. */
const PNG_FRAME = 12;
const PNG_NOTES: ReadonlySet<string> = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

function ofPng(bytes: Uint8Array): Uint8Array {
  const { keep, all } = gathering(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  keep(bytes.subarray(0, PNG_HEAD));
  let at = PNG_HEAD;
  while (at + PNG_FRAME <= bytes.length) {
    const end = at + PNG_FRAME + view.getUint32(at);
    if (end > bytes.length) break;
    if (!PNG_NOTES.has(nameAt(bytes, at + 4))) keep(bytes.subarray(at, end));
    at = end;
  }
  keep(bytes.subarray(at));
  return all();
}

const WEBP_HEAD = 12;
/** Of each chunk: its name and its length; it takes an even number of bytes. */
const WEBP_FRAME = 8;
const WEBP_NOTES: ReadonlySet<string> = new Set(['EXIF', 'XMP ']);
/** In the first chunk of a picture with more in it than itself: that there are such notes. */
const SAYS_NOTES = 0x0c;

function ofWebp(bytes: Uint8Array): Uint8Array {
  const { keep, all } = gathering(bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  keep(bytes.subarray(0, WEBP_HEAD));
  let at = WEBP_HEAD;
  while (at + WEBP_FRAME <= bytes.length) {
    const length = view.getUint32(at + 4, true);
    const end = at + WEBP_FRAME + length + (length % 2);
    if (end > bytes.length) break;
    if (!WEBP_NOTES.has(nameAt(bytes, at))) keep(bytes.subarray(at, end));
    at = end;
  }
  keep(bytes.subarray(at));
  const kept = all();
  const head = new DataView(kept.buffer, kept.byteOffset, kept.length);
  if (kept.length < bytes.length) head.setUint32(4, kept.length - 8, true);
  const flags = WEBP_HEAD + WEBP_FRAME;
  if (nameAt(kept, WEBP_HEAD) === 'VP8X' && flags < kept.length)
    head.setUint8(flags, head.getUint8(flags) & ~SAYS_NOTES);
  return kept;
}

function nameAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
