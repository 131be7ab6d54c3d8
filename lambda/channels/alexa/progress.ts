/** Says "one moment" while the answer is still being found: Alexa's progressive response. It buys no time. */

import type { SaidWords } from '../../vocabulary/answer';
import { amazonAddress } from './amazon-address';

export type Fetch = typeof fetch;

type Where = { readonly apiEndpoint: string; readonly apiAccessToken: string; readonly requestId: string };

/** Longer than this and the answer itself is nearer than the "one moment". */
const GIVE_UP_MS = 1_000;

/** Resolves when Alexa has taken it. Rejects when she did not; nobody need care. */
export async function sendProgress(words: SaidWords, where: Where, options: { readonly fetch?: Fetch }): Promise<void> {
  const url = amazonAddress('/v1/directives', where.apiEndpoint);
  if (!url) return;
  await (options.fetch ?? fetch)(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${where.apiAccessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      header: { requestId: where.requestId },
      directive: { type: 'VoicePlayer.Speak', speech: words.speech.ssml },
    }),
    redirect: 'error',
    signal: AbortSignal.timeout(GIVE_UP_MS),
  });
}
