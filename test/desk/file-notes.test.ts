/** Where no picture can be made anew, what is noted beside it is taken out, and nothing of the picture is; what is broken breaks nothing. */

import * as fc from 'fast-check';
import sharp from 'sharp';
import { withoutNotes } from '../../lambda/vocabulary/file-notes';
import { typeIn } from '../../lambda/vocabulary/file-signs';
import { JPEG as PHOTO, PNG } from '../kit/files';
import { seenIn, UPRIGHT } from '../kit/seen-in';

const segment = (marker: number, text: string) => {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body]);
};
const PICTURE = segment(0xdb, 'the picture itself');
const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, 'JFIF\0'),
  segment(0xe1, 'Exif taken in Via Roma 7'),
  PICTURE,
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);

const NOTE = Buffer.from('taken in Via Roma 7');

function pngChunk(name: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, Buffer.from(name), body, Buffer.from('sum!')]);
}

function webpOf(...chunks: readonly (readonly [string, Buffer])[]): Buffer {
  const all = chunks.map(([name, body]) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return Buffer.concat([Buffer.from(name), length, body, Buffer.alloc(body.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...all]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length);
  return Buffer.concat([Buffer.from('RIFF'), length, body]);
}

test('of a JPEG its picture stays', () => {
  const kept = Buffer.from(withoutNotes('image/jpeg', JPEG));
  expect([kept.includes(PICTURE), kept.includes('Via Roma'), kept.subarray(-2)]).toEqual([
    true,
    false,
    Buffer.from([0xff, 0xd9]),
  ]);
});

test('of what a phone made the colours stay, and which side is up; no more is told, nor anything behind its end', async () => {
  const bare = Buffer.from(withoutNotes('image/jpeg', Buffer.concat([PHOTO, PHOTO])));
  const { orientation, icc, xmp, exif } = await sharp(bare).metadata();
  expect([orientation, icc?.length, xmp, exif?.length]).toEqual([6, 480, undefined, 32]);
  expect(bare.includes('Via Roma')).toBe(false);
  expect(await seenIn(await sharp(bare).autoOrient().jpeg().toBuffer())).toEqual(UPRIGHT);
  expect(Buffer.from(withoutNotes('image/jpeg', PHOTO))).toEqual(bare);
  expect(Buffer.from(withoutNotes('image/jpeg', bare))).toEqual(bare);
});

test('whatever an application calls its part of a JPEG, it goes; the parts that make the picture stay', () => {
  const ofPicture = [segment(0xe0, 'JFIF\0'), segment(0xe2, 'ICC_PROFILE\0'), segment(0xee, 'Adobe'), PICTURE];
  const others = Array.from({ length: 16 }, (_, at) => segment(0xe0 + at, NOTE.toString()));
  const [start, end] = [
    Buffer.from([0xff, 0xd8]),
    Buffer.from([0xff, 0xda, 0, 2, 1, 0xff, 0, 0xff, 0xd0, 3, 0xff, 0xd9]),
  ];
  const noted = Buffer.concat([start, ...others, ...ofPicture, segment(0xfe, NOTE.toString()), end, NOTE]);
  expect(Buffer.from(withoutNotes('image/jpeg', noted))).toEqual(Buffer.concat([start, ...ofPicture, end]));
});

test('of a PNG all but its notes stays as it is', () => {
  const [head, rest] = [PNG.subarray(0, 33), PNG.subarray(33)];
  const notes = ['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((name) => pngChunk(name, NOTE));
  expect(Buffer.from(withoutNotes('image/png', Buffer.concat([head, ...notes, rest])))).toEqual(PNG);
  expect(Buffer.from(withoutNotes('image/png', PNG))).toEqual(PNG);
});

test('of a WebP all but its notes stays, and it says so of itself', () => {
  const picture = ['VP8 ', Buffer.from('the picture')] as const;
  const flags = (set: number) => ['VP8X', Buffer.from([set, 0, 0, 0, 9, 0, 0, 9, 0, 0])] as const;
  const noted = webpOf(flags(0x1c), picture, ['EXIF', NOTE], ['XMP ', NOTE]);
  expect(Buffer.from(withoutNotes('image/webp', noted))).toEqual(webpOf(flags(0x10), picture));
  expect(Buffer.from(withoutNotes('image/webp', webpOf(picture)))).toEqual(webpOf(picture));
});

test('what is cut short or made up is taken as it is, and is the same type', () => {
  const wholes = [JPEG, PHOTO, PNG, webpOf(['VP8X', Buffer.from([0x0c, 0, 0])], ['EXIF', NOTE])];
  const cut = fc.tuple(fc.constantFrom(...wholes), fc.nat(200), fc.uint8Array({ maxLength: 40 }));
  fc.assert(
    fc.property(cut, ([whole, at, more]) => {
      const bytes = Buffer.concat([whole.subarray(0, Math.max(16, at)), more]);
      const type = typeIn(bytes);
      if (!type) return false;
      const kept = withoutNotes(type, bytes);
      return kept.length <= bytes.length && typeIn(kept) === type;
    }),
  );
});
