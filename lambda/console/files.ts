/** Watches the languages and the shop's settings: a change is heard at once, and a broken file changes nothing. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brokenJsonIn } from './broken-json';
import { watchFolder } from './folder-watch';
import type { ConsoleEvents, FileProblem } from './protocol';
import { whenQuiet } from './quiet';

export type FileWatch = {
  /** What is broken just now. */
  problems(): readonly FileProblem[];
  /** Does not wait until a change is noticed. Resolves with what is broken when all that is written now is heard, or cannot be. */
  readNow(): Promise<readonly FileProblem[]>;
  close(): void;
};

export type FileWatchOptions = {
  /** The folder with one folder per language. */
  readonly locales: string;
  /** The folder of shop.json, which is read when the server starts: a change is only told. */
  readonly shop: string;
  /** Speaks and hears by the new words. Throws, and has changed nothing, when they cannot be used. */
  reload(): void;
  tell<E extends 'reloaded' | 'problems'>(event: E, data: ConsoleEvents[E]): void;
};

/** An editor writes a file in several steps; they are one change. */
const QUIET_MS = 120;

export function watchFiles(options: FileWatchOptions): FileWatch {
  const changed = new Set<string>();
  let problems: readonly FileProblem[] = [];
  /** Of changes that are not heard yet, as something was broken. */
  let untried: readonly string[] = [];
  const quiet = whenQuiet(QUIET_MS, look);

  function read(files: readonly string[]): readonly FileProblem[] {
    const broken = [...brokenJsonIn(options.locales, 'locales'), ...brokenJsonIn(options.shop, 'shop')];
    return broken.length > 0 ? broken : tried(files, options);
  }

  function look(): void {
    const files = [...new Set([...untried, ...changed])].sort();
    changed.clear();
    const before = problems.length;
    const began = performance.now();
    problems = read(files);
    untried = problems.length > 0 ? files : [];
    if (problems.length > 0 || before > 0) options.tell('problems', { problems });
    if (problems.length === 0 && files.length > 0)
      options.tell('reloaded', { files, ms: Math.round(performance.now() - began) });
  }

  function note(file: string): void {
    changed.add(file);
    quiet.soon();
  }

  // Languages are read when they are first heard: what is sound now must be known before somebody breaks it.
  problems = read([]);
  const roots = [
    { folder: options.locales, name: 'locales' },
    { folder: options.shop, name: 'shop' },
  ].filter(({ folder }) => existsSync(folder));
  const watchers = roots.map(({ folder, name }) =>
    watchFolder(folder, (file) => {
      if (file.endsWith('.json')) note(`${name}/${file}`);
    }),
  );
  return {
    problems: () => problems,
    async readNow() {
      // What was written is noticed meanwhile: it is read once, and told as one change.
      await quiet.done();
      return problems;
    },
    close() {
      quiet.close();
      for (const watcher of watchers) watcher.close();
    },
  };
}

/** Sound JSON may still hold a sentence nobody can read. */
function tried(files: readonly string[], { locales, reload }: FileWatchOptions): readonly FileProblem[] {
  try {
    reload();
    return [];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [{ ...placeOf(message, files, locales), message }];
  }
}

/** A sentence is quoted in the complaint about it. */
function placeOf(message: string, files: readonly string[], locales: string): Pick<FileProblem, 'file' | 'line'> {
  const quoted = /^"(.+?)"/.exec(message)?.[1];
  for (const file of quoted ? files : []) {
    const lines = readFileSync(join(locales, '..', file), 'utf8').split('\n');
    const line = lines.findIndex((text) => text.includes(JSON.stringify(quoted)));
    if (line >= 0) return { file, line: line + 1 };
  }
  return { file: files[0] ?? 'locales', line: 1 };
}
