/** Bytes that every thread can read: to hand over large ones otherwise holds up whoever is given them. */

/** One behind the other. */
export function sharedBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(new SharedArrayBuffer(parts.reduce((size, { length }) => size + length, 0)));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
