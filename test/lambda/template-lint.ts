/** Checks a CloudFormation template against the schema Amazon publishes of every resource, and its references against itself. */

import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec';
import type { PropertyType, Resource, ResourceProperties, SpecDatabase } from '@aws-cdk/service-spec-types';
import { parseDocument, type Tags, visit, type YAMLSeq } from 'yaml';

type Node = string | number | boolean | null | readonly Node[] | { readonly [key: string]: Node };
type Mapping = { readonly [key: string]: Node };
export type Template = {
  readonly Parameters: Readonly<Record<string, Mapping>>;
  readonly Conditions: Mapping;
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: Mapping }>>;
  readonly Outputs: Readonly<Record<string, Mapping>>;
};

const SHORT = ['Ref', 'GetAtt', 'Sub', 'If', 'Equals', 'Not', 'Join'];
const PSEUDO = /^AWS::(Partition|Region|AccountId|StackName|StackId|NoValue|URLSuffix)$/;
const TOP = new Set(['AWSTemplateFormatVersion', 'Description', 'Parameters', 'Conditions', 'Resources', 'Outputs']);

/** Reads the short forms of intrinsic functions (`!Ref x`) as the long ones. Throws what CloudFormation's YAML has not. */
export function readTemplate(text: string): Template {
  const long = (name: string) => (name === 'Ref' ? name : `Fn::${name}`);
  const tags: Tags = SHORT.flatMap((name) => [
    { tag: `!${name}`, resolve: (value: string) => ({ [long(name)]: value }) },
    { tag: `!${name}`, collection: 'seq' as const, resolve: (seq: YAMLSeq) => ({ [long(name)]: seq.toJSON() }) },
  ]);
  const document = parseDocument(text, { customTags: tags });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw problem;
  visit(document, {
    Alias: () => {
      throw new Error('CloudFormation reads no aliases');
    },
  });
  return document.toJS();
}

let spec: SpecDatabase | null = null;

/** One line for each thing that CloudFormation would refuse, as far as schema and references tell. */
export function lintTemplate(template: Template): readonly string[] {
  spec ??= loadAwsServiceSpecSync();
  const strangers = Object.keys(template).filter((key) => !TOP.has(key));
  return [
    ...strangers.map((key) => `${key}: no section of a template`),
    ...Object.entries(template.Resources).flatMap(([name, resource]) => lintResource(name, resource, spec)),
    ...lintReferences(template, spec),
  ];
}

function typeOf(name: string, db: SpecDatabase | null): Resource | undefined {
  return db?.lookup('resource', 'cloudFormationType', 'equals', name)[0];
}

function lintResource(
  name: string,
  { Type, Properties }: Template['Resources'][string],
  db: SpecDatabase | null,
): readonly string[] {
  const type = typeOf(Type, db);
  return type ? lintProperties(Properties, type.properties, name) : [`${name}: no resource type ${Type}`];
}

function lintProperties(given: Mapping, known: ResourceProperties, at: string): readonly string[] {
  const missing = Object.entries(known).filter(([name, { required }]) => required && given[name] === undefined);
  return [
    ...missing.map(([name]) => `${at}.${name}: required`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const property = known[name];
      return property ? lintValue(value, property.type, `${at}.${name}`) : [`${at}.${name}: no such property`];
    }),
  ];
}

/** What a function becomes is known only there; its alternatives are looked at, nothing at all fits everywhere. */
function lintValue(value: Node, type: PropertyType, at: string): readonly string[] {
  const branches = branchesOf(value);
  if (branches) return branches.flatMap((branch) => lintValue(branch, type, at));
  switch (type.type) {
    case 'union':
      return type.types.some((one) => lintValue(value, one, at).length === 0) ? [] : [`${at}: fits none of its types`];
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((one, i) => lintValue(one, type.element, `${at}.${i}`))
        : [`${at}: no list`];
    case 'map':
      return isMapping(value)
        ? Object.entries(value).flatMap(([key, one]) => lintValue(one, type.element, `${at}.${key}`))
        : [`${at}: no mapping`];
    case 'ref':
      return isMapping(value)
        ? lintProperties(value, spec?.get('typeDefinition', type.reference).properties ?? {}, at)
        : [`${at}: no mapping`];
    case 'string':
      return lintString(value, type, at);
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [] : [`${at}: no number`];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${at}: neither true nor false`];
    default:
      return [];
  }
}

/** null: the value stands for itself. Of a function only `If` shows what it may become. */
function branchesOf(value: Node): readonly Node[] | null {
  if (!isMapping(value)) return null;
  const branches = value['Fn::If'];
  if (Array.isArray(branches)) return branches.slice(1);
  return Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::')) ? [] : null;
}

function lintString(value: Node, type: Extract<PropertyType, { type: 'string' }>, at: string): readonly string[] {
  if (typeof value !== 'string') return [`${at}: no text`];
  const { allowedValues } = type as { readonly allowedValues?: readonly string[] };
  return allowedValues && !allowedValues.includes(value) ? [`${at}: ${value} is none of its values`] : [];
}

type Reference = { readonly kind: 'name' | 'attribute' | 'condition'; readonly to: string };

function lintReferences(template: Template, db: SpecDatabase | null): readonly string[] {
  const { Parameters, Conditions, Resources, Outputs } = template;
  const found = referencesIn([Conditions, Resources, Outputs] as unknown as Node);
  const names = new Set([...Object.keys(Parameters), ...Object.keys(Resources)]);
  const wrong = found.filter(({ kind, to }) => {
    if (kind === 'condition') return Conditions[to] === undefined;
    if (kind === 'name') return !names.has(to) && !PSEUDO.test(to);
    const [resource = '', ...attribute] = to.split('.');
    return typeOf(Resources[resource]?.Type ?? '', db)?.attributes[attribute.join('.')] === undefined;
  });
  const used = new Set(found.map(({ to }) => to));
  const idle = [...Object.keys(Parameters), ...Object.keys(Conditions)].filter((name) => !used.has(name));
  return [...wrong.map(({ kind, to }) => `${to}: no such ${kind}`), ...idle.map((name) => `${name}: used nowhere`)];
}

function referencesIn(node: Node): readonly Reference[] {
  if (Array.isArray(node)) return node.flatMap(referencesIn);
  if (!isMapping(node)) return [];
  return Object.entries(node).flatMap(([key, value]): readonly Reference[] => {
    const inside = referencesIn(value);
    if (key === 'Ref') return [{ kind: 'name', to: String(value) }];
    if (key === 'Fn::GetAtt') return [{ kind: 'attribute', to: String(value) }];
    if (key === 'Fn::If' && Array.isArray(value)) return [{ kind: 'condition', to: String(value[0]) }, ...inside];
    if (key === 'Fn::Sub')
      return [...String(value).matchAll(/\$\{([^}!]+)\}/g)].map(([, to = '']) => ({ kind: 'name', to }));
    return inside;
  });
}

function isMapping(node: Node): node is Mapping {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}
