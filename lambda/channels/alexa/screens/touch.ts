/** What a touched button or row says: the option, and the asking it was drawn for. */

import type { interfaces } from 'ask-sdk-model';
import * as z from 'zod/mini';
import type { Heard } from '../../../vocabulary/heard';

/** Names the document to Alexa; every answer replaces the one before. */
export const SCREEN_TOKEN = 'earshot';

/** First of a document's arguments: another document's touches are not ours. */
export const ANSWERS = 'answers';

const shape = z.tuple([z.literal(ANSWERS), z.string().check(z.maxLength(200)), z.string().check(z.maxLength(200))]);

/** null: no touch that answers. */
export function readTouch({
  arguments: sent,
}: Pick<interfaces.alexa.presentation.apl.UserEvent, 'arguments'>): Heard | null {
  const { data } = shape.safeParse(sent);
  if (!data) return null;
  const [, asking, option] = data;
  return { kind: 'choice', option, asking };
}
