/** Tells an answer in which a text was said: by its own words, whatever stood for its variables. */

import { literal } from '../../lambda/vocabulary/literal';

/** What changes from answer to answer: a variable, a text of elsewhere, markup. */
const CHANGING = /\{\{[^}]*\}\}|\$t\([^)]*\)|<[^>]*>/;
/** Fewer letters in a row than these are in many an answer. */
const TELLING = 8;

export function saidIn(text: string): (turn: { readonly answered: string }) => boolean {
  const parts = text.split(CHANGING).map((part) => part.replace(/\s+/g, ' '));
  const longest = parts.reduce((long, part) => (part.length > long.length ? part : long), '').trim();
  if ((longest.match(/\p{L}/gu) ?? []).length < TELLING) return () => false;
  const words = parts.map((part) => literal(part.trim())).join('.*?');
  // A sentence of its own, and not the end of another one.
  const whole = new RegExp(`(?:^|[.!?…:] )${words}(?=$|[\\s.,!?])`, 'u');
  return ({ answered }) => answered.includes(longest) && whole.test(answered);
}
