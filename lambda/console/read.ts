/** Reads what the page posts; whatever is malformed is refused here. */

import { z } from 'zod';
import type { DeviceKind, NewSettings, NewTest, SayRequest } from './protocol';

const name = z.string().regex(/^[\w-]{1,64}$/);
const locale = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/);
const shopper = z.string().min(1).max(40).nullable();
const text = z.string().trim().min(1).max(500);
const id = z.string().min(1).max(200);

const DEVICES = ['speaker', 'screen', 'app'] as const satisfies readonly DeviceKind[];

const said = z.strictObject({
  speaker: name,
  visit: name,
  device: z.enum(DEVICES),
  locale,
  shopper,
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('text'), text }),
    z.strictObject({ kind: z.literal('launch') }),
    z.strictObject({ kind: z.literal('silence') }),
    z.strictObject({ kind: z.literal('option'), id, label: z.string().max(200) }),
    // Its shape is the Alexa door's matter.
    z.strictObject({ kind: z.literal('request'), request: z.looseObject({}), fresh: z.boolean() }),
    z.strictObject({ kind: z.literal('leave') }),
  ]),
});

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const now = z
  .string()
  .refine((when) => LOCAL.test(when) && !Number.isNaN(Date.parse(when)), 'is no date; write it like 2026-12-24T18:00')
  .nullable()
  .optional();
const days = z.int().min(-366).max(366).optional();

/** `faults`: those this shop can pretend. */
function settingsOf(faults: readonly string[]) {
  const fault = z.string().refine((name) => faults.includes(name), `is none of: ${faults.join(', ')}`);
  return z.strictObject({ fault: fault.nullable().optional(), now, days });
}

const answered = z.string().max(8_000).optional();
const heard = { answered, replies: z.array(id).max(50).optional() };
const turn = z.union([
  z.strictObject({ said: text, ...heard }),
  z.strictObject({ choice: id, ...heard }),
  z.strictObject({ silence: z.literal(true), ...heard }),
  z.strictObject({ launch: z.literal(true), ...heard }),
]);

const test = z.strictObject({
  name: z.string().trim().min(1).max(80),
  locale,
  shopper,
  turns: z.array(turn).min(1).max(100),
  replace: z.boolean().optional(),
});

export type ReadBody<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const readSaid = (body: unknown) => parse<SayRequest>(said, body);
export const readSettings = (body: unknown, faults: readonly string[]) =>
  parse<NewSettings>(settingsOf(faults) as z.ZodType<NewSettings>, body);
export const readTest = (body: unknown) => parse<NewTest>(test as z.ZodType<NewTest>, body);

function parse<T>(shape: z.ZodType<T>, body: unknown): ReadBody<T> {
  const read = shape.safeParse(body);
  if (read.success) return { ok: true, value: read.data };
  const message = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { ok: false, message };
}
