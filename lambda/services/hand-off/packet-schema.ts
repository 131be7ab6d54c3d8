/** The shape of the packet as it is published: whoever reads packets can check them, and so do we before one leaves. */

import * as z from 'zod/mini';
import { CHANNELS } from '../../vocabulary/heard';
import { HAND_OFF_REASONS, WISHES } from '../../vocabulary/outcome';
import type { Packet } from './packet';

const SOURCES = [...CHANNELS, 'desk'] as const;
/** Milliseconds since the epoch. */
const instant = z.int().check(z.nonnegative(), z.describe('milliseconds since the epoch'));
const texts = z.array(z.string());

const line = z.strictObject({
  at: instant,
  by: z.enum(['shopper', 'bot', 'person']),
  channel: z.enum(SOURCES),
  text: z.string().check(z.describe('of an Alexa shopper: intent and slots, because it sends no words')),
  name: z.exactOptional(z.string()).check(z.describe('of the person, where a person wrote it')),
});

const good = { title: z.string(), quantity: z.int().check(z.positive()) };

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
  person: z.nullable(z.string()),
  at: instant,
  offered: z.boolean(),
});

export const packetSchema = z
  .strictObject({
    version: z.literal(1),
    id: z.string().check(z.minLength(1), z.describe('the same id twice is the same hand-off')),
    reference: z.string().check(z.regex(/^\d{8}$/), z.describe('the shopper hears its last four digits')),
    reason: z.enum(HAND_OFF_REASONS),
    createdAt: instant,
    locale: z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)),
    summary: texts.check(z.maxLength(5)),
    intent: z.nullable(z.string()),
    slots: z.record(z.string(), z.string()),
    openQuestion: z.nullable(z.strictObject({ id: z.string(), text: z.string() })),
    notUnderstood: texts,
    transcript: z.array(line).check(z.maxLength(20), z.describe('newest last')),
    orders: texts,
    lines: z.array(z.strictObject({ productId: z.string(), ...good })),
    about: z.array(order),
    wish: z.enum(WISHES),
    call: z
      .exactOptional(z.strictObject({ from: instant, until: instant }))
      .check(z.describe('when a call is wished for')),
    answerTo: z.nullable(z.enum(CHANNELS)),
    shopper: z.strictObject({
      id: z.string().check(z.regex(/^[0-9a-f]{16}$/), z.describe('a pseudonym')),
      guest: z.boolean(),
      name: z.nullable(z.string()),
    }),
    channels: z.array(z.enum(SOURCES)).check(z.minLength(1)),
    resumePoint: z.strictObject({ questions: z.array(question), topic: z.looseObject({}) }),
  })
  .check(
    z.meta({
      title: 'Packet of a hand-off, version 1',
      description: 'What a person gets of a conversation. Everything in it is redacted. See hand-off-packet.md.',
    }),
  );

/** JSON Schema, draft 2020-12. */
export function publishedSchema(): object {
  return z.toJSONSchema(packetSchema);
}

/** What is wrong with it, as paths and never as values; empty for a sound one. */
export function packetProblems(packet: Packet): readonly string[] {
  const { error } = packetSchema.safeParse(packet);
  return (error?.issues ?? []).map(({ path, code }) => `${path.join('.')}: ${code}`);
}
