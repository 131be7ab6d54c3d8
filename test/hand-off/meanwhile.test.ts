/** While a person has the conversation: it can be taken back, details reach them, and who writes is not left in silence. */

import { START } from '../kit/house';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { takeWaiting } from '../kit/waiting';

/** A Sunday: nobody is there until Monday at nine. */
const at = useHouse({ at: START, isOnDisk: true });

/** What waits to be delivered to the desk. */
const toDesk = async () => JSON.stringify(await takeWaiting(at.house));

const ASKED: Readonly<Record<string, { readonly person: string; readonly coffee: string }>> = {
  'en-GB': { person: 'i want to talk to a person', coffee: 'reorder my coffee' },
  'it-IT': { person: 'voglio parlare con una persona', coffee: 'riordina il caffè' },
  'de-DE': { person: 'ich möchte mit einem Menschen sprechen', coffee: 'bestell noch mal Kaffee' },
  'pl-PL': { person: 'chcę rozmawiać z człowiekiem', coffee: 'zamów kawę' },
  'cs-CZ': { person: 'chci mluvit s člověkem', coffee: 'objednej kávu' },
};

describe('a hand-off is taken back', () => {
  test.each([
    ['en-GB', 'never mind the person'],
    ['en-GB', 'cancel the request for a person'],
    ['en-GB', "i don't need a person anymore"],
    ['en-GB', 'start over'],
    ['en-GB', 'no need for a person any more'],
    ['en-GB', "i don't want to talk to a person any more"],
    ['it-IT', 'annulla la richiesta'],
    ['it-IT', 'lascia stare la persona'],
    ['it-IT', 'ricomincia'],
    ['it-IT', 'non serve più una persona'],
    ['it-IT', 'non voglio più parlare con una persona'],
    ['de-DE', 'ich brauche keinen Menschen mehr'],
    ['de-DE', 'das mit dem Menschen hat sich erledigt'],
    ['pl-PL', 'człowiek nie jest już potrzebny'],
    ['pl-PL', 'nie chcę już rozmawiać z człowiekiem'],
    ['cs-CZ', 'člověka už nepotřebuji'],
    ['cs-CZ', 'už nechci mluvit s člověkem'],
  ])('in writing, %s: "%s"', async (locale, words) => {
    const texter = createTexter(at.house, { locale });
    const { person = '', coffee = '' } = ASKED[locale] ?? {};
    await texter.says(person);
    const back = await texter.says(words);
    expect([words, back.replies]).toEqual([words, ['Person.tookBack']]);
    expect((await texter.says(coffee)).asks).toBe('Purchase.confirm');
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
