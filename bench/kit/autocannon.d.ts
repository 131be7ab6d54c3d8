/** The part of autocannon 9 the measurements use; the package brings no types. */

declare module 'autocannon' {
  import type { EventEmitter } from 'node:events';

  /** `context` is not used: what a connection remembers lies in the functions made for it. */
  export type Request = {
    readonly setupRequest: (request: Request, context: object) => Request;
    readonly onResponse: (status: number, body: string, context: object) => void;
    readonly body?: string;
  };

  export type Client = { setRequests(requests: Request[]): void };

  export type Options = {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly connections: number;
    /** Requests in all, each of them answered. */
    readonly amount: number;
    /** Seconds one answer may take. */
    readonly timeout: number;
    readonly setupClient: (client: Client) => void;
  };

  export type Result = {
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
    readonly resets: number;
  };

  /** Emits `response` with the client, the status, the bytes and the milliseconds of each answer. */
  export type Run = EventEmitter & Promise<Result> & { stop(): void };

  export default function autocannon(options: Options): Run;
}
