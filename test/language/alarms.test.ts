/** What may well be an emergency is taken for one where nothing else is understood; what tells of goods, of another time or of nothing is not. */

import { exportOf } from '../../lambda/services/privacy/erasure';
import { anyCall } from '../kit/call';
import { useHouse } from '../kit/use-house';

const ALARMS = {
  'en-GB': [
    'the neighbour lies in the yard and she is not responding to anyone',
    'our little one got hold of the bleach and drank some',
    'smoke is coming out of the tumble dryer and the cable is sparking',
    'two wasp stings and now his neck is swelling',
    'he came home and is hitting me again please come',
  ],
  'it-IT': [
    'la vicina è stesa in cortile e non risponde a nessuno',
    'il piccolo ha bevuto della candeggina poco fa',
    "dall'asciugatrice esce fumo e il cavo fa scintille",
    'due punture di vespa e adesso ha il collo gonfio',
    'è tornato a casa e mi picchia di nuovo',
  ],
  'de-DE': [
    'die Nachbarin liegt im Hof und reagiert nicht auf uns',
    'der Kleine war am Putzschrank und hat Reiniger getrunken',
    'aus dem Trockner kommt Qualm und das Kabel sprüht Funken',
    'zwei Wespen haben ihn gestochen und jetzt schwillt der Hals',
    'er ist wieder da und schlägt mich',
  ],
  'cs-CZ': [
    'sousedka leží na dvoře a vůbec nereaguje',
    'maly se napil cistic na trouby',
    'ze sušičky jde kouř a kabel jiskří',
    'štípla ho vosa a otéká mu krk',
    'je zase doma a mlátí mě',
  ],
  'pl-PL': [
    'sąsiadka leży na podwórku i nie reaguje',
    'maly napil sie domestosa',
    'z suszarki leci dym i kabel iskrzy',
    'osa go ukąsiła i puchnie mu szyja',
    'wrócił do domu i znowu bije mnie',
  ],
} as const;

const NONE = {
  'en-GB': [
    'do you sell smoke hoods for a camper van',
    'two years ago a wasp sting and her neck was swollen, she swears by blorple',
    'the wimble on the frizzet is on the blink',
    'what if somebody swallowed one of those marbles',
    'help me with a crossword seven letters',
    'on what day does the feast fall',
  ],
  'it-IT': [
    'vendete cappucci antifumo per il camper',
    'due anni fa una puntura di vespa e il collo gonfio, lei giura sul brombolo',
    'il frizzolo della gringola fa le bizze',
    'aiutami con un cruciverba di sette lettere',
    'in che giorno cade la festa',
    'la neve cade da ieri',
  ],
  'de-DE': [
    'haben Sie Rauchhauben fürs Wohnmobil',
    'vor zwei Jahren eine Wespe und der Hals geschwollen, sie schwört auf Blorpel',
    'der Wimmel am Frinsel spinnt',
    'was ist wenn das Kabel so einer Murmel mal Funken sprüht',
    'auf welchen Tag fällt das Fest',
  ],
  'cs-CZ': [
    'máte kouřové kukly do karavanu',
    'před rokem vosa a otékal krk, teď nedá dopustit na blorpl',
    'frncl na tom gribu zlobí',
    'na který den padne svátek',
  ],
  'pl-PL': [
    'macie kaptury przeciw dymowi do kampera',
    'rok temu osa i spuchła szyja, a ona chwali sobie blorpel',
    'wihajster przy gryblu szwankuje',
    'na jaki dzień wypada święto',
  ],
} as const;

type Locale = keyof typeof ALARMS;
const casesOf = (texts: Readonly<Record<Locale, readonly string[]>>) =>
  (Object.keys(texts) as Locale[]).flatMap((locale) => texts[locale].map((text) => ({ locale, text })));

const at = useHouse();

/** All that is kept of Ana, as it is given to her. */
async function kept(): Promise<string> {
  const who = await at.house.shop.accounts.whoIs('demo-ana', anyCall());
  if (!who.ok) throw new Error('the demo shop does not know Ana');
  return JSON.stringify(await exportOf({ shopper: who.value.id }, at.house));
}

test.each(casesOf(ALARMS))(
  'in $locale "$text" is told whom to call, and nothing of it is kept',
  async ({ locale, text }) => {
    const texter = at.texter({ locale });
    const told = await texter.says(text);
    expect([told.replies, told.asks]).toEqual([['Emergency.call'], null]);
    expect(await kept()).toContain('[emergency]');
    expect(await kept()).not.toContain(text);
  },
);

test.each(casesOf(NONE))('in $locale "$text" is none', async ({ locale, text }) => {
  expect((await at.texter({ locale }).says(text)).replies).not.toContain('Emergency.call');
});

test('at a purchase it comes first, and the next yes buys nothing', async () => {
  const texter = at.texter();
  await texter.says('reorder my coffee');
  expect((await texter.says(ALARMS['en-GB'][2])).replies).toEqual(['Emergency.call']);
  expect((await texter.says('yes')).replies).not.toContain('Purchase.placed');
  expect(at.house.orders()).toBe(0);
});

test('to a person who has the conversation it goes as it was written', async () => {
  const texter = at.texter();
  await texter.says('I want to talk to a person');
  await at.agent().says('What is it?');
  const said = 'it went off with sparks and fumes all over the shelf';
  expect((await texter.says(said)).replies).not.toContain('Emergency.call');
  expect(await kept()).toContain(said);
});
