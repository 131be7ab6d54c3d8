/** Asks the program whether it can read a file: what the other languages do not show, its own shapes tell. */

import { GOODS_FILE, GOODS_WORDS } from '../../lambda/language/goods/goods-words';
import { shapeOf } from '../../lambda/language/hearing/word-files';
import type { Folder } from './folder';
import type { Finding, Path } from './lines';

/** Of a file that is there. */
export function unreadIn(folder: Folder, file: string): readonly Finding[] {
  const shape = file === GOODS_FILE ? GOODS_WORDS : shapeOf(file);
  const issues = shape?.safeParse(folder.file(file)?.value).error?.issues ?? [];
  return issues.flatMap((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol') as Path;
    const keys = 'keys' in issue ? (issue.keys as readonly string[]) : [];
    const tell = (at: Path, message: string) => folder.finding(file, at, `${at.join('.')} ${message}`);
    if (issue.code === 'unrecognized_keys') return keys.map((key) => tell([...path, key], 'is not known'));
    if (issue.code === 'invalid_key') return [tell(path, 'must be a word of letters alone, in lower case')];
    const values = 'values' in issue ? (issue.values as readonly unknown[]).map((one) => JSON.stringify(one)) : [];
    if (values.length > 0) return [tell(path, `must be ${values.join(' or ')}`)];
    return [
      tell(
        path,
        issue.code === 'invalid_format'
          ? 'must be one letter, in lower case'
          : 'is missing, or not as it is in other languages',
      ),
    ];
  });
}
