/** How Czech and Polish people who have never seen the shop put common requests, typed in haste and without accents. */

import { COFFEE_AGAIN } from '../kit/coffee-again';
import { useHouse } from '../kit/use-house';

const at = useHouse();

type Language = 'cs-CZ' | 'pl-PL';
/** First words, and the first reply to them, else the question that is asked. */
type Case = readonly [Language, said: string, becomes: string];

const CS = 'cs-CZ';
const PL = 'pl-PL';

const FIRST_WORDS: readonly Case[] = [
  // Whoever wants no machine wants a person; that is no "no" to the person.
  [CS, 'chci mluvit s živým člověkem ne s robotem', 'TalkToHuman.passed'],
  [CS, 'dejte mi člověka a ne stroj', 'TalkToHuman.passed'],
  [CS, 'raději s operátorem, ne s botem', 'TalkToHuman.passed'],
  [CS, 'nechci mluvit s člověkem', 'Refused.handsOver'],
  [PL, 'chcę gadać z żywym człowiekiem a nie z botem', 'TalkToHuman.passed'],
  [PL, 'dajcie mi człowieka, nie automat', 'TalkToHuman.passed'],
  [PL, 'wole z konsultantem, nie z maszyna', 'TalkToHuman.passed'],
  [PL, 'nie chcę rozmawiać z człowiekiem', 'Refused.handsOver'],
  // A number of the shop is told, and nobody is called.
  [PL, 'numer do obslugi klienta poprosze', 'SupportPolicy.told'],
  [PL, 'poproszę telefon do biura obsługi', 'SupportPolicy.told'],
  // "As last time" says which goods.
  [CS, 'chtěla bych objednat kávu jako posledně', 'Purchase.summary'],
  [CS, 'dam si kavu jako vzdycky', 'Purchase.summary'],
  [CS, 'chci to samé co minulý měsíc', 'Purchase.summary'],
  [PL, 'chcialbym zamowic kawe jak ostatnio', 'Purchase.summary'],
  [PL, 'kawę tak jak ostatnim razem', 'Purchase.summary'],
  // How many, behind the cart.
  [PL, 'wrzuć do koszyka dwie kawy', 'CartCheckout.added'],
  // A child's years, in figures too.
  [CS, 'je mi 9 a chci koupit bonbony', 'Child.grownUp'],
  [CS, 'je mi 10 let', 'Child.grownUp'],
  [PL, 'mam 9 lat i chcę kupić cukierki', 'Child.grownUp'],
  [PL, 'mam 10 lat', 'Child.grownUp'],
  [CS, 'je mi 80 let', 'Fallback.sorry'],
  [PL, 'mam 45 lat', 'Fallback.sorry'],
  [CS, 'mám slevový kód', 'CartCheckout.noCoupon'],
  // What the shop has not is told, and nothing like it is put in its place.
  [PL, 'kup mi smycz dla psa', 'Reorder.notSold'],
  [PL, 'kup jabłka', 'Reorder.notSold'],
  [CS, 'kup mi vodítko pro psa', 'Reorder.notSold'],
  // A country is no goods.
  [CS, 'kdy to přijde do Německa', 'DeliveryTime.arrives'],
  [PL, 'za ile dojdzie do Niemiec', 'DeliveryTime.arrives'],
  [PL, 'kiedy dotrze do Czech', 'DeliveryTime.arrives'],
  [PL, 'ustaw limit na 50 euro na zamówienie', 'VoiceLimits.setOrder'],
  [PL, 'daj znać jak coś się zmieni z zamówieniem', 'OrderNews.keptMessage'],
  [PL, 'oceniam was na 3', 'Feedback.detractor'],
  [PL, 'przypominaj mi o kawie co 3 tygodnie', 'Replenish.rhythmSet'],
  [CS, 'připomínej mi kávu každé 3 týdny', 'Replenish.rhythmSet'],
  // The courier one waits for, and a reason, are no goods either.
  [CS, 'kde je kuryr cekam cely den', 'OrderStatus.which'],
  [PL, 'gdzie jest kurier bo czekam caly dzien', 'OrderStatus.which'],
  [CS, 'chtela bych vratit zbozi nesedi mi', 'ReturnRefund.which'],
  [PL, 'chcialabym zwrocic towar bo nie pasuje', 'ReturnRefund.which'],
  [CS, 'to není to co jsem chtěl', 'DeliveryProblem.sorry'],
  [CS, 'neco je spatne s balikem', 'DeliveryProblem.sorry'],
  [PL, 'co w koszyku', 'CartCheckout.inCart'],
  // Somebody else has ordered.
  [CS, 'dcera něco klikla a objednala', 'CancelOrder.which'],
  [PL, 'moja corka cos kliknela i zamowila', 'CancelOrder.which'],
  // An account is closed where it is, and told so before anything is erased here.
  [CS, 'zrušte mi účet', 'MyData.closing'],
  [PL, 'usuńcie moje konto', 'MyData.closing'],
  [CS, 'odhlaste mě z upozornění', 'OrderNews.hadNone'],
  [PL, 'wypisz mnie z powiadomien', 'OrderNews.hadNone'],
  [CS, 'já se jen ptám kolik stojí káva', 'Shelf.many'],
  [PL, 'ja tylko pytam ile kosztuje kawa', 'Shelf.many'],
];

