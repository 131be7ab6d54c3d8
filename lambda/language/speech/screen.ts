/** A screen in words: what the outcome wants shown, else its card, else what was said; and what can be touched. */

import type { ShownRow, ShownScreen } from '../../vocabulary/answer';
import type { Option, Outcome, Reply, Screen, ScreenRow } from '../../vocabulary/outcome';
import type { Value } from '../../vocabulary/values';
import type { Reader } from './replies';
import { tidy, toPlain } from './ssml';

/** What else was made of the same outcome. `asks`: the question alone, empty where none is open. */
type Beside = { readonly reader: Reader; readonly text: string; readonly asks: string };

/** The labels of the two buttons; the languages have them as sentences of the part that draws screens. */
const BUTTONS = [
  ['yes', { key: 'Screen.yes', with: {} }],
  ['no', { key: 'Screen.no', with: {} }],
] as const;

export function screenOf(outcome: Outcome, { reader, text, asks }: Beside): ShownScreen {
  const shown = (reply: Reply): string => toPlain(tidy(reader.read(reply, 'statement').text));
  const question = outcome.ending.kind === 'ask' ? outcome.ending.question : null;
  const options = question?.options ?? [];
  const { title, rows, foot, drawn } = (outcome.screen && ofScreen(outcome.screen)) ?? ofCard(outcome) ?? ofWords(text);
  const label = (value: Value): string => toPlain(tidy(reader.label(value)));
  const isAnswered = options.length === 0 && question?.expects.includes('yesno') === true;
  const buttons = isAnswered ? BUTTONS.map(([id, reply]) => ({ id, label: shown(reply) })) : [];
  return {
    title: typeof title === 'string' ? title : shown(title),
    rows: options.length > 0 ? options.map(choosing(label, rows)) : rows.map(rowOf(label)),
    foot: foot.map(shown),
    drawn: drawn?.kind === 'steps' ? { ...drawn, steps: drawn.steps.map(shown) } : drawn,
    // What was said stands above already.
    asks: title === text ? '' : asks,
    buttons,
  };
}

type Content = Omit<Screen, 'title'> & { readonly title: Reply | string };

function ofScreen(screen: Screen): Content {
  return screen;
}

function ofCard({ card }: Outcome): Content | null {
  return card?.kind === 'simple' ? { title: card.title, rows: [], foot: card.lines, drawn: null } : null;
}

function ofWords(text: string): Content {
  return { title: text, rows: [], foot: [], drawn: null };
}

function rowOf(label: (value: Value) => string): (row: ScreenRow) => ShownRow {
  return (row) => ({
    label: label(row.label),
    detail: row.detail ? label(row.detail) : '',
    picture: row.picture ?? null,
    option: null,
  });
}

/** A row of the outcome's own for each option, where it has as many, else its label alone. */
function choosing(label: (value: Value) => string, rows: readonly ScreenRow[]) {
  return (option: Option, at: number, all: readonly Option[]): ShownRow => {
    const row = rows.length === all.length ? rows[at] : undefined;
    return { ...rowOf(label)(row ?? { label: option.label }), option: option.id };
  };
}
