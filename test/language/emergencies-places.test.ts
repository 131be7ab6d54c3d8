/** Fire, smoke and gas, wherever it is and whosever place it is: every telling with every place of the language. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

/** `#` is the place. */
type Told = {
  readonly dire: readonly string[];
  readonly places: readonly string[];
  readonly harmless: readonly string[];
};

const TOLD: Readonly<Record<string, Told>> = {
  en: {
    dire: [
      ...["there's a fire #", "there's smoke #", "it's burning #", "something's burning #", 'I can smell gas #'],
      ...['there are flames #', "there's a gas leak #", '# it smells of gas', 'fire #'],
    ],
    places: [
      'in my kitchen',
      'in our bedroom',
      'in the hallway',
      "at my nan's",
      "at our neighbour's",
      'in this building',
    ],
    harmless: [
      'the smoke alarm in my kitchen is broken',
      'is a gas hob good in a small kitchen',
      'how do I smoke in my kitchen',
    ],
  },
  it: {
    dire: [
      ...[
        "c'è un incendio #",
        "c'è fumo #",
        'brucia #',
        "# c'è puzza di gas",
        '# sta bruciando tutto',
        'sento odore di gas #',
      ],
      ...["# c'è del fumo", "c'è una fuga di gas #", "# c'è il fuoco", 'va a fuoco tutto #'],
    ],
    places: [
      'nella mia cucina',
      'in camera nostra',
      'da mia nonna',
      'dai nostri vicini',
      'in casa mia',
      'nel mio garage',
    ],
    harmless: ['il rilevatore di fumo della mia cucina è rotto', 'vorrei un fornello a gas per la mia cucina'],
  },
  de: {
    dire: [
      ...['# brennt es', 'es brennt #', '# riecht es nach gas', 'es raucht #', 'feuer #', '# ist alles voller rauch'],
      ...['# ist ein feuer ausgebrochen', '# tritt gas aus'],
    ],
    places: [
      'in meiner küche',
      'bei meiner oma',
      'bei unseren nachbarn',
      'in unserem keller',
      'in meinem zimmer',
      'bei mir',
    ],
    harmless: ['der rauchmelder in meiner küche ist kaputt', 'in meiner küche fehlt ein feuerzeug'],
  },
  cs: {
    dire: [
      ...[
        '# hoří',
        'hoří #',
        '# je plno kouře',
        'cítím # plyn',
        '# uniká plyn',
        '# začalo hořet',
        '# je požár',
        '# se kouří',
      ],
    ],
    places: [
      'v mojí kuchyni',
      'v našem domě',
      'u mojí babičky',
      'u našich sousedů',
      'v mém pokoji',
      've vedlejším bytě',
    ],
    harmless: [
      'v mojí kuchyni chybí káva',
      'hlásič kouře v naší kuchyni nefunguje',
      'plynová bomba v naší chatě je prázdná',
    ],
  },
  pl: {
    dire: [
      ...[
        '# się pali',
        'pali się #',
        '# jest pełno dymu',
        '# czuć gaz',
        '# ulatnia się gaz',
        '# wybuchł pożar',
        '# jest pożar',
      ],
    ],
    places: [
      'w mojej kuchni',
      'w naszym bloku',
      'u mojej babci',
      'u naszych sąsiadów',
      'w moim pokoju',
      'w sąsiednim mieszkaniu',
    ],
    harmless: [
      'w mojej kuchni brakuje kawy',
      'czujnik dymu w naszej kuchni nie działa',
      'butla z gazem w naszym domku jest pusta',
    ],
  },
};

describe.each(Object.entries(TOLD))('%s', (language, { dire, places, harmless }) => {
  const goods = goodsFor(language);
  const isEmergency = (text: string) => exactEars.hear(text, { locale: language, goods }).intent === 'Emergency';

  test('help is named wherever it is', () => {
    const all = dire.flatMap((told) => places.map((place) => told.replace('#', place)));
    expect(all.filter((text) => !isEmergency(text))).toEqual([]);
  });

  test('what only sounds like one is none', () => {
    expect(harmless.filter(isEmergency)).toEqual([]);
  });
});
