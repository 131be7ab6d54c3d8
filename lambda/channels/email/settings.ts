/** What a shop sets for e-mail, and what the channel makes of it. */

import * as z from 'zod/mini';
import { HOST_NAME, MAIL_ADDRESS, secrets, settingsGroup, written } from '../../vocabulary/settings';

export type EmailSettings = {
  /**
   * `smtps://user:password@host` or `smtp://host:587`. Off this machine a server without TLS is refused, unless the URL
   * says `?requireTLS=false`: mails carry links that open a conversation.
   */
  readonly smtpUrl: string;
  /** Who writes: the shop. */
  readonly from: { readonly name: string; readonly address: string };
  /**
   * The domain whose mail is given to our door: all that is sent to `reply+…@` and `desk+…@` of it. It is also the domain
   * of our Message-IDs and of the envelope's sender, so it needs SPF; for DMARC it lies within the domain of `from`.
   */
  readonly replyDomain: string;
  /** Signs those addresses: at least 32 random bytes. A new one makes every address given out before invalid. */
  readonly replySecret: string;
  /** What mail servers show at the door: the present one, and while it is changed also the next. */
  readonly inboundSecrets: readonly string[];
};

/** Never given an address, nor anything that somebody wrote. */
export type MailLog = {
  info(what: object, message: string): void;
  error(what: object, message: string): void;
};

/** `Willow <care@shop.example>` or the address alone. */
const FROM = /^(?:([^<>"\p{C}]{0,120})<([^\s<>]+@[^\s<>]+)>|([^\s<>]+@[^\s<>]+))$/u;

function isSender(text: string): boolean {
  const [, , inside, bare] = FROM.exec(text) ?? [];
  return MAIL_ADDRESS.test(inside ?? bare ?? '');
}

/** `pathname`: mail servers have none. */
function isHost({ hostname, pathname }: URL): boolean {
  return (HOST_NAME.test(hostname) || hostname.startsWith('[')) && /^\/?$/.test(pathname);
}

export const settings = settingsGroup({
  label: 'E-mail',
  variables: z.object({
    SMTP_URL: z
      .string()
      .check(
        z.refine(
          (text) => /^smtps?:\/\/[\x21-\x7e]{1,2000}$/.test(text) && URL.canParse(text) && isHost(new URL(text)),
          'write smtp://host:587 or smtps://user:password@host',
        ),
      ),
    MAIL_FROM: z.string().check(z.refine(isSender, 'write an address, like Willow <care@shop.example>')),
    MAIL_DOMAIN: written(HOST_NAME, 'a domain, like reply.shop.example'),
    MAIL_SECRET: secrets(),
  }),
  /** Who has no name of its own writes in the name of the shop. */
  make: ({ SMTP_URL, MAIL_FROM, MAIL_DOMAIN, MAIL_SECRET }, { secret, shopName }): EmailSettings => {
    const [, name = '', inside, bare = ''] = FROM.exec(MAIL_FROM) ?? [];
    return {
      smtpUrl: SMTP_URL,
      from: { name: name.trim() || shopName, address: inside ?? bare },
      replyDomain: MAIL_DOMAIN,
      replySecret: secret,
      inboundSecrets: MAIL_SECRET,
    };
  },
});
