/** In American English goods go by their American names. */

import { textsIn } from '../../../lambda/providers/shop/demo/texts';

const BRITISH = /nappies|washing-up|kitchen roll|bin bags/;

function voices(locale: string): string {
  return textsIn(locale)
    .list.map(({ name }) => name.voiceTitle)
    .join('\n');
}

test('no voice title of en-US is British', () => {
  expect(voices('en-GB')).toMatch(BRITISH);
  expect(voices('en-US')).not.toMatch(BRITISH);
});
