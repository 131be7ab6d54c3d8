/** Parts of a file that are left out of it, or stand there in fewer bytes. */

/** No camera writes more; from there on the file stays as it is. */
export const MOST_NOTES = 1_000;

/** Where what is left out begins and ends. */
export type NoteAt = { readonly from: number; readonly to: number; readonly instead?: Uint8Array };

/** `notes` in order; `bytes` themselves where nothing is left out. */
export function without(bytes: Uint8Array, notes: readonly NoteAt[]): Uint8Array {
  if (notes.length === 0) return bytes;
  const gone = notes.reduce((size, { from, to, instead }) => size + (to - from) - (instead?.length ?? 0), 0);
  const left = new Uint8Array(bytes.length - gone);
  let size = 0;
  const add = (part: Uint8Array) => {
    left.set(part, size);
    size += part.length;
  };
  let at = 0;
  for (const { from, to, instead } of notes) {
    add(bytes.subarray(at, from));
    if (instead) add(instead);
    at = to;
  }
  add(bytes.subarray(at));
  return left;
}
