/** German, Czech and Polish: what was asked stays open with "or not", a chore of the house is no order, and what only fell is no emergency. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';
import { useHouse } from '../kit/use-house';

const at = useHouse();

const SAID = {
  'de-DE': {
    OrderStatus: ['ist meine Lieferung jetzt losgeschickt oder nicht', 'kommt das Paket heute oder nicht'],
    RefundStatus: ['habt ihr mir den Betrag endlich überwiesen oder nicht', 'rückzahlung noch nicht da'],
    ReturnRefund: ['bräuchte noch einen rücksendeaufkleber'],
    TalkToHuman: ['geht das auch am Samstag statt Montag', 'mir wär es am liebsten, wenn mich jemand zurückruft'],
    Volume: ['etwas lauter bitte, ich hör nicht mehr so gut', 'leiser bitte, der Fernseher läuft'],
    Fallback: ['storniere den Timer', 'Opa, nicht du, ich red grad mit dem Kasten', 'alle Lampen ausmachen'],
  },
  'cs-CZ': {
    OrderStatus: ['dorazí ta zásilka dneska, nebo ne'],
    RefundStatus: ['převedli jste mi už ty peníze, nebo ne'],
    TalkToHuman: ['dalo by se to v sobotu místo pátku', 'nejradši bych, kdyby mi někdo zítra zavolal'],
    Reorder: ['dochází nám káva, objednej to co vždycky', 'hele, došla nám káva, kup to samé'],
    Volume: ['uber hlasitost, děti spí', 'přidej na hlasitosti, běží myčka'],
    Fallback: [
      'zruš minutku',
      'zapni všechny radiátory',
      'pošli robota na stanici',
      'teto, ne ty, já mluvím s tím strojem',
    ],
    Help: ['já to zkouším poprvé, co mám dělat'],
  },
  'pl-PL': {
    OrderStatus: ['czy paczka dzisiaj dojdzie czy nie'],
    RefundStatus: ['zwrot kasy nadal nie dotarł', 'kiedy wreszcie odzyskam moje pieniądze z powrotem'],
    TalkToHuman: ['mogłaby być sobota zamiast piątku', 'wolałbym, żeby ktoś do mnie oddzwonił jutro'],
    OrderNews: ['przestańcie mi brzęczeć przy każdej paczce'],
    Volume: ['zrób głośniej, bo telewizor gra'],
    Fallback: ['skasuj minutnik', 'czy w łazience są zgaszone światła', 'odstaw odkurzacz do bazy', 'dziecko płacze'],
  },
} as const;

const ALL = Object.entries(SAID).flatMap(([locale, intents]) =>
  Object.entries(intents).flatMap(([intent, texts]) => texts.map((said: string) => ({ locale, intent, said }))),
);

test.each(ALL)('$locale: "$said" is $intent', ({ locale, intent, said }) => {
  const language = locale.slice(0, 2);
  expect(learnedEars.hear(said, { locale: language, goods: goodsFor(language) }).intent).toBe(intent);
});

test.each([
  ['de-DE', 'mir ist der Teller runtergefallen', 'mir ist das Baby runtergefallen'],
  ['cs-CZ', 'spadla mi nabíječka', 'spadlo mi miminko ze schodů'],
  ['pl-PL', 'spadła mi ładowarka', 'dziecko mi spadło ze schodów'],
  ['de-DE', 'wo ist hier die nächste Polizeiwache', 'ruft die Polizei'],
  ['pl-PL', 'gdzie tu jest policja', 'wezwij policję'],
  ['pl-PL', 'córka płacze', 'mowa mu się plącze i ręki nie podnosi'],
])('%s: "%s" is no emergency, "%s" is', async (locale, harmless, dire) => {
  expect((await at.texter({ locale }).says(harmless)).replies).not.toContain('Emergency.call');
  expect((await at.texter({ locale }).says(dire)).replies).toContain('Emergency.call');
});

const COFFEE = {
  'de-DE': 'bestelle meinen Kaffee noch mal',
  'cs-CZ': 'objednej znovu kávu',
  'pl-PL': 'zamów ponownie kawę',
};

test.each([
  ['de-DE', 'welchen Kaffee hatte ich letztes mal', 'OrderStatus.lastOf'],
  ['cs-CZ', 'jakou kávu jsem měla minule', 'OrderStatus.lastOf'],
  ['pl-PL', 'jaką kawę brałem ostatnio', 'OrderStatus.lastOf'],
  ['de-DE', 'i mog des ned', 'Purchase.notOrdered'],
  ['de-DE', 'na ned', 'Purchase.notOrdered'],
  ['de-DE', 'ned drei, zwoa', 'Purchase.summary'],
  ['de-DE', 'ja und', 'Consent.unclear'],
  ['pl-PL', 'zero opakowań', 'Purchase.countZero'],
  ['pl-PL', 'proszę tego nie zamawiać', 'Purchase.notOrdered'],
] as const)('%s, while coffee waits for a yes: "%s" is answered with %s', async (locale, said, reply) => {
  const texter = at.texter({ locale });
  await texter.says(COFFEE[locale]);
  expect((await texter.says(said)).replies).toContain(reply);
  expect(at.house.orders()).toBe(0);
});
