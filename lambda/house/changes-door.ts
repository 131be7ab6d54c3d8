/** Where a shop tells what has changed about its orders: its platform's own way, and one for whoever can send a signed request. */

import { createHmac } from 'node:crypto';
import * as z from 'zod/mini';
import { jsonIn } from '../http/bodies';
import type { ErrorFrame } from '../http/errors';
import { isOneOf } from '../http/secrets';
import { type ChangesWebhook, type OrderChanges, receivedOf } from '../services/news/changes';
import type { ChangesSettings } from './changes-settings';
import { type PutReceived, webhookDoor } from './webhook-door';

type DoorNeeds = {
  readonly put: PutReceived;
  readonly log: ErrorFrame['log'];
  /** Real time, milliseconds. */
  readonly now: () => number;
};

/** One for each way that is set up. */
export function changesDoors(
  { settings: set, changes }: { readonly settings: ChangesSettings | null; readonly changes: OrderChanges | undefined },
  { put, log, now }: DoorNeeds,
): readonly ReturnType<typeof webhookDoor>[] {
  const broke = 'what the shop told of an order could not be kept';
  const ways = [changes?.webhook, set ? signedWebhook(set, now) : undefined].flatMap((one) => one ?? []);
  return ways.map((way) =>
    webhookDoor({ ...way, receive: (body) => way.receive(body).map(receivedOf) }, { put, log, broke }),
  );
}

/** A request that was caught is of no use after it. */
const FRESH_S = 300;
/** `t=SECONDS,v1=HEX` of HMAC-SHA256 over `SECONDS.BODY`; more than one `v1` while a secret is changed. */
const SIGNATURE = /^t=(\d{1,12})((?:,v1=[\da-f]{64}){1,4})$/;

const id = z.string().check(z.minLength(1), z.maxLength(200));
const told = z.object({ id, order: id, shopper: id });
/** A few at a time, where a shop collects them. */
const body = z.union([told, z.array(told).check(z.minLength(1), z.maxLength(100))]);

function signedWebhook({ secrets: all }: ChangesSettings, now: () => number): ChangesWebhook {
  return {
    path: '/shop/changes',
    verify(headers, raw) {
      const [, at = '', given = ''] = SIGNATURE.exec(String(headers['x-shop-signature'] ?? '')) ?? [];
      const right = all.map((secret) => createHmac('sha256', secret).update(`${at}.`).update(raw).digest('hex'));
      if (!given.split(',v1=').some((shown) => isOneOf(shown, right))) return 'forged';
      if (Math.abs(now() / 1_000 - Number(at)) > FRESH_S) return 'stale';
      return body.safeParse(jsonIn(raw)).success ? 'good' : 'malformed';
    },
    receive(raw) {
      const read = body.parse(jsonIn(raw));
      const each = Array.isArray(read) ? read : [read];
      return each.map((one) => ({ key: one.id, orderId: one.order, shopperId: one.shopper }));
    },
  };
}
