/** The one dialogue format, of `locales/<lang>/examples.yaml` and of `test/conversations`. */

import { z } from 'zod';
import { INTENTS } from '../../lambda/vocabulary/intents';
import { type Finding, type Lined, readLined } from './lines';

const given = z.strictObject({
  /** A demo shopper's name, or `guest`; Ana where nothing is said. */
  shopper: z.string().min(1).optional(),
  fault: z.string().min(1).optional(),
  /** The shop's calendar, ISO 8601. */
  now: z.string().min(1).optional(),
  locale: z.string().min(2).optional(),
  channel: z.string().min(1).optional(),
});

const turn = z
  .strictObject({
    said: z.string().min(1).optional(),
    /** The id of an option, as tapped. */
    choice: z.string().min(1).optional(),
    silence: z.literal(true).optional(),
    launch: z.literal(true).optional(),
    /** Where this turn is said, where it is another channel than the dialogue's. */
    channel: z.string().min(1).optional(),
    /** How the shop fails from this turn on; null: not any more. */
    fault: z.string().min(1).nullable().optional(),
    intent: z.enum(INTENTS).optional(),
    /** A word the shopper used, a number, or the id it means. */
    slots: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    /** Keys of all replies, in order. */
    replies: z.array(z.string()).optional(),
    /** The open question's id after this turn, or null. */
    asks: z.string().nullable().optional(),
    /** Whether the microphone is open after this turn. */
    open: z.boolean().optional(),
    /** The exact words. */
    answered: z.string().min(1).optional(),
  })
  .refine(
    ({ said, choice, silence, launch }) =>
      [said, choice, silence, launch].filter((one) => one !== undefined).length === 1,
    'needs exactly one of said, choice, silence and launch',
  );

const dialogue = z.strictObject({
  name: z.string().min(1),
  given: given.optional(),
  turns: z.array(turn).min(1),
});

export type DialogueTurn = z.infer<typeof turn> & { readonly line: number };
export type Dialogue = Omit<z.infer<typeof dialogue>, 'turns'> & {
  readonly line: number;
  readonly turns: readonly DialogueTurn[];
};
export type Examples = { readonly dialogues: readonly Dialogue[]; readonly findings: readonly Finding[] };

/** Reads a file of dialogues. A file that is not there has none; a dialogue with a mistake is left out and reported. */
export function readExamples(path: string, file: string): Examples {
  const read = readLined(path, file);
  if (!read?.lined) return { dialogues: [], findings: read?.findings ?? [] };
  const items: unknown = read.lined.value ?? [];
  if (!Array.isArray(items)) {
    return { dialogues: [], findings: [{ file, line: 1, message: 'must be a list of dialogues' }] };
  }
  const parsed = items.map((item, at) => parseOne(item, at, { file, lined: read.lined as Lined }));
  return {
    dialogues: parsed.flatMap((one) => ('dialogue' in one ? [one.dialogue] : [])),
    findings: [...parsed.flatMap((one) => ('findings' in one ? one.findings : [])), ...namedTwice(parsed, file)],
  };
}

type Parsed = { readonly dialogue: Dialogue } | { readonly findings: readonly Finding[] };

function parseOne(item: unknown, at: number, { file, lined }: { file: string; lined: Lined }): Parsed {
  const result = dialogue.safeParse(item);
  const lineOf = (path: readonly PropertyKey[]) => lined.lineOf([at, ...(path as (string | number)[])]);
  if (!result.success) {
    return {
      findings: result.error.issues.map(({ path, message, ...issue }) => {
        const unknown = 'keys' in issue ? lineOf([...path, ...(issue.keys as string[]).slice(0, 1)]) : lineOf(path);
        return { file, line: unknown, message: [path.join('.'), message].filter(Boolean).join(': ') };
      }),
    };
  }
  const turns = result.data.turns.map((one, index) => ({ ...one, line: lineOf(['turns', index]) }));
  return { dialogue: { ...result.data, turns, line: lineOf([]) } };
}

function namedTwice(parsed: readonly Parsed[], file: string): readonly Finding[] {
  const seen = new Set<string>();
  return parsed.flatMap((one) => {
    if (!('dialogue' in one)) return [];
    const { name, line } = one.dialogue;
    if (seen.has(name)) return [{ file, line, message: `another dialogue is called "${name}" too` }];
    seen.add(name);
    return [];
  });
}
