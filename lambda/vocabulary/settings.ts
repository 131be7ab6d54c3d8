/** What a room asks of the environment: its variables, what is right for each, and what becomes of them. */

import * as z from 'zod/mini';
import type { PushChannel } from './heard';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a room's settings may take from the house's own. */
export type HouseSettings = { readonly secret: string; readonly shopName: string };

/** Variables that belong together: those that must be there are all there, or none is. */
export type SettingsGroup<S = unknown> = {
  /** As people call it. */
  readonly label: string;
  /** The channel it cannot do without. */
  readonly channel?: PushChannel;
  readonly variables: z.ZodMiniObject;
  /** Those that must be there. */
  readonly needed: readonly string[];
  /** `given`: the variables that are set. Throws `z.core.$ZodError`; `words` says what is wrong where no variable does. */
  read(given: Environment, house: HouseSettings, words: z.core.$ZodErrorMap): S;
};

type Told<V extends z.ZodMiniObject, S> = Pick<SettingsGroup, 'label' | 'channel'> & {
  readonly variables: V;
  /** Only what was found right comes here. */
  make(found: z.infer<V>, house: HouseSettings): S;
};

export function settingsGroup<V extends z.ZodMiniObject, S>({
  variables,
  make,
  ...told
}: Told<V, S>): SettingsGroup<S> {
  return {
    ...told,
    variables,
    needed: Object.entries(variables.shape).flatMap(([name, one]) => (isOptional(one) ? [] : [name])),
    read: (given, house, words) => make(variables.parse(given, { error: words }), house),
  };
}

/** As the schema says it: to try would cost every start an error for each variable. */
function isOptional(variable: z.core.$ZodType): boolean {
  return variable._zod.optin !== undefined;
}

/** A text that looks as it should; `what` goes on after "write". */
export function written(pattern: RegExp, what: string) {
  return z.string().check(z.regex(pattern, `write ${what}`));
}

/** A secret, or two with a comma while it is changed: the new one and the old one are both good. */
export function secrets() {
  return z
    .pipe(
      z.string(),
      z.transform((text) => text.split(',').map((one) => one.trim())),
    )
    .check(z.refine((all) => all.every((one) => one !== ''), 'write a secret, or two with a comma'));
}

/** Scheme, host and port of a server, without the slash at the end. */
export function serverAddress(example: string) {
  return z.pipe(
    z
      .string()
      .check(z.refine((text) => /^https?:\/\//.test(text) && URL.canParse(text), `write an address, like ${example}`)),
    z.transform((text) => text.replace(/\/+$/, '')),
  );
}
