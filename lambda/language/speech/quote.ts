/** What a person wrote, made fit to be read aloud: amounts, days and sizes are said; links and codes stay on the screen. */

import type { CalledNumber } from '../../vocabulary/called-numbers';
import { DOMAINS } from '../../vocabulary/domains';
import type { ValueOf } from '../../vocabulary/values';
import { type ForEye, isForEye, piecesOf, type WrittenPiece } from '../../vocabulary/written-words';
import { forEar } from './ear';
import { formatMoney } from './money';
import type { PhraseName } from './phrases';
import { phraseText, type Speaker } from './speaker';
import type { QuoteMarks, SpeechPart } from './ssml';
import type { Form } from './words';

/** Said in place of what no ear can note down, so that the sentence has no hole. */
const INSTEAD: Readonly<Record<ForEye, PhraseName | null>> = {
  link: 'quoteLink',
  address: 'quoteAddress',
  number: 'quoteNumber',
  code: 'quoteCode',
  hidden: null,
};

/** The same words as they are heard. `own`: numbers of the shopper's orders. */
export function quoteForEar(text: string, speaker: Speaker, own: readonly string[] = []): string {
  let said = '';
  for (const piece of piecesOf(text, own)) {
    const called = isForEye(piece) ? piece.called : undefined;
    said = called
      ? said.slice(0, said.length - called.cut) + calledSaid(called, speaker)
      : joined(said, heard(piece, speaker), isForEye(piece));
  }
  const bare = forEar(kept(said), phraseText(speaker, 'and'));
  return given(bare)
    .split(/(?<=[.!?…])\s+/)
    .map(closed)
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .join(' ');
}

/** What other signs are taken out with is heard between digits: a half ("1/2"), a day ("24/12"), what is added ("2+1"). */
const BETWEEN_DIGITS: readonly (readonly [sign: string, kept: string])[] = [
  ['/', '\u2044'],
  ['+', '\uFF0B'],
];

function kept(text: string): string {
  return text.replace(/(?<=\d)[/+](?=\d)/g, (sign) => BETWEEN_DIGITS.find(([one]) => one === sign)?.[1] ?? sign);
}

function given(text: string): string {
  return BETWEEN_DIGITS.reduce((left, [sign, one]) => left.replaceAll(one, sign), text);
}

function heard(piece: WrittenPiece, speaker: Speaker): string {
  const { formats } = speaker;
  switch (piece.kind) {
    case 'words':
      return piece.text;
    case 'day':
      return formats.date(Date.parse(piece.day), 'dayOfYear');
    case 'money': {
      const minor = Math.round(piece.amount * 10 ** formats.decimals(piece.currency));
      const value = { type: 'money', money: { minor, currency: piece.currency } } as const;
      return formatMoney(value, speaker, 'speech').join('');
    }
    case 'quantity':
      return formats.number(piece.number);
    case 'sides': {
      const sides = piece.sides.slice(0, -1).join(` ${phraseText(speaker, 'quoteBy')} `);
      return `${sides} ${piece.sides.at(-1) ?? ''}`.trimEnd();
    }
    default: {
      const instead = INSTEAD[piece.kind];
      return instead === null ? ' ' : phraseText(speaker, instead);
    }
  }
}

function calledSaid({ as, cut }: CalledNumber, speaker: Speaker): string {
  if (as === 'none') return '';
  const said = phraseText(speaker, as === 'with' ? 'quoteCalled' : 'quoteNumber');
  return as === 'with' && cut > 0 ? ` ${said}` : said;
}

/** "The code SAVE20NOW is good" becomes "The code is good": what is called by its noun needs no other. */
function joined(before: string, next: string, isInstead: boolean): string {
  const noun = isInstead ? next.split(' ').at(-1) : undefined;
  if (!noun) return before + next;
  const isCalled = new RegExp(String.raw`(?<![\p{L}\p{N}])${noun}:?\s*$`, 'iu').test(before);
  return isCalled ? before.replace(/:?\s*$/, '') : before + next;
}

/** Ends as a sentence does; what asks keeps its sign. */
function closed(sentence: string): string {
  const text = sentence
    .replace(/\s+([.,;:!?…])/g, '$1')
    .replace(/,{2,}/g, ',')
    .replace(/[\s,;:-]+$/, '')
    .replace(/[,;:-]+(?=[.!?…]$)/, '')
    .trim();
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

export function formatQuote({ text, own }: ValueOf<'quote'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') return [text];
  return [{ kind: 'quoted', text: quoteForEar(text, speaker, own), marks: marksOf(speaker) }];
}

/** A draft may not have any yet. */
const USUAL: QuoteMarks = ['“', '”'];

function marksOf(speaker: Speaker): QuoteMarks {
  const [before, behind] = phraseText(speaker, 'quoteMarks');
  return before && behind ? [before, behind] : USUAL;
}

const UNSPEAKABLE = [
  /\S+@\S+\.\S+/g,
  new RegExp(String.raw`(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.${DOMAINS}(?:\/\S*)?`, 'giu'),
  // A code: letters with digits, or digits in a row.
  /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]{5,})[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu,
];

/** The shop's own words were made for the ear, and are not cut; what no ear can use would be an oversight. */
export function formatPassage(
  { voice, text }: ValueOf<'passage'>,
  speaker: Speaker,
  form: Form,
): readonly SpeechPart[] {
  if (form === 'text') return [text];
  const bare = UNSPEAKABLE.reduce((left, pattern) => left.replace(pattern, ' '), voice);
  return [forEar(bare, phraseText(speaker, 'and'))];
}
