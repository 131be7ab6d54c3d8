/** Draws a picture anew of what is seen in it, so that nothing else of its file is left: no place, owner, device, comment or second picture. */

type Drawing =
  | {
      readonly kind: 'drawn';
      readonly type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif';
      readonly bytes: Uint8Array;
    }
  | { readonly kind: 'pixels' | 'unread' | 'nobody' };

/** Its library reads what strangers send, and may end whoever calls it: a server has a process of its own for it. */
export type Drawer = {
  /** In its full size, upright, at most `LARGE_PX` long. */
  large(bytes: Uint8Array): Promise<Drawing>;
  /** As it stands beside words, a JPEG; null: it is shown in its full size. */
  small(bytes: Uint8Array): Promise<Uint8Array | null>;
};

type Sharp = typeof import('sharp')['default'];
type Metadata = import('sharp').Metadata;

/** Enough to read a label on a parcel, and no more than a phone shows. */
const LARGE_PX = 2_560;
/** Beside the words at the desk. */
const SMALL_PX = 480;
/** Of all frames together; no phone takes more, and more is made only to fill memories. */
const MOST_PIXELS = 120_000_000;
const MOST_FRAMES = 300;
const SECONDS = 20;
/** Of what has to lie in the memory whole before any of it can be made smaller. */
const MOST_HELD_BYTES = 300_000_000;
/** What a dot of an AVIF takes while it is opened: its library keeps several forms of it. */
const AVIF_DOT_BYTES = 18;

let loading: Promise<Sharp | null> | undefined;

/** With the first picture: most programs never see one. It lies beside the bundle, as it holds machine code. */
function sharp(): Promise<Sharp | null> {
  loading ??= import('sharp').then(
    ({ default: made }) => {
      made.cache(false);
      made.concurrency(1);
      return made;
    },
    () => null,
  );
  return loading;
}

/** In this very process: for the one that does nothing else, and for tools and tests. */
export const HERE: Drawer = {
  async large(bytes) {
    const draw = await sharp();
    return draw ? drawnBy(draw, bytes) : { kind: 'nobody' };
  },
  async small(bytes) {
    const draw = await sharp();
    if (!draw) return null;
    const resize = { fit: 'inside', withoutEnlargement: true } as const;
    return asJpeg(opened(draw, bytes, false).resize(SMALL_PX, SMALL_PX, resize), 75).catch(() => null);
  },
};

async function drawnBy(draw: Sharp, bytes: Uint8Array): Promise<Drawing> {
  try {
    const known = await draw(bytes, { limitInputPixels: false }).metadata();
    const frames = known.pages ?? 1;
    const pixels = known.width * (known.pageHeight ?? known.height) * frames;
    const held = pixels * heldADot(known);
    if (pixels > MOST_PIXELS || held > MOST_HELD_BYTES || frames > MOST_FRAMES) return { kind: 'pixels' };
    const moves = frames > 1 && (known.format === 'gif' || known.format === 'webp');
    const picture = opened(draw, bytes, moves).resize(LARGE_PX, LARGE_PX, { fit: 'inside', withoutEnlargement: true });
    switch (known.format) {
      case 'png':
        return { kind: 'drawn', type: 'image/png', bytes: await picture.png().toBuffer() };
      case 'webp':
        return { kind: 'drawn', type: 'image/webp', bytes: await picture.webp().toBuffer() };
      case 'gif':
        return { kind: 'drawn', type: 'image/gif', bytes: await picture.gif().toBuffer() };
      default:
        return { kind: 'drawn', type: 'image/jpeg', bytes: await asJpeg(picture, 85) };
    }
  } catch {
    return { kind: 'unread' };
  }
}

/** Bytes; 0: it is read line by line, and made smaller on the way. */
function heldADot({ format, pages = 1, isProgressive, channels, depth }: Metadata): number {
  if (format === 'heif') return AVIF_DOT_BYTES;
  // What comes in layers is whole only with the last of them.
  if (isProgressive) return channels * (depth === 'uchar' ? 1 : 2);
  return format === 'webp' && pages > 1 ? channels : 0;
}

/** As much of it as arrived is shown; `moves`: all its frames. */
function opened(draw: Sharp, bytes: Uint8Array, moves: boolean) {
  return draw(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none', animated: moves })
    .autoOrient()
    .timeout({ seconds: SECONDS });
}

function asJpeg(picture: ReturnType<typeof opened>, quality: number): Promise<Uint8Array> {
  return picture.flatten({ background: 'white' }).jpeg({ quality, mozjpeg: false }).toBuffer();
}
