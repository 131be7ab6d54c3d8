/** Reads the e-mail address of a speaker's account from Amazon, with the shopper's consent and afresh each time. */

import { limitedText } from '../../http/download';
import type { Device } from '../../vocabulary/device';
import { amazonAddress } from './amazon-address';
import type { Fetch } from './progress';

export type ReadEmail =
  | { readonly kind: 'known'; readonly email: string }
  /** The shopper has not been asked, or has refused. */
  | { readonly kind: 'consent-needed' }
  /** The account has none. */
  | { readonly kind: 'absent' }
  /** Amazon did not answer in time, or not as documented. */
  | { readonly kind: 'unavailable' };

/** RFC 5321 allows no longer one. */
const MOST_CHARACTERS = 254;
const MOST_BYTES = 4 * MOST_CHARACTERS;
const EMAIL = /^[^\s@<>",;]+@[^\s@<>",;]+$/;

/**
 * Never keep the result beyond the turn: Amazon wants it read again, and consent may be withdrawn at any time. It may not
 * be the address of who speaks. Does not throw. Source: Amazon, "Customer Profile REST API Reference".
 */
export async function readEmail(
  { endpoint, token }: NonNullable<Device['profile']>,
  options: { readonly fetch?: Fetch; readonly signal: AbortSignal },
): Promise<ReadEmail> {
  const url = amazonAddress('/v2/accounts/~current/settings/Profile.email', endpoint);
  if (!url) return { kind: 'unavailable' };
  try {
    const response = await (options.fetch ?? fetch)(url, {
      headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
      redirect: 'error',
      signal: options.signal,
    });
    return await readAnswer(response);
  } catch {
    // Without its reason, which may name the address or the token: that it failed is all a shopper's turn needs.
    return { kind: 'unavailable' };
  }
}

async function readAnswer(response: Response): Promise<ReadEmail> {
  if (response.status !== 200) await response.body?.cancel();
  if (response.status === 403) return { kind: 'consent-needed' };
  if (response.status === 204) return { kind: 'absent' };
  if (response.status !== 200) return { kind: 'unavailable' };
  const text = await limitedText(response, MOST_BYTES);
  if (text === null) return { kind: 'unavailable' };
  const value: unknown = text.trim() === '' ? '' : JSON.parse(text);
  if (value === '' || value === null) return { kind: 'absent' };
  const isEmail = typeof value === 'string' && value.length <= MOST_CHARACTERS && EMAIL.test(value);
  return isEmail ? { kind: 'known', email: value } : { kind: 'unavailable' };
}
