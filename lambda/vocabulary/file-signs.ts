/** By which bytes a file is known: the kinds that shoppers and people of shops send each other, and no more. */

import type { FileType } from './file-types';

/** Signs as characters, at their places; the first row that fits says what it is. */
const SIGNS: readonly (readonly [FileType, ...(readonly [at: number, sign: string])[]])[] = [
  ['image/jpeg', [0, '\xff\xd8\xff']],
  ['image/png', [0, '\x89PNG\r\n\x1a\n']],
  ['image/webp', [0, 'RIFF'], [8, 'WEBP']],
  ['image/gif', [0, 'GIF8']],
  ['image/heic', [4, 'ftyphei']],
  ['image/heic', [4, 'ftyphevc']],
  ['image/heic', [4, 'ftypmif1']],
  ['image/heic', [4, 'ftypmsf1']],
  ['audio/ogg', [0, 'OggS']],
  ['audio/mpeg', [0, 'ID3']],
  ['audio/mpeg', [0, '\xff\xfb']],
  ['audio/mpeg', [0, '\xff\xf3']],
  ['audio/aac', [0, '\xff\xf1']],
  ['audio/aac', [0, '\xff\xf9']],
  ['audio/mp4', [4, 'ftypM4A']],
  ['audio/wav', [0, 'RIFF'], [8, 'WAVE']],
  ['audio/amr', [0, '#!AMR']],
  ['image/avif', [4, 'ftypavi']],
  ['video/quicktime', [4, 'ftypqt']],
  ['video/mp4', [4, 'ftyp']],
  ['video/webm', [0, '\x1a\x45\xdf\xa3']],
  ['application/pdf', [0, '%PDF-']],
];
const ZIP = 'PK\x03\x04';

/** null: none of ours. What can hold a script where it is opened by a browser is none. */
export function typeIn(bytes: Uint8Array): FileType | null {
  const beginning = String.fromCharCode(...bytes.subarray(0, 32));
  const found = SIGNS.find(([, ...signs]) => signs.every(([at, sign]) => beginning.startsWith(sign, at)));
  if (found) return found[0];
  return beginning.startsWith(ZIP) ? packed(bytes) : null;
}

/** Where an archive lists what lies in it: at its end. */
const LIST_BYTES = 512 * 1024;

/** Documents of an office are archives; what lies in one says which. */
function packed(bytes: Uint8Array): FileType {
  const list = new TextDecoder('latin1').decode(bytes.subarray(-LIST_BYTES));
  if (list.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (list.includes('xl/workbook.xml')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return 'application/zip';
}

const CONTROLS = /(?![\t\r\n\f])\p{Cc}/u;

/** What begins with so much of words is words. */
const LOOKED_AT_BYTES = 64 * 1024;

/** Words and nothing else; what would run in a browser is such words as well, and is saved as that. */
export function isText(bytes: Uint8Array): boolean {
  try {
    // A letter may be cut in two there.
    const decoder = new TextDecoder('utf-8', { fatal: true });
    return !CONTROLS.test(decoder.decode(bytes.subarray(0, LOOKED_AT_BYTES), { stream: true }));
  } catch {
    return false;
  }
}
