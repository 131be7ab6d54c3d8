/** A file's text as it was meant: what an editor wrote in another encoding is refused, and never read as rubbish. */

import { readFileSync } from 'node:fs';

/** Why it is no text the program can read, and in which line. */
export type Unreadable = { readonly line: number; readonly message: string };
export type FileText = { readonly text: string } | { readonly unreadable: Unreadable };

const LOST = '\ufffd';
const AS_UTF8 = 'save it as UTF-8, which most editors offer under “Save as” or “Encoding”';

export function fileText(path: string): FileText {
  const bytes = readFileSync(path);
  const no = (message: string, line = 1): FileText => ({ unreadable: { line, message } });
  if (isUtf16(bytes)) return no(`is written in UTF-16; ${AS_UTF8}`);
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return no('begins with a byte order mark (BOM), which nobody sees; save it as UTF-8 without a BOM');
  const text = bytes.toString('utf8');
  const at = text.indexOf(LOST);
  if (at < 0) return { text };
  const line = text.slice(0, at).split('\n').length;
  if (Buffer.from(text).equals(bytes))
    return no(`has a sign that was lost (${LOST}) when it was saved in another encoding; write it anew`, line);
  return no(`is not written in UTF-8, perhaps in Windows-1252 or ISO-8859-1; open it as that and ${AS_UTF8}`, line);
}

/** Throws, with the file's name and line, what cannot be read: nothing may be written over it. */
export function textOf(path: string, file: string): string {
  const read = fileText(path);
  if ('text' in read) return read.text;
  throw new Error(`${file}:${read.unreadable.line}: ${read.unreadable.message}`);
}

/** By its mark, or by the zeros that stand for half of every plain letter. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return isMarked || bytes.subarray(0, 64).includes(0);
}
