/** Telegram's machine-readable list of methods and types, turned into JSON Schema. */

import Ajv2020 from 'ajv/dist/2020';
import { type Described, LENIENT, wordsOf } from './vendor-openapi';

type Field = {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description: string;
};
type Thing = { readonly fields?: readonly Field[]; readonly subtypes?: readonly string[] };
type Document = { readonly methods: Readonly<Record<string, Thing>>; readonly types: Readonly<Record<string, Thing>> };

const PLAIN: Readonly<Record<string, object>> = {
  String: { type: 'string' },
  Integer: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
};

export function readTelegram(document: object): Described {
  const { methods, types } = document as Document;
  const ajv = new Ajv2020(LENIENT);
  ajv.addKeyword({ keyword: 'maxBytes', validate: (most: number, text: unknown) => bytesOf(text) <= most });
  ajv.addSchema({ $defs: mapped(types, schemaOfThing) }, 'vendor');
  ajv.addSchema({ $defs: mapped(methods, schemaOfThing) }, 'methods');
  return {
    // What it answers is told in words only.
    answerProblems: () => null,
    problems({ method, path, body, query = {} }) {
      const name = /^\/bot[^/]+\/(\w+)$/.exec(path)?.[1] ?? '';
      if (!Object.hasOwn(methods, name)) return null;
      const judge = ajv.getSchema(`methods#/$defs/${name}`);
      if (!judge) throw new Error(`no schema of ${name}`);
      judge(body ?? query);
      return [...(['GET', 'POST'].includes(method) ? [] : [`${method} is not described`]), ...wordsOf(judge.errors)];
    },
  };
}

function mapped(things: Readonly<Record<string, Thing>>, schemaOf: (thing: Thing) => object): object {
  return Object.fromEntries(Object.entries(things).map(([name, thing]) => [name, schemaOf(thing)]));
}

function schemaOfThing({ fields, subtypes }: Thing): object {
  if (subtypes) return { anyOf: subtypes.map(schemaOfType) };
  if (!fields) return { type: 'object' };
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map((field) => [field.name, schemaOfField(field)])),
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    additionalProperties: false,
  };
}

function schemaOfField({ types, description }: Field): object {
  const [only, ...others] = types.map(schemaOfType);
  const kind = only && others.length === 0 ? only : { anyOf: [only, ...others] };
  return types.includes('String') ? { ...kind, ...lengthIn(description) } : kind;
}

function schemaOfType(name: string): object {
  const inner = /^Array of (.*)$/.exec(name)?.[1];
  if (inner) return { type: 'array', items: schemaOfType(inner) };
  return PLAIN[name] ?? { $ref: `vendor#/$defs/${name}` };
}

/** Lengths stand in the descriptions only: "1-4096 characters", "1-64 bytes". */
function lengthIn(description: string): object {
  const [, least, most, unit] = /\b(\d+)-(\d+) (characters|bytes)/.exec(description) ?? [];
  if (least === undefined || most === undefined) return {};
  return { minLength: Number(least), ...(unit === 'bytes' ? { maxBytes: Number(most) } : { maxLength: Number(most) }) };
}

const bytesOf = (text: unknown): number => (typeof text === 'string' ? Buffer.byteLength(text) : 0);
