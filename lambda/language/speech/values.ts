/** One formatter for each kind of value, to speech and to text; the table is what a language must be able to say. */

import { openPhone } from '../../vocabulary/phones';
import type { ProductName, Value, ValueOf, Values, ValueType } from '../../vocabulary/values';
import { formatDay, formatDays } from './dates';
import { forEar } from './ear';
import { formatAmount, formatOrder, formatProduct } from './goods';
import { formatMoney } from './money';
import { formatPeriod } from './periods';
import { formatPassage, formatQuote } from './quote';
import { hasPhrase, phrase, phraseText, type Speaker } from './speaker';
import { formatSpelling } from './spelling';
import type { SpeechPart } from './ssml';
import { formatAge, formatHours, formatSpan, formatWindow } from './times';
import type { Form } from './words';

type Formatter<T extends ValueType> = (value: ValueOf<T>, speaker: Speaker, form: Form) => readonly SpeechPart[];
type Formatters = { readonly [T in ValueType]: Formatter<T> };

/** Between long items of a list, so that each is heard as one. */
const BETWEEN_ITEMS = { kind: 'break', milliseconds: 350 } as const;

const FORMATTERS: Formatters = {
  name: ({ name }, speaker, form) => [form === 'text' ? name : forEar(name, phraseText(speaker, 'and'))],
  number: ({ number }, { formats }) => [formats.number(number)],
  money: formatMoney,
  day: formatDay,
  days: formatDays,
  period: formatPeriod,
  window: formatWindow,
  hours: formatHours,
  age: formatAge,
  span: (value, speaker, form) => formatSpan(value, speaker, form),
  rhythm: (value, speaker, form) => formatSpan(value, speaker, form),
  product: formatProduct,
  amount: formatAmount,
  order: (value, speaker, form) => formatOrder(value, atLength(speaker), form),
  digits: formatDigits,
  place: formatPlace,
  country: formatCountry,
  currency: ({ code }, { formats }) => [formats.currency(code)],
  topic: ({ intent }, speaker, form) => phrase(speaker, 'topic', { form, context: intent }),
  remedy: ({ remedy, amount, pieces }, speaker, form) =>
    phrase(speaker, 'remedy', {
      form,
      context: remedy,
      count: pieces,
      with: { amount: formatMoney({ type: 'money', money: amount }, speaker, form).join('') },
    }),
  means: formatMeans,
  shown: ({ text }, _, form) => (form === 'text' ? [text] : []),
  quote: formatQuote,
  spelling: formatSpelling,
  phone: ({ number }, speaker, form) => formatSpelling({ type: 'spelling', text: openPhone(number) }, speaker, form),
  passage: formatPassage,
  list: formatList,
};

/** Said one by one; a reference with letters is spelled out the same way. On screens in full. */
function formatDigits({ digits, full }: ValueOf<'digits'>, _: Speaker, form: Form): readonly SpeechPart[] {
  if (form === 'text') return [full];
  return /^\d+$/.test(digits) ? [{ kind: 'digits', digits }] : [[...digits.replace(/[^\p{L}\p{N}]/gu, '')].join(' ')];
}

/** By its name alone where it has no digits. */
function formatMeans({ means }: ValueOf<'means'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { kind, name, last } = means;
  const said = form === 'text' ? name : forEar(name, phraseText(speaker, 'and'));
  const digits = formatDigits({ type: 'digits', digits: last, full: last }, speaker, form);
  if (last === '') return phrase(speaker, 'means', { form, context: kind, with: { name: said } });
  return phrase(speaker, 'meansEnding', { form, context: kind, with: { name: said, digits } });
}

/** "to your home", "to Grandma": with its preposition, because languages differ most there. */
function formatPlace({ label }: ValueOf<'place'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const context = label.trim().toLowerCase();
  if (hasPhrase(speaker, 'place', context)) return phrase(speaker, 'place', { form, context });
  const name = form === 'text' ? label : forEar(label, phraseText(speaker, 'and'));
  return phrase(speaker, 'placeNamed', { form, with: { label: name } });
}

/** With the article the language puts after its word for "to": "the United States". */
function formatCountry({ code }: ValueOf<'country'>, speaker: Speaker): readonly SpeechPart[] {
  const context = code.toUpperCase();
  if (hasPhrase(speaker, 'country', context)) return phrase(speaker, 'country', { context });
  return [speaker.formats.country(code)];
}

function separator(text: string, long: boolean): readonly SpeechPart[] {
  if (!long) return [text];
  const comma = /^[,،、]/.test(text) ? text.charAt(0) : '';
  return [comma, BETWEEN_ITEMS, text.slice(comma.length)];
}

/** Only among several is an order told by less than that it is one. */
function atLength(speaker: Speaker): Speaker {
  return { ...speaker, manners: speaker.manners.filter((manner) => manner === 'formal') };
}

/** Where there is no time for more than these, the first are told by name; of the rest, how many. */
const AT_MOST = 3;
const NAMED = 2;

/** Before the last to choose from, where the language has a word of its own for it: "A czy B?", "A, nebo B?". */
function ownOr(speaker: Speaker): string | null {
  const context = speaker.isAsked ? 'asked' : 'told';
  if (!hasPhrase(speaker, 'lastOr', context)) return null;
  const word = phraseText(speaker, 'lastOr', { context });
  return `${word.startsWith(',') ? '' : ' '}${word} `;
}

function formatList(value: ValueOf<'list'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { items, join } = value;
  const rest = items.length - NAMED;
  const isCut = items.length > AT_MOST && form === 'speech' && join === 'and' && speaker.isBare;
  if (isCut) {
    const named = formatList({ ...value, items: items.slice(0, NAMED) }, speaker, form);
    return phrase(speaker, 'andMore', { count: rest, with: { items: named, count: speaker.formats.number(rest) } });
  }
  const long = form === 'speech' && items.some(({ type }) => ['product', 'amount', 'order'].includes(type));
  const own = join === 'or' ? ownOr(speaker) : null;
  return speaker.formats.list(items.length, join).flatMap((piece, at, pieces) => {
    if (typeof piece === 'string') return separator((at === pieces.length - 2 ? own : null) ?? piece, long);
    const item = items[piece];
    if (item?.type === 'order' && items.length > 1) return formatOrder(item, speaker, form);
    return item ? formatValue(item, speaker, form) : [];
  });
}

/** A value's parts in one form. What is missing lands in `speaker.problems`. */
export function formatValue(value: Value, speaker: Speaker, form: Form): readonly SpeechPart[] {
  // TypeScript cannot follow that a table's entry fits the value it was found by.
  const format = FORMATTERS[value.type] as Formatter<ValueType>;
  return format(value, speaker, form);
}

/** Whether it takes a capital at the start of a sentence; a proper name is written as its owner writes it. */
export function takesCapital(value: Value): boolean {
  if (value.type === 'list') return value.items[0] !== undefined && takesCapital(value.items[0]);
  return !['name', 'shown', 'digits', 'quote', 'spelling', 'phone', 'passage'].includes(value.type);
}

/** Every product a set of values names, in order. */
export function productsIn(values: Values | readonly Value[]): readonly ProductName[] {
  return Object.values(values).flatMap((value: Value): readonly ProductName[] => {
    if (value.type === 'list') return productsIn(value.items);
    return 'product' in value ? [value.product] : [];
  });
}
