/** What hearing needs to know of a product. */

import type { ProductName } from '../../vocabulary/values';

/** A product as far as hearing needs it; the catalogue's own type fits. */
export type Nameable = { readonly id: string; readonly name: ProductName; readonly words: readonly string[] };
