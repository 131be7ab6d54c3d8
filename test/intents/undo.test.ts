/** What is said right after an order, or of an order that was told, reaches cancelling that order. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse();

test.each([
  ['en-GB', 'undo that', ['reorder my coffee', 'yes']],
  ['en-GB', 'actually cancel that', ['reorder my coffee', 'yes']],
  ['en-GB', 'cancel my order', ["where's my cat food"]],
  ['it-IT', 'annullalo', ['riordina il caffè', 'sì']],
  ['it-IT', 'no non volevo ordinarlo', ['riordina il caffè', 'sì']],
] as const)('%s "%s" goes to a person, with the order named', async (locale, said, before) => {
  const texter = createTexter(at.house, { locale });
  for (const one of before) await texter.says(one);
  expect((await texter.says(said)).replies.slice(0, 2)).toEqual(['Undo.passed', 'TalkToHuman.passed']);
});

test('"that was a mistake" is asked about: it may mean less', async () => {
  const texter = createTexter(at.house);
  for (const one of ['reorder my coffee', 'yes']) await texter.says(one);
  expect((await texter.says('that was a mistake')).replies).toContain('Undo.offer');
});
