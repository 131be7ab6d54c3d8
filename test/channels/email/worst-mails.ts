/** What one mail may ask of a processor: of each kind the worst we know, a megabyte of it; and a large file. */

import { PNG } from '../../kit/files';
import { mailOf, withFiles } from './mail-door';

export function worstMails(to: string): Readonly<Record<string, string>> {
  const head = (headers: Readonly<Record<string, string>> = {}) => ({ To: to, ...headers });
  const encoded = (encoding: string) => head({ 'Content-Transfer-Encoding': encoding });
  return {
    'quoted-printable': mailOf('=41=\n'.repeat(170_000), encoded('quoted-printable')),
    'one long line': mailOf('a@'.repeat(500_000), head()),
    base64: mailOf('QUJD\n'.repeat(170_000), encoded('base64')),
    'deep HTML': mailOf('<p>a'.repeat(200_000), head({ 'Content-Type': 'text/html' })),
    'many parts': nested(2_000, to),
    'eight megabytes of a picture': mailOf(...large(to)),
    'a long head': `To: ${to}\r\nFrom: ${'a:'.repeat(450_000)}\r\n\r\nHello.`,
  };
}

function large(to: string): Parameters<typeof mailOf> {
  const bytes = Buffer.concat([PNG, Buffer.alloc(8 * 1024 * 1024)]);
  const [body, headers] = withFiles('See this.', [{ type: 'image/png', bytes }]);
  return [body, { To: to, ...headers }];
}

export function nested(depth: number, to: string): string {
  const parts = Array.from(
    { length: depth },
    (_, at) => `--b${at}\nContent-Type: multipart/mixed; boundary=b${at + 1}\n`,
  );
  return mailOf(parts.join('\n'), { To: to, 'Content-Type': 'multipart/mixed; boundary=b0' });
}
