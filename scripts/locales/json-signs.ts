/** Reads the signs of a JSON text one after the other: texts, words and what stands between them. */

import type { JsonProblem } from './json-tree';

export type JsonReader = {
  readonly problems: JsonProblem[];
  /** The next sign that is no space; empty: there is none. */
  peek(): string;
  /** Where that sign stands, and where the last thing that was taken ended. */
  at(): number;
  end(): number;
  take(): void;
  key(): string;
  /** A text, a number, true, false or null. */
  word(): unknown;
  rest(length: number): string;
  lineOf(at: number): number;
  /** So much is wrong that whatever follows would only be misread. */
  isStuck(): boolean;
  /** Of a place in the text, or of the next sign. `stop`: and nothing is read from here on. */
  tell(message: string, at?: number): void;
  stop(message: string, at?: number): void;
};

const MOST = 12;
const OPENING = /["'“”„‟«»‘’‚`]/;
const NOTE = /(?:\/\/|#)[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/y;
const PLAIN = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
/** `"key”: "`: two texts that look like one. */
const MIXED = /[“”«»‘’]\s*[:,]\s*"$/u;
const BARE = /[^\s,:{}[\]"]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const CONFLICT = /^(?:<{7}|={7}|>{7})/m;
const KNOWN: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

export function createReader(text: string): JsonReader {
  let [now, end, stopped] = [0, 0, false];
  const problems: JsonProblem[] = [];
  const conflict = CONFLICT.exec(text);
  const tell = (message: string, at = now) => {
    if (problems.length < MOST) problems.push({ at, message });
  };
  if (conflict) {
    tell('marks of a merge are left (<<<<<<< ======= >>>>>>>): keep one of the two, and no mark', conflict.index);
    stopped = true;
  }
  const found = (pattern: RegExp): string => {
    pattern.lastIndex = now;
    return pattern.exec(text)?.[0] ?? '';
  };
  const pass = (length: number): string => {
    const passed = text.slice(now, now + length);
    now += length;
    end = now;
    return passed;
  };
  const skip = (): void => {
    for (;;) {
      while (/\s/.test(text[now] ?? '')) now += 1;
      const note = found(NOTE);
      if (note === '') return;
      tell(`a note (${JSON.stringify(note.slice(0, 12))}) stands there; JSON has none`);
      now += note.length;
    }
  };
  const quoted = (): string => {
    const plain = found(PLAIN);
    const mixed = MIXED.exec(plain);
    if (mixed && !/^\s*[,:}\]]/.test(text.slice(now + plain.length))) {
      tell(typographic(mixed[0][0]));
      return pass(mixed.index + 1).slice(1, -1);
    }
    if (plain !== '') return JSON.parse(pass(plain.length)) as string;
    const own = text[now] ?? '';
    if (own !== '"') tell(own === "'" ? `a quote ' stands where " belongs` : typographic(own));
    return pass(damagedIn(text, now, reader)).replace(/^.|["'“”„‟«»‘’‚`]$/gu, '');
  };
  const bare = (): string => {
    const word = found(BARE) || (text[now] ?? '');
    return pass(word.length);
  };
  const unquoted = (word: string, at: number): void => {
    const isWord = /[\p{L}\p{N}]/u.test(word);
    if (isWord) tell(`${word} stands without quotes; write "${word}"`, at);
    else reader.stop(word === '' ? 'the file ends where a text belongs' : `a ${word} stands where a text belongs`, at);
  };
  const reader: JsonReader = {
    problems,
    peek: () => {
      skip();
      return text[now] ?? '';
    },
    at: () => now,
    end: () => end,
    take: () => void pass(1),
    rest: (length) => text.slice(now, now + length).split('\n')[0] ?? '',
    lineOf: (at) => text.slice(0, at).split('\n').length,
    isStuck: () => stopped || problems.length >= MOST,
    tell,
    stop(message, at) {
      tell(message, at);
      stopped = true;
    },
    key() {
      const sign = reader.peek();
      if (OPENING.test(sign)) return quoted();
      const at = now;
      const word = bare();
      unquoted(word, at);
      return word;
    },
    word() {
      if (OPENING.test(reader.peek())) return quoted();
      const at = now;
      const word = bare();
      if (Object.hasOwn(KNOWN, word)) return KNOWN[word];
      if (NUMBER.test(word)) return Number(word);
      unquoted(word, at);
      return word;
    },
  };
  return reader;
}

function typographic(quote = ''): string {
  return `a quote ${quote} is a typographic one; write "`;
}

/** How long a text is that is not written as it must be; what is wrong inside it is told. */
function damagedIn(text: string, from: number, { tell, stop }: JsonReader): number {
  const line = text.slice(from).split('\n')[0] ?? '';
  const own = line[0] ?? '';
  const closing = own === '"' ? /(?<!\\)"/ : own === "'" ? /'/ : /["“”«»‘’]/u;
  const after = closing.exec(line.slice(1));
  const whole = after ? after.index + 1 + after[0].length : 0;
  const inside = line.slice(1, whole === 0 ? undefined : whole - 1);
  const stray = /\\(?!["\\/bfnrt]|u[\da-fA-F]{4})./u.exec(inside);
  if (own === '"' && whole > 0 && stray) tell(`${stray[0]} stands in a text; a \\ is written \\\\`, from);
  else if (own === '"' && whole > 0) tell('a tab, or a sign nobody sees, stands in a text; write a space', from);
  if (whole > 0) return whole;
  // Up to where whoever wrote it meant it to end.
  const [tail = '', quote] = /([“”«»‘’])?\s*[,}\]:]*\s*$/u.exec(line) ?? [];
  if (quote) tell(typographic(quote), from);
  else stop('a text lacks its closing quote; it has to end on its line', from);
  return Math.max(1, line.length - tail.length + (quote ? 1 : 0));
}
