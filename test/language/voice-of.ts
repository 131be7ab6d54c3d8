/** Voices over the real `format` words and sentences a test brings, in a folder that is gone with the process. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVoice, type Voice, type VoiceOptions, type Worded } from '../../lambda/language/speech/say';
import type { Ending, Outcome, Question } from '../../lambda/vocabulary/outcome';
import type { Value, Values } from '../../lambda/vocabulary/values';

export const LOCALES = ['en-US', 'en-GB', 'it-IT'] as const;

type Words = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, { readonly speech?: Words; readonly text?: Words }>>;

const made: string[] = [];
afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** The `format` words of a language as they are in this repository. */
export function formatOf(language: string): Words {
  const file = join(__dirname, '../../locales', language, 'speech.json');
  const { format }: { format: Words } = JSON.parse(readFileSync(file, 'utf8'));
  return format;
}

/** Writes folders of words; `format` is added where a folder has none. */
export function folderOf(files: Files): string {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-words-'));
  made.push(directory);
  for (const [name, { speech, text }] of Object.entries(files)) {
    mkdirSync(join(directory, name));
    const format = name === 'en' || name === 'it' ? { format: formatOf(name) } : {};
    writeFileSync(join(directory, name, 'speech.json'), JSON.stringify({ ...format, ...speech }));
    if (text) writeFileSync(join(directory, name, 'text.json'), JSON.stringify(text));
  }
  return directory;
}

export function voiceOf(files: Files, options: Partial<VoiceOptions> = {}): Voice {
  return createVoice({ directory: folderOf(files), shopName: 'Willow Market', onMissing: 'throw', ...options });
}

const plain = { Test: { value: 'So {{value}}', count: '{{value}}' } };
const teller = voiceOf({ en: { speech: plain }, it: { speech: plain } });

/** One value in the middle of a sentence, in both forms. */
export function tell(value: Value, locale: string): { readonly speech: string; readonly text: string } {
  const { speech } = sayOne(teller, 'Test.value', locale, { value });
  return { speech: speech.plain.slice('So '.length), text: speech.text.slice('So '.length) };
}

export function sayOne(voice: Voice, key: string, locale: string, values: Values = {}): Worded {
  return voice.say(outcome([[key, values]]), { locale, wording: {}, seed: 'seed' });
}

export function outcome(replies: readonly (readonly [string, Values])[], ending: Ending = { kind: 'close' }): Outcome {
  return { replies: replies.map(([key, values]) => ({ key, with: values })), ending };
}

export function ask(id: Question['id'], values: Values = {}, more: Partial<Question> = {}): Ending {
  return { kind: 'ask', question: { id, with: values, expects: ['yesno'], state: null, ifLeft: 'drop', ...more } };
}
