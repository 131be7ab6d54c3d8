/** What a shop sets to have files kept in a store that speaks S3's API. */

import * as z from 'zod/mini';
import { secureAddress, settingsGroup, token, written } from '../../../vocabulary/settings';

export type S3Settings = {
  /** Of the bucket, and perhaps of a folder in it. */
  readonly base: string;
  readonly key: string;
  readonly secret: string;
  /** null: as the address says, else what most stores take. */
  readonly region: string | null;
};

export const settings = settingsGroup({
  label: 'The store of files',
  variables: z.object({
    S3_URL: secureAddress('https://s3.eu-central-1.amazonaws.com/our-bucket'),
    S3_KEY: token('the id of an access key'),
    S3_SECRET: token('the secret of that access key'),
    S3_REGION: z.optional(written(/^[a-z\d-]{2,40}$/, 'a region, like eu-central-1')),
  }),
  make: ({ S3_URL, S3_KEY, S3_SECRET, S3_REGION }): S3Settings => ({
    base: S3_URL,
    key: S3_KEY,
    secret: S3_SECRET,
    region: S3_REGION ?? null,
  }),
});
