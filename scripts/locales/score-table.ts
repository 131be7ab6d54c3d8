/** How well sentences are heard that were kept back, as a table with a word on what it says. */

import { type IntentScore, KEPT_BACK, NONE_KEPT_BACK } from './score';

const HEAD = ['intent', 'understood', '', 'mistaken', ''];
const WIDTHS = [16, 12, 7, 10, 7] as const;

/** The whole in its last line. */
export function scoreTable(scores: readonly IntentScore[]): readonly string[] {
  if (scores.length === 0) return [NONE_KEPT_BACK];
  const rows = scores.map(({ wrong, ...score }) => ({
    ...{ ...score, wrong: wrong.length },
    as: [...new Set(wrong.map(({ text, intent }) => `"${text}" as ${intent}`))],
  }));
  const sum = (what: 'said' | 'right' | 'wrong') => rows.reduce((total, one) => total + one[what], 0);
  return [
    `Of each intent every ${KEPT_BACK}th sentence was kept back; the program learned from the others and was then told these.`,
    'Understood: as what it is. Mistaken: as something else, which is worst. All others are not understood, and asked again.',
    'Write more sentences, in other words than those there are, where little is understood or much mistaken.',
    '',
    lineOf(HEAD),
    ...rows.map((one) => lineOf(cellsOf(one.intent, one), one.as[0])),
    lineOf(cellsOf('all', { said: sum('said'), right: sum('right'), wrong: sum('wrong') })),
  ];
}

type Sums = { readonly said: number; readonly right: number; readonly wrong: number };

function cellsOf(name: string, { said, right, wrong }: Sums): readonly string[] {
  return [name, `${right} of ${said}`, percent(right, said), `${wrong}`, percent(wrong, said)];
}

function lineOf(cells: readonly string[], mistaken?: string): string {
  const aligned = cells.map((cell, at) => (at === 0 ? cell.padEnd(WIDTHS[0]) : cell.padStart(WIDTHS[at] ?? 0)));
  return `${aligned.join(' ')}${mistaken === undefined ? '' : `  ${mistaken}`}`.trimEnd();
}

function percent(part: number, whole: number): string {
  return `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;
}
