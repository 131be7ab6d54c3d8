/** What is kept of whoever asks, counted; and its erasure, which is done when it is said to be. */

import type { ChannelName } from '../../vocabulary/heard';
import { type DataSubject, erase, keptOf } from './erasure';

/** Who asks: a known shopper, or a guest by their address. */
export type Asking = {
  readonly shopper: { readonly id: string } | null;
  readonly channel: ChannelName;
  readonly address: string;
};

export type KeptCounts = {
  /** Lines of what was said. */
  readonly lines: number;
  /** Conversations that went to a person. */
  readonly handOffs: number;
  /** Orders that were made, or tried, in these conversations. */
  readonly orders: number;
  /** Where they can be written to. */
  readonly addresses: number;
  /** What was set for buying: at most one record. */
  readonly rules: number;
};

export type OwnData = {
  count(who: Asking): Promise<KeptCounts>;
  /** False: something could not be erased yet, and has to be asked for again. True: all of it is gone. */
  erase(who: Asking): Promise<boolean>;
};

export function ownDataOf(
  house: Parameters<typeof erase>[1] & { forget(shopperId: string): void },
  log: { error(what: object, message: string): void },
): OwnData {
  return {
    async count(who) {
      const {
        history = [],
        hand_off = [],
        contact = [],
        attempt = [],
        buying_rule = [],
      } = await keptOf(whoseData(who), house);
      const writable = contact.filter(({ address }) => address !== null);
      return {
        ...{ lines: history.length, handOffs: hand_off.length, orders: attempt.length },
        ...{ addresses: writable.length, rules: buying_rule.length },
      };
    },
    async erase(who) {
      try {
        if (who.shopper) house.forget(who.shopper.id);
        await erase(whoseData(who), house);
        return true;
      } catch (error) {
        log.error({ err: error }, 'a shopper could not be forgotten');
        return false;
      }
    },
  };
}

export function whoseData({ shopper, channel, address }: Asking): DataSubject {
  return shopper ? { shopper: shopper.id } : { channel, address };
}
