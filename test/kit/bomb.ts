/** Small files that are made to fill memories. */

import { deflateSync } from 'node:zlib';

/** A PNG of so many dots that says of itself how large it is, and unpacks to all of it. */
export function bomb(side: number, { depth = 1, isLayered = false } = {}): Buffer {
  const chunk = (name: string, body: Buffer) => {
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set(depth === 16 ? [16, 2, 0, 0, 0] : [1, 0, 0, 0, 0], 8);
  head[12] = isLayered ? 1 : 0;
  const dots = deflateSync(Buffer.alloc(side * (side / 8 + 1)), { level: 9 });
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([sign, chunk('IHDR', head), chunk('IDAT', dots), chunk('IEND', Buffer.alloc(0))]);
}
