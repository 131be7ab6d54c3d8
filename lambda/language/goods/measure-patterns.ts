/** How shops write sizes and counts, as patterns made of a language's own words for units and pieces. */

import { literal } from '../../vocabulary/literal';
import type { GoodsWords } from './goods-words';

/** Not within a word, a number or a code. */
const START = String.raw`(?=\d)(?<![\p{L}\p{N}.,/+-])`;
const END = String.raw`(?![\p{L}\p{N}])\.?`;
const NUMBER = String.raw`(\d{1,5}(?:[.,]\d{1,3})?)`;
/** For words. */
const FRONT = String.raw`(?<![\p{L}\p{N}.,/+-])`;
const PLAIN = String.raw`\d+(?:[.,]\d+)?`;
const TIMES = String.raw`\s*[x×*]\s*`;
const LENGTH = 'mm|cm|m|in|inch';
/** Units smaller than those that are said. */
export const SMALLER_UNITS = ['cl', 'dl', 'hg'] as const;
/** Of substances and of devices: numbers nobody counts packs by. */
const DOSE = 'mg|mcg|µg|μg|iu|ui';
const DEVICE = 'kw|w|v|mah|ah|lm|k|hz|khz|ghz|gsm|dpi|denier|kcal|bar';

export type MeasurePatterns = {
  /** Count, amount, unit: "6 x 1.5 l", "12 tins of 400 g". */
  readonly many: RegExp;
  /** What it is for, by weight or age: "9-14 kg", "6+ months". */
  readonly range: RegExp;
  /** Unit of the first side, second side, its unit: "25mm x 50m"; or only dimensions. */
  readonly flat: RegExp;
  /** Number, dose: "1000 mg"; without a dose "9 W". */
  readonly spec: RegExp;
  /** Amount, unit, count: "250g x2". */
  readonly each: RegExp;
  /** Amount, unit: "1,5 L". */
  readonly one: RegExp;
  /** Unit, amount: "kg 1". */
  readonly turned: RegExp;
  /** Count, count: "12 x 56 wipes". */
  readonly nested: RegExp;
  /** The count in one of four groups: "box of 6", "100 pcs", "120 vegan capsules", "x4". */
  readonly counted: RegExp;
  /** A count in words, where the language lists some. */
  readonly worded: RegExp | null;
};

/** A list as a pattern, the longest first; an empty one is found nowhere. */
export function anyOf(texts: readonly string[]): string {
  if (texts.length === 0) return '(?!)';
  const longest = [...new Set(texts)].sort((one, other) => other.length - one.length);
  return longest.map((text) => literal(text).replace(/ /g, String.raw`\s+`)).join('|');
}

function pattern(...ways: readonly string[]): RegExp {
  return new RegExp(ways.join('|'), 'giu');
}

export function measurePatterns(words: GoodsWords): MeasurePatterns {
  const unit = anyOf([...Object.values(words.units).flat(), ...SMALLER_UNITS]);
  const pieces = anyOf([...words.pieces, ...Object.values(words.packs).flat()]);
  const of = anyOf(words.small.filter((word) => word.length > 1));
  const ages = anyOf(words.ages);
  const count = String.raw`(\d{1,5})`;
  const counts = Object.keys(words.counts);
  return {
    many: pattern(
      String.raw`${START}${count}(?:${TIMES}|\s+(?:${pieces})\.?\s+(?:(?:x|×|${of})\s*)?)${NUMBER}\s*(${unit})${END}`,
    ),
    range: pattern(
      String.raw`${START}${PLAIN}(?:\s*(?:${unit})?\s*[-–]|\s*/)\s*${PLAIN}\s*\+?\s*(?:${unit}|${LENGTH}|${ages})${END}`,
      String.raw`${START}\d+\s*(?:m|${ages})\+`,
      String.raw`${START}\d+\+?\s*(?:${ages})${END}\+?`,
    ),
    flat: pattern(
      String.raw`${START}${PLAIN}\s*(mm|cm)?${TIMES}(${PLAIN})\s*(${LENGTH})${END}`,
      String.raw`${START}\d+${TIMES}\d+(?:${TIMES}\d+)?\s*(?:${LENGTH})?(?![\p{L}\p{N}])(?!\s*(?:${pieces}|${unit})(?!\p{L}))`,
      String.raw`${START}${PLAIN}\s*(?:mm|cm|g/m[²2])(?![\p{L}\p{N}])`,
    ),
    spec: pattern(String.raw`${START}${NUMBER}\s?(?:(${DOSE})|${DEVICE})${END}`),
    each: pattern(
      String.raw`${START}${NUMBER}\s*(${unit})\.?${TIMES}${count}(?![\p{L}\p{N}])(?:\s*(?:${pieces})${END})?`,
    ),
    one: pattern(String.raw`${START}${NUMBER}\s*(${unit})${END}`),
    // A capital L before a figure is a size of clothes.
    turned: new RegExp(
      String.raw`${FRONT}([Kk][Gg]|[Gg][Rr]|[Mm][Ll]|[Ll][Tt]|g|l)\.?\s*${NUMBER}(?![\p{L}\p{N}]|\s*[x×])`,
      'gu',
    ),
    nested: pattern(String.raw`${START}${count}(?:${TIMES}|\s+\p{L}+\s+(?:${of})\s+)${count}\s*(?:${pieces})${END}`),
    counted: pattern(
      String.raw`(?:${anyOf(words.packOf)})\.?\s*${count}(?![\p{L}\p{N}]|[.,]\d)(?:\s*(?:${pieces})${END})?`,
      String.raw`${START}${count}(?:[\s-]*(?:${pieces})|\s*(?:${anyOf(words.behind)}))${END}`,
      String.raw`${START}(\d{2,5})\s+\p{L}{3,}\s+(?:${anyOf(words.pieces)})${END}`,
      String.raw`(?<![\p{L}\p{N}])[x×]\s?(\d{1,4})(?![\p{L}\p{N}]|[.,]\d)`,
    ),
    worded: counts.length > 0 ? new RegExp(`${FRONT}(${anyOf(counts)})${END}`, 'iu') : null,
  };
}
