/** Reads from a Tryton over JSON-RPC; it changes nothing there. */

import * as z from 'zod/mini';
import { askedOverKeptLine } from '../../../http/kept-line';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Instant } from '../../../vocabulary/values';
import { createTrytonSessions, type TrytonAsking, type TrytonHeard } from './session';
import type { TrytonSettings } from './settings';

/** A domain of Tryton's. A name with dots reads through a relation. */
type Domain = readonly unknown[];

export type TrytonReading<T> = {
  readonly model: string;
  /** `company`: the one the user works in; null: none. */
  readonly where: Domain | ((company: unknown) => Domain);
  readonly fields: readonly string[];
  /** Of one record. */
  readonly shape: z.ZodMiniType<T>;
  /** Absent: all of them. */
  readonly most?: number;
  /** Absent: Tryton's own. */
  readonly order?: readonly (readonly [field: string, way: 'ASC' | 'DESC'])[];
  /** What Tryton computes some fields by: a language, the places whose stock is meant. */
  readonly within?: Readonly<Record<string, unknown>>;
};

export type TrytonClient = {
  /** Is let in before anybody asks, so that nobody who asks waits for that. */
  begin(): void;
  read<T>(reading: TrytonReading<T>, call: Call): Promise<Result<readonly T[]>>;
  /** What was last wrong with being asked, in a line for whoever sets it up; null: nothing. */
  trouble(): string | null;
  /** Real time. */
  now(): Instant;
};

export type TrytonNeeds = {
  readonly settings: TrytonSettings;
  readonly fetch: typeof fetch;
  readonly now: () => Instant;
};

/** Of a shopper there are not so many records. */
const ALL = 2_000;

const told = z.object({ result: z.unknown() });
/** `UserError` is what Tryton says to people: a right that is lacking, among others. */
const failed = z.object({ error: z.array(z.unknown()) });

export function createTrytonClient({ settings, fetch: get, now }: TrytonNeeds): TrytonClient {
  const { base, database } = settings;
  let trouble: string | null = null;

  async function post(
    method: string,
    params: readonly unknown[],
    { auth, signal }: TrytonAsking,
  ): Promise<TrytonHeard> {
    const headers = { 'content-type': 'application/json', ...(auth ? { authorization: `Session ${auth}` } : {}) };
    const body = JSON.stringify({ id: 1, method, params });
    try {
      // Followed, a redirect would carry the password to wherever it points.
      const init = { method: 'POST', headers, body, redirect: 'manual', signal } as const;
      const response = await askedOverKeptLine(() => get(`${base}/${database}/`, init), signal);
      const { status } = response;
      if (status === 401 || status === 403) return { kind: 'over', why: 'Tryton takes the session no more' };
      if (status === 429) return { kind: 'hurried', why: 'Tryton was asked too often' };
      if (status === 404) return { kind: 'lost', why: `TRYTON_DATABASE: Tryton has none called ${database}` };
      if (!response.ok) return { kind: 'lost', why: `TRYTON_URL: what answers there is no Tryton (${status})` };
      return { kind: 'said', body: await response.json() };
    } catch {
      return { kind: 'lost', why: `TRYTON_URL: ${base} ${signal.aborted ? 'did not answer in time' : 'is not there'}` };
    }
  }
  const sessions = createTrytonSessions({ settings, post, now });

  /** A session that is over is begun once more: nothing was read in it. */
  async function heardIn<T>(reading: TrytonReading<T>, { signal }: Call): Promise<TrytonHeard> {
    const { model, where, fields, most = ALL, order = null, within } = reading;
    for (let tries = 0; tries < 2; tries += 1) {
      const session = await sessions.current(signal);
      if (session === null) return { kind: 'lost', why: sessions.trouble() ?? 'Tryton lets nobody in yet' };
      const domain = typeof where === 'function' ? where(session.context.company ?? null) : where;
      const params = [domain, 0, most, order, fields, { ...session.context, ...within }];
      const heard = await post(`model.${model}.search_read`, params, { auth: session.auth, signal });
      if (heard.kind !== 'over') return heard;
      sessions.over(session);
    }
    return { kind: 'lost', why: 'Tryton takes no session of TRYTON_USER' };
  }

  return {
    begin: () => void sessions.current(AbortSignal.timeout(0)),
    async read<T>(reading: TrytonReading<T>, call: Call): Promise<Result<readonly T[]>> {
      if (call.signal.aborted || now() >= call.deadline) return refused({ kind: 'timeout', outcome: 'not-sent' });
      const heard = await heardIn(reading, call);
      const body = heard.kind === 'said' ? heard.body : null;
      const records = z.array(reading.shape).safeParse(told.safeParse(body).data?.result);
      trouble = records.success ? sessions.trouble() : 'why' in heard ? heard.why : whyNot(body, reading.model);
      if (records.success) return ok(records.data, now());
      return refused(call.signal.aborted ? { kind: 'timeout', outcome: 'not-sent' } : { kind: 'unavailable' });
    },
    trouble: () => trouble,
    now,
  };
}

function whyNot(body: unknown, model: string): string {
  const [kind] = failed.safeParse(body).data?.error ?? [];
  if (kind === 'UserError') return `TRYTON_USER: the user may not read ${model}`;
  return `Tryton lacks what is asked of ${model}`;
}
