/** What `news` of shop/shop.json holds: whether shoppers are asked, when nobody is written to, what a speaker may name. */

import * as z from 'zod/mini';
import { written } from '../vocabulary/settings';

export const timeOfDay = written(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time, like 09:00');

const QUIET = { from: '21:00', to: '08:00' } as const;

export const newsShape = z._default(
  z.strictObject({
    offers: z._default(z.boolean(), false),
    quiet: z._default(
      z
        .strictObject({ from: timeOfDay, to: timeOfDay })
        .check(z.refine(({ from, to }) => from !== to, "write two different times: a night of no length is nobody's")),
      QUIET,
    ),
    namesGoods: z._default(z.boolean(), false),
  }),
  { offers: false, quiet: QUIET, namesGoods: false },
);
