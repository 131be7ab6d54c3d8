/** Standard input, line by line, as it is typed or piped. */

/** By line feeds alone: readline also ends lines at signs that stand inside what people paste. */
export async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}

/** Whoever asks and is answered, line by line. */
export type Asking = {
  /** What was typed, without spaces around it; null: there is no more. */
  readonly read: () => Promise<string | null>;
  readonly write: (line: string) => void;
};

/** On a terminal. */
export function asking(input: NodeJS.ReadStream, output: NodeJS.WriteStream): Asking {
  const lines = linesOf(input);
  const read = async () => {
    const { value, done } = await lines.next();
    return done ? null : value.trim();
  };
  return { read, write: (line) => void output.write(`${line}\n`) };
}
