/** The shape of the packet as it is published: whoever reads packets can check them, and so do we before one leaves. */

import { z } from 'zod';
import { CHANNELS } from '../../vocabulary/heard';
import { HAND_OFF_REASONS, WISHES } from '../../vocabulary/outcome';
import type { Packet } from './packet';

const SOURCES = [...CHANNELS, 'desk'] as const;
/** Milliseconds since the epoch. */
const instant = z.int().nonnegative().describe('milliseconds since the epoch');
const texts = z.array(z.string());

const line = z.strictObject({
  at: instant,
  by: z.enum(['shopper', 'bot', 'person']),
  channel: z.enum(SOURCES),
  text: z.string().describe('of an Alexa shopper: intent and slots, because it sends no words'),
  name: z.string().exactOptional().describe('of the person, where a person wrote it'),
});

const good = { title: z.string(), quantity: z.int().positive() };

const order = z.strictObject({
  number: z.string(),
  placed: z.iso.date(),
  state: z.string(),
  lines: z.array(z.strictObject(good)),
});

/** What the bot keeps for itself: a reader may show its ids, and must not change it. */
const question = z.looseObject({
  question: z.looseObject({
    id: z.templateLiteral([z.string(), '.', z.string()]),
    expects: z.array(z.string()),
    ifLeft: z.enum(['wait', 'drop']),
  }),
  session: z.string(),
  person: z.string().nullable(),
  at: instant,
  offered: z.boolean(),
});

export const packetSchema = z
  .strictObject({
    version: z.literal(1),
    id: z.string().min(1).describe('the same id twice is the same hand-off'),
    reference: z
      .string()
      .regex(/^\d{8}$/)
      .describe('the shopper hears its last four digits'),
    reason: z.enum(HAND_OFF_REASONS),
    createdAt: instant,
    locale: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
    summary: texts.max(5),
    intent: z.string().nullable(),
    slots: z.record(z.string(), z.string()),
    openQuestion: z.strictObject({ id: z.string(), text: z.string() }).nullable(),
    notUnderstood: texts,
    transcript: z.array(line).max(20).describe('newest last'),
    orders: texts,
    lines: z.array(z.strictObject({ productId: z.string(), ...good })),
    about: z.array(order),
    wish: z.enum(WISHES),
    answerTo: z.enum(CHANNELS).nullable(),
    shopper: z.strictObject({
      id: z
        .string()
        .regex(/^[0-9a-f]{16}$/)
        .describe('a pseudonym'),
      guest: z.boolean(),
      name: z.string().nullable(),
    }),
    channels: z.array(z.enum(SOURCES)).min(1),
    resumePoint: z.strictObject({ questions: z.array(question), topic: z.looseObject({}) }),
  })
  .meta({
    title: 'Packet of a hand-off, version 1',
    description: 'What a person gets of a conversation. Everything in it is redacted. See hand-off-packet.md.',
  });

/** JSON Schema, draft 2020-12. */
export function publishedSchema(): object {
  return z.toJSONSchema(packetSchema);
}

/** What is wrong with it, as paths and never as values; empty for a sound one. */
export function packetProblems(packet: Packet): readonly string[] {
  const { error } = packetSchema.safeParse(packet);
  return (error?.issues ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);
}
