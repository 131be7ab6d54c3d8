/** What was counted, as a table. */

import type { Count } from './counts';
import type { DayTold } from './day';

/** Of one kind; the rest is counted. */
const MOST_SHOWN = 12;

export function isRight(counts: readonly Count[]): boolean {
  return counts.every(({ wrong }) => wrong.length === 0);
}

export function tableOf(title: string, { counts, befallen, notTried, logged }: DayTold): string {
  const widest = Math.max(...counts.map(({ what }) => what.length));
  const row = (what: string, ...figures: readonly (string | number)[]) =>
    `${what.padEnd(widest)} ${figures.map((figure) => String(figure).padStart(8)).join('')}`;
  const lines = counts.map(({ what, counted, wrong, told }) => {
    const figures = row(what, counted, Math.max(0, counted - wrong.length), wrong.length);
    return told ? `${figures}   ${told}` : figures;
  });
  const wrong = counts.flatMap(({ what, wrong: all }) => [
    ...all.slice(0, MOST_SHOWN).map((one) => `wrong, ${what}: ${one}`),
    ...(all.length > MOST_SHOWN ? [`… and ${all.length - MOST_SHOWN} more`] : []),
  ]);
  const times = (of: ReadonlyMap<string, number>) => [...of].map(([what, count]) => `${what} ${count}`).join(', ');
  return [
    '',
    title,
    row('', 'counted', 'right', 'wrong'),
    ...lines,
    `What befell: ${times(befallen)}`,
    ...(notTried.length > 0 ? [`Not tried: ${notTried.join('; ')}`] : []),
    `What was logged: ${times(logged)}`,
    ...wrong,
    '',
  ].join('\n');
}
