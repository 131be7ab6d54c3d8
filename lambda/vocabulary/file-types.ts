/** The types of files that shoppers and people of shops send each other: how each is shown, and what it is saved as. */

/** `photo`: a browser shows it; `voice`: a browser plays it; `file`: it is saved and opened elsewhere. */
export type FileKind = 'photo' | 'voice' | 'file';

const TYPES = {
  'image/jpeg': { kind: 'photo', ending: 'jpg' },
  'image/png': { kind: 'photo', ending: 'png' },
  'image/webp': { kind: 'photo', ending: 'webp' },
  'image/gif': { kind: 'photo', ending: 'gif' },
  'image/avif': { kind: 'photo', ending: 'avif' },
  // No browser but one draws it: whoever gets it opens it elsewhere.
  'image/heic': { kind: 'file', ending: 'heic' },
  'audio/ogg': { kind: 'voice', ending: 'ogg' },
  'audio/mpeg': { kind: 'voice', ending: 'mp3' },
  'audio/mp4': { kind: 'voice', ending: 'm4a' },
  'audio/aac': { kind: 'voice', ending: 'aac' },
  'audio/wav': { kind: 'voice', ending: 'wav' },
  'audio/amr': { kind: 'file', ending: 'amr' },
  'video/mp4': { kind: 'file', ending: 'mp4' },
  'video/quicktime': { kind: 'file', ending: 'mov' },
  'video/webm': { kind: 'file', ending: 'webm' },
  'application/pdf': { kind: 'file', ending: 'pdf' },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { kind: 'file', ending: 'docx' },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { kind: 'file', ending: 'xlsx' },
  'application/zip': { kind: 'file', ending: 'zip' },
  'text/plain': { kind: 'file', ending: 'txt' },
  'application/octet-stream': { kind: 'file', ending: 'bin' },
} as const satisfies Readonly<Record<string, { readonly kind: FileKind; readonly ending: string }>>;

export type FileType = keyof typeof TYPES;
export const FILE_TYPES = Object.keys(TYPES) as readonly FileType[];

export function isFileType(type: unknown): type is FileType {
  return typeof type === 'string' && Object.hasOwn(TYPES, type);
}

export function kindOfFile({ type }: { readonly type: FileType }): FileKind {
  return TYPES[type].kind;
}

/** What it is saved as: nothing of whoever sent it stands in it. */
export function fileName({ type }: { readonly type: FileType }): string {
  const { kind, ending } = TYPES[type];
  return `${kind}.${ending}`;
}

/** A file as it is sent to a browser. */
export function forBrowser<F extends { readonly type: FileType }>(file: F) {
  return { ...file, name: fileName(file), isShown: kindOfFile(file) !== 'file' };
}
