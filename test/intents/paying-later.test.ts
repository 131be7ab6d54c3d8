/** "Try again", "another card", later than the question about it: what was declined is paid with something else, after a yes to that total. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once', fault: 'declined' });

const LANGUAGES = {
  'en-GB': {
    order: 'order coffee',
    yes: 'yes',
    ends: ['no', 'stop'],
    said: ['try again', 'try another card', 'retry the payment'],
  },
  'it-IT': {
    order: 'ordina il caffè',
    yes: 'sì',
    ends: ['no', 'basta'],
    said: ['riprova', "usa un'altra carta", 'riprova il pagamento'],
  },
  'de-DE': {
    order: 'bestelle Kaffee',
    yes: 'ja',
    ends: ['nein', 'stopp'],
    said: ['nochmal versuchen', 'mit einer anderen Karte', 'Zahlung wiederholen'],
  },
  'pl-PL': {
    order: 'zamów kawę',
    yes: 'tak',
    ends: ['nie', 'stop'],
    said: ['spróbuj ponownie', 'spróbuj inną kartą', 'ponów płatność'],
  },
  'cs-CZ': {
    order: 'objednej kávu',
    yes: 'ano',
    ends: ['ne', 'stop'],
    said: ['zkus to znovu', 'zkus jinou kartu', 'zopakuj platbu'],
  },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { order, yes, ends, said }) => {
  async function declined() {
    const chat = at.texter({ locale });
    await chat.says(order);
    expect((await chat.says(yes)).asks).toBe('Purchase.retry');
    return chat;
  }

  test.each(ends.flatMap((end) => said.map((text) => [end, text] as const)))(
    'after "%s", "%s" reaches it, and it is ordered once after a yes to its total',
    async (end, text) => {
      const chat = await declined();
      await chat.says(end);
      expect((await chat.says(text)).asks).toBe('Purchase.retry');
      expect((await chat.says(yes)).asks).toBe('Purchase.confirm');
      expect(at.house.orders()).toBe(0);
      expect([(await chat.says(yes)).replies[0], at.house.orders()]).toEqual(['Purchase.placed', 1]);
      expect((await chat.says(text)).replies[0]).toBe('Purchase.noneUnpaid');
    },
  );

  test('another card, where one is offered, is that one', async () => {
    expect((await (await declined()).says(said[1])).asks).toBe('Purchase.confirm');
  });

  test('at a total that waits for its yes it is none, and stays there', async () => {
    const chat = at.texter({ locale });
    await chat.says(order);
    const { asks } = await chat.says(said[2]);
    expect([asks, at.house.orders()]).toEqual(['Purchase.confirm', 0]);
  });
});
