/** What WhatsApp needs of the house, and what a shop sets for it. */

import type { Received } from '../../services/queue/queues';

export type WhatsappSettings = {
  /** Meta's id of the shop's number, not the number itself. */
  readonly phoneNumberId: string;
  readonly token: string;
  /** The app's secret; during a rotation the old one beside the new one. */
  readonly appSecrets: readonly string[];
  /** What Meta repeats when the webhook is set up. */
  readonly verifyToken: string;
  /** The shop's number as people dial it, for links. */
  readonly number: string;
  /** An approved template with two body parameters, who writes and the reference; null: only who wrote within a day is answered. */
  readonly template: { readonly name: string; readonly language: string } | null;
  /** `v23.0` */
  readonly apiVersion: string;
  /** `https://graph.facebook.com` */
  readonly base: string;
};

export type WhatsappDoorOptions = {
  readonly settings: Pick<WhatsappSettings, 'phoneNumberId' | 'appSecrets' | 'verifyToken'>;
  /** Durable when it resolves. */
  readonly put: (received: Received) => Promise<unknown>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  readonly log: {
    warn(what: object, message: string): void;
    error(what: object, message: string): void;
  };
};

export type WhatsappOptions = {
  readonly settings: WhatsappSettings;
  readonly fetch: typeof fetch;
  /** Real time, milliseconds. */
  readonly now: () => number;
};

export const SOURCE = 'whatsapp';
