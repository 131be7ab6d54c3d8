/** Amazon's limits and rules for slot types and their values. */

import type { LanguageModel } from './model-lint';

/** Intents, slots and types: letters and single underscores. */
export const NAME = /^[A-Za-z](?:_?[A-Za-z])*$/;

const MOST_VALUES = 50_000;
const LONGEST_VALUE = 140;

export function lintTypes({ types = [], intents }: LanguageModel): readonly string[] {
  const used = new Set(intents.flatMap(({ slots = [] }) => slots.map((slot) => slot.type)));
  const count = types.reduce((sum, { values = [] }) => sum + values.length, 0);
  return [
    ...(count > MOST_VALUES ? [`${count} slot values, ${MOST_VALUES} are allowed`] : []),
    ...types.filter(({ name }) => !used.has(name)).map(({ name }) => `no slot has the type ${name}`),
    ...types.filter(({ name }) => !NAME.test(name ?? '')).map(({ name }) => `"${name}" is no type name`),
    ...types.flatMap(({ name, values = [] }) => lintValues(name ?? '', values)),
  ];
}

function lintValues(
  type: string,
  values: NonNullable<NonNullable<LanguageModel['types']>[number]['values']>,
): readonly string[] {
  const ids = values.map(({ id }) => id ?? '');
  const owners = new Map<string, string>();
  return [
    ...(values.length === 0 ? [`${type} has no values`] : []),
    ...ids.filter((id, at) => id === '' || ids.indexOf(id) !== at).map((id) => `${type}: the id "${id}" is not unique`),
    ...values.flatMap(({ id = '', name }) =>
      [name.value, ...name.synonyms].flatMap((text) => {
        const owner = owners.get(text.toLowerCase());
        owners.set(text.toLowerCase(), id);
        const bad = text === '' || text.length > LONGEST_VALUE || !/^[\p{L}\p{M}\p{N}\s'.-]+$/u.test(text);
        return [
          ...(bad ? [`${type}: "${text}" of ${id} is empty, too long or has a character Amazon refuses`] : []),
          ...(owner !== undefined ? [`${type}: "${text}" belongs to ${owner} and to ${id}`] : []),
        ];
      }),
    ),
  ];
}
