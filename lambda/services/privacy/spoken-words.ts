/** How people say digits, and the signs of an e-mail address, in the languages of the first day. */

/** How one language says digits; all words folded (lower case, no accents). */
export type SpokenWords = {
  /** A word and the digits it stands for; tens count as two. */
  readonly digits: Readonly<Record<string, string>>;
  /** "double four": how often the next digit is meant. */
  readonly repeats: Readonly<Record<string, number>>;
  /** What people say between digits without meaning a digit. */
  readonly fillers: readonly string[];
  /** How the signs of an e-mail address are said. */
  readonly signs: readonly string[];
  /** What announces a telephone number, and what may stand between that and the number. */
  readonly calls?: readonly string[];
  readonly between?: readonly string[];
};

const ENGLISH: SpokenWords = {
  digits: {
    ...spell('zero one two three four five six seven eight nine', 0),
    ...spell('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
    ...spell('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
    oh: '0',
    o: '0',
    nought: '0',
    nil: '0',
  },
  repeats: { double: 2, triple: 3 },
  // "To" and "for" are what a recogniser makes of two and four.
  fillers: ['and', 'then', 'dash', 'space', 'um', 'uh', 'to', 'too', 'for'],
  signs: ['at', 'dot', 'underscore', 'dash', 'hyphen'],
  calls: ['tel', 'telephone', 'phone', 'mobile', 'cell', 'call', 'ring', 'whatsapp', 'text me', 'dial'],
  between: ['me', 'us', 'on', 'at', 'is', 'no', 'nr', 'number', 'back', 'my', 'under'],
};

const ITALIAN: SpokenWords = {
  digits: {
    ...spell('zero uno due tre quattro cinque sei sette otto nove', 0),
    ...spell('dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove', 10),
    ...italianTens(),
  },
  repeats: { doppio: 2, doppia: 2, triplo: 3 },
  fillers: ['e', 'poi', 'trattino', 'spazio', 'ehm'],
  signs: ['chiocciola', 'punto', 'trattino'],
  calls: ['telefono', 'cellulare', 'cell', 'fisso', 'chiamami', 'chiamatemi', 'chiamare', 'richiamami', 'richiamatemi'],
  between: ['al', 'allo', 'il', 'lo', 'e', 'mio', 'numero', 'n', 'sul', 'di', 'casa'],
};

export const SPOKEN: readonly SpokenWords[] = [ENGLISH, ITALIAN];

function spell(words: string, first: number, step = 1): Readonly<Record<string, string>> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, String(first + index * step)]));
}

/** "quarantadue" is one word, and loses its vowel before "uno" and "otto". */
function italianTens(): Readonly<Record<string, string>> {
  const tens = Object.entries(spell('venti trenta quaranta cinquanta sessanta settanta ottanta novanta', 20, 10));
  const units = Object.entries(spell('uno due tre quattro cinque sei sette otto nove', 1));
  const compounds = tens.flatMap(([ten, value]) =>
    units.map(([unit, digit]) => [(/^[uo]/.test(unit) ? ten.slice(0, -1) : ten) + unit, value.charAt(0) + digit]),
  );
  return { ...Object.fromEntries(tens), ...Object.fromEntries(compounds) };
}
