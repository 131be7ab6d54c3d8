/** What few words mean where they are said: to a question, right after something was told, or to nothing at all. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

type Case = readonly [locale: 'en-GB' | 'it-IT' | 'de-DE' | 'pl', ...said: string[], becomes: string];

const EN = 'en-GB';
const IT = 'it-IT';
const DE = 'de-DE';
const PL = 'pl';

/** The last is the first reply there is, else the question that is asked. */
const CASES: readonly Case[] = [
  [EN, 'how about no', 'Welcome.nothingAsked'],
  // "How long?" is of what was told, else of what would be ordered.
  [EN, 'where is my dog food', 'how long will it be', 'OrderStatus.due'],
  [EN, 'order coffee', 'how about no', 'Purchase.notOrdered'],
  // Time is given, whatever it begins like.
  [EN, 'order coffee', 'not so fast', 'Consent.wait'],
  [EN, 'order coffee', 'not so fast please', 'Consent.wait'],
  [IT, 'ordina il caffè', 'non così in fretta', 'Consent.wait'],
  [IT, 'ordina il caffè', 'un attimo per favore', 'Consent.wait'],
  // With a yes, "that one" is the one thing that is asked about.
  [EN, 'order coffee', 'that one', 'Consent.unclear'],
  [EN, 'order coffee and dog food', 'ok that one', 'Consent.unclear'],
  [EN, 'order milk', 'ok that one', 'Fallback.sorry'],
  [IT, 'ordina il latte', 'ok quello', 'Fallback.sorry'],
  // "All right as it is" needs nothing more.
  [IT, "dov'è il caffè", 'va bene grazie', 'Thanks.welcome'],
  [IT, "dov'è il caffè", 'va bene così', 'Thanks.welcome'],
  [EN, 'where is my dog food', "that's fine thanks", 'Thanks.welcome'],
  // What a cart is asked about is of the cart.
  [EN, "what's in my cart", 'when would it arrive', 'Purchase.arrives'],
  [IT, "cosa c'è nel carrello", 'quando arriverebbe', 'Purchase.arrives'],
  [EN, "what's in my cart", 'how much is that each', 'CartCheckout.each'],
  [EN, 'order coffee', 'how much is that each', 'Purchase.each'],
  [IT, 'ordina il caffè', 'quanto viene ciascuno', 'Purchase.each'],
  // "Everything" is what was told last.
  [EN, 'add coffee to my cart', 'clear everything', 'CartCheckout.clearing'],
  [EN, 'add coffee to my cart', 'delete everything', 'CartCheckout.clearing'],
  [IT, 'aggiungi caffè al carrello', 'cancella tutto', 'CartCheckout.clearing'],
  [IT, 'aggiungi caffè al carrello', 'togli tutto', 'CartCheckout.clearing'],
  [EN, 'what do you know about me', 'delete everything', 'MyData.notHere'],
  [EN, 'add coffee to my cart', "empty my cart no don't", 'Refused.changes'],
  [IT, 'aggiungi caffè al carrello', 'svuota il carrello, anzi no', 'Refused.changes'],
  // A long number is an order's.
  [EN, 'where is one oh four two three two', 'OrderStatus.preparingExpected'],
  [EN, 'track 104232 please', 'OrderStatus.preparingExpected'],
  [IT, "dov'è uno zero quattro due tre due", 'OrderStatus.preparingExpected'],
  [IT, 'annulla 104232', 'Cancelling.packing'],
  [EN, 'where is my order 104 232', 'OrderStatus.preparingExpected'],
  [EN, 'cancel my order number one hundred and four thousand two hundred and thirty-two', 'Cancelling.packing'],
  [EN, 'track W M one zero four two three two please', 'OrderStatus.preparingExpected'],
  [IT, "dov'è il mio ordine uno zero quattro, due tre due", 'OrderStatus.preparingExpected'],
  [IT, "annulla l'ordine centoquattromiladuecentotrentadue", 'Cancelling.packing'],
  // What holds for everybody is asked in the middle of anything.
  [EN, 'where is my dog food', 'how long have i got to return stuff', 'SupportPolicy.told'],
  [EN, 'order coffee', "what's the latest i can cancel an order", 'SupportPolicy.told'],
  [IT, "dov'è il mio ordine", 'quanto tempo ho per restituire qualcosa', 'SupportPolicy.told'],
  // Of goods it is how many.
  [EN, 'order two hundred and fifty bags of coffee', 'Purchase.tooMany'],
  [IT, 'ordina duecentocinquanta sacchetti di caffè', 'Purchase.tooMany'],
  // What was told in a list is meant by its place, or by its day.
  [EN, 'my last three orders', 'the second one', 'OrderStatus.outForDeliveryWindow'],
  [EN, 'my last three orders', 'the second one', 'and the third one', 'OrderStatus.deliveredOn'],
  [EN, 'my last three orders', 'cancel the first', 'Cancelling.packing'],
  [EN, 'my last three orders', 'return the last one', 'ReturnRefund.offer'],
  [EN, 'my last three orders', 'order the second one again', 'Purchase.summary'],
  [EN, 'where is my order', 'cancel the second one', 'Cancelling.onItsWay'],
  [EN, 'my last three orders', 'order coffee', 'the second one', 'Purchase.confirm'],
  [IT, 'i miei ultimi tre ordini', 'il secondo', 'OrderStatus.outForDeliveryWindow'],
  [IT, 'i miei ultimi tre ordini', 'annulla il primo', 'Cancelling.packing'],
  [IT, 'i miei ultimi tre ordini', "dov'è quello di ieri", 'OrderStatus.preparingExpected'],
  [IT, 'i miei ultimi tre ordini', 'riordina il secondo', 'Purchase.summary'],
  // Of several wishes in one breath one is served, the others are asked about; a yes is of one of them.
  [EN, 'order coffee and cancel my cat food', 'Purchase.confirm'],
  [EN, 'order coffee and cancel my cat food', 'no', 'Besides.also'],
  [EN, 'order coffee and cancel my cat food', 'no', 'yes', 'Cancelling.confirm'],
  [EN, 'order coffee and cancel my cat food', 'no', 'no', 'Besides.left'],
  [
    EN,
    'order coffee, cancel my cat food and where is my dog food',
    'no',
    'no',
    'yes',
    'OrderStatus.outForDeliveryWindow',
  ],
  [EN, 'my dog food is torn and where is my cat food', 'no', 'yes', 'OrderStatus.preparingExpected'],
  [EN, 'my dog food is torn and I want a refund', 'Remedy.shall'],
  [EN, 'order coffee', 'yes and cancel my cat food', 'Cancelling.confirm'],
  [EN, 'cancel my cat food', 'forget about it and order coffee', 'Purchase.summary'],
  [EN, 'cancel my cat food', 'forget it, order coffee', 'no', 'Welcome.more'],
  [IT, 'ordina il caffè e annulla il cibo per gatti', 'no', 'sì', 'Cancelling.confirm'],
  [IT, "il cibo per cani è strappato e dov'è il cibo per gatti", 'no', 'sì', 'OrderStatus.preparingExpected'],
  [IT, "dov'è il cibo per gatti e annullalo", 'Besides.also'],
  [IT, 'annulla il cibo per gatti', 'lascia perdere e ordina il caffè', 'no', 'Welcome.more'],
  // In a language whose refusals stand under many words, too.
  [DE, 'bestell kaffee und storniere mein katzenfutter', 'nein', 'Besides.also'],
  [PL, 'zamów kawę i anuluj karmę dla kota', 'nie', 'Besides.also'],
  [PL, 'zamów kawę i potrzebuję karmę dla kota', 'Purchase.confirm'],
  // Where the verb comes last its negation does, too.
  [DE, 'kaffee bitte nicht bestellen', 'Refused.buysThis'],
  // With nothing asked a "no" before goods refuses them; set apart, it only leads to them.
  [EN, 'no coffee', 'Refused.buysThis'],
  [EN, 'no coffee please', 'Refused.buysThis'],
  [PL, 'nie kawa', 'Refused.buysThis'],
  [EN, 'no, coffee', 'Purchase.summary'],
  [EN, 'order tea', 'no coffee', 'Purchase.summary'],
  // A round one says how many.
  [EN, 'where is my dog food', 'three hundred', 'Fallback.sorry'],
  [IT, "dov'è il caffè", 'duecento', 'Fallback.sorry'],
  // What goods are made of is no place.
  [IT, 'ordina latte in polvere', 'Reorder.noneCalled'],
  [IT, 'ordina tè al limone', 'Reorder.noneCalled'],
  [IT, 'ordina caffè a Ischia', 'Reorder.noAddress'],
  [EN, 'no I mean a new order', 'Reorder.what'],
  [IT, 'no intendo un nuovo ordine', 'Reorder.what'],
  [IT, 'quando arriverebbe', 'DeliveryTime.arrives'],
  [EN, 'where is my dog food', 'the bag is torn', 'a new one please', 'how long will that be', 'OrderStatus.dueOn'],
  // What is set right is not set right at all, but dropped.
  [EN, 'order coffee', 'make it two, no, cancel', 'Stop.notOrdered'],
  [IT, 'ordina il caffè', 'fanne due, no, annulla', 'Stop.notOrdered'],
  // What is done cannot be undone by the cases after it.
  [EN, 'cancel my order', 'the first', 'ok that one', 'Cancelling.asked'],
  [IT, 'ordina il caffè', 'sì questo qui', 'Purchase.placed'],
];

test.each(CASES)('%s', async (locale, ...rest) => {
  const said = rest.slice(0, -1);
  const texter = createTexter(at.house, { locale, form: 'speech' });
  const read = [];
  for (const text of said) read.push(await texter.says(text));
  const last = read.at(-1);
  expect([...(last?.replies ?? []), last?.asks]).toContain(rest.at(-1));
});
