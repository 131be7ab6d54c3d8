/** Opens the desk inside the house. */

import type { OpenedDesk } from '../../../services/hand-off/desk';
import { createEmbeddedDesk } from './embedded-desk';

export async function open(): Promise<OpenedDesk> {
  return { desk: createEmbeddedDesk };
}