/** To "shall I cancel it?", where "cancel" is what was asked, and no farewell. */
const CANCELS: readonly Case[] = [
  [CS, 'jasně, zruš', 'Cancelling.asked'],
  [CS, 'zrušte to prosím', 'Cancelling.asked'],
  [CS, 'ne, nerušte', 'Cancelling.kept'],
  [CS, 'ne, zruš', 'Cancelling.kept'],
  [CS, 'asi zruš', 'Consent.doubt'],
  [PL, 'tak, anuluj', 'Cancelling.asked'],
  [PL, 'proszę anulować', 'Cancelling.asked'],
  [PL, 'nie anuluj', 'Cancelling.kept'],
  [PL, 'nie, anuluj', 'Cancelling.kept'],
  [PL, 'anuluj?', 'Cancelling.packing'],
];
const CANCEL_CAT_FOOD = {
  [CS]: ['zruš objednávku', 'granule pro kočku'],
  [PL]: ['anuluj zamówienie', 'karma dla kota'],
};

/** To "shall I place this order?". */
const ANSWERS: readonly Case[] = [
  [PL, 'taa zamow', 'Purchase.placed'],
  [PL, 'taaak', 'Purchase.placed'],
  [PL, 'noo dobra', 'Purchase.placed'],
  [PL, 'jasneee', 'Purchase.placed'],
  [PL, 'tka', 'Purchase.placed'],
  [PL, 'taa', 'Consent.mild'],
  [PL, 'nooo', 'Consent.mild'],
  [PL, 'taa jasne', 'Consent.doubt'],
  [PL, 'nooo nie', 'Purchase.notOrdered'],
  [PL, 'nooo nie wiem', 'Consent.wait'],
  [CS, 'joo objednej', 'Purchase.placed'],
  [CS, 'anooo', 'Purchase.placed'],
  [CS, 'no nee', 'Purchase.notOrdered'],
  [CS, 'neee', 'Purchase.notOrdered'],
];

test.each(FIRST_WORDS)('%s: "%s"', async (locale, said, becomes) => {
  const turn = await at.texter({ locale }).says(said);
  expect(turn.replies[0] ?? turn.asks).toBe(becomes);
});

test.each(ANSWERS)('%s, at a purchase: "%s"', async (locale, said, becomes) => {
  const shopper = at.texter({ locale });
  await shopper.says(COFFEE_AGAIN[locale]);
  expect((await shopper.says(said)).replies[0]).toBe(becomes);
});

test.each(CANCELS)('%s, before an order is cancelled: "%s"', async (locale, said, becomes) => {
  const shopper = at.texter({ locale });
  for (const first of CANCEL_CAT_FOOD[locale]) await shopper.says(first);
  expect((await shopper.says(said)).replies[0]).toBe(becomes);
});
