/** Checks that a mark of what is not translated yet is whole: without its colon it would be read to shoppers. */

import { isTodo } from '../../lambda/language/locales/todo';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { TEXT_FILES, textsWithin } from './texts';

const HALF = /^\s*TODO(?!\p{L})/iu;

export function checkTodo(folder: Folder): readonly Finding[] {
  return TEXT_FILES.flatMap((file) =>
    textsWithin(file, folder.file(file)?.value)
      .filter(({ text }) => HALF.test(text) && !isTodo(text))
      .map(({ path }) =>
        folder.finding(
          file,
          path,
          `${path.join('.')} begins with TODO and would be read so; what is not translated yet begins with "TODO: ", all else without it`,
        ),
      ),
  );
}
