/** The states that questions of several parts are put with. */

import * as z from 'zod/mini';
import { type Shape, shapeOf } from '../../services/shape';

/** Of a question that needs nothing to go on. */
export type NoState = Record<string, never>;
export const NO_STATE: Shape<NoState> = shapeOf(z.object({}));

export const TEXTS = z.array(z.string());

/** A slot that is kept until its turn comes. */
export const MENTION = z.object({ said: z.string(), ids: TEXTS });
