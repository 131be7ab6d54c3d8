/** Addresses of WhatsApp: what a person is known by, and the link that opens a chat with the shop. */

/** Meta, "Business-scoped user IDs": a country, a dot (and perhaps a scope and another dot), letters and digits. */
const SCOPED_ID = /^[A-Z]{2}\.[A-Za-z0-9.]{1,140}$/;
/** WhatsApp's own limit for words that a link or a QR code brings. */
const LONGEST_TEXT = 140;
/** Wherever it stands: people write something behind it before they send it. */
const SECRET = /\[([A-Za-z0-9_-]{22,64})\]/;

export function isScopedId(address: string): boolean {
  return SCOPED_ID.test(address);
}

/** One spelling of each address: a scoped id as it is, a phone number as digits without signs or blanks. */
export function whatsappAddress(address: string): string {
  return isScopedId(address) ? address : address.replace(/\D/g, '');
}

/**
 * Opens a chat with the shop's number and the words ready to be sent. With a secret, which comes back in brackets behind them, the
 * shopper's conversation goes on there. Throws where both are longer than 140 characters.
 */
export function whatsappLink(number: string, text: string, secret?: string): string {
  const whole = secret === undefined ? text : `${text} [${secret}]`;
  if ([...whole].length > LONGEST_TEXT) throw new Error(`a link to WhatsApp brings at most ${LONGEST_TEXT} characters`);
  return `https://wa.me/${number.replace(/\D/g, '')}?text=${encodeURIComponent(whole)}`;
}

/** The secret that such a link has brought; null: words like any others. */
export function secretIn(text: string): string | null {
  return SECRET.exec(text)?.[1] ?? null;
}
