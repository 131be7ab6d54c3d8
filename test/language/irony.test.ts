/** Irony that begins like a yes orders nothing, by the rule that a yes has no words left over; a plain yes still does. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once', lasts: 'file' });

const LANGUAGES = {
  'en-GB': {
    order: 'order coffee',
    ironic: [
      'oh great, another yes',
      "sure, because I'm made of money",
      'yeah, sure, and pigs might fly',
      'yes, of course, what could possibly go wrong',
      'oh yes, take my whole salary',
      'sure, why not sell my house too',
      'yes yes, and my first born',
      'brilliant, just what I always wanted',
      'great, more coffee I never drink',
      'okay genius',
      'yeah right',
      "sure, I'll just rob a bank",
      'oh perfect, fifteen euros for two bags',
      'yes, master',
      'absolutely, in another life',
      'of course, when hell freezes over',
      'yes, said nobody ever',
      "oh I'd love to, not",
      'fine, ruin me',
      'lovely, daylight robbery',
    ],
    plain: ['yes', 'yes please', 'go ahead', 'sure', 'oh yes', 'yes, of course'],
  },
  'it-IT': {
    order: 'ordina il caffè',
    ironic: [
      'sì come no',
      'sì, certo, e poi?',
      'certo, perché sono milionario',
      'sì sì, e io sono il papa',
      'ma certo, prendetevi tutto',
      'ottimo, proprio quello che mi mancava',
      'sì, nei tuoi sogni',
      'perfetto, un altro furto',
      'bravo, ci voleva',
      'va bene, rovinami pure',
      'sì, quando voleranno gli asini',
      'certo, tanto i soldi crescono sugli alberi',
      'sì vabbè',
      'ok genio',
      'magnifico, un altro salasso',
      'sì, e la luna nel pozzo',
      'ma sì, fammi pure un mutuo',
      'certo, il giorno del mai',
      'sì, domani mi compro anche la villa',
      'evviva, altri soldi buttati',
    ],
    plain: ['sì', 'sì grazie', 'va bene', 'certo', 'ma sì', 'sì, certo'],
  },
  'de-DE': {
    order: 'bestelle Kaffee',
    ironic: [
      'ja klar, und im Himmel ist Jahrmarkt',
      'ja sicher, ich bin ja Millionär',
      'na klar, Geld spielt keine Rolle',
      'ja ja, und morgen kommt der Weihnachtsmann',
      'super, genau das hat mir noch gefehlt',
      'toll, noch mehr Kaffee',
      'ja, wenn Schweine fliegen',
      'klar, nehmt mir doch gleich alles',
      'ja, träum weiter',
      'wunderbar, wieder pleite',
      'ja bitte, ruiniert mich',
      'na großartig, schon wieder',
      'ja, am Sankt-Nimmerleins-Tag',
      'okay, du Genie',
      'sicher doch, und mein Haus dazu',
      'ja logisch, ich habe ja einen Goldesel',
      'prima, Abzocke vom Feinsten',
      'ja, von wegen',
      'herrlich, wie im Märchen',
      'ja ne, is klar',
    ],
    plain: ['ja', 'ja bitte', 'klar', 'gern', 'ja, klar', 'na klar'],
  },
  'pl-PL': {
    order: 'zamów kawę',
    ironic: [
      'tak, a świstak siedzi',
      'jasne, bo śpię na pieniądzach',
      'no pewnie, i może jeszcze frytki',
      'tak tak, już lecę',
      'super, tego mi brakowało',
      'oczywiście, jak kaktus mi wyrośnie',
      'tak, chyba w snach',
      'świetnie, znowu bez grosza',
      'no jasne, weźcie wszystko',
      'tak, i mieszkanie też sprzedajcie',
      'dobra, geniuszu',
      'pewnie, na święty nigdy',
      'jasne, jestem przecież milionerem',
      'tak, akurat',
      'brawo, kolejne zdzierstwo',
      'no tak, bo mnie stać',
      'wspaniale, kolejny wydatek',
      'tak, kiedy krowy zaczną latać',
      'ok, okradnijcie mnie',
      'jasne, a potem się obudziłem',
    ],
    plain: ['tak', 'tak poproszę', 'jasne', 'pewnie', 'no tak', 'oczywiście'],
  },
  'cs-CZ': {
    order: 'objednej kávu',
    ironic: [
      'jo, to určitě',
      'jasně, spím na penězích',
      'ano, až naprší a uschne',
      'no jistě, a Ježíšek existuje',
      'skvělé, přesně to mi chybělo',
      'ano ano, a prase lítá',
      'jasně, vezměte si všechno',
      'jo, ve snu',
      'výborně, zase bez koruny',
      'samozřejmě, jsem přece milionář',
      'ano, na svatého Dyndy',
      'ok, génie',
      'jo jasně, a co ještě',
      'paráda, další výdaj',
      'ano, a dům taky prodejte',
      'no super, okrádejte mě',
      'jistě, peníze rostou na stromech',
      'ano, až budu hrabě',
      'bravo, další zlodějina',
      'jo, to tak',
    ],
    plain: ['ano', 'ano prosím', 'jasně', 'jo', 'no jistě', 'samozřejmě'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, ironic }) => {
  test.each([...ironic])('"%s" orders nothing', async (said) => {
    const chat = at.texter({ locale });
    const before = at.house.orders();
    await chat.says(order);
    const { replies } = await chat.says(said);
    expect([replies.includes('Purchase.placed'), at.house.orders()]).toEqual([false, before]);
  });
});

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, plain }) => {
  test.each([...plain])('"%s" orders', async (said) => {
    const chat = at.texter({ locale, shopper: 'ana' });
    const asked = await chat.says(order);
    if (asked.asks === 'Purchase.again') await chat.says(plain[0]);
    const { replies } = await chat.says(said);
    expect(replies).toContain('Purchase.placed');
  });
});
