/** Where sealed files are kept; null: with everything else. */

import { openS3, type S3House } from '../providers/depot/s3/index';
import type { Depot } from '../services/privacy/depot';
import type { Config } from './config';

export function depotOf({ depot }: Pick<Config, 'depot'>, get: S3House['fetch'] = fetch): Depot | null {
  return depot && openS3(depot, { fetch: get });
}
