/** "Call me back later" asks for a call; it is nobody's name. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

test.each([
  ['en-GB', 'call me back later'],
  ['en-GB', 'can you call me back later'],
  ['en-GB', 'ring me back in a bit please'],
  ['it-IT', 'richiamami più tardi'],
  ['de-DE', 'ruf mich später zurück'],
  ['de-DE', 'rufen Sie mich bitte nachher noch mal an'],
])('in %s "%s" is for the team', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).intent).toBe('TalkToHuman');
});

test('whom somebody else is meant by hears no wish of ours', async () => {
  expect((await at.texter({ locale: 'en-GB' }).says('call me back later, Susan')).intent).toBe('Fallback');
});
