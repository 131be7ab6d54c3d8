/** Variables that belong together, read from the environment: all of them, none, or a word about what is wrong. */

import * as z from 'zod/mini';
import type { Environment, HouseSettings, SettingsGroup } from '../vocabulary/settings';
import { issueWords, problemsOf } from './problems';

/** What is wrong with a variable, in words for whoever sets it. */
export class SettingError extends Error {
  override name = 'SettingError';
}

/** null: none of it is set; half a channel would lose messages, so it is refused. */
export function readGroup<S>(group: SettingsGroup<S>, env: Environment, house: HouseSettings): S | null {
  const names = Object.keys(group.variables.shape);
  const given = Object.fromEntries(names.flatMap((name) => (env[name]?.trim() ? [[name, env[name].trim()]] : [])));
  const missing = group.needed.filter((name) => !(name in given));
  const there = Object.keys(given);
  if (missing.length > 0 && there.length === 0) return null;
  if (missing.length > 0) {
    throw new SettingError(`${are(there)} set, but ${are(missing)} missing`);
  }
  try {
    return group.read(given, house, issueWords);
  } catch (error) {
    throw error instanceof z.core.$ZodError ? new SettingError(problemsOf(error).join('\n')) : error;
  }
}

function are(names: readonly string[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`;
}
