/** "From zero to ten?": answered in numbers, in marks as people write them, and in words. */

import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

const ASK = { 'en-GB': 'i want to leave feedback', 'it-IT': 'vorrei lasciare un parere' } as const;

test.each([
  ['en-GB', 'promoter', ['ten', '10/10', 'a ten', '9/10', 'nine and a half', '5 stars', 'five stars']],
  ['en-GB', 'passive', ['8/10', '8 out of 10', 'an eight', "i'd say a seven", '4/5', 'four stars']],
  ['en-GB', 'detractor', ['zero', '1/10', '2 stars', '6']],
  ['en-GB', 'praise', ['very good', 'top marks', "couldn't be better"]],
  ['en-GB', 'fine', ['so-so', 'not bad', 'meh']],
  ['en-GB', 'sorry', ['not great', 'not very good', 'awful']],
  ['en-GB', 'declined', ['no', "i don't know", 'skip']],
  ['it-IT', 'promoter', ['dieci e lode', '10 e lode', '10/10', 'un bel dieci', 'cinque stelle']],
  ['it-IT', 'passive', ['otto su dieci', '8/10', 'otto e mezzo', 'quattro stelle']],
  ['it-IT', 'detractor', ['zero', 'un sei politico', 'due stelle']],
  ['it-IT', 'praise', ['molto buono', 'il massimo', 'meglio di così non si può']],
  ['it-IT', 'fine', ['così così', 'mah', 'niente di che']],
  ['it-IT', 'sorry', ['non molto bene', 'malissimo', 'non granché']],
  ['it-IT', 'declined', ['no', 'boh', 'non saprei']],
] as const)('%s: %s', async (locale, reply, answers) => {
  for (const answer of answers) {
    const texter = createTexter(at.house, { locale });
    await texter.says(ASK[locale]);
    const heard = await texter.says(answer);
    expect([answer, heard.replies]).toEqual([answer, [`Feedback.${reply}`]]);
    // Whoever is not content is offered a person, and nobody else.
    const isUnhappy = reply === 'detractor' || reply === 'sorry';
    expect([answer, heard.asks]).toEqual([answer, isUnhappy ? 'TalkToHuman.offer' : 'Welcome.more']);
  }
});

test('a number that is none of these is asked for again', async () => {
  for (const answer of ['11', '100', '7/8']) {
    const texter = createTexter(at.house);
    await texter.says(ASK['en-GB']);
    expect([answer, (await texter.says(answer)).asks]).toEqual([answer, 'Feedback.score']);
  }
});
