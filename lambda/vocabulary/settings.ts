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

/** No setting is longer: what is, was pasted by mistake. */
const LONGEST = 2_000;

/** A text that looks as it should; `what` goes on after "write". */
export function written(pattern: RegExp, what: string) {
  return z.string().check(z.refine((text) => text.length <= LONGEST && pattern.test(text), `write ${what}`));
}

/** What a vendor gave: visible signs of ASCII, as headers carry them. */
export function token(what: string) {
  return written(/^[\x21-\x7e]{8,}$/, `${what}: at least 8 letters or signs, no spaces`);
}

/** Words on one line, without the signs of markup and what nobody can see. */
export function plainText(what: string) {
  return written(/^(?=.{1,120}$)[^\p{C}\p{Zl}\p{Zp}<>]*[\p{L}\p{N}][^\p{C}\p{Zl}\p{Zp}<>]*$/u, what);
}

/** Visible signs and spaces, enough of them and different ones: a word, or one letter many times, is guessed. */
function isStrong(text: string, least: number): boolean {
  return text.length >= least && /^[^\p{C}]{1,2000}$/u.test(text) && new Set(text).size >= 8;
}

/** What goes on after "write" where a secret is not strong. */
export function strongWords(least: number): string {
  return `at least ${least} random letters or signs, 8 different ones among them, like what "openssl rand -hex ${least}" prints`;
}

/** A secret that nobody guesses. */
export function strong(least: number) {
  return z.string().check(z.refine((text) => isStrong(text, least), `write ${strongWords(least)}`));
}

/** Several with commas between; `what` goes on after "write". */
export function listed(what: string) {
  return z.pipe(
    written(/^[\x20-\x7e]+$/, what),
    z.transform((text) => text.split(',').map((one) => one.trim())),
  );
}

/** A secret, or two with a comma while it is changed: the new one and the old one are both good. */
export function secrets() {
  return listed('a secret, or two with a comma').check(
    z.refine((all) => all.length <= 2 && all.every((one) => one !== ''), 'write a secret, or two with a comma'),
    z.refine((all) => all.every((one) => isStrong(one, 16)), `write ${strongWords(16)}`),
  );
}

/** An address people and servers write mail to. */
export const MAIL_ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;
/** A name that can be looked up; `localhost` is one. */
export const HOST_NAME = /^(?=.{1,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** null: it is none, or one that carries a name and a password, or signs nobody writes in one. */
export function addressIn(text: string): URL | null {
  if (text.length > LONGEST || !/^https?:\/\/[\x21-\x7e]+$/.test(text) || /[<>"\\^`{|}]/.test(text)) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && url.username === '' && url.password === '' ? url : null;
}

/** Scheme, host and perhaps port and path of a server, without the slash at the end. */
export function serverAddress(example: string) {
  const isServer = (text: string) => addressIn(text) !== null && !/[?#]/.test(text);
  return z.pipe(
    z.string().check(z.refine(isServer, `write an address, like ${example}`)),
    z.transform((text) => text.replace(/\/+$/, '')),
  );
}

const HERE = ['localhost', '127.0.0.1', '[::1]'];

/** The same, by https wherever it is not this very machine: secrets go there. */
export function secureAddress(example: string) {
  const isSecure = (text: string) => {
    const url = addressIn(text);
    return url !== null && !/[?#]/.test(text) && (url.protocol === 'https:' || HERE.includes(url.hostname));
  };
  return z.pipe(
    z.string().check(z.refine(isSecure, `write an address by https, like ${example}`)),
    z.transform((text) => text.replace(/\/+$/, '')),
  );
}

/** Where people reach this server: an origin, by https wherever it is not this very machine. */
export function publicAddress(example: string) {
  return z.pipe(
    z.string().check(
      z.refine((text) => {
        const url = addressIn(text);
        return url?.origin === text.replace(/\/$/, '') && (url.protocol === 'https:' || HERE.includes(url.hostname));
      }, `write scheme, host and perhaps port, by https, like ${example}`),
    ),
    z.transform((text) => text.replace(/\/$/, '')),
  );
}

/** The address of a page or a picture that shoppers open. */
export function webPage(example: string) {
  return z
    .string()
    .check(z.refine((text) => addressIn(text)?.protocol === 'https:', `write an address, like ${example}`));
}
