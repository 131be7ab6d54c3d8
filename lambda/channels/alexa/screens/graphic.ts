/** An address as a square code, in the vector graphics that a screen draws. */

import { encode } from 'uqr';

/** Cells of white around it, without which no camera finds it. Source: ISO/IEC 18004. */
const QUIET = 4;

export function graphicOf(address: string) {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET });
  const pathData = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return {
    type: 'AVG',
    version: '1.2',
    height: size,
    width: size,
    viewportHeight: size,
    viewportWidth: size,
    items: [{ type: 'path', fill: '#000000', pathData }],
  };
}
