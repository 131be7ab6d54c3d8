/** What every store must do with actions about orders: one begins each, one remedy each, and a final result stays. */

import type { CareActions, NewAction } from '../../lambda/services/care/actions';
import type { Fresh } from './store';
import { NOW } from './store-samples';

const MINUTE = 60_000;
const EUROS = (minor: number) => ({ minor, currency: 'EUR' });

export function careOf(key: string, over: Partial<NewAction> = {}): NewAction {
  return {
    ...{ key, conversationId: 'c', shopperId: 'ana', orderId: 'o', action: `{"kind":"${key}"}`, by: { kind: 'bot' } },
    ...{ worth: EUROS(0), startedAt: NOW, subjects: [`o/${key}`] },
    ...over,
  };
}

const kept = ({ subjects: _subjects, ceiling: _ceiling, ...action }: NewAction) => ({
  ...action,
  state: 'in-flight',
  result: null,
});

/** Both handles on one store. */
type Both = readonly [CareActions, CareActions];

export function careContract(fresh: Fresh): void {
  describe('actions about orders', () => {
    const both = async (): Promise<Both> => {
      const { store, second } = await fresh();
      return [store.careActions, second.careActions];
    };
    beginContract(both);
    ceilingContract(both);
    endContract(both);
  });
}

function beginContract(both: () => Promise<Both>): void {
  it('lets the first one begin and tells everybody else what was begun', async () => {
    const [one, other] = await both();
    expect(await one.get('k')).toBeNull();
    const by = { kind: 'agent', id: 'marta' } as const;
    expect(await one.begin(careOf('k', { by, worth: EUROS(990) }))).toEqual({ kind: 'begun' });
    const first = kept(careOf('k', { by, worth: EUROS(990) }));
    expect(await other.begin(careOf('k', { action: 'other' }))).toEqual({ kind: 'taken', by: first });
    expect(await other.get('k')).toEqual(first);
    expect(await other.ofOrder('o')).toEqual([first]);
  });

  it('lets nothing else be a remedy for what has one, and keeps nothing of the attempt', async () => {
    const [one, other] = await both();
    await one.begin(careOf('k', { subjects: ['o/a', 'o/b'] }));
    const second = careOf('l', { subjects: ['o/c', 'o/b'] });
    expect(await other.begin(second)).toMatchObject({ kind: 'taken', by: { key: 'k' } });
    expect(await other.get('l')).toBeNull();
    // What it had claimed besides is free.
    expect(await one.begin(careOf('m', { subjects: ['o/c'] }))).toEqual({ kind: 'begun' });
  });

  it('lets exactly one of many be the remedy, whoever they claim it for and in whatever order', async () => {
    const [one, other] = await both();
    const begun = await Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        const line = `o/${i % 20}`;
        const subjects = i % 3 ? [line, `${line}/x`] : [`${line}/x`, line];
        return (i % 2 ? one : other).begin(careOf(`k${i}`, { subjects, shopperId: `s${i % 20}` }));
      }),
    );
    expect(begun.filter(({ kind }) => kind === 'begun')).toHaveLength(20);
    expect(begun.filter(({ kind }) => kind === 'taken')).toHaveLength(180);
  });
}

