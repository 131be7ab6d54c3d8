/** At a speaker, "yes, tomorrow" comes as a wish to be called: where no call was offered nobody is asked for. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

const WHEN = [{ date: { said: 'tomorrow', ids: [] } }, { time: { said: 'in the morning', ids: ['morning'] } }] as const;

describe.each(WHEN)('%j', (slots) => {
  test('at a purchase buys nothing and calls nobody', async () => {
    const ana = at.speaker();
    await ana.hears('Reorder', { product: { said: 'coffee', ids: ['bella-roma-ground-coffee'] } });
    const { replies, asks } = await ana.hears('TalkToHuman', slots);
    expect([replies[0], asks]).toEqual(['Consent.wait', 'Purchase.confirm']);
    expect([at.house.orders(), await at.house.store.handOffs.list(1)]).toEqual([0, []]);
  });

  test('where something came badly gives nothing and calls nobody', async () => {
    const ana = at.speaker();
    const torn = { said: 'torn', ids: ['damaged'] };
    await ana.hears('DeliveryProblem', { product: { said: 'dog food', ids: ['brontolino-dog-food'] }, problem: torn });
    expect((await ana.hears('TalkToHuman', slots)).asks).toBe('Remedy.choose');
    expect(await at.house.store.handOffs.list(1)).toEqual([]);
  });

  test('with nothing asked is a wish to be called', async () => {
    const { replies } = await at.speaker().hears('TalkToHuman', slots);
    expect(replies.some((reply) => reply.startsWith('TalkToHuman.'))).toBe(true);
  });
});
