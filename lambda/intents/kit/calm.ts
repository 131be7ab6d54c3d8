/** Whether it is a moment to bring up what nobody asked for: whoever has just refused, or is angry, is left in peace. */

import type { Turn } from '../../vocabulary/heard';
import type { IntentName } from '../../vocabulary/intents';

const NOT_NOW: ReadonlySet<IntentName> = new Set<IntentName>([
  'No',
  'Insult',
  'LegalThreat',
  'TalkToHuman',
  'Emergency',
]);

export function isCalm({ heard }: Pick<Turn, 'heard'>): boolean {
  return heard.kind !== 'intent' || !NOT_NOW.has(heard.intent);
}
