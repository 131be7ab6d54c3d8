/** Money is told as it stands alone, "1 koruna": no word may stand before it that would want another case of exactly one. */

import { join } from 'node:path';
import { loadLocales } from '../../lambda/language/locales/locales';
import { DECLARED } from '../../scripts/locales/contract';
import { leavesOf } from '../../scripts/locales/texts';

const LOCALES = join(__dirname, '../../locales');
/** Words that want another case right behind them, where a language has such cases; "stojí 1 koruna" is wrong, "cena je 1 koruna" is not. */
const GOVERNING: Readonly<Record<string, string>> = {
  cs: 'za|na|o|od|do|nad|pod|přes|po|stojí|stál[aoy]?|vyjde|dělá|dostanete|máte|vrátit|vracíme|vrátíme|vrátíme vám|vám vrátíme|připíšeme|vám připíšeme|přesáhne|zaplatíte',
  pl: 'za|na|o|od|do|nad|pod|poniżej|po|kosztuje|kosztował[aoy]?|zwrócić|zwrócono|zwrócimy|przelewamy|zapłacono|wynosi|wynosić|więcej niż|wróci|mają|ma',
};
const PHRASES_OF_MONEY: readonly string[] = ['amount'];

/** The variables of a reply that are money; in the language's own phrases, by their name. */
function moneyIn(key: string): readonly string[] {
  if (key.startsWith('format.')) return PHRASES_OF_MONEY;
  const kinds = DECLARED.get(key) ?? {};
  return Object.entries(kinds).flatMap(([name, kind]) => (JSON.stringify(kind).includes('money') ? [name] : []));
}

/** "Purchase.confirm.ask" of "Purchase.confirm.ask.a" and of "Purchase.confirm.ask_short". */
const keyOf = (path: readonly string[]) =>
  path
    .map((part) => part.replace(/_.*$/, ''))
    .filter((part) => !/^[a-z]$/.test(part))
    .join('.');

describe.each(Object.entries(GOVERNING))('%s', (language, words) => {
  const folder = loadLocales(LOCALES).folders.find(({ name }) => name === language);
  const leaves = leavesOf(folder?.speech ?? {});
  const told = (path: readonly string[]) => moneyIn(keyOf(path));

  it('finds money in many texts', () => {
    expect(leaves.filter(({ path }) => told(path).length > 0).length).toBeGreaterThan(60);
  });

  it('is governed nowhere', () => {
    const governed = leaves.filter(({ path, text }) =>
      told(path).some((name) => new RegExp(`(?<!\\p{L})(${words}) \\{\\{${name}\\}\\}`, 'iu').test(text)),
    );
    expect(governed.map(({ path, text }) => `${path.join('.')}: ${text}`)).toEqual([]);
  });
});
