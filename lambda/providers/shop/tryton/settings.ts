/** What a shop sets where a Tryton knows its orders or its parcels: where it is, which database, and a user who may read. */

import * as z from 'zod/mini';
import { serverAddress, settingsGroup, written } from '../../../vocabulary/settings';

export type TrytonSettings = {
  /** Scheme, host and port. */
  readonly base: string;
  readonly database: string;
  readonly user: string;
  readonly password: string;
};

export const settings = settingsGroup({
  label: 'Tryton',
  variables: z.object({
    TRYTON_URL: serverAddress('https://erp.shop.example:8000'),
    TRYTON_DATABASE: written(/^\w[\w-]{0,62}$/, 'the name of a database'),
    TRYTON_USER: written(/^[^\p{C}\s:<>]{1,200}$/u, 'the login of a user'),
    TRYTON_PASSWORD: written(/^[^\p{C}]{4,200}$/u, "the user's password"),
  }),
  make: ({ TRYTON_URL, TRYTON_DATABASE, TRYTON_USER, TRYTON_PASSWORD }): TrytonSettings => ({
    ...{ base: TRYTON_URL, database: TRYTON_DATABASE, user: TRYTON_USER, password: TRYTON_PASSWORD },
  }),
});
