/** Checks R7: what our sentences tell a shopper to say is understood when it is said. */

import type { Words } from '../../lambda/language/hearing/words';
import { literal } from '../../lambda/vocabulary/literal';
import type { Expected } from '../../lambda/vocabulary/outcome';
import { goodsFor } from './catalogue';
import { hearingFor } from './check-heard';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { localesOf } from './source';
import { WAKE_WORDS } from './unsaid';

/** Any answer may be suggested inside a question. */
const ANY: readonly Expected[] = ['yesno', 'number', 'ordinal', 'product', 'place', 'problem', 'remedy'];

export function checkSuggestions(folder: Folder): readonly Finding[] {
  const words = folder.file('words.json')?.value as Words;
  const hearing = hearingFor(folder.place);
  const goods = goodsFor(folder.language, localesOf(folder.place));
  return textsIn(folder.file('speech.json')?.value, []).flatMap(({ path, text }) =>
    suggestionsIn(text, words)
      .filter((phrase) => {
        const context = { locale: folder.language, goods };
        const heard = [hearing.hear(phrase, context), hearing.hear(phrase, { ...context, expects: ANY })];
        return heard.every(({ intent }) => intent === 'Fallback');
      })
      .map((phrase) => {
        const message = `${path.join('.')} tells shoppers to say "${phrase}", which is not understood`;
        return folder.finding('speech.json', path, message);
      }),
  );
}

type Text = { readonly path: readonly string[]; readonly text: string };

function textsIn(node: unknown, path: readonly string[]): readonly Text[] {
  if (typeof node === 'string') return [{ path, text: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}

/** "Alexa, louder": her name is no request. */
const WAKES: ReadonlySet<string> = new Set(WAKE_WORDS);

/** The phrases between "say:" or "say," and the end of the sentence. */
export function suggestionsIn(text: string, { suggest }: Pick<Words, 'suggest'>): readonly string[] {
  const either = (list: readonly string[]) => list.map(literal).join('|');
  if (suggest.after.length === 0) return [];
  const after = new RegExp(`(?<!\\p{L})(?:${either(suggest.after)})[:,]\\s*([^.?!]+)`, 'giu');
  const between = new RegExp(`[,:;]\\s*|(?<=^|[\\s,:])(?:${either(suggest.between)})(?=$|[\\s,:])`, 'giu');
  return [...text.matchAll(after)]
    .flatMap(([, phrases = '']) => phrases.split(between))
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '' && !phrase.includes('{{') && !WAKES.has(phrase.toLowerCase()));
}