function ceilingContract(both: () => Promise<Both>): void {
  const ceiling = { perOrder: 1000, perShopper: 1500, since: NOW - MINUTE };
  const worth = EUROS(600);

  it('gives no more than the limits of an order and of a shopper, a person besides', async () => {
    const [one, other] = await both();
    expect(await one.begin(careOf('k', { worth, ceiling }))).toEqual({ kind: 'begun' });
    expect(await other.begin(careOf('l', { worth, ceiling }))).toEqual({ kind: 'too-much' });
    expect(await other.begin(careOf('m', { worth: EUROS(400), ceiling }))).toEqual({ kind: 'begun' });
    expect(await one.begin(careOf('n', { worth, ceiling, orderId: 'p' }))).toEqual({ kind: 'too-much' });
    expect(await one.begin(careOf('o', { worth, ceiling, orderId: 'p', shopperId: 'ben' }))).toEqual({ kind: 'begun' });
    expect(await one.begin(careOf('q', { worth, by: { kind: 'agent', id: 'marta' } }))).toEqual({ kind: 'begun' });
    // What costs nothing is never too much; what was given long ago does not count, nor what was refused.
    expect(await one.begin(careOf('r', { ceiling }))).toEqual({ kind: 'begun' });
    await one.finish('k', 'refused', '{}');
    expect(await one.begin(careOf('s', { worth, ceiling }))).toEqual({ kind: 'begun' });
    // A person's limit is for all that was given, by colleagues too.
    const agent = { kind: 'agent', id: 'ugo' } as const;
    expect(await one.begin(careOf('u', { worth, ceiling, by: agent }))).toEqual({ kind: 'too-much' });
    const more = { ...ceiling, perOrder: 2200, perShopper: 2800 };
    expect(await one.begin(careOf('v', { worth, ceiling: more, by: agent }))).toEqual({ kind: 'begun' });
    const later = { ...ceiling, since: NOW + MINUTE };
    expect(await one.begin(careOf('t', { worth, ceiling: later, orderId: 'q' }))).toEqual({ kind: 'begun' });
  });

  it('tells what was given: by the bot alone, in one currency, and not what was refused', async () => {
    const [one, other] = await both();
    const of = { orderId: 'o', shopperId: 'ana', currency: 'EUR', since: NOW };
    expect(await one.given(of)).toEqual({ forOrder: 0, toShopper: 0 });
    await one.begin(careOf('k', { worth }));
    await one.begin(careOf('l', { worth: EUROS(40), orderId: 'p' }));
    await one.begin(careOf('m', { worth: EUROS(7), startedAt: NOW - 1 }));
    await one.begin(careOf('n', { worth, by: { kind: 'agent', id: 'marta' } }));
    await one.begin(careOf('q', { worth: { minor: 900, currency: 'USD' } }));
    await one.begin(careOf('r', { worth }));
    await one.finish('r', 'refused', '{}');
    expect(await other.given(of)).toEqual({ forOrder: 607, toShopper: 640 });
  });

  it('holds them when many are begun at once', async () => {
    const [one, other] = await both();
    const begun = await Promise.all(
      Array.from({ length: 40 }, (_, i) =>
        (i % 2 ? one : other).begin(careOf(`k${i}`, { worth, ceiling, orderId: `o${i}` })),
      ),
    );
    expect(begun.filter(({ kind }) => kind === 'begun')).toHaveLength(2);
  });
}

function endContract(both: () => Promise<Both>): void {
  it('finishes an action for good, also one that was unknown before', async () => {
    const [one, other] = await both();
    await one.begin(careOf('k'));
    await one.finish('k', 'unknown', '"?"');
    expect(await other.get('k')).toMatchObject({ state: 'unknown', result: '"?"' });
    await other.finish('k', 'done', '"sent"');
    await one.finish('k', 'refused', '"late"');
    expect(await one.get('k')).toMatchObject({ state: 'done', result: '"sent"' });
    expect(await one.begin(careOf('l', { subjects: ['o/k'] }))).toMatchObject({ kind: 'taken', by: { key: 'k' } });
  });

  it('sets free what a refused action was to be the remedy for, and leaves it out of the order', async () => {
    const [one, other] = await both();
    await one.begin(careOf('k', { subjects: ['o/a', 'o/b'] }));
    await one.finish('k', 'refused', '{}');
    expect(await other.ofOrder('o')).toEqual([]);
    expect(await other.begin(careOf('l', { subjects: ['o/b'] }))).toEqual({ kind: 'begun' });
    expect(await one.begin(careOf('k'))).toMatchObject({ kind: 'taken', by: { state: 'refused' } });
  });

  it('knows whose end nobody was told: what was unknown in between, and what a person did, until it is told', async () => {
    const [one, other] = await both();
    for (const key of ['told', 'hung', 'open']) await one.begin(careOf(key));
    await one.begin(careOf('deed', { by: { kind: 'agent', id: 'marta' }, startedAt: NOW - 1 }));
    await one.finish('told', 'done', '{}');
    for (const key of ['hung', 'open']) await one.finish(key, 'unknown', '{}');
    await one.finish('hung', 'refused', '{}');
    await one.finish('deed', 'done', '{}');
    const untold = (before: number, limit = 9) => other.untold(before, limit).then((all) => all.map(({ key }) => key));
    expect(await untold(NOW)).toEqual(['deed']);
    expect(await untold(NOW + 1)).toEqual(['deed', 'hung']);
    expect(await untold(NOW + 1, 1)).toEqual(['deed']);
    await other.tell('deed');
    expect(await untold(NOW + 1)).toEqual(['hung']);
  });

  it('finds what hangs: unknown, or in flight for longer than a moment', async () => {
    const [one, other] = await both();
    await one.begin(careOf('old', { startedAt: NOW - MINUTE }));
    await one.begin(careOf('new'));
    await one.begin(careOf('lost', { startedAt: NOW + 1 }));
    await one.begin(careOf('over', { startedAt: NOW - 2 * MINUTE }));
    await one.finish('lost', 'unknown', '"?"');
    await one.finish('over', 'done', '{}');
    const found = (limit: number) => other.unresolved(NOW, limit).then((all) => all.map(({ key }) => key));
    expect(await found(9)).toEqual(['old', 'lost']);
    expect(await found(1)).toEqual(['old']);
    expect(await found(-1)).toEqual([]);
  });
}
