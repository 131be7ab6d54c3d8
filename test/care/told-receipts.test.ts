/** What the shop answers to a remedy is told for what it is: agreed to, still to be agreed to, as credit, by e-mail. */

import type { CareReceipt } from '../../lambda/services/care/care';
import type { PlainDate } from '../../lambda/vocabulary/values';
import { telling } from '../kit/changed-shop';
import { useHouse } from '../kit/use-house';

const MONEY = { amount: { minor: 500, currency: 'EUR' }, means: 'original', by: '2026-11-25' as PlainDate } as const;
let receipt: CareReceipt;

const at = useHouse({ wrap: telling(() => receipt) });

test.each<[string, readonly string[], CareReceipt]>([
  [
    'ChangeAddress.asked',
    ['send my order to work instead', 'yes'],
    { kind: 'address', how: 'asked', addressId: 'ana-work' },
  ],
  ['Cancelling.asked', ['cancel my cat food order', 'yes'], { kind: 'cancel', how: 'asked', back: null }],
  ['Cancelling.mustAgree', ['reorder my coffee', 'yes', 'undo that'], { kind: 'cancel', how: 'asked', back: null }],
  [
    'ReturnRefund.labelComes',
    ['return the coffee', 'yes'],
    { kind: 'return', by: 'label', day: null, label: null, back: MONEY },
  ],
  ['Care.credit', ['the dog food is torn', 'a refund'], { kind: 'refund', back: { ...MONEY, means: 'credit' } }],
])('%s', async (reply, says, made) => {
  receipt = made;
  const texter = at.texter();
  let replies: readonly string[] = [];
  for (const words of says) ({ replies } = await texter.says(words));
  expect(replies).toContain(reply);
});
