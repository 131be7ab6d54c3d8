/** The shapes of Meta's webhooks, as far as they are read; everything else in them is dropped at the door. */

import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(512));
/** A phone number or a business-scoped id, as it came. */
const address = z.string().check(z.minLength(1), z.maxLength(160));
const seconds = z.string().check(z.regex(/^\d{1,12}$/));
const reply = z.object({
  id: z.string().check(z.minLength(1)),
  title: z.string(),
  description: z.optional(z.string()),
});

/** `id`: of the file, to be fetched. */
const media = z.object({ id, caption: z.optional(z.string()) });

/** What has another shape is as if it were not there. */
const oneMedia = z.catch(z.optional(media), undefined);

const captioned = z.optional(z.object({ caption: z.optional(z.string()) }));
const edited = z.object({
  text: z.optional(z.object({ body: z.string() })),
  ...{ image: captioned, video: captioned, document: captioned },
});

const contents = {
  type: z.string(),
  text: z.optional(z.object({ body: z.string() })),
  interactive: z.optional(z.object({ button_reply: z.optional(reply), list_reply: z.optional(reply) })),
  image: oneMedia,
  audio: oneMedia,
  video: oneMedia,
  document: oneMedia,
  sticker: oneMedia,
  location: z.catch(
    z.optional(
      z.object({
        ...{ latitude: z.number(), longitude: z.number() },
        ...{ name: z.optional(z.string()), address: z.optional(z.string()) },
      }),
    ),
    undefined,
  ),
  /** Instead of what was written before. */
  edit: z.catch(z.optional(z.object({ message: edited })), undefined),
  /** Of what was taken back. */
  revoke: z.catch(z.optional(z.object({ original_message_id: id })), undefined),
  /** A template's quick reply. */
  button: z.optional(z.object({ text: z.string() })),
};

/** `from` is missing where a shopper hides the number; `from_user_id` in payloads from before 2026. */
export const message = z
  .object({ id, timestamp: seconds, from: z.optional(address), from_user_id: z.optional(address), ...contents })
  .check(z.refine(({ from, from_user_id }) => from !== undefined || from_user_id !== undefined));
export type WhatsAppMessage = z.infer<typeof message>;

export const status = z
  .object({
    id,
    status: z.string(),
    timestamp: seconds,
    recipient_id: z.optional(address),
    recipient_user_id: z.optional(address),
    errors: z.optional(z.array(z.object({ code: z.number(), title: z.optional(z.string().check(z.maxLength(200))) }))),
  })
  .check(
    z.refine(({ recipient_id, recipient_user_id }) => recipient_id !== undefined || recipient_user_id !== undefined),
  );
export type Status = z.infer<typeof status>;

/** Written by hand in the shop's own WhatsApp app. */
export const echo = z
  .object({ id, timestamp: seconds, to: z.optional(address), to_user_id: z.optional(address), ...contents })
  .check(z.refine(({ to, to_user_id }) => to !== undefined || to_user_id !== undefined));
export type Echo = z.infer<typeof echo>;

/** The two fields that are read; what stands in others is not looked at. */
export const value = z.object({
  metadata: z.object({ phone_number_id: z.string() }),
  messages: z._default(z.array(z.unknown()), []),
  statuses: z._default(z.array(z.unknown()), []),
  message_echoes: z._default(z.array(z.unknown()), []),
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
