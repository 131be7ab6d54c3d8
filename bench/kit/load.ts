/** One round of load: conversations on every connection at once, each answer looked at, each latency kept. */

import autocannon, { type Client, type Request } from 'autocannon';
import { createTalk, type Talk } from './conversations';
import { envelopeOf } from './envelope';

export type Round = {
  /** Answers with status 200 and something to say; those that only say that the server is busy are not among them. */
  readonly answered: number;
  /** Turned away by an overloaded server, in speech. */
  readonly shed: number;
  /** What else came back: the status and the beginning of the body, at most a few. */
  readonly wrong: readonly string[];
  /** Milliseconds from the first request to the last answer. */
  readonly milliseconds: number;
  /** Milliseconds of each answer, shortest first. */
  readonly latencies: readonly number[];
};

export type RoundOptions = {
  readonly url: string;
  readonly connections: number;
  readonly turns: number;
  /** Keeps this round's requests and sessions apart from every other's. */
  readonly name: string;
};

/** A round that takes longer is cut off, and then its counts do not agree. */
const MOST_MS = 120_000;
const WRONG_KEPT = 3;
const SPOKEN = /"outputSpeech":\{[^}]*"ssml":"<speak>[^"]/;

export async function runRound({ url, connections, turns, name }: RoundOptions): Promise<Round> {
  const wrong: string[] = [];
  const latencies: number[] = [];
  const shed = { count: 0 };
  let made = 0;
  let last = 0;
  const started = performance.now();
  const run = autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    connections,
    amount: turns,
    timeout: 20,
    setupClient: (client) => converse(client, createTalk(name, made++), { wrong, shed }),
  });
  run.on('response', (_client, _status, _bytes, milliseconds: number) => {
    latencies.push(milliseconds);
    last = performance.now();
  });
  const cut = setTimeout(() => run.stop(), MOST_MS);
  const { errors, timeouts } = await run;
  clearTimeout(cut);
  if (errors + timeouts > 0) wrong.push(`${errors} errors and ${timeouts} time-outs`);
  latencies.sort((a, b) => a - b);
  const answered = latencies.length - wrong.length - shed.count;
  return { answered, shed: shed.count, wrong: wrong.slice(0, WRONG_KEPT), milliseconds: last - started, latencies };
}

type Noted = { readonly wrong: string[]; readonly shed: { count: number } };

/** The SDK's signature: who is turned away has not come as far. */
const ANSWERED = '"userAgent"';

/** Each request is made when the one before it has been answered, as between a shopper and a speaker. */
function converse(client: Client, talk: Talk, { wrong, shed }: Noted): void {
  let isOpen = false;
  let attributes: object = {};
  const next: Request = {
    setupRequest(request) {
      const speaking = talk(isOpen);
      return { ...request, body: envelopeOf(speaking, speaking.session.isNew ? {} : attributes) };
    },
    onResponse(status, body) {
      if (status !== 200 || !SPOKEN.test(body)) wrong.push(`${status} ${body.slice(0, 200)}`);
      else if (!body.includes(ANSWERED)) shed.count += 1;
      isOpen = body.includes('"shouldEndSession":false');
      attributes = attributesIn(body);
    },
  };
  client.setRequests([next]);
}

/** What the service sends back with the next request of the session. */
function attributesIn(body: string): object {
  try {
    return JSON.parse(body).sessionAttributes ?? {};
  } catch {
    return {};
  }
}

/** The value below which this share lies; `sorted` has the smallest first. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
