/** The hearing whose speed is measured, the model it has learned, and the clock. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

export function newestModel(language: string): string {
  const folder = modelsFolder(null);
  const files = readdirSync(folder).filter((file) => file.startsWith(`${language}-`) && file.endsWith('.model'));
  const times = files.map((file) => ({ path: join(folder, file), at: statSync(join(folder, file)).mtimeMs }));
  return times.sort((a, b) => b.at - a.at)[0]?.path ?? '';
}

export function hearingOf(language: string) {
  const goods = goodsFor(language);
  const hearing = createHearing({
    directory: join(__dirname, '..', '..', 'locales'),
    intents: INTENT_SLOTS,
    today: () => '2026-01-15',
    learning: { folders: [modelsFolder(null)], when: 'at once' },
  });
  return (text: string) => hearing.hear(text, { locale: language, goods });
}

/** Milliseconds of processor time: what neighbours on the machine cannot change. */
export function since(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1_000;
}
