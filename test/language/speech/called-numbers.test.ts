/** A number that people call by what it belongs to is read out as one, never as an amount; what is an amount, a day or a postcode stays what it is. */

import { calledWordsIn } from '../../../lambda/house/language-lists';
import { createVoice } from '../../../lambda/language/speech/say';
import { knowCalled } from '../../../lambda/vocabulary/called-numbers';
import { earPages } from '../../../lambda/vocabulary/ear-pages';
import { forEyeIn, piecesOf } from '../../../lambda/vocabulary/written-words';

const voice = createVoice({ directory: 'locales', shopName: 'Willow Market', onMissing: 'throw' });
beforeAll(() => knowCalled(() => calledWordsIn('locales')));

function heard(text: string, locale: string): string {
  const words = { person: { type: 'name', name: 'Luca' }, words: { type: 'quote', text } } as const;
  const outcome = { replies: [{ key: 'Person.wrote', with: words }], ending: { kind: 'close' } } as const;
  return voice.say(outcome, { locale, wording: {}, seed: 'a' }).speech.plain;
}

/** § is the number, § § two of as many digits. */
type Written = { readonly locale: string; readonly called: readonly string[]; readonly counted: readonly string[] };

const WRITTEN: Readonly<Record<string, Written>> = {
  en: {
    locale: 'en-GB',
    called: [
      'Your order § is on its way.',
      'Order §: the coffee is missing, sorry!',
      'I have looked at order no. § for you.',
      'The number of your order is §.',
      'Your order number is §, please keep it.',
      'It is #§.',
      'About invoice § and your order #§',
      'Your orders § and § go out today.',
      'Parcel § left us this morning; in order § nothing was missing.',
      '§ is your order number.',
      'Your case § is closed, the ticket § is not.',
      'Use the code § at the door.',
      'Ana, order § (from May) was returned.',
      'We sent your shipment § again, tracking: §',
    ],
    counted: [
      'You get § points for it.',
      'That makes § in all.',
      'We order § bags a week.',
      'You can order § pieces at most.',
      'Your order of § crowns is paid.',
      'Orders over § euros go free.',
      'The bottle holds § ml, the box § g.',
      'We sent § parcels this year.',
      'In case § people come, write to us.',
      'The parcel weighs § grams.',
      'Please send it to § Springfield, it was § before.',
      'With order and delivery it comes to § CZK.',
      'No, § is too much.',
      'A number of § customers asked.',
    ],
  },
  it: {
    locale: 'it-IT',
    called: [
      'Il tuo ordine § è in viaggio.',
      'Ordine §: manca il caffè.',
      "Ho guardato l'ordine n. § per te.",
      'Il numero del tuo ordine è §.',
      "Il numero d'ordine è §, lo tenga.",
      'È il #§.',
      'La fattura § e il suo ordine #§',
      'Gli ordini § e § partono oggi.',
      "Il pacco § è partito; nell'ordine § non mancava nulla.",
      '§ è il numero del tuo ordine.',
      'La pratica § è chiusa, il ticket § no.',
      'Usi il codice § alla porta.',
      "L'ordine § (di maggio) è tornato, il reso § no.",
      'La spedizione § è ripartita, tracking: §',
    ],
    counted: [
      'Ricevi § punti.',
      'In tutto fa §.',
      'Ordiniamo § pezzi a settimana.',
      'Può ordinare al massimo § confezioni.',
      'Un ordine di § corone è pagato.',
      'Gli ordini sopra § euro sono gratis.',
      'La bottiglia tiene § ml, la scatola § g.',
      "Quest'anno abbiamo spedito § pacchi.",
      'In caso § persone scrivano, ci dica.',
      'Il pacco pesa § grammi.',
      'Lo mandiamo a § Milano, prima era §.',
      "Con l'ordine viene § CZK.",
      'No, § è troppo.',
      'Ordine minimo § grammi.',
    ],
  },
  de: {
    locale: 'de-DE',
    called: [
      'Ihre Bestellung § ist unterwegs.',
      'Bestellung §: der Kaffee fehlt.',
      'Ich habe die Bestellung Nr. § angesehen.',
      'Die Nummer Ihrer Bestellung ist §.',
      'Ihre Bestellnummer lautet §, bitte aufheben.',
      'Es ist die #§.',
      'Die Rechnung § und Ihr Auftrag #§',
      'Ihre Bestellungen § und § gehen heute raus.',
      'Das Paket § ist weg; in der Bestellung § fehlte nichts.',
      '§ ist Ihre Bestellnummer.',
      'Der Vorgang § ist zu, das Ticket § nicht.',
      'Nehmen Sie den Code § an der Tür.',
      'Bestellung § (vom Mai) kam zurück, die Retoure § nicht.',
      'Ihre Sendung § ist wieder unterwegs, Sendungsnummer: §',
    ],
    counted: [
      'Sie bekommen § Punkte.',
      'Das macht zusammen §.',
      'Wir bestellen § Stück pro Woche.',
      'Sie können höchstens § Packungen bestellen.',
      'Eine Bestellung über § Kronen ist bezahlt.',
      'Bestellungen ab § Euro sind frei.',
      'Die Flasche fasst § ml, die Schachtel § g.',
      'Dieses Jahr haben wir § Pakete verschickt.',
      'Für den Fall § Leute kommen, schreiben Sie.',
      'Das Paket wiegt § Gramm.',
      'Wir schicken es nach § Berlin, vorher war es §.',
      'Mit der Bestellung kommt es auf § CZK.',
      'Nein, § ist zu viel.',
      'Rechnung über §, davon § bezahlt.',
    ],
  },
  pl: {
    locale: 'pl-PL',
    called: [
      'Twoje zamówienie § jest w drodze.',
      'Zamówienie §: brakuje kawy.',
      'Sprawdziłam zamówienie nr § dla pani.',
      'Numer twojego zamówienia to §.',
      'Numer zamówienia to §, proszę zachować.',
      'To jest #§.',
      'Faktura § i zamówienie #§',
      'Zamówienia § i § wychodzą dziś.',
      'Paczka § wyszła rano; w zamówieniu § niczego nie brakowało.',
      '§ to numer twojego zamówienia.',
      'Sprawa § jest zamknięta, zgłoszenie § nie.',
      'Proszę podać kod § przy drzwiach.',
      'Zamówienie § na kwotę 200 zł wróciło.',
      'Przesyłka § jest znów w drodze, numer: §',
      'Dot. zam. § z maja; nr zam. §',
    ],
    counted: [
      'Dostaje pani § punktów.',
      'Razem to będzie §.',
      'Zamawiamy § sztuk tygodniowo.',
      'Można zamówić najwyżej § opakowań.',
      'Zamówienie na § koron jest opłacone.',
      'Zamówienia powyżej § euro są za darmo.',
      'Butelka ma § ml, pudełko § g.',
      'W tym roku wysłaliśmy § paczek.',
      'Jeśli przyjdzie § osób, proszę napisać.',
      'Paczka waży § gramów.',
      'Wysyłamy do § Warszawa, wcześniej było §.',
      'Z zamówieniem wychodzi § CZK.',
      'Nie, § to za dużo.',
      'Zamówienie § sztuk jest możliwe.',
    ],
  },
  cs: {
    locale: 'cs-CZ',
    called: [
      'Vaše objednávka § je na cestě.',
      'Objednávka §: chybí káva.',
      'Podívala jsem se na objednávku č. § pro vás.',
      'Číslo vaší objednávky je §.',
      'Číslo objednávky je §, schovejte si ho.',
      'Je to #§.',
      'Faktura § a objednávka #§',
      'Objednávky § a § odcházejí dnes.',
      'Balík § odešel ráno; v objednávce § nic nechybělo.',
      '§ je číslo vaší objednávky.',
      'Případ § je uzavřený, tiket § ne.',
      'Zadejte kód § u dveří.',
      'Objednávka § v hodnotě 500 Kč se vrátila.',
      'Zásilka § je zase na cestě, cislo: §',
      'Vaše obj. § z května',
    ],
    counted: [
      'Dostanete § bodů.',
      'Celkem to dělá §.',
      'Objednáváme § kusů týdně.',
      'Můžete objednat nejvýš § balení.',
      'Objednávka za § korun je zaplacená.',
      'Objednávky nad § euro jsou zdarma.',
      'Lahev má § ml, krabice § g.',
      'Letos jsme poslali § balíků.',
      'Když přijde § lidí, napište.',
      'Balík váží § gramů.',
      'Posíláme na § Praha, předtím to bylo §.',
      'S objednávkou to vychází na § CZK.',
      'Ne, § je moc.',
      'Objednávka § kusů je možná.',
    ],
  },
};

