/** One cold start of hearing, in a process that has done nothing yet. Runs as a program: `model LANGUAGE` or `all LANGUAGE`. */

import { readFileSync } from 'node:fs';
import { unpack } from '../../lambda/language/hearing/classifier/model';
import { scorer } from '../../lambda/language/hearing/classifier/scorer';
import { hearingOf, newestModel, since } from './hearing-under-test';

/** Milliseconds of processor time: the model alone, or all that hearing needs, and the first answer. */
function startCold(what: string, language: string): number {
  const text = 'gimme the money i paid back please';
  const file = what === 'model' ? newestModel(language) : '';
  const from = process.cpuUsage();
  if (what === 'model') scorer(unpack(readFileSync(file)), (said) => said)(text.split(' '));
  else hearingOf(language)(text);
  return since(from);
}

process.stdout.write(String(startCold(process.argv[2] ?? '', process.argv[3] ?? 'en')));
