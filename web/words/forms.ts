/** The forms a text has: heard, read, on a page, and each of them as it is for a friend; and the key they have in common. */

import type { PlacedText } from '../../lambda/console/localiser-protocol';

type Named = Pick<PlacedText, 'file' | 'path'>;

const FORMS: Readonly<Record<PlacedText['file'], string>> = {
  'speech.json': 'as it is heard',
  'text.json': 'as it is read',
  'familiar.json': 'for a friend',
  'pages.json': 'on a page',
  'listing.json': 'in the store',
  'words.json': 'as Alexa asks',
};

export function isForFriends({ file }: Named): boolean {
  return file === 'familiar.json';
}

/** What the words for friends stand for; any other text is itself. */
function usualOf(text: Named): Named {
  const [part, ...path] = text.path;
  return isForFriends(text) ? { file: `${part}.json` as PlacedText['file'], path } : text;
}

export function keyIn(text: Named): string {
  return usualOf(text).path.join('.');
}

/** What stands on pages is seen, and nothing of it is heard or said in a reply. */
export function isSeenOnly(text: Named): boolean {
  const { file } = usualOf(text);
  return file === 'pages.json' || file === 'listing.json';
}

export function formOf(text: Named): string {
  const usual = FORMS[usualOf(text).file];
  return isForFriends(text) ? `${usual}, ${FORMS[text.file]}` : usual;
}

/** All forms of a key after each other, and what friends are told right after what others are. */
export function inForms<T extends Named>(texts: readonly T[]): readonly T[] {
  const usual = texts.filter((one) => !isForFriends(one));
  const keys = [...new Set(usual.map(keyIn))];
  const files = Object.keys(FORMS);
  const place = new Map(keys.map((key, at) => [key, at]));
  const rank = (one: T) =>
    ((place.get(keyIn(one)) ?? keys.length) * files.length + files.indexOf(usualOf(one).file)) * 2 +
    (isForFriends(one) ? 1 : 0);
  return texts
    .map((one) => ({ one, at: rank(one) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
