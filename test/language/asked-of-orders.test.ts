/** What is asked of an order besides where it is: what it cost, that it come on another day, news of it, somebody to speak to; what goes into a cart in passing. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';

const ASKED = {
  en: {
    OrderStatus: ['what did order 104232 come to', 'how much was my latest order', 'how much did order 104232 cost me'],
    TalkToHuman: [
      'could my parcel arrive on Tuesday instead',
      "I'd like to push back my delivery to Monday",
      'have you got a support person I can talk to',
    ],
    CartCheckout: ['bung coffee in as well', 'swap the coffee in my basket', 'throw in cat food while you are at it'],
    DeliveryProblem: ['I only wanted one of the cat food'],
    ShippingOptions: ['could I just come and collect it myself'],
  },
  it: {
    OrderStatus: ["quanto è venuto l'ordine 104232", 'a quanto è arrivato il mio ultimo ordine'],
    TalkToHuman: ['potrebbe venire martedì invece', 'devo rimandare la consegna a sabato'],
    CartCheckout: ['infilaci dentro anche il caffè', 'aggiungi pure il caffè visto che ci siamo'],
    OrderNews: ['mi avverti quando esce in consegna', 'fatemi un fischio quando lo spedite'],
  },
  de: { OrderStatus: ['was hat Bestellung 104232 gekostet', 'wie viel hat meine letzte Bestellung gekostet'] },
  cs: { OrderStatus: ['kolik stála objednávka 104232', 'kolik mě stála poslední objednávka'] },
  pl: { OrderStatus: ['ile kosztowało zamówienie 104232', 'ile wyniosło moje ostatnie zamówienie'] },
} as const;

describe.each(Object.entries(ASKED))('in %s', (language, intents) => {
  const goods = goodsFor(language);
  test.each(Object.entries(intents))('%s', (intent, texts: readonly string[]) => {
    const heard = texts.map((text) => [text, learnedEars.hear(text, { locale: language, goods }).intent]);
    expect(heard).toEqual(texts.map((text) => [text, intent]));
  });
});
