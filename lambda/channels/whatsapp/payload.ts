/** The shapes of Meta's webhooks, as far as they are read; everything else in them is dropped at the door. */

import { z } from 'zod';

const id = z.string().min(1).max(512);
/** A phone number or a business-scoped id, as it came. */
const address = z.string().min(1).max(160);
const seconds = z.string().regex(/^\d{1,12}$/);
const reply = z.object({ id: z.string().min(1), title: z.string(), description: z.string().optional() });

const contents = {
  type: z.string(),
  text: z.object({ body: z.string() }).optional(),
  interactive: z.object({ button_reply: reply.optional(), list_reply: reply.optional() }).optional(),
  /** A template's quick reply. */
  button: z.object({ text: z.string() }).optional(),
};

/** `from` is missing where a shopper hides the number; `from_user_id` in payloads from before 2026. */
export const message = z
  .object({ id, timestamp: seconds, from: address.optional(), from_user_id: address.optional(), ...contents })
  .refine(({ from, from_user_id }) => from !== undefined || from_user_id !== undefined);
export type WhatsAppMessage = z.infer<typeof message>;

export const status = z
  .object({
    id,
    status: z.string(),
    timestamp: seconds,
    recipient_id: address.optional(),
    recipient_user_id: address.optional(),
    errors: z.array(z.object({ code: z.number(), title: z.string().max(200).optional() })).optional(),
  })
  .refine(({ recipient_id, recipient_user_id }) => recipient_id !== undefined || recipient_user_id !== undefined);
export type Status = z.infer<typeof status>;

/** Written by hand in the shop's own WhatsApp app. */
export const echo = z
  .object({ id, timestamp: seconds, to: address.optional(), to_user_id: address.optional(), ...contents })
  .refine(({ to, to_user_id }) => to !== undefined || to_user_id !== undefined);
export type Echo = z.infer<typeof echo>;

/** The two fields that are read; what stands in others is not looked at. */
export const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  messages: z.array(z.unknown()).default([]),
  statuses: z.array(z.unknown()).default([]),
  message_echoes: z.array(z.unknown()).default([]),
});
export type WhatsAppValue = z.infer<typeof value>;

export const webhook = z.object({
  object: z.literal('whatsapp_business_account'),
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.unknown() })) })),
});
export type Webhook = z.infer<typeof webhook>;

/** What the inbox keeps of each. */
export const kept = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('message'), message }),
  z.object({ kind: z.literal('status'), status }),
  z.object({ kind: z.literal('echo'), echo }),
]);
export type Kept = z.infer<typeof kept>;
