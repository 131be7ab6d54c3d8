/** Writes what is answered now into a language's examples, for a person to read before it is committed. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { readShopFile } from '../../lambda/house/shop-file';
import { writeWhole } from '../../lambda/language/locales/whole-file';
import { play } from './answer';
import { readExamples } from './examples';
import { localesOf, type Place } from './source';

const FILE = 'examples.yaml';

/** How many answers have changed; all else in the file stays as it is. Throws when the file has a mistake. */
export async function writeAnswers(place: Place, language: string): Promise<number> {
  const file = `${language}/${FILE}`;
  const path = join(localesOf(place), file);
  const { dialogues, findings } = readExamples(path, file);
  const [mistake] = findings;
  if (mistake) throw new Error(`${mistake.file}:${mistake.line}: ${mistake.message}`);
  const shop = readShopFile(join(place.root, 'shop', 'shop.json'));
  const document = parseDocument(readFileSync(path, 'utf8'));
  let changed = 0;
  for (const [at, dialogue] of dialogues.entries()) {
    const played = await play(dialogue, { place, shop, language });
    for (const [turn, { answered }] of played.entries()) {
      const written = dialogue.turns[turn];
      // What has a number of its own each time (a voucher) is held by what is replied, not word by word.
      if (written?.replies && written.answered === undefined) continue;
      if ((written?.answered ?? '') === answered) continue;
      changed += 1;
      const answer = [at, 'turns', turn, 'answered'];
      if (answered === '') document.deleteIn(answer);
      else document.setIn(answer, answered);
    }
  }
  if (changed > 0) writeWhole(path, document.toString({ lineWidth: 0, flowCollectionPadding: true }));
  return changed;
}
