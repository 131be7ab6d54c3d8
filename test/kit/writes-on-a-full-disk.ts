/** A program for `console/full-disk`: writes whatever people write in a folder, and tells what each was told. */

import { add } from '../../scripts/locales/add';
import { exported, imported } from '../../scripts/locales/exchange';
import { removeFamiliar } from '../../scripts/locales/familiar-texts';
import { localiserOf } from '../../scripts/locales/localiser';
import { writePace } from '../../scripts/locales/pace';
import { sentencesIn, writeSentences } from '../../scripts/locales/sentence-lists';
import { putTexts } from '../../scripts/locales/texts';

const [root = '', translated = ''] = process.argv.slice(2);
const place = { root };
const more = (sentence: string) => {
  const before = sentencesIn(place, 'de').Thanks ?? [];
  return { language: 'de', intent: 'Thanks', before, sentences: [...before, sentence] };
};
const WRITES: Readonly<Record<string, () => unknown>> = {
  'a text': () =>
    putTexts(place, 'de', [{ file: 'speech.json', path: ['Thanks', 'welcome', 'a'], text: 'Jederzeit wieder gern.' }]),
  'the sentences of an intent': () => writeSentences(place, more('habt tausend dank')),
  'a sentence on the page': () => localiserOf(place).saveSentences(more('habt tausend dank')),
  'words for friends that are taken away': () =>
    removeFamiliar(place, 'de', { file: 'familiar.json', path: ['speech'] }),
  'how fast a language is read': () => writePace(place, 'de', { rate: 12.3, digit: 4.5 }),
  'what translators wrote': () => imported(place, 'it', translated, true),
  'what translators are given': () => exported(place, 'it', translated),
  'a new language': () => add(place, { code: 'nl', name: 'Nederlands' }),
};

async function told(): Promise<Readonly<Record<string, string | null>>> {
  const all: Record<string, string | null> = {};
  for (const [name, write] of Object.entries(WRITES)) {
    try {
      await write();
      all[name] = null;
    } catch (error) {
      all[name] = (error as Error).message;
    }
  }
  return all;
}

told().then((all) => process.stdout.write(JSON.stringify(all)));
