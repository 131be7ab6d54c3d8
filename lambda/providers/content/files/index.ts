/** Content that lies in files: `content/<lang>/*.md` beside shop.json; in a bundle what was made of them when it was built. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ContentHouse, OpenedContent } from '../../../services/content/content';
import { byLanguage, isWrittenContent, type WrittenContent } from '../../../services/content/languages';
import type { FilesSettings } from './settings';

/** What is wrong with files of content, a line each, in words for whoever wrote them. */
export class ContentError extends Error {
  override name = 'ContentError';
}

/** Made of the Markdown files when a bundle is built, so that no Lambda parses any. */
export const BUILT = 'content.json';

/** Throws `ContentError`. */
export async function open(_settings: FilesSettings, house: ContentHouse): Promise<OpenedContent> {
  const built = join(house.shopFolder, BUILT);
  if (existsSync(built)) return { content: { isFixed: true, answers: byLanguage(readBuilt(built)) } };
  const state = JSON.stringify([house.merchant, filesUnder(join(house.shopFolder, 'content'))]);
  if (latest?.state !== state)
    latest = { state, opened: { content: { isFixed: true, answers: byLanguage(await readWritten(house)) } } };
  return latest.opened;
}

/** Houses of one process share what they read, as long as no file has changed. */
let latest: { readonly state: string; readonly opened: OpenedContent } | undefined;

function filesUnder(root: string): readonly string[] {
  if (!existsSync(root)) return [];
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => `${join(root, name)} ${statSync(join(root, name)).mtimeMs}`);
}

/** Every folder of a language or a region. Throws `ContentError`. */
export async function readWritten(
  house: Pick<ContentHouse, 'shopFolder' | 'merchant' | 'words'>,
): Promise<WrittenContent> {
  const { readFolder } = await import('./markdown');
  const root = join(house.shopFolder, 'content');
  const folders = existsSync(root) ? readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
  const read = folders.map(({ name }) => [name, readFolder(join(root, name), house)] as const);
  const problems = read.flatMap(([, { problems: own }]) => own);
  if (problems.length > 0) throw new ContentError(problems.join('\n'));
  return Object.fromEntries(read.map(([name, { answers }]) => [name, answers]));
}

function readBuilt(file: string): WrittenContent {
  const built: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isWrittenContent(built)) throw new ContentError(`${file}: was made by another version; build it again`);
  return built;
}
