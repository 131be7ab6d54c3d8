/** What an answer of Vendure says before anybody looks for what was asked: data, a refusal, or nothing that can be read. */

import * as z from 'zod/mini';

const TOKEN_HEADER = 'vendure-auth-token';

const failure = z.object({
  message: z.string(),
  extensions: z.optional(z.object({ code: z.optional(z.string()) })),
});
const answer = z.object({ data: z.optional(z.unknown()), errors: z.optional(z.array(failure)) });

/** `token`: the session it went on in. */
export type GraphHeard =
  | { readonly kind: 'data'; readonly data: unknown; readonly token: string | null }
  /** Not there, and nothing was done. */
  | { readonly kind: 'gone'; readonly why: string }
  | { readonly kind: 'forbidden' | 'refused' | 'silent' | 'unreached'; readonly why: string };

export function heardIn(text: string, response: Response): GraphHeard {
  const read = answer.safeParse(jsonIn(text));
  if (!read.success)
    return { kind: 'refused', why: `VENDURE_URL: what answers there is no Vendure (${response.status})` };
  const { data, errors } = read.data;
  const [first] = errors ?? [];
  if (first === undefined && response.ok) {
    return { kind: 'data', data, token: response.headers.get(TOKEN_HEADER) };
  }
  const codes = (errors ?? []).map(({ extensions }) => extensions?.code ?? '');
  const isUntouched = data === undefined || data === null || isEmpty(data);
  if (codes[0] === 'FORBIDDEN' && codes.every((code) => code === 'FORBIDDEN') && isUntouched)
    return { kind: 'forbidden', why: "VENDURE_USER: this administrator's role may not do it" };
  if (isUntouched && GONE.has(codes[0] ?? '')) return { kind: 'gone', why: first?.message ?? '' };
  return { kind: 'refused', why: `Vendure answered ${response.status}: ${first?.message ?? 'nothing'}` };
}

const GONE: ReadonlySet<string> = new Set(['ENTITY_NOT_FOUND', 'USER_INPUT_ERROR']);

/** Every field of it is null. */
function isEmpty(data: unknown): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).every((one) => one === null);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
