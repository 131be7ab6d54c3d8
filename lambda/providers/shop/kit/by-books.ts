/** What is done about an order where its books are looked at first; the same key, asked for twice at once, is done once. */

import type { ActionOf, CareCall, CareKind, ReceiptOf } from '../../../services/care/care';
import type { Result } from '../../../services/commerce/call';
import { makeOnce } from './once';

type Step<K extends CareKind, B> = { readonly action: ActionOf<K>; readonly key: string; readonly books: B };

export function byBooks<K extends CareKind, B>(
  read: (orderId: string, call: CareCall) => Promise<Result<B>>,
  act: (step: Step<K, B>, call: CareCall) => Promise<Result<ReceiptOf<K>>>,
) {
  const once = makeOnce<Result<ReceiptOf<K>>>();
  return (action: ActionOf<K>, key: string, call: CareCall): Promise<Result<ReceiptOf<K>>> =>
    once(key, async () => {
      const books = await read(action.orderId, call);
      return books.ok ? act({ action, key, books: books.value }, call) : books;
    });
}
