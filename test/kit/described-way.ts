/** A way to a shop on which every request and every answer is held against docs/rest-shop.openapi.yaml. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readOpenApi } from '../contracts/vendor-openapi';

const DOCUMENT = join(__dirname, '..', '..', 'docs', 'rest-shop.openapi.yaml');

export type DescribedWay = {
  readonly fetch: typeof fetch;
  /** What was wrong, and each operation that was tried, as `GET /goods 200`. */
  readonly problems: readonly string[];
  readonly tried: ReadonlySet<string>;
  /** Each operation that the document has. */
  readonly all: readonly string[];
};

export function createDescribedWay(): DescribedWay {
  const document: { paths: Record<string, Record<string, unknown>> } = parse(readFileSync(DOCUMENT, 'utf8'));
  const described = readOpenApi(document);
  const problems: string[] = [];
  const tried = new Set<string>();
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.keys(item).flatMap((verb) => (verb === 'parameters' ? [] : [`${verb.toUpperCase()} ${path}`])),
  );
  const templates = Object.keys(document.paths).map(
    (path) => [path, new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)] as const,
  );
  const way: typeof fetch = async (input, init) => {
    const { pathname: path, searchParams } = new URL(String(input));
    const method = init?.method ?? 'GET';
    const body = init?.body === undefined ? undefined : JSON.parse(String(init.body));
    const request = { method, path, body, query: Object.fromEntries(searchParams) };
    const response = await fetch(input, init);
    const said: unknown = await response.clone().json();
    const wrong = described.problems(request) ?? ['the document does not know this path'];
    const answer = { status: response.status, body: said };
    const answered = described.answerProblems(request, answer) ?? [];
    for (const one of wrong) problems.push(`${method} ${path}: ${one}`);
    for (const one of answered) problems.push(`${method} ${path} answered ${response.status}: ${one}`);
    tried.add(`${method} ${templates.find(([, pattern]) => pattern.test(path))?.[0]}`);
    return response;
  };
  return { fetch: way, problems, tried, all };
}
