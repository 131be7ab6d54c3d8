/** Texts as PO, as gettext's tools open it. A plural form is an entry of its own, because languages differ in theirs. */

import PO from 'pofile';
import { type LocaleText, type NewText, nameOf } from './texts';

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
    item.references = [`locales/${language}/${one.file}:${one.line}`];
    return item;
  });
  return `${po.toString()}\n`;
}

/** The translated texts of a file; what is marked fuzzy is a guess, and left. Throws where it is for another language. */
export function fromPo(text: string, language: string): readonly NewText[] {
  const po = PO.parse(text);
  const written = po.headers.Language ?? '';
  if (written !== '' && written.replace('_', '-') !== language)
    throw new Error(`this file is for "${written}", not for "${language}"`);
  return po.items.flatMap((item) => {
    const [words = ''] = item.msgstr;
    if (words === '' || item.obsolete || item.flags.fuzzy || !item.msgctxt) return [];
    const [file = '', ...path] = item.msgctxt.split('/');
    return [{ file, path, text: words }];
  });
}
