/** Files as small as they can be: what counts is how the bytes begin, and what a camera notes in them. */

const segment = (marker: number, text: string) => {
  const body = Buffer.from(text);
  return Buffer.concat([Buffer.from([0xff, marker, 0, body.length + 2]), body]);
};

export const PICTURE = segment(0xdb, 'the picture itself');

/** A JPEG that tells where it was taken. */
export const JPEG = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xe0, 'JFIF'),
  segment(0xe1, 'Exif taken in Via Roma 7'),
  PICTURE,
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);

/** The smallest PNG a browser draws. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Looks like a picture, and runs where it is opened. */
export const SVG = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj <</JS (app.alert(1))>>');
/** A voice note as WhatsApp and Telegram send one. */
export const OGG = Buffer.from('OggS\0\x02 and sound', 'latin1');
/** As an iPhone keeps its photos; hardly any browser draws it. */
export const HEIC = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
export const DOCX = Buffer.from('PK\x03\x04 … word/document.xml …', 'latin1');
