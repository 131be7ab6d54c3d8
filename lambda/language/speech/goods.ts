/** Goods and orders in words: a name, how many of which pack, and an order by what is in it and when it was placed. */

import type { GoodOption, Pack, ProductName, ValueOf } from '../../vocabulary/values';
import { dayPhrase, utc } from './dates';
import { forEar } from './ear';
import type { Formats } from './intl';
import { hasPhrase, phrase, phraseText, type Speaker } from './speaker';
import type { SpeechPart } from './ssml';
import type { Form } from './words';

/** "250 grams", or "250 g" for screens; empty when the pack states no size. */
export function sizeText(formats: Formats, pack: Pack | undefined, display: 'long' | 'short'): string {
  return pack?.size ? formats.unit(pack.size.amount, pack.size.unit, display) : '';
}

/** "250 grams", or the language's own words where people use others than Intl: "un chilo", "4 chili". */
function spokenSize(speaker: Speaker, pack: Pack | undefined): string {
  const size = pack?.size;
  if (!size || !hasPhrase(speaker, 'unit', `${size.unit}_other`)) return sizeText(speaker.formats, pack, 'long');
  const count = speaker.formats.number(size.amount);
  return phraseText(speaker, 'unit', { context: size.unit, count: size.amount, with: { count } });
}

/** "size M"; on screens the value alone. */
export function optionText(speaker: Speaker, { role, value }: GoodOption, form: Form): string {
  const text = form === 'text' ? value : forEar(value, phraseText(speaker, 'and'));
  return form === 'text' || text === '' ? text : phraseText(speaker, 'apart', { context: role, with: { value: text } });
}

/** Chosen by the shopper, and so part of what is bought; doses and the like only set goods apart. */
const CHOSEN: ReadonlySet<GoodOption['role']> = new Set(['size', 'colour', 'grind']);

/** A name with what was chosen of it, where it does not tell that already: "T-shirt, size M, blue". */
function withChoices(name: string, { options = [] }: ProductName, say: (option: GoodOption) => string): string {
  const told = bare(name);
  const untold = options.filter(({ role, value }) => CHOSEN.has(role) && !told.includes(bare(value)));
  return [name, ...untold.map(say)].filter((text) => text !== '').join(', ');
}

export function formatProduct({ product }: ValueOf<'product'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  return [form === 'text' ? speaker.names.shown(product) : speaker.names.spoken(product, false)];
}

/** Small counts as words where the language lists them ("two bags"), else digits. */
function countWord(speaker: Speaker, count: number): string {
  const context = String(count);
  return hasPhrase(speaker, 'number', context)
    ? phraseText(speaker, 'number', { context })
    : speaker.formats.number(count);
}

function shownPack(speaker: Speaker, pack: Pack | undefined): string {
  const size = sizeText(speaker.formats, pack, 'short');
  if (pack?.pieces === undefined) return size;
  const count = speaker.formats.number(pack.pieces);
  if (size !== '') return `${count} × ${size}`;
  return phraseText(speaker, 'piecesShown', { form: 'text', count: pack.pieces, with: { count } });
}

function bare(text: string): string {
  return text.replace(/\s/g, '').toLowerCase();
}

/** Whether a name already tells the pack: "Coffee, 250g bag", "Capsules (80 pcs)". */
function states(name: string, size: string, pieces: number | undefined): boolean {
  if (size === '' || bare(name).includes(bare(size))) return true;
  return pieces !== undefined && !size.includes('×') && new RegExp(`(?<!\\d)${pieces}(?!\\d)`).test(name);
}

/** "2 × Bella Roma ground coffee (250 g)"; the size is left out where the title states it. */
function shownAmount(product: ProductName, quantity: number, speaker: Speaker): readonly SpeechPart[] {
  const name = withChoices(speaker.names.shown(product), product, (one) => optionText(speaker, one, 'text'));
  const size = shownPack(speaker, product.pack);
  const stated = states(name, size, product.pack?.pieces);
  return phrase(speaker, stated ? 'amountShown' : 'amountShownSize', {
    form: 'text',
    with: { count: speaker.formats.number(quantity), product: name, size },
  });
}

/** "Bella Roma ground coffee, two bags of 250 grams"; bare, "Bella Roma ground coffee, two bags", and one by its name. */
export function formatAmount(value: ValueOf<'amount'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { product, quantity } = value;
  if (form === 'text') return shownAmount(product, quantity, speaker);
  const { isBare = false } = speaker;
  const { kind, pieces } = { kind: 'piece' as const, ...product.pack, ...(isBare ? { pieces: undefined } : {}) };
  const size = isBare ? '' : spokenSize(speaker, product.pack);
  const name = withChoices(speaker.names.spoken(product, true), product, (one) => optionText(speaker, one, 'speech'));
  if (isBare && quantity === 1) return [name];
  const packs = phraseText(speaker, 'pack', {
    context: kind,
    count: quantity,
    with: { number: countWord(speaker, quantity) },
  });
  const key =
    pieces === undefined ? (size === '' ? 'amount' : 'amountOf') : size === '' ? 'amountPieces' : 'amountBoth';
  const counted = pieces === undefined ? '' : speaker.formats.number(pieces);
  return phrase(speaker, key, {
    with: { packs, size, pieces: counted, product: name },
  });
}

/** "your Bella Roma ground coffee order from Monday"; the number only on screens. Bare, by the first thing in it alone. */
export function formatOrder(value: ValueOf<'order'>, speaker: Speaker, form: Form): readonly SpeechPart[] {
  const { product, others, placed, today, number } = value;
  const count = speaker.formats.number(others);
  const more = others > 0 ? { count: others } : {};
  if (form === 'text') {
    const date = speaker.formats.date(utc(placed), 'short');
    const shown = { number, product: speaker.names.shown(product), date, count };
    return phrase(speaker, others > 0 ? 'orderMoreShown' : 'orderShown', { form, ...more, with: shown });
  }
  const when = dayPhrase(speaker, 'placed', placed, today).text;
  return phrase(speaker, others > 0 && !speaker.isBare ? 'orderMore' : 'order', {
    ...more,
    with: { product: speaker.names.spoken(product, false), placed: when, count: countWord(speaker, others) },
  });
}
