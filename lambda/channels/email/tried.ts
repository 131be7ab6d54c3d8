/** What a mail server's refusal means for the next try. */

import type { Tried } from '../../services/queue/queues';

/** Commands that are about this one mail; a refusal of any other is about us as a sender, and may be mended. */
const ABOUT_THE_MAIL = ['RCPT TO', 'DATA'];

/**
 * A lasting refusal (5xx, RFC 5321) of the mail itself is final. All else is tried again, also what broke off when the mail
 * may have been taken already: its Message-ID makes a copy the same mail. `why` never holds the server's own words, in
 * which the address may stand.
 */
export function triedOf(error: unknown): Tried {
  const { code, command, response, responseCode } = factsOf(error);
  if (code === null) throw error;
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  const why = [code, responseCode, status].filter((part) => part !== undefined && part !== 0).join(' ');
  const isFinal = responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.includes(command);
  return { kind: isFinal ? 'dead' : 'later', why };
}

type Facts = {
  /** null: it was no error of the connection or the server. */
  readonly code: string | null;
  readonly command: string;
  readonly response: string;
  readonly responseCode: number;
};

function factsOf(error: unknown): Facts {
  const { code, command, response, responseCode }: Readonly<Record<string, unknown>> = { ...Object(error) };
  return {
    code: typeof code === 'string' ? code : null,
    command: typeof command === 'string' ? command : '',
    response: typeof response === 'string' ? response : '',
    responseCode: typeof responseCode === 'number' ? responseCode : 0,
  };
}
