/** What lies sealed of a person's words is put into what is said, after it is decided: no memory holds it. */

import type { Scene } from '../intents/kit/define';
import { linesOf } from '../intents/parts/person-pages';
import { sayPerson } from '../intents/parts/person-words';
import type { Outcome, Reply } from '../vocabulary/outcome';
import { asItWas, forEyeOf, type PersonLine } from '../vocabulary/taken-out';
import type { TakenFrom, Value, ValueOf } from '../vocabulary/values';

/** `unsealed`: what is said now, and written nowhere but in a seal. */
type Unsealed = { readonly outcome: Outcome; readonly unsealed: readonly string[] };

type Sealed = ValueOf<'quote' | 'spelling'> & { readonly taken: TakenFrom };

export async function asWritten(outcome: Outcome, scene: Scene): Promise<Unsealed> {
  const sealed = outcome.replies.flatMap(sealedIn);
  if (sealed.length === 0) return { outcome, unsealed: [] };
  const ids = sealed.map(({ taken }) => taken.line);
  const lines = await linesOf(ids, scene);
  const replies = outcome.replies.map((reply) => withWords(reply, lines));
  return { outcome: { ...outcome, replies }, unsealed: sealed.flatMap((one) => wordsOf(one, lines)) };
}

function sealedIn({ with: values }: Reply): readonly Sealed[] {
  return Object.values(values).flatMap((value) => (isSealed(value) ? [value] : []));
}

function isSealed(value: Value): value is Sealed {
  return (value.type === 'quote' || value.type === 'spelling') && value.taken !== undefined;
}

type Lines = ReadonlyMap<string, PersonLine>;

/** What is gone is read without it; with nothing to spell, that is what is said. */
function withWords(reply: Reply, lines: Lines): Reply {
  const isGone = (value: Value) => value.type === 'spelling' && isSealed(value) && openedText(value, lines) === null;
  if (Object.values(reply.with).some(isGone)) return sayPerson('withheld');
  const values = Object.entries(reply.with).map(([name, value]) => [
    name,
    isSealed(value) ? { ...value, text: openedText(value, lines) ?? value.text } : value,
  ]);
  return { ...reply, with: Object.fromEntries(values) };
}

function openedText({ type, text, taken }: Sealed, lines: Lines): string | null {
  const line = lines.get(taken.line);
  if (!line) return null;
  if (type === 'quote') return asItWas(text, line.taken, taken.at);
  const found = forEyeOf(line)[taken.at];
  return found && found.kind !== 'hidden' ? found.text : null;
}

function wordsOf(value: Sealed, lines: Lines): readonly string[] {
  const text = openedText(value, lines);
  if (text === null) return [];
  return value.type === 'spelling' ? [text] : (lines.get(value.taken.line)?.taken ?? []).filter((own) => own !== null);
}
