/** What is said beside a purchase, in every language alike: jokes, what was had last time, what goods are used with, and what is asked of other houses. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

/** Turns before the last, and what becomes of it: the question it leads to, and a reply among its replies. */
type Case = readonly [locale: string, turns: readonly string[], asks: string | null, reply?: string];

const JOKES: readonly Case[] = [
  ['en-GB', ['order tea', 'no just kidding'], 'Reorder.what'],
  ['it-IT', ['ordina il tè', 'no scherzavo'], 'Reorder.what'],
  ['de-DE', ['bestell Tee', 'nein, war nur Spaß'], 'Reorder.what'],
  ['cs-CZ', ['objednej čaj', 'ne, dělám si srandu'], 'Reorder.what'],
  ['pl-PL', ['zamów herbatę', 'nie, żartowałem'], 'Reorder.what'],
  ['en-GB', ['reorder my coffee', 'why would I'], 'Welcome.more', 'Purchase.notOrdered'],
  ['it-IT', ['riordina il caffè', 'ma perché dovrei?'], 'Welcome.more', 'Purchase.notOrdered'],
  ['de-DE', ['bestelle meinen Kaffee noch mal', 'wozu brauche ich das'], 'Welcome.more', 'Purchase.notOrdered'],
  ['cs-CZ', ['objednej znovu kávu', 'proč bych to kupoval'], 'Welcome.more', 'Purchase.notOrdered'],
  ['pl-PL', ['zamów ponownie kawę', 'a po co mi to'], 'Welcome.more', 'Purchase.notOrdered'],
];

const LAST: readonly Case[] = [
  ['en-GB', ['how much did i spend on my last order'], 'Welcome.more', 'OrderStatus.paidOrder'],
  ['it-IT', ["quanto ho speso per l'ultimo ordine"], 'Welcome.more', 'OrderStatus.paidOrder'],
  ['de-DE', ['wie viel habe ich für die letzte Bestellung ausgegeben'], 'Welcome.more', 'OrderStatus.paidOrder'],
  ['cs-CZ', ['kolik jsem utratil za poslední objednávku'], 'Welcome.more', 'OrderStatus.paidOrder'],
  ['pl-PL', ['ile wydałem na ostatnie zamówienie'], 'Welcome.more', 'OrderStatus.paidOrder'],
  ['en-GB', ['reorder my coffee', 'yes, the one I had last time'], 'Purchase.confirm', 'Purchase.named'],
  ['it-IT', ['riordina il caffè', "sì, quello dell'ultima volta"], 'Purchase.confirm', 'Purchase.named'],
  ['de-DE', ['bestelle meinen Kaffee noch mal', 'ja, den vom letzten Mal'], 'Purchase.confirm', 'Purchase.named'],
  ['cs-CZ', ['objednej znovu kávu', 'ano, tu co minule'], 'Purchase.confirm', 'Purchase.named'],
  ['pl-PL', ['zamów ponownie kawę', 'tak, tę co ostatnio'], 'Purchase.confirm', 'Purchase.named'],
  ['en-GB', ['order nappies size 4', 'the one I had last time'], 'Purchase.confirm', 'Purchase.noSuchChange'],
];

const PLACES: readonly Case[] = [
  ['en-GB', ['ship it to my office'], 'ChangeAddress.confirm'],
  ['it-IT', ['spediscilo in ufficio'], 'ChangeAddress.confirm'],
  ['de-DE', ['schick es ins Büro'], 'ChangeAddress.confirm'],
  ['cs-CZ', ['pošlete to do kanceláře'], 'ChangeAddress.confirm'],
  ['pl-PL', ['wyślij to do biura'], 'ChangeAddress.confirm'],
];

const CARTS: readonly Case[] = [
  ['en-GB', ['swap the coffee in my cart for tea'], 'Besides.also', 'CartCheckout.notInCart'],
  ['it-IT', ['cambia il caffè nel carrello con il tè'], 'Besides.also', 'CartCheckout.notInCart'],
  ['de-DE', ['tausch den Kaffee im Warenkorb gegen Tee'], 'Besides.also', 'CartCheckout.notInCart'],
  ['cs-CZ', ['vyměň kávu v košíku za čaj'], 'Besides.also', 'CartCheckout.notInCart'],
  ['pl-PL', ['zamień kawę w koszyku na herbatę'], 'Besides.also', 'CartCheckout.notInCart'],
];

