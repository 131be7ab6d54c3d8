/** What was understood by one text, for a reader. */

import type { HeardLine } from './hear-one';

/** What the numbers mean stands beside them: nobody knows it by heart. */
export function heardInLines({ intent, score, rivals, slots, accepted }: HeardLine): readonly string[] {
  const filled = Object.entries(slots).map(([name, slot]) => {
    const meaning = [...slot.ids, slot.number, slot.ordinal, slot.date].filter((one) => one !== undefined);
    return `  {${name}}: "${slot.said}"${meaning.length > 0 ? `, which means ${meaning.join(', ')}` : ''}`;
  });
  const others = rivals.map((rival) => `  or perhaps ${rival.intent} ${rounded(rival.score)}`);
  return [headOf({ intent, score, accepted }), ...filled, ...others];
}

function headOf({ intent, score, accepted }: Pick<HeardLine, 'intent' | 'score' | 'accepted'>): string {
  if (accepted) return `understood as ${intent} ${rounded(score)}${score === 1 ? ': as it was taught' : OF_ONE}`;
  const nearest = score > 0 ? `; the nearest is ${intent} ${rounded(score)}${OF_ONE}` : ': no word of it was taught';
  return `not understood, so the shopper is asked again${nearest}`;
}

const OF_ONE = ' (how sure, from 0 to 1)';

function rounded(score: number): number {
  return Math.round(score * 100) / 100;
}
