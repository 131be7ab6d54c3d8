/** What Amazon calls our intents and the slots of its own. */

import { INTENTS, type IntentName } from '../../vocabulary/intents';

/** The built-in intents; every other intent has the same name on both sides. */
export const AMAZON_NAMES = {
  Yes: 'AMAZON.YesIntent',
  No: 'AMAZON.NoIntent',
  Help: 'AMAZON.HelpIntent',
  Stop: 'AMAZON.StopIntent',
  Cancel: 'AMAZON.CancelIntent',
  Fallback: 'AMAZON.FallbackIntent',
  Repeat: 'AMAZON.RepeatIntent',
  NavigateHome: 'AMAZON.NavigateHomeIntent',
  Select: 'AMAZON.SelectIntent',
  More: 'AMAZON.MoreIntent',
  Next: 'AMAZON.NextIntent',
  Previous: 'AMAZON.PreviousIntent',
  StartOver: 'AMAZON.StartOverIntent',
} as const satisfies Partial<Record<IntentName, string>>;

const amazonNames: Readonly<Partial<Record<IntentName, string>>> = AMAZON_NAMES;
const ours: ReadonlyMap<string, IntentName> = new Map(INTENTS.map((intent) => [toAmazon(intent), intent]));

export function toAmazon(intent: IntentName): string {
  return amazonNames[intent] ?? intent;
}

/** undefined: an intent this skill does not declare. */
export function fromAmazon(name: string): IntentName | undefined {
  return ours.get(name);
}

/** The select intent's fixed slot for "the second one", under the name our intents know it by. */
export function slotFromAmazon(name: string): string {
  return name === 'ListPosition' ? 'ordinal' : name;
}
