/** What is really there at the end of a day: read from store, files and logs, past everything that serves. */

import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMissed, wordsOf } from '../../lambda/services/conversation/lines';
import { POSTGRES } from '../kit/postgres-process';
import type { Phone } from './counts';
import { chatOf } from './phones';
import type { Town } from './town';

export type WrittenLine = {
  readonly conversation: string;
  readonly version: number;
  /** As a page knows it. */
  readonly id: string;
  readonly by: string;
  readonly channel: string;
  /** Without the mark of what was not understood. */
  readonly text: string;
};

export type StoredAnswer = { readonly ssml: string; readonly replies: readonly string[] };

export type Truth = {
  /** What was answered at speakers, by request id. */
  readonly answers: ReadonlyMap<string, StoredAnswer>;
  /** In order. */
  readonly lines: readonly WrittenLine[];
  readonly placed: readonly { readonly proposal: string; readonly person: string }[];
  readonly outbox: readonly { readonly conversation: string; readonly state: string }[];
};

export async function readTruth({ base }: Pick<Town, 'base'>): Promise<Truth> {
  const { rows } = base;
  const answers = await rows("select request_id, body from answer where channel = 'alexa'");
  const lines = await rows('select * from history order by conversation_id, version, line');
  const placed = await rows("select proposal_id, conversation_id from attempt where state = 'placed'");
  const outbox = await rows("select conversation_id, state from outbox where destination = 'telegram'");
  return {
    // Whose delivery it was stands behind it.
    answers: new Map(answers.map(({ request_id, body }) => [`${request_id}`.replace(/ .*/, ''), storedIn(`${body}`)])),
    lines: lines.map((row) => {
      const { by, channel, text } = row as { readonly by: 'shopper'; readonly channel: 'web'; readonly text: string };
      const line = { at: 0, by, channel, text };
      return {
        ...{ conversation: `${row.conversation_id}`, version: Number(row.version), id: `${row.version}.${row.line}` },
        ...{ by, channel, text: isMissed(line) ? wordsOf(line) : text },
      };
    }),
    placed: placed.map(({ proposal_id, conversation_id }) => ({
      proposal: `${proposal_id}`,
      person: `${conversation_id}`.split('/').at(-1) ?? '',
    })),
    outbox: outbox.map(({ conversation_id, state }) => ({ conversation: `${conversation_id}`, state: `${state}` })),
  };
}

type Body = { readonly said?: { readonly speech: { readonly ssml: string } }; readonly replies: readonly string[] };

function storedIn(json: string): StoredAnswer {
  const { said, replies } = JSON.parse(json) as Body;
  return { ssml: said?.speech.ssml ?? '', replies };
}

/** Deliveries that wait still. */
export async function waitingIn({ base }: Pick<Town, 'base'>): Promise<number> {
  const over = "('done', 'dead', 'unknown', 'overtaken')";
  const [out] = await base.rows(`select count(*) as n from outbox where state not in ${over}`);
  const [into] = await base.rows(`select count(*) as n from inbox where state not in ${over}`);
  return Number(out?.n) + Number(into?.n);
}

/** By the writers' own marks the conversation of each phone is known. */
export function phoneOf(nth: number, { lines, outbox }: Truth, { phones }: Pick<Town, 'phones'>): Phone {
  const chat = chatOf(nth);
  const mark = `phone${'abcdefghij'[nth]}q`;
  const conversation = lines.find(({ text }) => text.startsWith(mark))?.conversation;
  const fates = outbox.filter((item) => item.conversation === conversation);
  const of = (...states: readonly string[]) => fates.filter(({ state }) => states.includes(state)).length;
  const gone = of('done', 'dead', 'overtaken', 'unknown');
  return {
    whose: `phone ${nth}`,
    lines: lines.filter((one) => one.conversation === conversation && one.by !== 'shopper').map(({ text }) => text),
    arrived: phones.arrived.filter(({ to }) => to === chat).map(({ text }) => text),
    ...{ done: of('done'), unknown: of('unknown'), waiting: fates.length - gone },
  };
}

/** Everything in which words may lie, as bytes, once the servers are stopped. */
export async function placesOf({
  base,
  servers,
}: Pick<Town, 'base' | 'servers'>): Promise<ReadonlyMap<string, Buffer>> {
  const places = new Map<string, Buffer>();
  for (const [at, server] of servers.entries()) places.set(`the log of server ${at + 1}`, Buffer.from(server.log()));
  for (const name of readdirSync(base.folder)) {
    if (/sqlite/.test(name)) places.set(name, readFileSync(join(base.folder, name)));
  }
  if (base.cluster && base.url) {
    places.set('a dump', execFileSync(join(POSTGRES ?? '', 'pg_dump'), [base.url], { maxBuffer: 2 ** 30 }));
    // As docs/operate.md says: what was erased leaves the files with the space it took.
    await base.rows('vacuum full');
    await base.rows('checkpoint');
    const [where] = await base.rows("select current_setting('data_directory') as at");
    const tables = join(`${where?.at}`, 'base');
    if (existsSync(tables)) places.set("the database's tables", wholeOf(tables));
  }
  return places;
}

function wholeOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Buffer.concat(files.map(({ parentPath, name }) => readFileSync(join(parentPath, name))));
}
