/** Any good of any platform, as people say it: its name for the ear, its pack, its kind and the words it goes by. No model, no network. */

import type { Corrections, RawGood, SpokenGood } from '../../vocabulary/goods';
import type { GoodKind } from '../../vocabulary/kinds';
import type { GoodOption, Pack, PackUnit, ProductName } from '../../vocabulary/values';
import { cleanTitle } from './clean-title';
import type { GoodsLexicon } from './lexicon';
import { isSayable, LONGEST_WORD, spansOut } from './marks';
import type { Measured } from './measures';
import { nameWords } from './name-words';
import type { KindFound } from './names-index';
import { shortWords } from './short-words';
import { type TitleWord, titleWords } from './title-words';
import { calmed, isCapitals, voiceTitle } from './voice-title';

/** Their titles are names of their own. */
const WORKS: ReadonlySet<string> = new Set<GoodKind>([
  ...(['novels', 'crime-novels', 'cookbooks', 'childrens-books', 'picture-books'] as const),
  ...(['travel-guides', 'dictionaries', 'comics', 'biographies', 'colouring-books', 'school-books'] as const),
]);
/** Grams of these are how thick the paper is, or how heavy the tool. */
const WEIGHTLESS: ReadonlySet<string> = new Set<GoodKind>([
  'printer-paper',
  'photo-paper',
  'labels',
  'envelopes',
  'hammers',
]);
const WEIGHTS: ReadonlySet<string> = new Set<PackUnit>(['gram', 'kilogram', 'ounce', 'pound']);
/** Whatever language it is in. */
export type Worked = Omit<SpokenGood, 'language'>;

/** More of a brand is no name any more. */
const BRAND_WORDS = 3;

/** `kindOf`: the merchant's own word on the kind, by the categories. Deterministic; asks nobody. */
export function workOut(raw: RawGood, lexicon: GoodsLexicon, kindOf: Corrections['kind']): Worked {
  const clean = cleanTitle(raw.title, raw.codes);
  const measured = lexicon.measures.take(clean);
  const brand = shortWords(raw.brand ?? '', lexicon);
  const values = raw.options.map(({ value }) => shortWords(value, lexicon));
  let words = titleWords(measured.text, lexicon);
  let spans = spansOut({ lexicon, words, brand, values });
  const found = lexicon.names.find(nameWords(words, spans.out, lexicon), shelvesOf(raw.categories, lexicon));
  const kind = kindOf(raw.categories) ?? found.kind;
  const isWork = kind !== null && WORKS.has(kind);
  if (isWork) {
    words = titleWords(clean, lexicon);
    spans = spansOut({ lexicon, words, brand, values });
  }
  const core = isWork ? new Set<number>() : coreOf(found, words, spans.out);
  const isSaid = (at: number) =>
    !spans.out[at] && (isWork ? isShort(words[at]) : isSayable(words, at, { kind, lexicon }));
  const title = voiceTitle({ words, isSaid, core, brand: isWork ? '' : brandSaid(brand), isWork }, lexicon);
  const name = nameOf(raw, {
    title,
    pack: isWork ? undefined : packOf({ raw, measured, kind, words }, lexicon),
    options: optionsOf(raw, { measured, sizes: spans.sizes, lexicon, isWork }),
  });
  return {
    name,
    words: wordsOf({ lexicon, kind, found, title, brand, words, options: raw.options }),
    kind: kind ?? raw.id,
  };
}

function isShort(word: TitleWord | undefined): boolean {
  return word !== undefined && word.text.length <= LONGEST_WORD;
}

function nameOf(
  { title: shown }: RawGood,
  {
    title,
    pack,
    options,
  }: { readonly title: string; readonly pack: Pack | undefined; readonly options: readonly GoodOption[] },
): ProductName {
  return {
    title: shown,
    ...(title === '' ? {} : { voiceTitle: title }),
    ...(pack ? { pack } : {}),
    ...(options.length > 0 ? { options } : {}),
  };
}

function tellingWords(words: readonly TitleWord[], out: readonly boolean[]): readonly TitleWord[] {
  return words.filter(({ isSmall }, place) => !isSmall && !out[place]);
}

function shelvesOf(categories: readonly string[], lexicon: GoodsLexicon): readonly string[] {
  return tellingWords(
    categories.flatMap((category) => titleWords(category, lexicon)),
    [],
  ).map(({ stem }) => stem);
}

