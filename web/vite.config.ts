/** Builds every page of this folder: `web/<page>/index.html` becomes `dist/web/<page>/index.html` and hashed assets. */

import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vite';

const WEB = __dirname;

export function pages(): readonly string[] {
  return readdirSync(WEB).filter((name) => existsSync(join(WEB, name, 'index.html')));
}

export default defineConfig({
  root: WEB,
  base: '/',
  logLevel: 'warn',
  publicDir: false,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  build: {
    outDir: resolve(WEB, '..', 'dist', 'web'),
    emptyOutDir: true,
    target: ['chrome100', 'firefox100', 'safari15.4'],
    // Every file counts: nothing is put into a style sheet as data, which the pages' policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(pages().map((page) => [page, join(WEB, page, 'index.html')])),
    },
  },
});
