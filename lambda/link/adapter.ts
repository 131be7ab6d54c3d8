/** Keeps what the protocol library makes in the house's own store: tokens by their keyed hash, each used by exactly one. */

import type { Adapter, AdapterPayload } from 'oidc-provider';
import * as z from 'zod/mini';
import { GRANT, type LinkRecords } from '../services/sign-in/link-records';
import { linkIdOf } from '../services/sign-in/link-tokens';
import type { Instant } from '../vocabulary/values';

export type AdapterNeeds = {
  readonly links: LinkRecords;
  readonly secret: string;
  readonly now: () => Instant;
  /** What is thrown at the second one who comes with the same code or token. */
  readonly usedBefore: () => Error;
};

/** Nobody stays signed in: a browser is believed for the one linking it has under way. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['Session']);

const body = z.record(z.string(), z.unknown());
const whose = z.object({
  accountId: z.optional(z.string()),
  grantId: z.optional(z.string()),
  result: z.optional(z.object({ login: z.optional(z.object({ accountId: z.string() })) })),
});

export function adapterOn({ links, secret, now, usedBefore }: AdapterNeeds): (kind: string) => Adapter {
  const idOf = linkIdOf(secret);
  const grantOf = (id: string) => idOf(GRANT, id);
  return (kind) => {
    if (NEVER_KEPT.has(kind)) return keepsNothing();
    return {
      async upsert(raw, { jti, ...payload }, expiresIn = 0) {
        const { accountId, grantId, result } = whose.parse(payload);
        const grant = kind === GRANT ? raw : grantId;
        await links.put({
          kind,
          id: idOf(kind, raw),
          body: JSON.stringify(payload),
          grant: grant === undefined ? null : grantOf(grant),
          shopperId: accountId ?? result?.login?.accountId ?? null,
          expiresAt: now() + expiresIn * 1000,
        });
      },
      async find(raw): Promise<AdapterPayload | undefined> {
        const kept = await links.find(kind, idOf(kind, raw), now());
        if (!kept) return undefined;
        return { ...body.parse(JSON.parse(kept.body)), jti: raw, ...(kept.isUsed ? { consumed: true } : {}) };
      },
      async consume(raw) {
        const id = idOf(kind, raw);
        if (await links.use(kind, id, now())) return;
        // Two came at once with what is good for one: neither is believed any more.
        const kept = await links.find(kind, id, now());
        if (kept?.grant) await links.revoke(kept.grant);
        throw usedBefore();
      },
      destroy: (raw) => links.remove(kind, idOf(kind, raw)),
      revokeByGrantId: (grantId) => links.revoke(grantOf(grantId)),
      findByUid: async () => undefined,
      findByUserCode: async () => undefined,
    };
  };
}

function keepsNothing(): Adapter {
  const nothing = async () => undefined;
  return {
    ...{ upsert: nothing, find: nothing, consume: nothing, destroy: nothing, revokeByGrantId: nothing },
    ...{ findByUid: nothing, findByUserCode: nothing },
  };
}
