/** A cancelling, a return, a change of address that is refused acts on nothing, wherever the negation stands, and that is said. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

type Deeds = Readonly<Record<'cancels' | 'refunds' | 'changes', readonly string[]>>;

const REFUSED: Readonly<Record<string, Deeds>> = {
  'en-GB': {
    cancels: ["i don't want to cancel my last order", "please don't cancel my dog food", "don't cancel my order"],
    refunds: ["i don't want to send the coffee back"],
    changes: ["i don't want to change my address"],
  },
  'it-IT': {
    cancels: [
      'non voglio annullare il mio ultimo ordine',
      'non annullare il mio ultimo ordine',
      'non voglio annullare il mio ordine',
    ],
    refunds: ['non voglio restituire il caffè'],
    changes: ["non voglio cambiare l'indirizzo"],
  },
  'de-DE': {
    cancels: [
      'ich will die letzte Bestellung nicht stornieren',
      'ich will meine Bestellung nicht stornieren',
      'die letzte Bestellung nicht stornieren',
      'bitte meine Bestellung nicht stornieren',
      'meine Bestellung bitte nicht abbrechen',
      'ich will das Hundefutter nicht stornieren',
      'ich will keine Bestellung stornieren',
      'storniere meine letzte Bestellung nicht',
    ],
    refunds: ['ich möchte den Kaffee nicht zurückgeben'],
    changes: ['ich will meine Adresse nicht ändern'],
  },
  'pl-PL': {
    cancels: [
      'nie chcę anulować ostatniego zamówienia',
      'nie anuluj mojego ostatniego zamówienia',
      'mojego zamówienia nie anuluj',
      'zamówienia nie chcę anulować',
    ],
    refunds: ['nie chcę zwracać kawy'],
    changes: ['nie chcę zmieniać adresu'],
  },
  'cs-CZ': {
    cancels: [
      'nechci zrušit poslední objednávku',
      'neruš mou poslední objednávku',
      'objednávku nechci zrušit',
      'nerušte krmivo pro psy',
    ],
    refunds: ['nechci vrátit kávu'],
    changes: ['nechci změnit adresu'],
  },
};

const all = Object.entries(REFUSED).flatMap(([locale, deeds]) =>
  Object.entries(deeds).flatMap(([deed, texts]) => texts.map((text) => [locale, text, deed] as const)),
);

test.each(all)('%s: "%s" is confirmed, and asks nothing', async (locale, text, deed) => {
  const { replies, asks } = await at.texter({ locale }).says(text);
  expect([replies[0], asks]).toEqual([`Refused.${deed}`, 'Welcome.more']);
});

test.each([
  ['de-DE', 'meine Bestellung ist nicht angekommen', 'OrderStatus'],
  ['de-DE', 'ich habe die Bestellung nicht bekommen', 'DeliveryProblem'],
  ['de-DE', 'warum kann ich meine Bestellung nicht stornieren', 'CancelOrder'],
  ['cs-CZ', 'objednávka mi nepřišla', 'DeliveryProblem'],
])('%s: "%s" tells or asks, and refuses nothing', async (locale, text, intent) => {
  const heard = await at.texter({ locale }).says(text);
  expect([heard.intent, heard.replies.filter((key) => key.startsWith('Refused.'))]).toEqual([intent, []]);
});
