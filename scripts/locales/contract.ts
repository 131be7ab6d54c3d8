/** What every language must cover, read from the intents themselves. */

import { AMAZON_NAMES } from '../../lambda/channels/alexa/names';
import { INTENT_TABLE, PARTS } from '../../lambda/dialogue/index';
import type { Declared } from '../../lambda/intents/kit/define';
import type { IntentSlots } from '../../lambda/language/hearing/grammar';
import { NEEDED_PHRASES } from '../../lambda/language/speech/phrases';
import type { IntentName } from '../../lambda/vocabulary/intents';

/** The intents with sentences of their own, and their slots. */
export const INTENT_SLOTS: IntentSlots = Object.fromEntries(
  Object.values(INTENT_TABLE)
    .filter(({ name }) => !(name in AMAZON_NAMES))
    .map((intent) => [intent.name, intent.slots]),
);

/** Amazon's own intents that we teach typed language; Amazon knows their plain forms already. */
export const BUILT_INS = [
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Repeat',
  'NavigateHome',
  'More',
  'Next',
  'Previous',
  'StartOver',
] as const satisfies readonly IntentName[];

/** Built-ins that take samples of ours in the model; the screen intents, Select and Fallback stay Amazon's own. */
export const EXTENDED: ReadonlySet<IntentName> = new Set<IntentName>([
  'Yes',
  'No',
  'Help',
  'Stop',
  'Cancel',
  'Repeat',
  'Next',
  'Previous',
  'StartOver',
]);

/** The slots some question elicits, as `Intent.slot`: they get a prompt and bare answers in the model. */
export const ELICITED: readonly string[] = [
  ...new Set(
    PARTS.flatMap((part) => Object.values(part.asks)).flatMap(({ elicits }) =>
      elicits ? [`${elicits.intent}.${elicits.slot}`] : [],
    ),
  ),
].sort();

/** Every reply a language must be able to say, with the kinds of its values. */
export const DECLARED: ReadonlyMap<string, Declared> = new Map(
  PARTS.flatMap((part) => [
    ...Object.entries(part.says).map(([key, values]) => [`${part.name}.${key}`, values] as const),
    ...Object.entries(part.asks).flatMap(([name, ask]) =>
      ['ask', 'reprompt', 'guide', 'help'].map((form) => [`${part.name}.${name}.${form}`, ask.with] as const),
    ),
  ]),
);

/** The same with the names of the values alone. */
export const REPLIES: ReadonlyMap<string, readonly string[]> = new Map(
  [...DECLARED].map(([key, values]) => [key, Object.keys(values)] as const),
);

/** Of those replies that tell something only in writing, what that is: its names. */
export const SHOWN: ReadonlyMap<string, readonly string[]> = new Map(
  [...DECLARED].flatMap(([key, values]) => {
    const names = Object.keys(values).filter((name) => values[name] === 'shown');
    return names.length > 0 ? [[key, names] as const] : [];
  }),
);

/** Every key of `speech.json` that the program asks for, whatever stands in any file. */
export const SPOKEN: readonly string[] = [...REPLIES.keys(), ...NEEDED_PHRASES];
