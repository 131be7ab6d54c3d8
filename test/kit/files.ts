/** Files as small as they can be: what counts is how the bytes begin, what can be seen in them, and what a camera notes beside it. */

/** A JPEG of a phone held upright: 12 x 8 dots, red beside blue, to be turned so that red is above; it tells where it was taken. */
export const JPEG = Buffer.from(
  [
    '/9j/4QEeRXhpZgAASUkqAAgAAAAIABIBAwABAAAABgAAABoBBQABAAAAbgAAABsBBQABAAAAdgAAACgBAwABAAAAAgAAABMCAwABAAAAAQAAAJ',
    'iCAgAUAAAAfgAAAGmHBAABAAAAkgAAACWIBAABAAAA4AAAAAAAAAA4YwAA6AMAADhjAADoAwAAdGFrZW4gaW4gVmlhIFJvbWEgNwAGAACQBwAE',
    'AAAAMDIxMAGRBwAEAAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAADAAAAAOgBAABAAAACAAAAAAAAAACAAEAAgACAAAATg',
    'AAAAIABQADAAAA/gAAAAAAAAAzAAAAAQAAAB4AAAABAAAAngwAAGQAAAD/4gHwSUNDX1BST0ZJTEUAAQEAAAHgbGNtcwQgAABtbnRyUkdCIFhZ',
    'WiAH4gADABQACQAOAB1hY3NwTVNGVAAAAABzYXdzY3RybAAAAAAAAAAAAAAAAAAA9tYAAQAAAADTLWhhbmR56b9WWj4BtoMjhVVG90+qAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAApkZXNjAAAA/AAAACRjcHJ0AAABIAAAACJ3dHB0AAABRAAAABRjaGFkAAABWAAAACxyWFlaAAAB',
    'hAAAABRnWFlaAAABmAAAABRiWFlaAAABrAAAABRyVFJDAAABwAAAACBnVFJDAAABwAAAACBiVFJDAAABwAAAACBtbHVjAAAAAAAAAAEAAAAMZW',
    '5VUwAAAAgAAAAcAHMAUgBHAEJtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAYAAAAcAEMAQwAwAABYWVogAAAAAAAA9tYAAQAAAADTLXNmMzIAAAAA',
    'AAEMPwAABd3///MmAAAHkAAA/ZL///uh///9ogAAA9wAAMBxWFlaIAAAAAAAAG+gAAA48gAAA49YWVogAAAAAAAAYpYAALeJAAAY2lhZWiAAAA',
    'AAAAAkoAAAD4UAALbEcGFyYQAAAAAAAwAAAAJmaQAA8qcAAA1ZAAAT0AAAClv/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4p',
    'LSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYVFSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0',
    '9PT09PT09PT09PT09PT09PT0//wAARCAAIAAwDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAUG/8QAGRABAAIDAAAAAAAAAAAAAAAA',
    'AAIENIGx/8QAFQEBAQAAAAAAAAAAAAAAAAAABQb/xAAaEQABBQEAAAAAAAAAAAAAAAABAAIGNHKx/9oADAMBAAIRAxEAPwDMXcSeupIKSLU3aP',
    'AlJHabkdK//9k=',
  ].join(''),
  'base64',
);

/** The smallest PNG a browser draws; made anew it is the same. */
export const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAACXBIWXMAAAsSAAALEgHS3X78AAAADUlEQVQImWNg+M9QDwADgQF/hps9nQAAAABJRU5ErkJggg==',
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