/** Of orders and goods, in few words: the other order, news, and when goods run out. */
const FEW_WORDS: readonly Case[] = [
  ['en-GB', ['what about my other order'], 'OrderStatus.which'],
  ['it-IT', ["e l'altro ordine"], 'OrderStatus.which'],
  ['de-DE', ['und meine andere Bestellung'], 'OrderStatus.which'],
  ['cs-CZ', ['a ta druhá objednávka'], 'OrderStatus.which'],
  ['pl-PL', ['a to drugie zamówienie'], 'OrderStatus.which'],
  ['en-GB', ['keep me posted'], 'Welcome.more', 'OrderNews.keptMessage'],
  ['it-IT', ['tienimi aggiornato'], 'Welcome.more', 'OrderNews.keptMessage'],
  ['cs-CZ', ['dejte mi vědět'], 'Welcome.more', 'OrderNews.keptMessage'],
  ['pl-PL', ['informuj mnie na bieżąco'], 'Welcome.more', 'OrderNews.keptMessage'],
  ['en-GB', ['when do I need dog food'], 'Welcome.more', 'Replenish.nextOne'],
  ['pl-PL', ['kiedy będę potrzebować karmy dla psa'], 'Welcome.more', 'Replenish.nextOne'],
];

const CASES = [...JOKES, ...LAST, ...PLACES, ...CARTS, ...FEW_WORDS].map(([locale, turns, asks, reply]) => ({
  ...{ locale, turns, asks, reply },
  said: turns.join(' / '),
}));

test.each(CASES)('$locale: "$said" leads to $asks', async ({ locale, turns, asks, reply }) => {
  const chat = at.texter({ locale });
  let told = await chat.says(turns[0] ?? '');
  for (const said of turns.slice(1)) told = await chat.says(said);
  expect([told.asks, at.house.orders()]).toEqual([asks, 0]);
  if (reply) expect(told.replies).toContain(reply);
});

/** Of two foods one is chosen by whom it is for, whatever language the shop writes. */
test.each([
  ['en-GB', 'order pet food', 'the one for dogs'],
  ['it-IT', 'ordina cibo per animali', 'quello per cani'],
  ['de-DE', 'bestell Futter', 'das für Hunde'],
  ['cs-CZ', 'objednej krmivo', 'to pro psy'],
  ['pl-PL', 'zamów karmę', 'tę dla psów'],
])('%s: after "%s" "%s" is the dog food', async (locale, order, said) => {
  const chat = at.texter({ locale });
  expect((await chat.says(order)).asks).toBe('Reorder.which');
  const { asks, show } = await chat.says(said);
  expect([asks, show.includes('Brontolino')]).toEqual(['Purchase.confirm', true]);
});

/** What coffee, tea or a dog is served with. */
const TOOLS = {
  'en-GB': [
    'order coffee filters',
    'order a coffee machine',
    'order a tea pot',
    'order a dog bowl',
    'order a dog lead',
  ],
  'it-IT': ['ordina una macchina del caffè', 'ordina un guinzaglio per cani'],
  'de-DE': ['bestell eine Kaffeemaschine', 'bestell eine Maschine für Kaffee', 'bestell eine Hundeleine'],
  'cs-CZ': ['objednej stroj na kávu', 'objednej konvici na čaj'],
  'pl-PL': ['zamów ekspres do kawy', 'zamów młynek do kawy', 'zamów dzbanek do herbaty', 'zamów miskę dla psa'],
} as const;

test.each(Object.entries(TOOLS))('%s: what goods are used with is none of them', async (locale, orders) => {
  for (const order of orders) {
    const { asks, replies } = await at.texter({ locale }).says(order);
    expect([order, asks, replies]).toEqual([order, 'Reorder.what', ['Reorder.notSold']]);
  }
});

/** Other houses, and other people in the room. */
const OTHERS = {
  'en-GB': [
    'are the banks open on Monday',
    'is the pharmacy open today',
    'when does the museum close',
    'remind me about bread',
  ],
  'it-IT': [
    'la posta è aperta sabato',
    'a che ora chiude la farmacia',
    'richiamami dopo, Susanna',
    'ricordami il pane',
  ],
  'de-DE': [
    'ist die Bibliothek am Sonntag offen',
    'wann schließt die Post',
    'ruf mich später zurück, Gudrun',
    'erinner mich an Brot',
  ],
  'cs-CZ': ['má lékárna dnes otevřeno', 'kdy zavírá pošta', 'zavolej mi později, Zuzano'],
  'pl-PL': ['czy banki są otwarte w poniedziałek', 'o której zamykają pocztę', 'oddzwoń później, Zuzanna'],
} as const;

test.each(Object.entries(OTHERS))('%s: what is asked of others is not answered for them', async (locale, all) => {
  for (const said of all) {
    const { intent, asks } = await at.texter({ locale }).says(said);
    expect([said, intent, asks]).toEqual([said, 'Fallback', 'Welcome.what']);
  }
});

