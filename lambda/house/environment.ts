/** The house's own variables of the environment: what each is, its default, and what is right for it. */

import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import * as z from 'zod/mini';
import { HOST_NAME, listed, publicAddress, strong, strongWords, written } from '../vocabulary/settings';

export const ROOT = resolve(__dirname, '..', '..');

const PROXIES = 'addresses and ranges, like 192.0.2.7, 10.0.0.0/8, or loopback';
/** Whose skills' requests are answered. */
const WHOSE = { own: 'own', any: 'any', none: 'none' } as const;
const PORT = 'write the number of a port, up to 65535';

export const environment = z.object({
  PORT: z._default(
    z
      .pipe(z.string().check(z.regex(/^\d{1,5}$/, PORT)), z.transform(Number))
      .check(z.refine((port) => port <= 65_535, PORT)),
    3000,
  ),
  HOST: z._default(
    z
      .string()
      .check(z.refine((text) => isIP(text) > 0 || HOST_NAME.test(text), 'write an address, like 127.0.0.1 or ::')),
    '127.0.0.1',
  ),
  TRUSTED_PROXIES: z.optional(listed(PROXIES).check(z.refine((all) => all.every(isProxy), `write ${PROXIES}`))),
  METRICS_TOKEN: z.optional(strong(16).check(z.regex(/^[\x20-\x7e]+$/, `write ${strongWords(16)}`))),
  ALEXA_SKILL: z._default(z.enum(WHOSE), 'own'),
  EARSHOT_DATA: z._default(written(/^[^\p{C}]{1,1000}$/u, 'a folder'), join(ROOT, 'data')),
  EARSHOT_NOW: z.optional(z.string().check(z.refine(isDate, 'write a date, like 2026-12-24T18:00'))),
  DATABASE_URL: z.optional(database('name')),
  EARSHOT_KEYS_URL: z.optional(database('keys')),
  EARSHOT_URL: z.optional(publicAddress('https://talk.shop.example')),
  EARSHOT_SECRET: z.optional(strong(32)),
  DESK_2FA: z._default(z.enum({ off: 'off', required: 'required' }), 'off'),
  LOG_LEVEL: z._default(z.enum(['silent', 'error', 'warn', 'info', 'debug']), 'info'),
});

/** A day there is, and perhaps a time of it and a zone. */
function isDate(text: string): boolean {
  const [, day = ''] =
    /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  const at = Date.parse(`${day}T00:00Z`);
  return !Number.isNaN(Date.parse(text)) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

function database(name: string) {
  return z.string().check(z.refine(isDatabase, `write it like postgres://user:password@host/${name}`));
}

/** Of a server, or of a socket that `?host=` names. */
function isDatabase(text: string): boolean {
  if (!/^postgres(ql)?:\/\/[\x21-\x7e]{1,2000}$/.test(text) || /[<>]/.test(text) || !URL.canParse(text)) return false;
  const { hostname, pathname, searchParams } = new URL(text);
  return (hostname !== '' || searchParams.has('host')) && pathname.length > 1;
}

/** A range of everybody would be no range. */
function isProxy(text: string): boolean {
  const [, address = '', bits] = /^([^/]+?)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const most = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return text === 'loopback' || (most > 0 && (bits === undefined || (Number(bits) > 0 && Number(bits) <= most)));
}
