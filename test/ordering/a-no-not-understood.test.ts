/** "No, the blue one", "nicht die mit Deckel": a no and more that nobody understands is a no to what is asked; a yes behind it buys nothing that was not named anew. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

/** Every no is said before everything else of its language. */
const LANGUAGES = {
  'en-GB': {
    order: 'reorder my coffee',
    yes: 'yes',
    noes: ['no, ', 'no ', 'nope, ', 'no no, ', 'no wait, ', 'not ', "i don't want ", 'no thanks, '],
    others: [
      'the zorblax one',
      'with the green lid',
      'for the boat',
      'the one my mum likes',
      'that other brand',
      'flurb',
    ],
  },
  'it-IT': {
    order: 'riordina il caffè',
    yes: 'sì',
    noes: ['no, ', 'no ', 'macché, ', 'no aspetta, ', 'non ', 'non voglio ', 'no grazie, ', 'ma no, '],
    others: ['quello zorblax', 'col tappo verde', 'per la barca', 'quello che piace a mamma', "quell'altra marca"],
  },
  'de-DE': {
    order: 'bestelle meinen Kaffee noch mal',
    yes: 'ja',
    noes: ['nein, ', 'nee ', 'nein nein, ', 'nein warte, ', 'nicht ', 'ich will nicht ', 'nein danke, ', 'ach nein, '],
    others: ['die zorblax', 'mit dem grünen Deckel', 'fürs Boot', 'die meine Mutter mag', 'diese andere Marke'],
  },
  'cs-CZ': {
    order: 'objednej znovu kávu',
    yes: 'ano',
    noes: ['ne, ', 'ne ', 'nee, ', 'ne počkej, ', 'nechci ', 'ne díky, ', 'ale ne, '],
    others: ['ten zorblax', 'se zeleným víčkem', 'na loď', 'co má ráda máma', 'tu jinou značku', 'to silné'],
  },
  'pl-PL': {
    order: 'zamów ponownie kawę',
    yes: 'tak',
    noes: ['nie, ', 'nie ', 'nie nie, ', 'nie czekaj, ', 'nie chcę ', 'nie dzięki, ', 'jednak nie, '],
    others: ['ten zorblax', 'z zieloną zakrętką', 'na łódkę', 'ten co lubi mama', 'tę inną markę', 'to mocne'],
  },
} as const;

/** The same goods once more within this time are asked about. */
const NO_DOUBLE_MS = 11 * 60_000;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, yes, noes, others }) => {
  test.each([...noes])('behind "%s…" a yes buys only what was named anew', async (no) => {
    for (const other of others) {
      at.house.clock.advance(NO_DOUBLE_MS);
      const chat = at.texter({ locale });
      expect((await chat.says(order)).asks).toBe('Purchase.confirm');
      const before = at.house.orders();
      const { show } = await chat.says(`${no}${other}`);
      expect([other, at.house.orders()]).toEqual([other, before]);
      await chat.says(yes);
      const isNamed = show.includes('Bella Roma');
      expect([other, at.house.orders() - before <= Number(isNamed)]).toEqual([other, true]);
    }
  });
});

test.each(Object.entries(LANGUAGES))(
  'a no with a comma behind it gives the purchase up, in %s',
  async (locale, words) => {
    const chat = at.texter({ locale });
    await chat.says(words.order);
    const { asks, replies } = await chat.says(`${words.noes[0]}${words.others[0]}`);
    expect([asks, replies]).toEqual(['Reorder.what', ['Consent.notThat']]);
  },
);

/** Another size is refused, or wished, and a yes is in it: which of both nobody knows. */
test.each([
  [
    'en-GB',
    'order nappies size 4',
    ['no size 3 yes', 'not size 3, yes', 'size 3 yes', 'no size three, just kidding'],
    'yes',
  ],
  ['it-IT', 'ordina pannolini taglia 4', ['no taglia 3 sì', 'non la taglia 3, sì', 'taglia 3 sì'], 'sì'],
  [
    'de-DE',
    'bestelle Windeln Größe 4',
    ['nein Größe 3 ja', 'nicht Größe 3, ja', 'Größe 3 ja', 'nicht die 4, die 3'],
    'ja',
  ],
  [
    'cs-CZ',
    'objednej plenky velikost 4',
    ['ne velikost 3 ano', 'ne velikost 3', 'velikost 3 ano', 'ne trojku, ano'],
    'ano',
  ],
  [
    'pl-PL',
    'zamów pieluchy rozmiar 4',
    ['nie rozmiar 3 tak', 'nie rozmiar 3', 'rozmiar 3 tak', 'nie trójkę, tak'],
    'tak',
  ],
] as const)(
  'with a size and a yes in it a no names what a yes then buys, in %s',
  async (locale, order, answers, yes) => {
    for (const answer of answers) {
      at.house.clock.advance(NO_DOUBLE_MS);
      const chat = at.texter({ locale });
      await chat.says(order);
      const before = at.house.orders();
      const { show } = await chat.says(answer);
      expect([answer, at.house.orders()]).toEqual([answer, before]);
      await chat.says(yes);
      const isNamed = /size (three|four)|taglia (tre|quattro)/.test(show);
      expect([answer, at.house.orders() - before <= Number(isNamed)]).toEqual([answer, true]);
    }
  },
);

test('at a speaker, too, what was not understood puts the question with what it is about', async () => {
  const speaker = at.texter({ form: 'speech' });
  await speaker.says('reorder my coffee');
  for (const said of ['the purple zorblax', 'that flurby kind'])
    expect((await speaker.says(said)).replies).toContain('Purchase.named');
});
