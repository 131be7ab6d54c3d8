/** The lock file installs on every machine people have, from the public registry and nowhere else. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly cpu?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};
const LOCK = JSON.parse(readFileSync(join(__dirname, '..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

const MACHINES = [
  ['Linux x64', /linux-x64/],
  ['Linux arm64', /linux-arm64/],
  ['macOS arm64', /darwin-arm64/],
  ['macOS x64', /darwin-x64/],
  ['Windows x64', /win32-x64/],
] as const;

/** Packages that bring a binary per machine: they list one optional dependency for each. The binary of one machine may list its own. */
const BINARY = Object.entries(LOCK.packages).filter(
  ([, { optionalDependencies, cpu }]) =>
    cpu?.length !== 1 && Object.keys(optionalDependencies ?? {}).some((name) => /linux-x64/.test(name)),
);

test('finds the packages that bring binaries', () => {
  expect(BINARY.map(([path]) => path)).toContain('node_modules/libsql');
  expect(BINARY.length).toBeGreaterThan(3);
});

describe.each(BINARY)('%s', (_path, { optionalDependencies = {} }) => {
  test.each(MACHINES)('is locked for %s', (_machine, pattern) => {
    const names = Object.keys(optionalDependencies).filter((name) => pattern.test(name));
    expect(names.length).toBeGreaterThan(0);
    const locked = names.filter((name) => LOCK.packages[`node_modules/${name}`] !== undefined);
    expect(locked.length).toBeGreaterThan(0);
  });
});

test('names no registry', () => {
  const resolved = Object.entries(LOCK.packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(resolved).toEqual([]);
});
