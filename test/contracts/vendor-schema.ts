/** OpenAPI's schemas as JSON Schema 2020-12 can judge them. */

export type Json = { readonly [key: string]: unknown };

/**
 * What the description means where JSON Schema reads it otherwise: `nullable`; "no other properties" in one part of an `allOf`,
 * meant of the whole; and a choice by `discriminator`, so that a problem is told of the chosen kind only.
 */
export function meant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(meant);
  if (typeof value !== 'object' || value === null) return value;
  const one = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, meant(inner)])) as Json;
  return chosen(whole(nullable(one)));
}

function nullable(one: Json): Json {
  return one.nullable === true && typeof one.type === 'string' ? { ...one, type: [one.type, 'null'] } : one;
}

function whole(one: Json): Json {
  const parts = Array.isArray(one.allOf) ? (one.allOf as readonly Json[]) : [];
  if (!parts.some(({ additionalProperties }) => additionalProperties === false)) return one;
  const open = parts.map(({ additionalProperties, ...rest }) => rest);
  return { ...one, allOf: open, unevaluatedProperties: false };
}

function chosen(one: Json): Json {
  const { discriminator, oneOf, ...rest } = one;
  const { propertyName: by, mapping } = (discriminator ?? {}) as { propertyName?: string; mapping?: object };
  if (!oneOf || !by || !mapping) return one;
  const cases = Object.entries(mapping).map(([kind, ref]) => ({
    if: { properties: { [by]: { const: kind } }, required: [by] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { $ref: ref },
  }));
  return {
    ...rest,
    allOf: [{ type: 'object', required: [by], properties: { [by]: { enum: Object.keys(mapping) } } }, ...cases],
  };
}
