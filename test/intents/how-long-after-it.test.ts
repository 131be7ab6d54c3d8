/** Right after an order, how long it takes is asked of that order, and of no other. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'reorder my coffee', 'yes', 'how long till it gets here then', 'how long does delivery take to France'],
  ['it-IT', 'riordina il caffè', 'sì', 'quanto ci mette ad arrivare', 'quanto ci mette la consegna in Francia'],
  [
    'de-DE',
    'bestell meinen Kaffee nach',
    'ja',
    'wie lange dauert es, bis es da ist',
    'wie lange dauert die Lieferung nach Frankreich',
  ],
  [
    'cs-CZ',
    'objednej znovu kávu',
    'ano',
    'jak dlouho to bude trvat než to dorazí',
    'jak dlouho trvá doručení do Francie',
  ],
  ['pl-PL', 'zamów ponownie kawę', 'tak', 'ile to będzie szło', 'ile trwa dostawa do Francji'],
] as const)(
  '%s: right after "%s", "%s" how long it takes is told of that order',
  async (locale, order, yes, ours, other) => {
    const chat = at.texter({ locale });
    await chat.says(order);
    await chat.says(yes);
    expect((await chat.says(ours)).replies).toEqual(['OrderStatus.dueOn']);
    expect((await chat.says(other)).replies).toContain('DeliveryTime.arrives');
  },
);
