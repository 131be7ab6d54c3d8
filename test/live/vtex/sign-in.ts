/** VTEX ID: whose session it is, who has this e-mail, and the exchange of the shop's own sign-in for a session. */

import * as z from 'zod/mini';
import { personByEmail } from './people';
import { answered, type Route, read } from './wire';
import { ACCOUNT, signIn, type World } from './world';

const EXCHANGED = z.object({
  providerId: z.string(),
  accessToken: z.string(),
  duration: z.optional(z.int()),
});

/** The shop's own OpenID provider, and what its access tokens look like: the e-mail stands in them. */
export const PROVIDER = 'willow-sign-in';
export const accessTokenOf = (email: string) => `access-of-${Buffer.from(email).toString('base64url')}`;

export function signingIn(world: World): readonly Route[] {
  return [
    {
      on: 'GET /api/vtexid/pvt/user/info',
      needs: { role: 'sign-in' },
      answer({ query }) {
        const person = personByEmail(query.get('user') ?? '');
        if (!person) return answered({});
        const name = `${person.demo.firstName} ${person.demo.lastName}`;
        return answered({
          ...{ userId: person.userId, user: person.email, name, accountId: ACCOUNT },
          accountName: ACCOUNT,
        });
      },
    },
    {
      on: 'POST /api/vtexid/credential/validate',
      answer({ body }) {
        const { token } = read(z.object({ token: z.string() }), body);
        const session = world.sessions.get(token);
        const person = session && session.until > world.clock() ? personByEmail(session.email) : null;
        if (!person) return answered({ authStatus: 'WrongCredentials' }, 401);
        const { userId: id, email: user } = person;
        return answered({ authStatus: 'Success', id, user, account: ACCOUNT, audience: 'webstore', tokenType: 'user' });
      },
    },
    {
      on: 'POST /api/vtexid/audience/webstore/provider/oauth/exchange',
      answer({ body }) {
        const { providerId, accessToken, duration } = read(EXCHANGED, body);
        const [, coded = ''] = /^access-of-([\w-]+)$/.exec(accessToken) ?? [];
        const person = personByEmail(Buffer.from(coded, 'base64url').toString());
        if (providerId !== PROVIDER || !person) return answered({ authStatus: 'WrongCredentials' }, 401);
        return answered({ authToken: signIn(world, person, duration) });
      },
    },
  ];
}
