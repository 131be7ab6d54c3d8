/** What a shopper can pay with: means they stored at the shop, known here by what they are called and nothing else. */

import type { MeansLabel } from '../../vocabulary/values';

/** `id`: the shop's own, which says nothing to anybody else. */
export type PaymentMeans = MeansLabel & { readonly id: string };
