/** The number a shopper wished to be called at: fetched from the shop's own books when it is wanted, kept nowhere, and noted who saw it. */

import { Router } from 'express';
import type { Parts } from './parts';
import type { Callable } from './protocol';
import { idOf } from './read';
import { refuse } from './session';

export function numberRoutes({ guard, earshot, body }: Parts): Router {
  const router = Router();
  router.post(
    '/hand-offs/:id/number',
    ...body,
    guard.agent({ deed: 'saw-number' }, async (req, res, agent) => {
      const handOff = await earshot.store.handOffs.get(idOf(req));
      if (!handOff) return refuse(res, 404, 'unknown');
      // Nobody looks at the number of a shopper who did not ask for a call, or whom a colleague calls.
      if (handOff.wish !== 'call-back' || handOff.agent?.id !== agent.id) return refuse(res, 409, 'not-yours');
      const file = await earshot.deskCare.file(handOff, handOff.locale);
      if (!file?.ok) return refuse(res, 409, 'shop-away');
      const told: Callable = { number: file.value.phone };
      res.json(told);
    }),
  );
  return router;
}
