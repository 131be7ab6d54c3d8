/** What is wrong with how a Tryton is set up, as far as asking it shows. */

import * as z from 'zod/mini';
import type { Call } from '../../../services/commerce/call';
import type { TrytonClient } from './client';

const any = z.object({ id: z.int() });

/** A line for each of these models that cannot be read; where nobody is let in, one for all. */
export async function faultsIn(
  client: TrytonClient,
  models: readonly string[],
  call: Call,
): Promise<readonly string[]> {
  const found = new Set<string>();
  for (const model of models) {
    const asked = await client.read({ model, shape: any, where: [], fields: ['id'], most: 1 }, call);
    const trouble = client.trouble();
    if (trouble !== null) found.add(trouble);
    else if (!asked.ok) found.add(`TRYTON_URL: Tryton does not answer of ${model}`);
  }
  return [...found];
}
