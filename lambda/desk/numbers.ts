/**
 * What leads to a shopper outside the house, shown to whoever has their conversation, on demand, and noted who saw it: the number
 * for a call, as they gave it or from the shop's own books, and the addresses that are written to.
 */

import { Router } from 'express';
import { pseudonym } from '../services/hand-off/hand-off';
import type { HandOff } from '../services/hand-off/hand-offs';
import type { Store } from '../services/store';
import { isKeptPhone, openPhone } from '../vocabulary/phones';
import type { Parts } from './parts';
import { readBody, readHandOff } from './problems';
import type { Callable, ContactAddress } from './protocol';
import { bodies } from './read';
import { fieldOf } from './recording';
import { refuse } from './session';
import { writableIn } from './views';

export function numberRoutes({ guard, earshot, body }: Parts): Router {
  const router = Router();
  router.post(
    '/hand-offs/:id/number',
    ...body,
    guard.agent({ deed: 'saw-number' }, async (req, res, agent) => {
      const handOff = await readHandOff(req, res, { earshot });
      if (!handOff) return;
      // Nobody looks at the number of a shopper who did not ask for a call, or whom a colleague calls.
      if (handOff.wish !== 'call-back' || handOff.agent?.id !== agent.id) return refuse(res, 409, 'not-yours');
      const given = await givenFor(handOff, earshot.store);
      // The one in the shop's books is not the one that was asked for.
      if (given === 'away') return refuse(res, 409, 'number-away');
      if (given) return void res.json(given satisfies Callable);
      const file = await earshot.deskCare.file(handOff, handOff.locale);
      if (!file?.ok) return refuse(res, 409, 'shop-away');
      const told: Callable = { number: file.value.phone };
      res.json(told);
    }),
  );
  router.post(
    '/hand-offs/:id/contact',
    ...body,
    guard.agent({ deed: 'saw-contact', what: fieldOf('contact') }, async (req, res, agent) => {
      const wish = readBody(bodies.contact, req.body, res);
      if (!wish) return;
      const handOff = await readHandOff(req, res, { earshot });
      if (!handOff) return;
      if (handOff.agent?.id !== agent.id) return refuse(res, 409, 'not-yours');
      const all = await writableIn(handOff.conversationId, earshot.store);
      const address = all.find(({ id }) => pseudonym(id) === wish.contact)?.address;
      if (!address) return refuse(res, 404, 'unknown');
      const told: ContactAddress = { address };
      res.json(told);
    }),
  );
  return router;
}

/** What the shopper gave for this very call; null: nothing, or its key is gone. `away`: it cannot be read just now. */
async function givenFor({ id, conversationId }: HandOff, { conversations }: Store): Promise<Callable | 'away' | null> {
  const { handOff } = (await conversations.load(conversationId))?.memory ?? {};
  if (handOff?.id !== id || !handOff.phone || !isKeptPhone(handOff.phone)) return null;
  const number = openPhone(handOff.phone.number);
  return number === '' ? 'away' : { number };
}
