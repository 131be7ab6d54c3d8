/** How far a draft is, and what to write next: what shoppers meet most comes first. */

import { isTodo } from '../../lambda/language/locales/todo';
import { isSpokenByAlexa } from './check-listing';
import { SPOKEN } from './contract';
import type { Folder } from './folder';
import type { Finding } from './lines';
import { OWN } from './own-keys';
import { PAGE_KEYS } from './page-keys';
import { MEASURE } from './source';
import { FORM, TEXT_FILES, type TextFile, textsWithin } from './texts';

export type Progress = {
  /** Texts: of replies, of what is only written, of the pages and, where Alexa speaks the language, of its store. */
  readonly done: number;
  readonly total: number;
};

export function progressOf(folder: Folder): Progress {
  const isSold = isSpokenByAlexa(folder);
  const files = TEXT_FILES.filter((file) => file !== 'listing.json' || isSold);
  const counts = files.map((file) => {
    const own = keyed(file, folder.file(file)?.value);
    const lost = missingKeys(own, [...keyed(file, folder.file(file, MEASURE)?.value).keys(), ...(ASKED[file] ?? [])]);
    const done = [...own.values()].filter((text) => !isTodo(text)).length;
    return { done, total: own.size + (file === 'text.json' ? 0 : lost) };
  });
  return { done: sum(counts.map(({ done }) => done)), total: sum(counts.map(({ total }) => total)) };
}

export function toldOf({ done, total }: Progress): string {
  return `${done} of ${total} texts, ${total === 0 ? 0 : Math.floor((100 * done) / total)} %`;
}

/** What the program asks for by itself, whatever stands in any file. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  'speech.json': SPOKEN,
  'pages.json': Object.entries(PAGE_KEYS).flatMap(([page, keys]) => keys.map((key) => `${page}.${key}`)),
};
/** The letter of a wording, with what stands behind it. */
const WORDING = /\.[a-z](?:_(?:formal|brief|short))?$/;

/** Keys nobody has begun, whatever forms they need here. */
function missingKeys(own: ReadonlyMap<string, string>, needed: readonly string[]): number {
  const has = new Set(
    [...own.keys()].flatMap((key) => [key.replace(FORM, ''), key.replace(FORM, '').replace(WORDING, '')]),
  );
  return new Set(needed.map((key) => key.replace(FORM, '')).filter((key) => !has.has(key) && !OWN.test(key))).size;
}

function keyed(file: TextFile, value: unknown): ReadonlyMap<string, string> {
  return new Map(textsWithin(file, value).map(({ path, text }) => [path.join('.'), text]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/**
 * What shoppers meet most, the most first: hello, what was not understood, again please, where is it, how values are said in them,
 * and what goes wrong. After the first fifty a conversation begins in the language.
 */
const MOST_MET = [
  ...['consent', 'Yes', 'No', 'Welcome', 'Fallback', 'Reorder', 'OrderStatus', 'Purchase', 'format', 'Help', 'Stop'],
  ...['Consent', 'Trouble', 'ShippingCost', 'DeliveryTime', 'TalkToHuman', 'HandOff', 'Person', 'DeliveryProblem'],
  ...['Remedy', 'Refused', 'Thanks', 'Cancel', 'Repeat', 'CancelOrder', 'Cancelling', 'ReturnRefund', 'Care'],
];
/** And files after those, the first first. */
const FILES = [
  ...['language.json', 'words.json', 'sentences.json', 'speech.json', 'goods.json', 'text.json', 'examples.yaml'],
  ...['emergencies.json', 'digits.json', 'numbers.json', 'mail.json', 'pages.json', 'listing.json'],
];

/** The place of a part of the conversation among those that shoppers meet most; all others come after them, side by side. */
export function metMost(part: string): number {
  const at = MOST_MET.indexOf(part);
  return at < 0 ? MOST_MET.length : at;
}

/** Findings of a language as if it were complete, in the order in which they are worth mending. */
export function inOrder(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ file, message }: Finding): number => {
    const name = file.split('/')[1] ?? '';
    const group = /^\w+/.exec(message)?.[0] ?? '';
    const met = metMost(group);
    const isMet = met < MOST_MET.length && ['speech.json', 'sentences.json', 'words.json'].includes(name);
    const at = FILES.indexOf(name);
    return isMet ? met : MOST_MET.length + (at < 0 ? FILES.length : at);
  };
  const ranked = findings.map((finding) => ({ finding, at: rank(finding) }));
  return ranked.sort((a, b) => a.at - b.at).map(({ finding }) => finding);
}
