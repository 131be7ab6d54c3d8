/** Texts as PO, as gettext's tools open it. A plural form is an entry of its own, because languages differ in theirs. */

import PO from 'pofile';
import { type Exchanged, markOf, placeNamed, requireLanguage } from './exchanged';
import { requireWholePo } from './po-lines';
import { type LocaleText, nameOf } from './texts';

/** Before the mark of what a text was, in a comment that tools leave as it is. */
const WAS = 'was:';

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
    item.extractedComments = [`${WAS} ${markOf(one.text)}`];
    return item;
  });
  return `${po.toString()}\n`;
}

/** The encoding its header names. */
export function encodingOfPo(head: string): string | undefined {
  const named = /charset=([\w.:-]+)/i.exec(head)?.[1];
  return named === 'CHARSET' ? undefined : named;
}

/** The translated texts of a file; what is marked fuzzy is a guess, and left. Throws where it is damaged, or for another language. */
export function fromPo(text: string, language: string): Exchanged {
  requireWholePo(text);
  const po = PO.parse(text);
  const items = po.items.filter((item) => !item.obsolete);
  requireLanguage(po.headers.Language ?? '', language, 'Language in the header');
  const named = items.filter(({ msgctxt }) => msgctxt);
  const done = named.filter(({ msgstr, flags }) => (msgstr[0] ?? '') !== '' && !flags.fuzzy);
  return {
    texts: done.map(({ msgctxt = '', msgid, msgstr, extractedComments }) => ({
      ...placeNamed(msgctxt),
      ...{ text: msgstr[0] ?? '', source: msgid, was: wasIn(extractedComments) },
    })),
    left: named.length - done.length,
    nameless: items.filter(({ msgctxt }) => !msgctxt).map(({ msgid }) => msgid),
  };
}

function wasIn(comments: readonly string[]): string | null {
  const marks = comments.flatMap((comment) => new RegExp(`^${WAS} (\\w+)$`).exec(comment.trim())?.[1] ?? []);
  return marks[0] ?? null;
}
