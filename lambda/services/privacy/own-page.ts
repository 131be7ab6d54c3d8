/** What is kept of somebody, as a page they can read and keep: whole in itself, without a script. */

import { fileName, isFileType, kindOfFile } from '../../vocabulary/file-types';
import { inHtml } from '../../vocabulary/markup';
import { moneyShown } from '../commerce/sums';
import type { Exported } from './privacy';

/** `page` null: as JSON, for programs. */
export type OwnFileJob = { readonly exported: Exported; readonly page: OwnPageWords | null };

/** In UTF-8. */
export function ownFileOf({ exported, page }: OwnFileJob): Uint8Array {
  return Buffer.from(page ? ownPageOf(exported, page) : JSON.stringify(exported, null, 2));
}

export type OwnPageWords = {
  readonly lang: string;
  readonly shop: string;
  /** IANA: whose clock the times are told by. */
  readonly timeZone: string;
  /** By key, of `ownFile` in `pages.json`. */
  readonly words: Readonly<Record<string, string>>;
};

type Row = Exported[string][number];
type Part = {
  readonly table: string;
  /** Instants in milliseconds. */
  readonly at: string | null;
  readonly columns: readonly string[];
};

/** What a person wants to see of each; the whole is in the file for programs. */
const PARTS: readonly Part[] = [
  { table: 'history', at: 'at', columns: ['by', 'channel', 'text'] },
  { table: 'hand_off', at: 'created_at', columns: ['reason', 'topic', 'state'] },
  { table: 'note', at: 'at', columns: ['by', 'text'] },
  { table: 'attempt', at: 'started_at', columns: ['state'] },
  { table: 'care_action', at: 'started_at', columns: ['action', 'state'] },
  { table: 'contact', at: 'heard_at', columns: ['channel', 'address'] },
  { table: 'missed', at: 'at', columns: ['channel', 'words'] },
  { table: 'photo', at: 'at', columns: ['type'] },
];

export function ownPageOf(exported: Exported, { lang, shop, timeZone, words }: OwnPageWords): string {
  const told = (key: string) => inHtml(words[key] ?? key);
  const moment = new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const parts = PARTS.flatMap((part) => {
    const rows = exported[part.table] ?? [];
    if (rows.length === 0) return [];
    const lines = rows.map((row) => `<tr>${cellsOf(row, part, { moment, words }).join('')}</tr>`);
    return [tableOf(told(part.table), lines)];
  });
  parts.push(
    ...(exported.buying_rule ?? []).map((row) => tableOf(told('buying_rule'), ruleLines(row, { lang, told }))),
  );
  return `<!doctype html>
<html lang="${inHtml(lang)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${told('title')}</title>
<style>body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
td{padding:.25rem .75rem .25rem 0;vertical-align:top;overflow-wrap:break-word}img{max-width:20rem}</style>
<h1>${told('title')}</h1>
<p>${inHtml(shop)}</p>
${parts.length > 0 ? parts.join('\n') : `<p>${told('nothing')}</p>`}
<p>${told('more')}</p>
</html>
`;
}

function tableOf(title: string, lines: readonly string[]): string {
  return `<h2>${title}</h2>\n<table>\n${lines.join('\n')}\n</table>`;
}

type RuleTelling = Pick<OwnPageWords, 'lang'> & { readonly told: (key: string) => string };

/** What was set for buying, a line each; of the code only that there is one. */
function ruleLines(row: Row, { lang, told }: RuleTelling): readonly string[] {
  const most = (['order', 'day'] as const).flatMap((span) => {
    const currency = row[`${span}_currency`];
    if (typeof currency !== 'string') return [];
    const amount = moneyShown({ minor: Number(row[`${span}_most`]), currency }, lang);
    return [`<tr><td>${told(`${span}_most`)}</td><td>${inHtml(amount)}</td></tr>`];
  });
  const set = (['is_off', 'has_code'] as const).filter((key) => Number(row[key]) === 1);
  return [...most, ...set.map((key) => `<tr><td>${told(key)}</td></tr>`)];
}

type Telling = Pick<OwnPageWords, 'words'> & { readonly moment: Intl.DateTimeFormat };

function cellsOf(row: Row, { table, at, columns }: Part, { moment, words }: Telling): readonly string[] {
  const when = at === null ? 0 : Number(row[at]);
  const time = when > 0 ? moment.format(when) : '';
  const texts = columns.map((column) => {
    const text = String(row[column] ?? '');
    return inHtml(column === 'by' ? (words[text] ?? text) : text);
  });
  const file = table === 'photo' ? [fileIn(row)] : [];
  return [inHtml(time), ...texts, ...file].map((cell) => `<td>${cell}</td>`);
}

/** Of a type we keep, in the letters of base64: nothing else can stand there. What no page shows is saved from it. */
function fileIn({ type, data }: Row): string {
  if (!isFileType(type)) return '';
  const source = `data:${type};base64,${inHtml(String(data))}`;
  if (kindOfFile({ type }) === 'photo') return `<img alt="" src="${source}">`;
  const name = fileName({ type });
  return `<a download="${name}" href="${source}">${name}</a>`;
}
