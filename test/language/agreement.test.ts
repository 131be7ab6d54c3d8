/** Nobody knows whether goods are one or many, "he", "she" or "it": no verb that would have to know stands right behind them. */

import { join } from 'node:path';
import { loadLocales } from '../../lambda/language/locales/locales';
import { leavesOf } from '../../scripts/locales/texts';

const LOCALES = join(__dirname, '../../locales');
/** "Il tuo ordine di {{product}} è": there the order is, and there is one of it. */
const GOODS = String.raw`(?<!ordine di )\{\{(product|products|goods|item|items|other|said)\}\} `;
/** Verbs that one takes and several do not. */
const OF_ONE: Readonly<Record<string, string>> = {
  cs: 'je|není|byl|byla|bylo|bude|nebude|má|nemá|přijde|dorazí|zmizí|chybí',
  de: 'ist|war|wird|kostet|kommt|hat|fehlt|soll|liegt|gibt',
  en: 'is|was|has|costs|comes|arrives|does|goes|isn’t|wasn’t|sells',
  it: 'è|era|ha|costa|arriva|torna|manca|sarà|doveva|dovrebbe',
  pl: 'jest|był|była|było|będzie|ma|kosztuje|dotrze|przyjdzie|wróci|zostało',
};

describe.each(['usual', 'familiar'])('%s', (manner) => {
  test.each(Object.entries(OF_ONE))('%s', (language, verbs) => {
    const familiarIn = manner === 'familiar' ? [language] : [];
    const folder = loadLocales(LOCALES, { familiarIn }).folders.find(({ name }) => name === language);
    const agreeing = new RegExp(`${GOODS}(${verbs})(?!\\p{L})`, 'u');
    const leaves = [...leavesOf(folder?.speech ?? {}), ...leavesOf(folder?.text ?? {})];
    const told = leaves.filter(({ text }) => agreeing.test(text)).map(({ path, text }) => `${path.join('.')}: ${text}`);
    expect(told).toEqual([]);
  });
});
