/** A second factor for the people at the desk: codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s). */

import { hkdfSync } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../../vocabulary/values';
import { sealed, unsealed } from '../privacy/seal';
import type { Agent, Agents } from './agents';

/** A step before and one after: clocks of phones differ. */
const WINDOW = 1;
const PERIOD_S = 30;
const SECRET_BYTES = 20;
const OFFER_MS = 10 * 60_000;
const CODE = /^\d{6}$/;

/** `secret`: the server's own. `isNeeded`: of admins. */
export type SecondSettings = { readonly secret: string; readonly isNeeded: boolean };

export type FactorOffer = {
  /** In base32, to type. */
  readonly secret: string;
  /** `otpauth:`, to scan. */
  readonly uri: string;
  /** To be shown with the first code; good for ten minutes. */
  readonly offer: string;
};

export type SecondFactors = {
  begin(agent: Agent, shop: string): FactorOffer;
  /** Whether the app shows what it should; from then on it is asked for. */
  confirm(agent: Agent, offer: string, code: string): Promise<boolean>;
  /** Each code opens once. */
  check(agent: Agent, code: string): Promise<boolean>;
};

export type FactorNeeds = {
  readonly agents: Pick<Agents, 'setSecond' | 'useCode'>;
  /** The server's own. */
  readonly secret: string;
  readonly now: () => Instant;
};

export function createSecondFactors({ agents, secret, now }: FactorNeeds): SecondFactors {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'earshot: second factors', 32));

  /** Which step of time the code belongs to; null: none near now. */
  const stepOf = (base32: string, code: string): number | null => {
    if (!CODE.test(code)) return null;
    const timestamp = now();
    const delta = totpOf(base32).validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  };

  return {
    begin(agent, shop) {
      const base32 = new Secret({ size: SECRET_BYTES }).base32;
      const offer = sealed(`${now() + OFFER_MS} ${base32}`, key, `offer ${agent.id}`);
      return { secret: base32, uri: totpOf(base32, { issuer: shop, label: agent.login }).toString(), offer };
    },
    async confirm(agent, offer, code) {
      const [until = '', base32 = ''] = unsealed(offer, key, `offer ${agent.id}`)?.toString().split(' ') ?? [];
      if (base32 === '' || Number(until) < now()) return false;
      const step = stepOf(base32, code);
      if (step === null) return false;
      await agents.setSecond(agent.id, sealed(base32, key, agent.id));
      return agents.useCode(agent.id, step);
    },
    async check(agent, code) {
      const base32 = agent.second === null ? null : unsealed(agent.second, key, agent.id);
      const step = base32 && stepOf(base32.toString(), code);
      return typeof step === 'number' && agents.useCode(agent.id, step);
    },
  };
}

function totpOf(base32: string, named: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...named, secret: Secret.fromBase32(base32), algorithm: 'SHA1', digits: 6, period: PERIOD_S });
}
