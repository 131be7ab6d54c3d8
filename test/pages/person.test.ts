/** Who the chat says one is talking to: whoever of the shop wrote last, until the assistant is back. */

import { personIn } from '../../web/chat/person';

const shopper = { by: 'shopper', channel: 'web' } as const;
const bot = { by: 'bot', channel: 'web' } as const;
const luca = { by: 'person', channel: 'desk', name: 'Luca' } as const;
const back = { by: 'bot', channel: 'desk' } as const;
const speaker = { by: 'bot', channel: 'alexa' } as const;

test.each([
  [[], null],
  [[shopper, bot], null],
  [[shopper, bot, luca], 'Luca'],
  [[shopper, bot, luca, shopper], 'Luca'],
  // The speaker is answered by the assistant meanwhile.
  [[bot, luca, { by: 'shopper', channel: 'alexa' } as const, speaker], 'Luca'],
  [[luca, { by: 'person', channel: 'desk' } as const], ''],
  [[luca, shopper, back], null],
])('%j: %p', (lines, person) => expect(personIn(lines)).toBe(person));
