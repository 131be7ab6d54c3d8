/** What every bundle of a program is spared, that it may be small and read byte by byte. */

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Plugin } from 'esbuild';

/** esbuild writes text as ASCII, but for regular expressions: one wide letter in them, and Node keeps every letter as two bytes. */
export const plainRegularExpressions: Plugin = {
  name: 'plain-regular-expressions',
  setup({ onLoad }) {
    onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
      const contents = readFileSync(path, 'utf8').replace(/[\u0080-\uffff]/g, escaped);
      return { contents, loader: extname(path).endsWith('ts') ? 'ts' : 'js' };
    });
  },
};

function escaped(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Its messages in fifty languages are a quarter of the bundle, and all of them are read by developers. */
export const oneLanguageOfZod: Plugin = {
  name: 'one-language-of-zod',
  setup({ onLoad }) {
    const contents = "export { default as en } from './en.js';";
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents, loader: 'js' }));
  },
};
