/** Sizes and counts as shops write them into titles, taken out of the words: "2x250g", "1,5 L", "conf. da 12 pz". */

import type { GoodOption, Pack, PackUnit } from '../../vocabulary/values';
import type { GoodsWords } from './goods-words';
import { type MeasurePatterns, measurePatterns, type SMALLER_UNITS } from './measure-patterns';

type Size = NonNullable<Pack['size']>;

export type Measured = {
  /** What is left, with a bar where something was taken out. */
  readonly text: string;
  readonly size?: Size;
  /** How many pieces, or how many of the size. */
  readonly pieces?: number;
  /** Doses and dimensions as they stand: they tell two goods apart, and no more. */
  readonly details: readonly GoodOption[];
};

export type Measures = { take(text: string): Measured };

type Unit = { readonly unit: PackUnit; readonly times: number };
type Taken = { size?: Size; pieces?: number; details: GoodOption[] };

const GAP = ' | ';
const METRE: Unit = { unit: 'meter', times: 1 };
const SMALLER: Readonly<Record<(typeof SMALLER_UNITS)[number], Unit>> = {
  cl: { unit: 'milliliter', times: 10 },
  dl: { unit: 'milliliter', times: 100 },
  hg: { unit: 'gram', times: 100 },
};

/** "1.000 g" is a thousand, "1.250 kg" and "0,750 l" are not. */
function amountOf(text: string, { unit, times }: Unit): number {
  const isThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) && (unit === 'gram' || unit === 'milliliter');
  return Number(isThousands ? text.replace(/[.,]/, '') : text.replace(',', '.')) * times;
}

function unitsOf({ units }: GoodsWords): ReadonlyMap<string, Unit> {
  const own = Object.entries(units).flatMap(([unit, texts]) =>
    texts.map((text) => [text.replace(/\s/g, ''), { unit: unit as PackUnit, times: 1 }] as const),
  );
  return new Map<string, Unit>([...Object.entries(SMALLER), ...own]);
}

type Reader = {
  readonly patterns: MeasurePatterns;
  readonly units: ReadonlyMap<string, Unit>;
  /** Words behind which stands what a thing comes with: no count of it. */
  readonly asides: readonly string[];
};

export function createMeasures(words: GoodsWords): Measures {
  const asides = [...words.aside, ...Object.keys(words.short)].map((word) => ` ${word}`);
  const reader: Reader = { patterns: measurePatterns(words), units: unitsOf(words), asides };
  const { worded } = reader.patterns;
  return {
    take(title) {
      const taken: Taken = { details: [] };
      const sized = /\d/.test(title) ? takeCounts(takeSizes(title, taken, reader), taken, reader) : title;
      const text = worded?.test(sized)
        ? sized.replace(worded, (_all, found: string) => counted(taken, words.counts[found.toLowerCase()] ?? 0))
        : sized;
      return { text, ...taken };
    },
  };
}

/** The first size holds. */
function sized(taken: Taken, amount: string, unit: Unit | undefined): string {
  if (unit) taken.size ??= { amount: amountOf(amount, unit), unit: unit.unit };
  return GAP;
}

/** The first count holds; one is none. */
function counted(taken: Taken, count: number): string {
  if (count > 1) taken.pieces ??= count;
  return GAP;
}

function takeSizes(title: string, taken: Taken, { patterns, units, asides }: Reader): string {
  const unitOf = (written: string) => units.get(written.toLowerCase().replace(/\s/g, ''));
  return title
    .replace(patterns.many, (all, count: string, amount: string, written: string, at: number) => {
      if (isDetail(title.slice(0, at), asides)) return all;
      if (!taken.size) counted(taken, Number(count));
      return sized(taken, amount, unitOf(written));
    })
    .replace(patterns.range, GAP)
    .replace(patterns.flat, (all, first?: string, second = '', written = '') => {
      // A tape is so long, whatever its width.
      if (first && written.toLowerCase() === 'm') sized(taken, second, METRE);
      taken.details.push({ role: 'detail', value: all.trim() });
      return GAP;
    })
    .replace(patterns.spec, (all, _number: string, dose?: string) => {
      if (dose) taken.details.push({ role: 'strength', value: all.trim() });
      return ` ${all.replace(/\s/g, '')} `;
    })
    .replace(patterns.each, (_all, amount: string, written: string, count: string) => {
      counted(taken, Number(count));
      return sized(taken, amount, unitOf(written));
    })
    .replace(patterns.one, (_all, amount: string, written: string) => sized(taken, amount, unitOf(written)))
    .replace(patterns.turned, (_all, written: string, amount: string) => sized(taken, amount, unitOf(written)));
}

function takeCounts(title: string, taken: Taken, { patterns, asides }: Reader): string {
  return title
    .replace(patterns.nested, (_all, count: string, each: string) => counted(taken, Number(count) * Number(each)))
    .replace(patterns.counted, (all, ...found: readonly (string | number | undefined)[]) => {
      const [of, behind, apart, times, at] = found;
      if (isDetail(title.slice(0, Number(at)), asides)) return all;
      return counted(taken, Number(of ?? behind ?? apart ?? times));
    });
}

/** Whether what follows is only what a thing comes with: "drill with 2 batteries". */
function isDetail(before: string, asides: readonly string[]): boolean {
  const end = before.trimEnd().toLowerCase();
  return asides.some((word) => end.endsWith(word));
}
