/** Reads what the page posts; whatever is malformed is refused here. */

import * as z from 'zod/mini';
import { sentIssueWords } from '../house/problems';
import type { DeviceKind, NewSettings, NewTest, SayRequest } from './protocol';

const name = z.string().check(z.regex(/^[\w-]{1,64}$/));
const locale = z.string().check(z.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/));
const shopper = z.nullable(z.string().check(z.minLength(1), z.maxLength(40)));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(500));
const id = z.string().check(z.minLength(1), z.maxLength(200));

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
    z.strictObject({ kind: z.literal('option'), id, label: z.string().check(z.maxLength(200)) }),
    z.strictObject({ kind: z.literal('touch'), asking: id, option: id, label: z.string().check(z.maxLength(200)) }),
    // Its shape is the Alexa door's matter.
    z.strictObject({ kind: z.literal('request'), request: z.looseObject({}), fresh: z.boolean() }),
    z.strictObject({ kind: z.literal('leave') }),
  ]),
});

const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;
const now = z.optional(
  z.nullable(
    z
      .string()
      .check(
        z.refine(
          (when) => LOCAL.test(when) && !Number.isNaN(Date.parse(when)),
          'is no date; write it like 2026-12-24T18:00',
        ),
      ),
  ),
);
const days = z.optional(z.int().check(z.minimum(-366), z.maximum(366)));

/** `faults`: those this shop can pretend. */
function settingsOf(faults: readonly string[]) {
  const fault = z.string().check(z.refine((name) => faults.includes(name), `is none of: ${faults.join(', ')}`));
  return z.strictObject({ fault: z.optional(z.nullable(fault)), now, days });
}

const answered = z.optional(z.string().check(z.maxLength(8_000)));
const heard = { answered, replies: z.optional(z.array(id).check(z.maxLength(50))) };
const turn = z.union([
  z.strictObject({ said: text, ...heard }),
  z.strictObject({ choice: id, ...heard }),
  z.strictObject({ silence: z.literal(true), ...heard }),
  z.strictObject({ launch: z.literal(true), ...heard }),
]);

const test = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  locale,
  shopper,
  turns: z.array(turn).check(z.minLength(1), z.maxLength(100)),
  replace: z.optional(z.boolean()),
});

export type ReadBody<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

export const readSaid = (body: unknown) => readBody<SayRequest>(said, body);
export const readSettings = (body: unknown, faults: readonly string[]) =>
  readBody<NewSettings>(settingsOf(faults) as z.ZodMiniType<NewSettings>, body);
export const readTest = (body: unknown) => readBody<NewTest>(test as z.ZodMiniType<NewTest>, body);

export function readBody<T>(shape: z.ZodMiniType<T>, body: unknown): ReadBody<T> {
  const read = shape.safeParse(body, { error: sentIssueWords });
  if (read.success) return { ok: true, value: read.data };
  const message = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return { ok: false, message };
}
