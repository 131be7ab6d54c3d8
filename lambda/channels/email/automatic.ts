/** Tells mail that a program sent: it is never answered, or two programs would write to each other for ever (RFC 3834). */

import type { ParsedMail } from 'mailparser';

/** The unfolded value of the first header of this name, in lower case; null where there is none. `name` in lower case. */
export function headerOf({ headerLines }: ParsedMail, name: string): string | null {
  const line = headerLines.find(({ key }) => key === name)?.line;
  if (line === undefined) return null;
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const BULK = ['bulk', 'list', 'junk', 'auto_reply'];
const DAEMONS = /^(mailer-daemon|postmaster|mdaemon)@/i;

export function isAutomatic(mail: ParsedMail): boolean {
  const autoSubmitted = headerOf(mail, 'auto-submitted')?.split(/[;( ]/)[0] ?? 'no';
  return (
    autoSubmitted !== 'no' ||
    headerOf(mail, 'return-path') === '<>' ||
    BULK.includes(headerOf(mail, 'precedence') ?? '') ||
    ['list-id', 'x-autoreply', 'x-autorespond'].some((name) => headerOf(mail, name) !== null) ||
    DAEMONS.test(mail.from?.value[0]?.address ?? '') ||
    typeOf(mail) === 'multipart/report'
  );
}

export function typeOf({ headers }: ParsedMail): string {
  const type = headers.get('content-type');
  return typeof type === 'object' && 'params' in type ? type.value.toLowerCase() : '';
}
