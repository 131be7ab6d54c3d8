/** Reads a folder of Markdown files with front matter, one answer a file. What is wrong is named with its file. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { ContentAnswer, ContentHouse } from '../../../services/content/content';
import { readAnswer } from '../../../services/content/written';

export type FolderRead = { readonly answers: readonly ContentAnswer[]; readonly problems: readonly string[] };

const HYPHENS = /^---\s*\n([\s\S]*?)\n---\s*(?:\n([\s\S]*))?$/;

/** In the order of the files' names. Files of other kinds are left alone. */
export function readFolder(folder: string, house: Pick<ContentHouse, 'merchant' | 'words'>): FolderRead {
  const answers: ContentAnswer[] = [];
  const problems: string[] = [];
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.md')) : [];
  for (const name of names.sort()) {
    const file = join(folder, name);
    const read = readFile(readFileSync(file, 'utf8'), house);
    if (read.ok) answers.push(read.answer);
    else problems.push(...read.problems.map((problem) => `${file}: ${problem}`));
  }
  return { answers, problems };
}

function readFile(source: string, house: Pick<ContentHouse, 'merchant' | 'words'>): ReturnType<typeof readAnswer> {
  const [, front, text = ''] = HYPHENS.exec(source.replace(/\r\n/g, '\n')) ?? [];
  if (front === undefined)
    return wrong('begin with a line of three hyphens, then topic, title, names, questions, then hyphens again');
  const document = parseDocument(front);
  const [broken] = document.errors;
  if (broken)
    return wrong(
      `line ${(broken.linePos?.[0].line ?? 1) + 1}: cannot be read; look for a colon, a bracket or an indent`,
    );
  const fields: unknown = document.toJS();
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return wrong('write each field as "name: value"');
  return readAnswer({ ...fields, text }, house);
}

function wrong(problem: string): ReturnType<typeof readAnswer> {
  return { ok: false, problems: [problem] };
}
