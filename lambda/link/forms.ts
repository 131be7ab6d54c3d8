/** What both pages of this folder do with forms: where they came from, what they carry, in which language they are answered. */

import { createHmac } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { refuse } from '../http/refusals';

/** By name; which of them are looked at says who takes the form. */
export type FormFields = Readonly<Partial<Record<string, string>>>;

/** Browsers say where a form was sent from; one of another place is refused. */
export function ownOrigin(url: string): RequestHandler {
  const { origin: own } = new URL(url);
  return (req, res, next) => {
    const { origin } = req.headers;
    if (origin === own) return next();
    refuse(res, 403, 'origin');
  };
}

/** Of a sign-in or a visit: a page of another place can neither read the seal nor make it. */
export function sealedBy(secret: string): (of: string) => string {
  return (of) => createHmac('sha256', secret).update(`link-form\0${of}`).digest('base64url');
}

export function fieldsOf(body: unknown): FormFields {
  const given = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(given.filter(([, value]) => typeof value === 'string'));
}

export function wished(req: Request): string {
  const asked = new URL(req.originalUrl, 'http://page').searchParams.get('ui_locales');
  return asked?.split(' ')[0] || languageIn(req.get('accept-language') ?? '');
}

/** The language wanted most. */
export function languageIn(accepted: string): string {
  const tag = /^\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)/.exec(accepted)?.[1];
  return tag ?? 'en';
}
