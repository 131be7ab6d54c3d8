/** AWS Lambda's runtime interface, small: hands events to a process that runs the bundle and collects what it answers. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Invoked =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly errorType: string; readonly errorMessage: string };

/** Milliseconds since the process was started, and of processor time it has used. */
export type Spent = { readonly wall: number; readonly processor: number };

export type Instance = {
  /** What it took until it asked for its first event, and what the answer to its latest one had taken in all. */
  readonly spent: { start: Spent | null; answer: Spent | null };
  /** One event, answered before the next is taken. */
  invoke(event: object): Promise<Invoked>;
  /** What the process could not start for; null while it runs. */
  readonly startProblem: Promise<string>;
  /** What it wrote. */
  log(): string;
  stop(): Promise<void>;
};

export type InstanceOptions = {
  /** The built package. */
  readonly root: string;
  /** `index.handler`. */
  readonly handler: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds an event may take. */
  readonly timeout?: number;
};

type Waiting = { readonly event: object; readonly done: (invoked: Invoked) => void };

const BOOTSTRAP = join(__dirname, 'bootstrap.js');
const MODULES = join(__dirname, '..', '..', 'node_modules');

/** Starts a process at once; it is cold until its first event. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { root, handler, env = {}, timeout = 30_000 } = options;
  const queue: Waiting[] = [];
  const begun = new Map<string, Waiting>();
  let ask: (() => void) | null = null;
  let started: (problem: string) => void = () => {};
  const startProblem = new Promise<string>((resolve) => {
    started = resolve;
  });
  let events = 0;
  const spent: { start: Spent | null; answer: Spent | null } = { start: null, answer: null };
  const began = performance.now();
  const spentBy = (req: IncomingMessage): Spent => ({
    wall: performance.now() - began,
    processor: Number(req.headers['x-processor-milliseconds']),
  });

  function next(res: ServerResponse): void {
    const waiting = queue.shift();
    if (!waiting) {
      ask = () => next(res);
      return;
    }
    events += 1;
    const id = `event-${events}`;
    begun.set(id, waiting);
    res.setHeader('Lambda-Runtime-Aws-Request-Id', id);
    res.setHeader('Lambda-Runtime-Deadline-Ms', String(Date.now() + timeout));
    res.end(JSON.stringify(waiting.event));
  }

  const server = createServer((req, res) => {
    if (req.url === '/2018-06-01/runtime/invocation/next') {
      spent.start ??= spentBy(req);
      return next(res);
    }
    spent.answer = spentBy(req);
    void textOf(req).then((text) => {
      res.writeHead(202).end('{}');
      const body = JSON.parse(text);
      const [, id = '', kind] = /invocation\/([^/]+)\/(response|error)$/.exec(req.url ?? '') ?? [];
      if (req.url?.endsWith('/init/error')) started(body.errorMessage);
      else begun.get(id)?.done(kind === 'response' ? { ok: true, body } : { ok: false, ...body });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const child = spawn(process.execPath, [BOOTSTRAP], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      // What is native is not in the package; on Lambda a shop of its own needs none of it.
      NODE_PATH: MODULES,
      AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
      LAMBDA_TASK_ROOT: root,
      _HANDLER: handler,
      ...env,
    },
  });
  let logged = '';
  const note = (chunk: unknown) => {
    logged += chunk;
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);

  return {
    spent,
    startProblem,
    log: () => logged,
    async invoke(event) {
      const gone = new AbortController();
      const answered = new Promise<Invoked>((done) => queue.push({ event, done }));
      ask?.();
      ask = null;
      const died = once(child, 'exit', { signal: gone.signal }).then(() => {
        throw new Error(`the process ended: ${logged}`);
      });
      died.catch(() => undefined);
      return Promise.race([answered, died]).finally(() => gone.abort());
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await ended(child);
    },
  };
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** As Lambda ends an instance: without a word. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
