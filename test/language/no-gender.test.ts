/** Nobody knows who shops, and an assistant is nobody: no reply takes one of them for a man or a woman. */

import { join } from 'node:path';
import { loadLocales } from '../../lambda/language/locales/locales';
import { leavesOf } from '../../scripts/locales/texts';

const { folders } = loadLocales(join(__dirname, '../../locales'));
/** Forms that tell it of who speaks or is spoken to. */
const TELLS: Readonly<Record<string, RegExp>> = {
  cs: /(?<!\p{L})(zákazní(k|kem|ka|kovi)|\p{L}+l[aiy]? (jsem|jsi|jste|bych|byste)|(jsem|jsi|jste|bych|byste) ((se|si|to|ho|ji|vám|už) )*\p{L}+l[aiy]?|rád|ráda|sám|sami|sama|jistý|jistá)(?!\p{L})/iu,
  it: /(?<!\p{L})((sono|sei|fossi|essere) (\p{L}+[aiu]t[oa]|sicur[oa]|content[oa]|pront[oa])|benvenut[oa]|content[oa]|da sol[oa]|tutt[oa] sol[oa])(?!\p{L})/iu,
  pl: /(?<!\p{L})(?!(wy|prze|na)syłam|zespołem)(klient(a|em|owi)?|\p{L}+(łem|łam|łeś|łaś|łbym|łabym|łbyś|łabyś)|pan|pani|pana|panu|panią|powinienem|powinnam|jestem pew(ien|na))(?!\p{L})/iu,
};

test.each(Object.entries(TELLS))('%s', (language, tells) => {
  const folder = folders.find(({ name }) => name === language);
  const leaves = [...leavesOf(folder?.speech ?? {}), ...leavesOf(folder?.text ?? {})];
  const told = leaves.filter(({ text }) => tells.test(text)).map(({ path, text }) => `${path.join('.')}: ${text}`);
  expect(told).toEqual([]);
});
