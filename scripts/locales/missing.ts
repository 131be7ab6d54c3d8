/** What a key that is missing is told with: where it belongs, and how such a text looks. */

import type { Folder } from './folder';
import type { Finding } from './lines';
import { MEASURE } from './source';

/** Words of the measure that an empty list is told with. */
const EXAMPLES = 2;

export type Missing = {
  readonly file: string;
  /** Down to the key that is missing. */
  readonly path: readonly string[];
  /** What lies beside it here, and in the language all others are measured by. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly measure: Readonly<Record<string, unknown>>;
};

/** `format.topic_X is missing; write a text, like "topic_Reorder": "order something"` at the line of its neighbour. */
export function missingOf(folder: Folder, { file, path, own, measure }: Missing): Finding {
  const key = path.at(-1) ?? '';
  const beside = Object.keys(own)
    .filter((name) => isLike(name, key))
    .at(-1);
  const at = beside === undefined ? path : [...path.slice(0, -1), beside];
  const example = [key, beside, ...Object.keys(measure).filter((name) => isLike(name, key))].find(
    (name) => name !== undefined && typeof measure[name] === 'string',
  );
  const like = example === undefined ? '' : `; write a text, like "${example}": ${JSON.stringify(measure[example])}`;
  return folder.finding(file, at, `${path.join('.')} is missing${like}`);
}

type Empty = { readonly file: string; readonly path: readonly (string | number)[] };

/** `consent.yes has no words, or an empty one; like "yes", "yep" in en`. */
export function emptyOf(folder: Folder, { file, path }: Empty): Finding {
  const there = path.reduce<unknown>((node, step) => Object(node)[step], folder.file(file, MEASURE)?.value);
  const words = Array.isArray(there) ? there : Object.keys(Object(there));
  const like = words.slice(0, EXAMPLES).map((word) => JSON.stringify(word));
  const told = like.length > 0 ? `; like ${like.join(', ')} in ${MEASURE}` : '';
  return folder.finding(file, path, `${path.join('.')} has no words, or an empty one${told}`);
}

/** Of one set: `topic_Reorder` and `topic_Help`, `intent.Yes` and `intent.No`. */
function isLike(name: string, key: string): boolean {
  const set = /^[a-zA-Z]+[._-]/.exec(key)?.[0];
  return set !== undefined && name !== key && name.startsWith(set);
}
