/**
 * Takes out of a picture what a camera or a program notes beside it: the place, the time, the owner (Exif, XMP, IPTC), and comments.
 * What is cut short, or not made as its kind is, stays as it is from there. However many parts a file says it has, each costs a look.
 */

import { MOST_NOTES, type NoteAt, without } from './file-parts';
import type { FileType } from './file-types';
import { ofJpeg } from './jpeg-notes';

const TAKEN_OUT: Readonly<Partial<Record<FileType, (bytes: Uint8Array) => Uint8Array>>> = {
  'image/jpeg': ofJpeg,
  'image/png': ofPng,
  'image/webp': ofWebp,
};

/** Of any other kind of file nothing is taken out. */
export function withoutNotes(type: FileType, bytes: Uint8Array): Uint8Array {
  return TAKEN_OUT[type]?.(bytes) ?? bytes;
}

export function losesNotes(type: FileType): boolean {
  return TAKEN_OUT[type] !== undefined;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Four letters as one number. */
function signOf(name: string): number {
  return viewOf(Uint8Array.from(name, (letter) => letter.charCodeAt(0))).getUint32(0);
}

const PNG_HEAD = 8;
/** Of each chunk: its length, its name, and behind it a sum. */
const PNG_FRAME = 12;
const PNG_NOTES: ReadonlySet<number> = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map(signOf));

function ofPng(bytes: Uint8Array): Uint8Array {
  const notes: NoteAt[] = [];
  const view = viewOf(bytes);
  let at = PNG_HEAD;
  while (at + PNG_FRAME <= bytes.length && notes.length < MOST_NOTES) {
    const end = at + PNG_FRAME + view.getUint32(at);
    if (end > bytes.length) break;
    if (PNG_NOTES.has(view.getUint32(at + 4))) notes.push({ from: at, to: end });
    at = end;
  }
  return without(bytes, notes);
}

const WEBP_HEAD = 12;
/** Of each chunk: its name and its length; it takes an even number of bytes. */
const WEBP_FRAME = 8;
const WEBP_NOTES: ReadonlySet<number> = new Set(['EXIF', 'XMP '].map(signOf));
const WEBP_EXTENDED = signOf('VP8X');
/** In the first chunk of a picture with more in it than itself: that there are such notes. */
const SAYS_NOTES = 0x0c;

function ofWebp(bytes: Uint8Array): Uint8Array {
  const notes: NoteAt[] = [];
  const view = viewOf(bytes);
  let at = WEBP_HEAD;
  while (at + WEBP_FRAME <= bytes.length && notes.length < MOST_NOTES) {
    const length = view.getUint32(at + 4, true);
    const end = at + WEBP_FRAME + length + (length % 2);
    if (end > bytes.length) break;
    if (WEBP_NOTES.has(view.getUint32(at))) notes.push({ from: at, to: end });
    at = end;
  }
  const flags = WEBP_HEAD + WEBP_FRAME;
  const saysNotes = bytes.length > flags && view.getUint32(WEBP_HEAD) === WEBP_EXTENDED;
  if (notes.length === 0 && !(saysNotes && (bytes[flags] ?? 0) & SAYS_NOTES)) return bytes;
  const kept = notes.length === 0 ? bytes.slice() : without(bytes, notes);
  const head = viewOf(kept);
  if (notes.length > 0) head.setUint32(4, kept.length - 8, true);
  if (saysNotes) head.setUint8(flags, head.getUint8(flags) & ~SAYS_NOTES);
  return kept;
}
