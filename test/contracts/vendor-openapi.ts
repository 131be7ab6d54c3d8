/** Judges requests and answers by an OpenAPI 3.0 or 3.1 document: path, parameters and JSON bodies, through its own schemas. */

import type { ErrorObject, ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { type Json, meant } from './vendor-schema';
import type { VendorAnswer, VendorRequest } from './vendor-specs';

export type Described = {
  /** null: this document does not know the path. */
  problems(request: VendorRequest): readonly string[] | null;
  answerProblems(request: VendorRequest, answer: VendorAnswer): readonly string[] | null;
};

type Parameter = { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: object };

/** Vendors' schemas use words of their own and patterns of every dialect. */
export const LENIENT = {
  strict: false,
  validateSchema: false,
  allErrors: true,
  unicodeRegExp: false,
  logger: false,
} as const;

export function wordsOf(errors: readonly ErrorObject[] | null | undefined): readonly string[] {
  return (errors ?? []).map(({ instancePath, message, params }) =>
    `${instancePath || '/'} ${message} ${JSON.stringify(params)}`.trim(),
  );
}

export function readOpenApi(document: object): Described {
  const root = meant(document) as Json;
  const bodies = new Ajv2020(LENIENT);
  const texts = new Ajv2020({ ...LENIENT, coerceTypes: true });
  for (const ajv of [bodies, texts]) {
    addFormats(ajv);
    ajv.addSchema(root, 'vendor');
  }
  const judges = new Map<string, ValidateFunction>();
  const bodyJudge = (pointer: string): ValidateFunction => {
    const judge = judges.get(pointer) ?? bodies.compile({ $ref: `vendor#${pointer}` });
    judges.set(pointer, judge);
    return judge;
  };

  return {
    problems({ method, path, body, query = {} }) {
      const found = findPath(root, path);
      if (!found) return null;
      const item = child(child(root, 'paths'), found.template);
      const verb = method.toLowerCase();
      if (!item[verb]) return [`${method} ${found.template} is not described`];
      const operation = child(item, verb);
      const pointer = `/paths/${escaped(found.template)}/${verb}`;
      const judge = judges.get(`${pointer}/parameters`) ?? texts.compile(parametersOf(root, found.template, operation));
      judges.set(`${pointer}/parameters`, judge);
      judge({ path: { ...found.values }, query: { ...query } });
      return [...wordsOf(judge.errors), ...bodyProblems({ root, operation, pointer, body, bodyJudge })];
    },
    answerProblems({ method, path }, { status, body }) {
      const found = findPath(root, path);
      if (!found) return null;
      const verb = method.toLowerCase();
      const responses = child(child(child(child(root, 'paths'), found.template), verb), 'responses');
      if (!responses[status]) return [`${status} of ${method} ${found.template} is not described`];
      const ref = child(responses, String(status)).$ref;
      const content = child(resolved(root, responses[status]), 'content');
      const type = Object.keys(content).find((one) => one.startsWith('application/json'));
      if (!type || body === undefined) return [];
      const own = `/paths/${escaped(found.template)}/${verb}/responses/${status}`;
      const judge = bodyJudge(`${typeof ref === 'string' ? ref.slice(1) : own}/content/${escaped(type)}/schema`);
      judge(body);
      return wordsOf(judge.errors);
    },
  };
}

type BodyCase = {
  readonly root: Json;
  readonly operation: Json;
  readonly pointer: string;
  readonly body: unknown;
  readonly bodyJudge: (pointer: string) => ValidateFunction;
};

function bodyProblems({ root, operation, pointer, body, bodyJudge }: BodyCase): readonly string[] {
  if (!operation.requestBody) return body === undefined ? [] : ['a body is not described'];
  const ref = child(operation, 'requestBody').$ref;
  const described = resolved(root, operation.requestBody);
  // A body that is described and not there is a mistake in every call of ours, whether or not it says "required".
  if (body === undefined) return ['the body is missing'];
  if (!child(described, 'content')['application/json']) return ['a JSON body is not described'];
  const at = typeof ref === 'string' ? ref.slice(1) : `${pointer}/requestBody`;
  const judge = bodyJudge(`${at}/content/application~1json/schema`);
  judge(body);
  return wordsOf(judge.errors);
}

/** Of several templates that fit, the one with the most literal parts. */
function findPath(root: Json, path: string): { readonly template: string; readonly values: Json } | null {
  const parts = path.split('/');
  const fitting = Object.keys(child(root, 'paths')).flatMap((template) => {
    const names = template.split('/');
    const isFit =
      names.length === parts.length && names.every((name, at) => (isHole(name) ? parts[at] : parts[at] === name));
    if (!isFit) return [];
    const values = names.flatMap((name, at) => (isHole(name) ? [[name.slice(1, -1), parts[at]] as const] : []));
    return [{ template, values: Object.fromEntries(values), holes: values.length }];
  });
  return fitting.sort((a, b) => a.holes - b.holes)[0] ?? null;
}

const isHole = (name: string): boolean => /^\{.*\}$/.test(name);

function parametersOf(root: Json, template: string, operation: Json): object {
  const shared = child(child(root, 'paths'), template).parameters;
  const all = [...list(shared), ...list(operation.parameters)].map((one) => resolved(root, one));
  // Some name a part of the host among those of the path.
  const isThere = (one: Parameter) => one.in !== 'path' || template.includes(`{${one.name}}`);
  return parametersSchema((all as unknown as readonly Parameter[]).filter(isThere));
}

function parametersSchema(parameters: readonly Parameter[]): object {
  const of = (where: string): object => {
    const those = parameters.filter((one) => one.in === where);
    return {
      type: 'object',
      properties: Object.fromEntries(those.map(({ name, schema }) => [name, within(schema ?? {})])),
      required: those.filter(({ required }) => required).map(({ name }) => name),
      ...(where === 'query' ? { additionalProperties: false } : {}),
    };
  };
  return { type: 'object', properties: { path: of('path'), query: of('query') } };
}

/** References of a schema that is lifted out of its document must name the document. */
function within(schema: unknown): unknown {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string' ? `vendor${value}` : value,
  );
}

function resolved(root: Json, value: unknown): Json {
  const { $ref } = value as { readonly $ref?: string };
  if (!$ref) return value as Json;
  const names = $ref.slice(2).split('/');
  return names.reduce((at, name) => child(at, name.replaceAll('~1', '/').replaceAll('~0', '~')), root);
}

const child = (value: Json, name: string): Json => (value[name] ?? {}) as Json;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const escaped = (name: string): string => encodeURI(name.replaceAll('~', '~0').replaceAll('/', '~1'));