/** The found places count telling words only; these are places among all. */
function coreOf({ at }: KindFound, words: readonly TitleWord[], out: readonly boolean[]): ReadonlySet<number> {
  const telling = words.flatMap(({ isSmall }, place) => (isSmall || out[place] ? [] : [place]));
  return new Set(at.map((one) => telling[one] ?? -1));
}

function brandSaid(brand: readonly TitleWord[]): string {
  const shouted = brand.every(({ text, isSmall }) => isSmall || isCapitals(text));
  return brand
    .filter(({ text }) => text.length <= LONGEST_WORD)
    .slice(0, BRAND_WORDS)
    .map(({ text, isSmall }) => (shouted && !isSmall && text.length > 3 ? calmed(text) : text))
    .join(' ');
}

type PackNeeds = {
  readonly raw: RawGood;
  readonly measured: Measured;
  readonly kind: string | null;
  readonly words: readonly TitleWord[];
};

function packOf({ raw, measured, kind, words }: PackNeeds, lexicon: GoodsLexicon): Pack | undefined {
  const apart = raw.unit ? lexicon.measures.take(cleanTitle(raw.unit, [])) : undefined;
  const isWeightless = kind !== null && WEIGHTLESS.has(kind);
  const stated = measured.size ?? apart?.size;
  const size = isWeightless && stated && WEIGHTS.has(stated.unit) ? undefined : stated;
  const pieces = measured.pieces ?? apart?.pieces;
  if (!size && !pieces) return undefined;
  const holder = words.map(({ low }) => lexicon.holders.get(low)).find((one) => one !== undefined);
  return {
    kind:
      size && pieces ? 'pack' : ((holder as Pack['kind'] | undefined) ?? (size?.unit === 'meter' ? 'piece' : 'pack')),
    ...(size ? { size } : {}),
    ...(pieces ? { pieces } : {}),
  };
}

function optionsOf(
  raw: RawGood,
  {
    measured,
    sizes,
    lexicon,
    isWork,
  }: {
    readonly measured: Measured;
    readonly sizes: readonly string[];
    readonly lexicon: GoodsLexicon;
    readonly isWork: boolean;
  },
): readonly GoodOption[] {
  const own = raw.options.map(
    ({ name, value }): GoodOption => ({ role: roleOf(name, lexicon), value: cleanTitle(value, []) }),
  );
  if (isWork) return own;
  const has = (role: GoodOption['role']) => own.some((option) => option.role === role);
  const stated = has('size') ? [] : sizes.slice(0, 1).map((value): GoodOption => ({ role: 'size', value }));
  return [...own, ...stated, ...measured.details.filter(({ role }) => !has(role)).slice(0, 2)].filter(
    ({ value }) => value !== '',
  );
}

function roleOf(name: string, { roles, key }: GoodsLexicon): GoodOption['role'] {
  return (roles.get(key(name).low) as GoodOption['role'] | undefined) ?? 'detail';
}

type Known = {
  readonly lexicon: GoodsLexicon;
  readonly kind: GoodKind | null;
  readonly found: KindFound;
  readonly title: string;
  readonly brand: readonly TitleWord[];
  readonly words: readonly TitleWord[];
  readonly options: RawGood['options'];
};

/** What everything of the kind is called, what this one is called besides, its maker, and its own name. */
function wordsOf({ lexicon, kind, found, title, brand, words, options }: Known): readonly string[] {
  const stated = new Set(words.map(({ stem }) => stem));
  const also = kind === null ? [] : (lexicon.also.get(kind) ?? []);
  const held = also.filter(({ stems }) => stems.every((stem) => stated.has(stem))).map(({ name }) => name);
  const named = kind === null ? found.called : [...(lexicon.words.kinds[kind] ?? []), ...held];
  const maker = brand
    .map(({ text }) => text)
    .join(' ')
    .toLowerCase();
  // "The T-shirt in navy" is this one, "navy" alone is nothing.
  const chosen = options.length > 0 ? [named[0], ...options.map(({ value }) => value.toLowerCase())].join(' ') : '';
  return [...new Set([...named, maker, title.toLowerCase(), chosen])].filter((word) => word !== '');
}