test.each([
  ['en-GB', 'are you open on Monday'],
  ['it-IT', 'siete aperti domenica'],
  ['cs-CZ', 'máte v pondělí otevřeno'],
  ['pl-PL', 'czy jesteście otwarci w poniedziałek'],
])('%s: "%s" is asked of the shop', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).intent).toBe('SupportPolicy');
});

/** A no, and what goods are used with: neither those goods nor others that share a word with them take the place of what is refused. */
const NO_BUT_TOOLS = [
  ['en-GB', 'order tea', 'no, coffee filters'],
  ['en-GB', 'order tea', 'no, the filters for coffee'],
  ['it-IT', 'ordina il tè', 'no, i filtri per il caffè'],
  ['de-DE', 'bestell Tee', 'nein, Kaffeefilter'],
  ['cs-CZ', 'objednej čaj', 'ne, filtry na kávu'],
  ['pl-PL', 'zamów herbatę', 'nie, filtry do kawy'],
] as const;

test.each(NO_BUT_TOOLS)('%s: after "%s", "%s" puts nothing in its place', async (locale, order, said) => {
  const chat = at.texter({ locale });
  await chat.says(order);
  const { asks, show } = await chat.says(said);
  expect([asks, /Bella Roma|Filtraqua/.test(show)]).not.toEqual(['Purchase.confirm', true]);
});

/** Whoever wants no machine wants a person, and who wants no person none. */
const NO_MACHINE = [
  ['en-GB', 'I want a person, not a bot', 'TalkToHuman.passed'],
  ['en-GB', 'no robots, give me a person', 'TalkToHuman.passed'],
  ['en-GB', "I don't want a person", 'Refused.handsOver'],
  ['it-IT', 'una persona, non una macchina', 'TalkToHuman.passed'],
  ['it-IT', 'non con un bot, con un umano', 'TalkToHuman.passed'],
  ['it-IT', 'non voglio una persona', 'Refused.handsOver'],
  ['de-DE', 'einen Menschen, keinen Roboter', 'TalkToHuman.passed'],
  ['de-DE', 'ich will mit einem Menschen reden und nicht mit einem Bot', 'TalkToHuman.passed'],
  ['de-DE', 'ich will keinen Menschen', 'Refused.handsOver'],
] as const;

test.each(NO_MACHINE)('%s: "%s" leads to %s', async (locale, said, reply) => {
  expect((await at.texter({ locale }).says(said)).replies).toContain(reply);
});

/** Where what is asked is said again as a wish, it is done; behind a no it is not. */
const SAID_AGAIN = [
  ['en-GB', ['cancel the cat food order', 'yes, cancel'], 'Cancelling.asked'],
  ['en-GB', ['cancel the cat food order', 'please cancel'], 'Cancelling.asked'],
  ['en-GB', ['cancel the cat food order', 'no, cancel'], null],
  ['en-GB', ['cancel the cat food order', "don't cancel"], 'Cancelling.kept'],
  ['it-IT', ['annulla le crocchette del gatto', 'sì, annulla'], 'Cancelling.asked'],
  ['it-IT', ['annulla le crocchette del gatto', 'non annullare'], 'Cancelling.kept'],
  ['de-DE', ['storniere das Katzenfutter', 'ja, stornieren'], 'Cancelling.asked'],
  ['de-DE', ['storniere das Katzenfutter', 'nein, stornieren'], 'Cancelling.kept'],
  ['en-GB', ['I want to return my coffee', 'yes, send it back'], 'ReturnRefund.labelHere'],
  ['it-IT', ['voglio restituire il caffè', 'sì, rendilo'], 'ReturnRefund.labelHere'],
  ['de-DE', ['ich will meinen Kaffee zurückgeben', 'ja, zurückschicken'], 'ReturnRefund.labelHere'],
  ['cs-CZ', ['chci vrátit kávu', 'ano, vraťte to'], 'ReturnRefund.labelHere'],
  ['pl-PL', ['chcę zwrócić kawę', 'tak, zwrócić'], 'ReturnRefund.labelHere'],
  ['en-GB', ['send my order to work', 'yes, change it'], 'ChangeAddress.changed'],
  ['de-DE', ['schick meine Bestellung zur Arbeit', 'ja, ändern'], 'ChangeAddress.changed'],
] as const;

test.each(SAID_AGAIN)('%s: %j leads to %s', async (locale, [first, second], reply) => {
  const chat = at.texter({ locale });
  await chat.says(first);
  const { replies } = await chat.says(second);
  if (reply) expect(replies).toContain(reply);
  else expect(replies).not.toContain('Cancelling.asked');
});
