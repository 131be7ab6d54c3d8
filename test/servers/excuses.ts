/** What is said where nothing was decided or written, so that whoever hears it asks again. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOCALES } from '../kit/house';

const EXCUSES = excuses();

/** Of an English answer: something broke, or the server was busy. */
export function isExcuse(ssml: string): boolean {
  const words = ssml.replace(/<[^>]*>/g, '').trim();
  return EXCUSES.some((excuse) => excuse.test(words));
}

function excuses(): readonly RegExp[] {
  const file = join(LOCALES, 'en', 'speech.json');
  const { Trouble } = JSON.parse(readFileSync(file, 'utf8')) as { Trouble: Record<string, Record<string, string>> };
  return [Trouble.unexpected, Trouble.busy].flatMap((wordings) =>
    Object.values(wordings ?? {}).map((text) => new RegExp(`^${text.replace(/\{\{\w+\}\}/g, '.+')}$`)),
  );
}
