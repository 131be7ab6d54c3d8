/** While a person has the conversation: it can be taken back, details reach them, and who writes is not left in silence. */

import { START } from '../kit/house';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { takeWaiting } from '../kit/waiting';

/** A Sunday: nobody is there until Monday at nine. */
const at = useHouse({ at: START, isOnDisk: true });

/** What waits to be delivered to the desk. */
const toDesk = async () => JSON.stringify(await takeWaiting(at.house));

describe('a hand-off is taken back', () => {
  test.each([
    ['en-GB', 'never mind the person'],
    ['en-GB', 'cancel the request for a person'],
    ['en-GB', "i don't need a person anymore"],
    ['en-GB', 'start over'],
    ['it-IT', 'annulla la richiesta'],
    ['it-IT', 'lascia stare la persona'],
    ['it-IT', 'ricomincia'],
  ])('in writing, %s: "%s"', async (locale, words) => {
    const texter = createTexter(at.house, { locale });
    await texter.says(locale === 'it-IT' ? 'voglio parlare con una persona' : 'i want to talk to a person');
    const back = await texter.says(words);
    expect(back.replies).toEqual(['Person.tookBack']);
    expect((await texter.says(locale === 'it-IT' ? 'riordina il caffè' : 'reorder my coffee')).asks).toBe(
      'Purchase.confirm',
    );
  });

  test('at the speaker, and the desk is told', async () => {
    const speaker = at.speaker();
    await speaker.hears('TalkToHuman');
    expect((await speaker.hears('StartOver')).replies).toEqual(['Person.tookBack']);
    expect(await toDesk()).toContain('"kind":"end"');
  });
});

describe('a detail added at the speaker reaches the person', () => {
  test.each(['DeliveryProblem', 'ReturnRefund', 'Feedback', 'OrderStatus'] as const)(
    'though it sounds like %s',
    async (intent) => {
      const speaker = at.speaker();
      await speaker.hears('TalkToHuman');
      await speaker.opens();
      await speaker.yes();
      const told = await speaker.hears(intent, { product: 'dog food' });
      expect(told.replies[0]).toBe('TalkToHuman.noted');
      expect(await toDesk()).toContain('dog food');
    },
  );

  test('though it was not asked for', async () => {
    const speaker = at.speaker();
    await speaker.hears('TalkToHuman');
    await speaker.opens();
    expect((await speaker.hears('DeliveryProblem', { product: 'dog food' })).replies[0]).toBe('TalkToHuman.noted');
  });

  test('and other matters are still served', async () => {
    const speaker = at.speaker();
    await speaker.hears('TalkToHuman');
    await speaker.opens();
    expect((await speaker.hears('ShippingCost')).replies[0]).toMatch(/^ShippingCost/);
  });
});

describe('who writes while nobody is there', () => {
  test('hears once from when somebody answers and how to have the bot meanwhile; what was written goes to them', async () => {
    const texter = createTexter(at.house);
    await texter.says('i want to talk to a person');
    const first = await texter.says('are you there');
    expect(first.replies).toEqual(['TalkToHuman.back', 'Person.haveBack']);
    expect((await texter.says('hello')).replies).toEqual([]);
    expect(await toDesk()).toContain('are you there');
  });

  test('hears nothing from the bot once a person took it', async () => {
    const texter = createTexter(at.house);
    await texter.says('i want to talk to a person');
    await at.agent().takes();
    expect((await texter.says('are you there')).replies).toEqual([]);
  });

  test('hears it again at another hand-off', async () => {
    const texter = createTexter(at.house);
    for (let times = 0; times < 2; times += 1) {
      await texter.says('i want to talk to a person');
      expect((await texter.says('are you there')).replies).toEqual(['TalkToHuman.back', 'Person.haveBack']);
      await texter.says('start over');
    }
  });
});
