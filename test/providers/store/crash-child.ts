/** A process that writes to a store until it is killed, and says on its output what it was told is safe. */

import { writeSync } from 'node:fs';
import { openPostgresStore } from '../../../lambda/providers/store/postgres/open';
import { openSqliteStore } from '../../../lambda/providers/store/sqlite/open';
import type { Store } from '../../../lambda/services/store';
import { attemptOf, commitOf, NOW } from '../../contracts/store-samples';
import { AS_LONG_AS_IT_TAKES } from '../../kit/patience';

/**
 * `stream`: turns and order attempts without end. `too-early`: the same, but says so before it is safe: what the
 * tests of this file must catch. `contend`: a fixed amount of work against other processes on the same store. `visit`: opens it,
 * writes one turn and leaves, so many times, while others do.
 */
export type ChildTask = 'stream' | 'too-early' | 'contend' | 'visit';

export const CONTENDED = 60;
export const VISITS = 60;
const CLIENTS = 8;

async function main([place = '', task = '', name = '']: readonly string[]): Promise<void> {
  const now = () => NOW;
  if (task === 'visit') return visit(place, name);
  const store = await (place.startsWith('postgres:')
    ? openPostgresStore({ url: place, now, patience: AS_LONG_AS_IT_TAKES })
    : openSqliteStore({ file: place, now }));
  say('open');
  if (task === 'contend') await contend(store, name);
  else
    await Promise.all(
      Array.from({ length: CLIENTS }, (_, client) => stream(store, `${name}-${client}`, task === 'too-early')),
    );
  await store.close();
  say('done');
}

async function visit(file: string, name: string): Promise<void> {
  for (let at = 0; at < VISITS; at += 1) {
    const store = await openSqliteStore({ file, now: () => NOW });
    say(`visit ${name}-${at} ${await store.conversations.commit(commitOf(`${name}-${at}`, 0))}`);
    await store.close();
  }
}

/** Straight to the descriptor: a line that was written outlives the process. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

async function stream(store: Store, id: string, tooEarly: boolean): Promise<void> {
  for (let version = 0; ; version++) {
    await acknowledged(`turn ${id} ${version + 1}`, tooEarly, () => store.conversations.commit(commitOf(id, version)));
    const proposal = `${id}-${version}`;
    await acknowledged(`begun ${proposal}`, tooEarly, () => store.attempts.begin(attemptOf(proposal)));
    await acknowledged(`placed ${proposal}`, tooEarly, () => store.attempts.finish(proposal, 'placed', '{}', true));
  }
}

async function acknowledged(line: string, tooEarly: boolean, write: () => Promise<unknown>): Promise<void> {
  const written = write();
  if (tooEarly) say(line);
  await written;
  if (!tooEarly) say(line);
}

/** All processes want the same proposals and write the same conversation, beside one of their own. */
async function contend(store: Store, name: string): Promise<void> {
  for (let round = 0; round < CONTENDED; round++) {
    const [outcome, begun] = await Promise.all([
      store.conversations.commit(commitOf(name, round)),
      store.attempts.begin(attemptOf(`p${round}`, { shopperId: name })),
    ]);
    say(`own ${outcome}`);
    if (begun === 'begun') say(`begun p${round}`);
    say(`shared ${await onTop(store, `${name}-${round}`)}`);
  }
}

async function onTop(store: Store, requestId: string): Promise<number> {
  const answer = { channel: 'alexa', requestId, body: '' } as const;
  for (;;) {
    const version = (await store.conversations.load('shared'))?.version ?? 0;
    const outcome = await store.conversations.commit(commitOf('shared', version, { answer }));
    if (outcome === 'committed') return version + 1;
  }
}

if (require.main === module) void main(process.argv.slice(2));
