/** What is for newborns is the smallest there is, and nobody claims that it fits. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': ['suggest something for newborns', 'nappies for newborns', 'what do you suggest for a newborn'],
  'it-IT': ['consigliami pannolini per neonati', 'pannolini per neonati'],
  'de-DE': ['empfiehl mir Windeln für Neugeborene', 'Windeln für Neugeborene'],
  'cs-CZ': ['doporuč plenky pro novorozence', 'plenky pro novorozence'],
  'pl-PL': ['poleć pieluchy dla noworodków', 'pieluchy dla noworodka'],
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, all) => {
  test.each([...all])('"%s"', async (said) => {
    const { replies, show } = await at.texter({ locale }).says(said);
    expect(replies).toEqual(['Recommend.suggest', 'Recommend.isForBabies', 'Recommend.isSmallest']);
    expect(show).toContain('Snugglebury');
  });
});

test.each([
  ['en-GB', 'order nappies for newborns'],
  ['de-DE', 'bestell Windeln für Neugeborene'],
])('%s "%s" asks which', async (locale, said) => {
  expect((await at.texter({ locale }).says(said)).asks).toBe('Reorder.which');
});

test('what is told of goods is no wish for them', async () => {
  expect((await at.texter({ locale: 'it-IT' }).says('il caffè è biologico')).replies[0]).not.toBe('Recommend.suggest');
});
