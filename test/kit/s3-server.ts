/** A store of our own that speaks as much of S3 as files need: every request is refused whose signature it does not compute itself (SigV4). */

import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type S3Server = {
  readonly settings: { readonly base: string; readonly key: string; readonly secret: string; readonly region: string };
  /** What lies there, by its whole path. */
  readonly objects: ReadonlyMap<string, Buffer>;
  /** What it was asked, as `PUT 200`. */
  readonly asked: string[];
  /** From now on: all is well, every request is refused, or none is ever answered. */
  is(state: 'well' | 'refusing' | 'silent'): void;
  close(): Promise<void>;
};

const BUCKET = 'our bucket';
const KEY = { id: 'AKIAOURS', secret: 'the secret/of+the key', region: 'eu-south-1' };

export async function openS3Server(): Promise<S3Server> {
  const objects = new Map<string, Buffer>();
  const asked: string[] = [];
  let state: Parameters<S3Server['is']>[0] = 'well';
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (state === 'silent') return void asked.push(`${req.method} unanswered`);
    const status = state === 'refusing' ? say(res, 503, 'SlowDown') : answer({ req, res, body }, objects);
    asked.push(`${req.method} ${status}`);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const { id: key, secret, region } = KEY;
  return {
    settings: { base: `http://127.0.0.1:${port}/${encodeURIComponent(BUCKET)}/files`, key, secret, region },
    objects,
    asked,
    is: (next) => {
      state = next;
      if (next !== 'silent') server.closeAllConnections();
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

type Asking = { readonly req: IncomingMessage; readonly res: ServerResponse; readonly body: Buffer };

/** Answers the status. */
function answer({ req, res, body }: Asking, objects: Map<string, Buffer>): number {
  if (!isSigned(req, body)) return say(res, 403, 'SignatureDoesNotMatch');
  const path = decodeURIComponent(new URL(req.url ?? '/', 'http://s3').pathname);
  if (!path.startsWith(`/${BUCKET}/`)) return say(res, 404, 'NoSuchBucket');
  if (req.method === 'PUT') objects.set(path, body);
  if (req.method === 'DELETE') objects.delete(path);
  const found = objects.get(path);
  if (req.method === 'GET' && !found) return say(res, 404, 'NoSuchKey');
  res.writeHead(req.method === 'DELETE' ? 204 : 200).end(req.method === 'GET' ? found : undefined);
  return res.statusCode;
}

function say(res: ServerResponse, status: number, code: string): number {
  res.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
  return status;
}

/** AWS, "Create a signed AWS API request": what is signed is put together anew from what arrived. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, scope = '', signed = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([\da-f]{64})$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [id, day = '', region = '', service = ''] = scope.split('/');
  const hash = headers['x-amz-content-sha256'];
  const at = String(headers['x-amz-date']);
  if (id !== KEY.id || region !== KEY.region || service !== 's3' || hash !== sha(body) || !at.startsWith(day))
    return false;
  const canonical = [
    ...[method, new URL(url, 'http://s3').pathname, ''],
    ...signed.split(';').map((name) => `${name}:${headers[name]}`),
    ...['', signed, hash],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', at, scope.slice(scope.indexOf('/') + 1), sha(canonical)].join('\n');
  const key = [day, region, service, 'aws4_request'].reduce<Buffer>(mac, Buffer.from(`AWS4${KEY.secret}`));
  return mac(key, toSign).toString('hex') === signature;
}

function mac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function sha(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
