/** What was stored of a purchase is read again, or not believed: an older program, or a damaged disk, may have written it. */

import { type StoredState, storeOtherwise, WHOSE } from '../kit/stored-question';
import { useHouse } from '../kit/use-house';

const at = useHouse();

test.each([
  ['that lost its total', ({ total, ...state }: StoredState) => state],
  ['whose goods are no goods', (state: object) => ({ ...state, lines: [{ productId: 'bella-roma-ground' }] })],
  ['that is nothing', () => null],
  ['that is a text', () => 'yes'],
])('a yes to a summary %s buys nothing, and breaks nothing', async (_, change) => {
  const speaker = at.speaker();
  await speaker.hears('Reorder', { product: 'coffee' });
  await storeOtherwise(at, change);
  const answered = await speaker.yes();
  expect(answered.replies).not.toContain('Purchase.placed');
  expect(answered.replies).not.toContain('Trouble.unexpected');
  expect(at.house.orders()).toBe(0);
});

test('an attempt that cannot be read has an unknown outcome, and keeps its goods from being ordered twice', async () => {
  const { attempts } = at.house.store;
  const attempt = { proposalId: 'p', conversationId: WHOSE, shopperId: 'shopper-ana', startedAt: at.house.clock.now() };
  await attempts.begin({ ...attempt, proposal: '{"id":"p","lines":[' });
  const speaker = at.speaker();
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.replies).toEqual(['Purchase.stillChecking']);
  expect(asked.asks).toBe('TalkToHuman.offer');
});
