/** What a shop sets where a Tryton knows its orders or its parcels: where it is, which database, and a user who may read. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

export type TrytonSettings = {
  /** Scheme, host and port. */
  readonly base: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Working days from the warehouse to the door; null: nobody has said so, and no day is promised. */
  readonly days: number | null;
};

export const settings = settingsGroup({
  label: 'Tryton',
  variables: z.object({
    TRYTON_URL: serverAddress('https://erp.shop.example:8000'),
    TRYTON_DATABASE: written(/^\w[\w-]{0,62}$/, 'the name of a database'),
    TRYTON_USER: written(/^[^\p{C}\s:<>]{1,200}$/u, 'the login of a user'),
    TRYTON_PASSWORD: written(/^[^\p{C}]{4,200}$/u, "the user's password: 4 letters or signs at the least"),
    TRYTON_DELIVERY_DAYS: z.optional(
      written(/^(?:\d|[1-5]\d)$/, 'working days from the warehouse to the door, like 2'),
    ),
  }),
  make: (set): TrytonSettings => ({
    ...{ base: set.TRYTON_URL, database: set.TRYTON_DATABASE, user: set.TRYTON_USER, password: set.TRYTON_PASSWORD },
    days: set.TRYTON_DELIVERY_DAYS === undefined ? null : Number(set.TRYTON_DELIVERY_DAYS),
  }),
});
