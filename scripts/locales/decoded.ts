/** The text of a file somebody else's tool has written: in the encoding it says it has, or refused; never read as rubbish. */

const AS_UTF8 = 'save it as UTF-8 (“Encoding” or “Charset” in most tools)';
/** Longer is no head. */
const HEAD = 2_048;
/** What no text has: a sign that was lost, or bytes of another encoding. */
const DAMAGE = /(?![\t\n\r])[\p{Cc}\ufffd]/u;

/** `declaredIn`: the encoding that the head of a file names. Throws what is wrong with it. */
export function decoded(bytes: Buffer, declaredIn: (head: string) => string | undefined): string {
  const label = marked(bytes) ?? declaredIn(bytes.subarray(0, HEAD).toString('latin1')) ?? 'utf-8';
  const text = textIn(bytes, label);
  const at = text.search(DAMAGE);
  if (at < 0) return text;
  const line = text.slice(0, at).split('\n').length;
  throw new Error(`line ${line}: a sign is none, or was lost when the file was saved as "${label}"; ${AS_UTF8}`);
}

/** By the mark at its beginning. */
function marked([first, second]: Buffer): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

function textIn(bytes: Buffer, label: string): string {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    throw new Error(`it says it is written in "${label}", which nobody here can read; ${AS_UTF8}`);
  }
  try {
    return decoder.decode(bytes);
  } catch {
    throw new Error(`it is not written in ${label}, as it should be; ${AS_UTF8}, and let its head say so`);
  }
}