/** Of four digits and more; those that a year could be are none of them. */
const NUMBERS = ['1042', '4711', '8003', '10345', '12000', '50210', '99990', '104500', '110000'];

function filled(texts: readonly string[]): readonly (readonly [text: string, numbers: readonly string[]])[] {
  return texts.flatMap((text) =>
    NUMBERS.map((number) => {
      const numbers: string[] = [];
      const whole = text.replace(/§/g, () => {
        const next = String(Number(number) + numbers.length);
        numbers.push(next);
        return next;
      });
      return [whole, numbers] as const;
    }),
  );
}

const digitsIn = (said: string) => said.replace(/(?<=\d)[.,\s\u00a0\u202f'’](?=\d{3}(?!\d))/g, '');

describe.each(Object.entries(WRITTEN))('%s', (_language, { locale, called, counted }) => {
  test('what is called by its number is no amount, and may be spelt', () => {
    const all = filled(called);
    expect(all.length).toBeGreaterThanOrEqual(100);
    const wrong = all.filter(([text, numbers]) => {
      const told = forEyeIn(text).map(({ text: one }) => one);
      return numbers.some((number) => digitsIn(heard(text, locale)).includes(number) || !told.includes(number));
    });
    expect(wrong).toEqual([]);
  });

  test('what is an amount, or a place, is said as before', () => {
    // Longer ones have always been taken for numbers of something.
    const all = filled(counted).filter(([, numbers]) => numbers.every((number) => number.length < 6));
    expect(all.length).toBeGreaterThanOrEqual(90);
    const wrong = all.filter(
      ([text, numbers]) =>
        forEyeIn(text).length > 0 || numbers.some((number) => !digitsIn(heard(text, locale)).includes(number)),
    );
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['Since 2019, until 2026-12-24, at 14:30 or in 2026', []],
  ['Your order from 2025, in March 2026', []],
  ['Order WM-104233 and order 10345, for 10,345 points', ['WM-104233', '10345']],
  ['Your order 10345.50 was paid, 10345%', []],
  ['It weighs 1500 g, order 1042 2 kg', ['1042']],
])('%j: of it nobody notes down by ear %j', (text, told) => {
  expect(forEyeIn(text).map(({ text: one }) => one)).toEqual(told);
});

test.each([
  ['en-GB', 'Your order 10345 is on its way.', 'Your order with this number is on its way.'],
  ['en-GB', 'Order no. 10345: ready. It is #10345.', 'Order with this number: ready. It is this number.'],
  ['en-GB', 'Your order number 10345, or order (#10345)', 'Your order number, or order with this number.'],
  ['en-GB', 'The number of your order is 10345.', 'The number of your order is this number.'],
  ['it-IT', 'Il tuo ordine n. 10345 è partito.', 'Il tuo ordine con questo numero è partito.'],
  [
    'de-DE',
    'Die Bestellung Nr. 10345, Bestellnummer: 10345',
    'Die Bestellung mit dieser Nummer, Bestellnummer: diese Nummer.',
  ],
  ['pl-PL', 'Zamówienie nr 10345 wyszło.', 'Zamówienie o tym numerze wyszło.'],
  ['cs-CZ', 'Objednávka č. 10345 odešla.', 'Objednávka s tímto číslem odešla.'],
])('%s: %j', (locale, text, said) => {
  expect(/[“„](.*)[”“]/s.exec(heard(text, locale))?.[1]).toBe(said);
});

test('the numbers of the shopper’s own orders are known without a word around them', () => {
  const text = '10345 is packed, you have 10346 points';
  expect(forEyeIn(text, ['10345', '2001'])).toEqual([{ kind: 'number', text: '10345' }]);
  expect(forEyeIn(text)).toEqual([]);
});

test('no page parts a number from what it is called', () => {
  const filler = (words: number) => Array(words).fill('and').join(' ');
  for (const name of ['order', 'order no.', 'your order', 'Best. Nr.'])
    for (let words = 1; words < 40; words += 1) {
      const text = `${filler(words)} ${name} 10345 ${filler(30)}. Bye.`;
      const pages = earPages(text);
      expect(pages.join(' ').split(/\s+/)).toEqual(text.split(/\s+/));
      expect(pages.some((page) => page.includes(`${name.split(' ').at(-1)} 10345`))).toBe(true);
    }
});

test('forty thousand signs of orders are read in one go', () => {
  for (const one of ['order ', 'number of your order ', 'order 10345, ', '# ', 'no. '])
    expect(
      piecesOf(one.repeat(40_000 / one.length))
        .map(({ text }) => text)
        .join(''),
    ).toBe(one.repeat(40_000 / one.length));
});
