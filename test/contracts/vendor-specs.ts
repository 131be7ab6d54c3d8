/** A vendor's own published description of its API, where `EARSHOT_SPECS` points at a folder of them: it judges our requests, and answers of what stands in for it. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Described, readOpenApi } from './vendor-openapi';
import { readTelegram } from './vendor-telegram';

export type VendorRequest = {
  readonly method: string;
  /** Without host and without query. */
  readonly path: string;
  /** Parsed JSON; undefined where there is none. */
  readonly body: unknown;
  readonly query?: Readonly<Record<string, string>>;
};

/** `body`: parsed JSON; undefined where there is none. */
export type VendorAnswer = { readonly status: number; readonly body: unknown };

export type VendorSpec = {
  /** What the vendor's description does not allow, in words; empty: it is as described. */
  problems(request: VendorRequest): readonly string[];
  /** The same of what came back; of a path that is not described there is none to say. */
  answerProblems(request: VendorRequest, answer: VendorAnswer): readonly string[];
};

export type Vendor = 'chatwoot' | 'whatsapp' | 'telegram' | 'vtex';

const specs = new Map<string, VendorSpec | null>();

/** null: `EARSHOT_SPECS` is not set or holds nothing of this vendor; such tests say that they are skipped. */
export function vendorSpec(vendor: Vendor): VendorSpec | null {
  const { EARSHOT_SPECS: all } = process.env;
  if (!all) return null;
  const folder = resolve(all, vendor);
  const known = specs.get(folder);
  if (known !== undefined) return known;
  const spec = open(vendor, folder);
  specs.set(folder, spec);
  return spec;
}

function open(vendor: Vendor, folder: string): VendorSpec | null {
  const documents = documentsIn(folder);
  if (documents.length === 0) return null;
  const described = documents.map(vendor === 'telegram' ? readTelegram : readOpenApi);
  return {
    problems: (request) => judge(described, request),
    answerProblems: (request, answer) =>
      described.map((one) => one.answerProblems(request, answer)).find((problems) => problems !== null) ?? [],
  };
}

function documentsIn(folder: string): readonly object[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => /\.(json|ya?ml)$/.test(file));
  return files.map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return file.endsWith('.json') ? JSON.parse(text) : parse(text);
  });
}

/** A vendor may describe itself in several documents: the first that knows the path decides. */
function judge(described: readonly Described[], request: VendorRequest): readonly string[] {
  for (const one of described) {
    const problems = one.problems(request);
    if (problems) return problems;
  }
  return [`${request.method} ${request.path} is not described`];
}
