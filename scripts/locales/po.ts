/** Texts as PO, as gettext's tools open it. A plural form is an entry of its own, because languages differ in theirs. */

import PO from 'pofile';
import { isFor, type LocaleText, nameOf, printOf, type TextBack } from './texts';

/** Before the print of the text that went out. */
const WAS = 'was: ';

export function toPo(texts: readonly LocaleText[], language: string): string {
  const po = new PO();
  po.headers = {
    ...{ Language: language, 'MIME-Version': '1.0', 'Content-Type': 'text/plain; charset=UTF-8' },
    ...{ 'Content-Transfer-Encoding': '8bit', 'Project-Id-Version': 'Earshot' },
  };
  po.items = texts.map((one) => {
    const item = new PO.Item();
    item.msgctxt = nameOf(one);
    item.msgid = one.source;
    item.msgstr = [one.text ?? ''];
    item.extractedComments = [`${WAS}${printOf(one.text)}`];
    item.references = [`locales/${language}/${one.file}:${one.line}`];
    return item;
  });
  return `${po.toString()}\n`;
}

/** The translated texts of a file; what is marked fuzzy is a guess, and left. Throws where it is for another language. */
export function fromPo(text: string, language: string): readonly TextBack[] {
  const po = PO.parse(text);
  const written = po.headers.Language ?? '';
  if (written !== '' && !isFor(language, written))
    throw new Error(`this file is for "${written}", not for "${language}"`);
  if (!po.items.some(({ msgctxt }) => msgctxt)) throw new Error('no entry of it says by msgctxt which text it is');
  return po.items.flatMap((item) => {
    const [words = ''] = item.msgstr;
    if (words === '' || item.obsolete || item.flags.fuzzy || !item.msgctxt) return [];
    const [file = '', ...path] = item.msgctxt.split('/');
    const was = item.extractedComments.find((one) => one.startsWith(WAS))?.slice(WAS.length);
    return [{ file, path, text: words, source: item.msgid, ...(was === undefined ? {} : { was }) }];
  });
}
