/** A store of files that speaks S3's API (Amazon's, MinIO, R2, Ceph and others): one object a piece, each request signed (SigV4). */

import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import { limitedBytes, limitedText } from '../../../http/download';
import type { Depot } from '../../../services/privacy/depot';
import type { S3Settings } from './settings';

export type S3House = { readonly fetch: typeof fetch };

/** Somebody waits for a picture; what is brought there is tried again. */
const WITHIN_MS = 10_000;
/** No piece of ours is larger. */
const MOST_BYTES = 1024 * 1024;
const MOST_WORDS = 8 * 1024;

type Method = 'GET' | 'PUT' | 'DELETE';

export function openS3({ base, key, secret, region }: S3Settings, { fetch: get }: S3House): Depot {
  async function ask(method: Method, name: string, body?: Uint8Array): Promise<Response> {
    const signer = new AwsV4Signer({
      ...{ method, url: `${base}/${name}`, service: 's3', accessKeyId: key, secretAccessKey: secret },
      // Signed with its bytes: nobody on the way puts others in their place.
      headers: {
        'x-amz-content-sha256': createHash('sha256')
          .update(body ?? '')
          .digest('hex'),
      },
      ...(region === null ? {} : { region }),
    });
    const { url, headers } = await signer.sign();
    return get(url, {
      ...{ method, headers, redirect: 'manual', signal: AbortSignal.timeout(WITHIN_MS) },
      ...(body ? { body: Buffer.from(body) } : {}),
    });
  }
  return {
    async put(name, bytes) {
      const answer = await ask('PUT', name, bytes);
      if (!answer.ok) throw await refusal(answer);
      await answer.body?.cancel();
    },
    async get(name) {
      const answer = await ask('GET', name);
      if (!answer.ok) return absence(answer);
      const bytes = await limitedBytes(answer, MOST_BYTES);
      if (bytes === 'size') throw new Error('the store of files gave something that is not ours');
      return bytes;
    },
    async drop(name) {
      const answer = await ask('DELETE', name);
      if (!answer.ok) await absence(answer);
      else await answer.body?.cancel();
    },
  };
}

/** A bucket that is not there is no answer about what would lie in it. */
async function absence(answer: Response): Promise<null> {
  const problem = await refusal(answer);
  if (answer.status === 404 && !problem.message.includes('NoSuchBucket')) return null;
  throw problem;
}

async function refusal(answer: Response): Promise<Error> {
  const words = (await limitedText(answer, MOST_WORDS)) ?? '';
  const [, code = ''] = /<Code>(\w{1,60})<\/Code>/.exec(words) ?? [];
  return new Error(`the store of files answers ${answer.status} ${code}`.trim());
}
