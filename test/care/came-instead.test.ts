/** "Cat food instead of dog food": a complaint of what was ordered, and no order of what came; and what nobody ordered is no order to cancel. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    came: [
      'I got tea instead of coffee',
      'you sent me tea instead of coffee',
      'tea came instead of coffee',
      'I ordered coffee but got tea',
      'instead of coffee I received tea',
    ],
    wrong: 'I got the wrong thing',
    alone: 'tea instead of coffee',
    buys: 'order tea instead of coffee',
    nothing: ["I didn't order anything", 'I never ordered anything', "but I haven't ordered anything"],
    order: ['reorder my coffee', 'yes'],
  },
  'it-IT': {
    came: ['mi avete mandato il tè invece del caffè', 'avevo ordinato il caffè ma è arrivato il tè'],
    wrong: 'mi è arrivata la cosa sbagliata',
    alone: 'il tè invece del caffè',
    buys: 'ordina il tè invece del caffè',
    nothing: ['non ho ordinato niente', 'non ho mai ordinato nulla', 'ma non ho ordinato niente'],
    order: ['riordina il caffè', 'sì'],
  },
  'de-DE': {
    came: ['ich habe Tee statt Kaffee bekommen', 'statt Kaffee kam Tee', 'ich habe Kaffee bestellt, aber Tee bekommen'],
    wrong: 'ich habe das Falsche bekommen',
    alone: 'Tee statt Kaffee',
    buys: 'bestell Tee statt Kaffee',
    nothing: ['ich habe nichts bestellt', 'ich hab gar nichts bestellt'],
    order: ['bestell meinen Kaffee nach', 'ja'],
  },
  'pl-PL': {
    came: ['dostałam herbatę zamiast kawy', 'zamawiałam kawę, a przyszła herbata'],
    wrong: 'dostałam nie to co zamawiałam',
    alone: 'herbata zamiast kawy',
    buys: 'zamów herbatę zamiast kawy',
    nothing: ['nic nie zamawiałam', 'niczego nie zamówiłem'],
    order: ['zamów znowu kawę', 'tak'],
  },
  'cs-CZ': {
    came: ['přišel mi čaj místo kávy', 'poslali jste čaj místo kávy', 'objednal jsem kávu, ale přišel čaj'],
    wrong: 'přišlo mi něco jiného',
    alone: 'čaj místo kávy',
    buys: 'objednej čaj místo kávy',
    nothing: ['nic jsem neobjednal', 'nic jsem si neobjednala'],
    order: ['objednej znovu kávu', 'ano'],
  },
} as const;

const OF_COFFEE = 'Bella Roma';

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.came])('"%s" is a complaint of the coffee', async (said) => {
    const { intent, show } = await at.texter({ locale }).says(said);
    expect([intent, show.includes(OF_COFFEE)]).toEqual(['DeliveryProblem', true]);
  });

  test(`"${words.alone}" answers which one is wrong`, async () => {
    const chat = at.texter({ locale });
    expect((await chat.says(words.wrong)).asks).toBe('DeliveryProblem.which');
    const { intent, show } = await chat.says(words.alone);
    expect([intent, show.includes(OF_COFFEE)]).toEqual(['DeliveryProblem', true]);
  });

  test(`"${words.buys}" orders tea`, async () => {
    const { intent, asks } = await at.texter({ locale }).says(words.buys);
    expect([intent, asks]).toEqual(['Reorder', 'Reorder.which']);
  });

  test.each([...words.nothing])('"%s" cancels nothing, and asks what came', async (said) => {
    expect((await at.texter({ locale }).says(said)).asks).toMatch(/^DeliveryProblem\./);
  });

  test(`"${words.nothing[0]}" at a purchase is a no, and right after it cancels that`, async () => {
    const chat = at.texter({ locale });
    await chat.says(words.order[0]);
    expect((await chat.says(words.nothing[0])).replies[0]).toBe('Purchase.notOrdered');
    for (const one of words.order) await chat.says(one);
    expect((await chat.says(words.nothing[0])).replies[0]).toBe('Cancelling.cancelled');
  });
});
