/** The goods that models and checks are made with: those of the embedded demo shop. */

import type { Nameable } from '../../lambda/language/hearing/nameable';
import { textsIn } from '../../lambda/providers/shop/demo/texts';

/** As the shop's catalogue port answers, without opening its database. */
export function catalogueFor(locale: string): readonly Nameable[] {
  return textsIn(locale).list;
}
