/** What goods are measured in, and how much one of it is. */

/** Values of the slot type Unit that measure, in grams, millilitres and metres; the others are what goods come in. */
export const MEASURES: Readonly<
  Record<string, { readonly of: 'weight' | 'volume' | 'length'; readonly times: number }>
> = {
  gram: { of: 'weight', times: 1 },
  hectogram: { of: 'weight', times: 100 },
  pound: { of: 'weight', times: 453.592_37 },
  ounce: { of: 'weight', times: 28.349_523_125 },
  kilogram: { of: 'weight', times: 1000 },
  milliliter: { of: 'volume', times: 1 },
  liter: { of: 'volume', times: 1000 },
  meter: { of: 'length', times: 1 },
};
