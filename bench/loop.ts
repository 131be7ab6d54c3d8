/** For how long does the worst that people can send, fetch or have erased hold the loop of a whole server that answers turns? */

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'libsql';
import { createAddresses } from '../lambda/channels/email/addresses';
import { CONTACT, SETTINGS } from '../test/channels/email/mail-door';
import { worstMails } from '../test/channels/email/worst-mails';
import { openPage, type TestPage } from '../test/kit/chat-server';
import { PNG } from '../test/kit/files';
import { buildServer, serving } from '../test/kit/serving';
import { machine } from './kit/machine';
import { print, run } from './kit/print';

const SECRET = 'the-secret-of-a-measurement-and-of-no-other';
/** As the server makes them of its settings. */
const OWN = { ...SETTINGS, replySecret: SECRET };
const ROUNDS = 5;
/** Milliseconds. */
const AIM_MS = 50;
const LARGE_BYTES = 10 * 1024 * 1024;

/** In the server: how long its loop stood still at the longest since it was last asked. */
const PROBE = `
const { isMainThread } = require('node:worker_threads');
const { monitorEventLoopDelay } = require('node:perf_hooks');
if (isMainThread && process.env.LOOP_TOLD_AT) {
  const held = monitorEventLoopDelay({ resolution: 1 });
  held.enable();
  const told = require('node:net').createServer((socket) => {
    socket.end(String(held.max / 1e6));
    held.reset();
  });
  told.listen(process.env.LOOP_TOLD_AT);
  told.unref();
}`;

async function main(): Promise<void> {
  buildServer();
  const home = mkdtempSync(join(tmpdir(), 'earshot-loop-'));
  const probe = join(home, 'probe.cjs');
  writeFileSync(probe, PROBE);
  const told = join(home, 'loop');
  const server = await serving({
    command: [process.execPath, 'scripts/serve.js'],
    env: {
      ...{ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: SETTINGS.from.address, MAIL_DOMAIN: SETTINGS.replyDomain },
      ...{ MAIL_SECRET: SECRET, EARSHOT_SECRET: SECRET, NODE_OPTIONS: `--require=${probe}`, LOOP_TOLD_AT: told },
    },
  });
  try {
    await server.ready();
    print(machine(server.folder));
    print('Milliseconds the loop stood still at the longest, median and worst of 5:\n');
    print('| what | median | worst |');
    print('| --- | --- | --- |');
    let worst = 0;
    for (const [what, act] of Object.entries(acts(server.url, await openPage({ url: server.url })))) {
      const held: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        await sleep(300);
        await heldAt(told);
        await act();
        await sleep(300);
        const now = await heldAt(told);
        if (round > 0) held.push(now);
      }
      held.sort((a, b) => a - b);
      worst = Math.max(worst, held[ROUNDS >> 1] ?? 0);
      print(`| ${what} | ${held[ROUNDS >> 1]?.toFixed(0)} | ${held.at(-1)?.toFixed(0)} |`);
    }
    if (piecesIn(server.folder) > 0) throw new Error('what was erased is still there');
    print(`\nworst median: ${worst.toFixed(0)} ms (aim ${AIM_MS} ms: ${worst <= AIM_MS ? 'met' : 'MISSED'})`);
    if (worst > AIM_MS) process.exitCode = 1;
  } finally {
    await server.remove();
    rmSync(home, { recursive: true });
  }
}

function acts(url: string, page: TestPage): Readonly<Record<string, () => Promise<unknown>>> {
  const mails = worstMails(createAddresses(OWN).of({ kind: 'reply', id: CONTACT }));
  const large = Buffer.concat([PNG, Buffer.alloc(LARGE_BYTES - PNG.length)]);
  const mailed = (mail: string) => async () => {
    const headers = { 'content-type': 'message/rfc822', authorization: `Bearer ${SECRET}` };
    const body = mail.replace(/^Message-ID:.*$/im, '');
    const { status } = await fetch(`${url}/channels/email`, {
      ...{ method: 'POST', headers, body: `Message-ID: <${randomUUID()}@phone.example>\r\n${body}` },
    });
    if (status >= 300) throw new Error(`a mail was answered with ${status}`);
  };
  return {
    nothing: async () => {},
    'words in the chat': () => page.says('What does shipping cost?'),
    ...Object.fromEntries(Object.entries(mails).map(([what, mail]) => [`mail: ${what}`, mailed(mail)])),
    'ten megabytes in the chat': async () => {
      const { status } = await fetch(`${url}/chat/files?id=${randomUUID()}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${page.visitor}` },
        body: large,
      });
      if (status >= 300) throw new Error(`a file was answered with ${status}`);
    },
    'sixty megabytes of them erased': async () => {
      await page.says('Forget everything about me');
      await page.says('Yes');
    },
  };
}

function piecesIn(folder: string): number {
  const db = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
  const { n } = db.prepare('select count(*) as n from piece where whole like ?').get('photo:%') as { n: number };
  db.close();
  return n;
}

function heldAt(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    connect(path)
      .on('data', (piece) => {
        text += piece;
      })
      .on('close', () => resolve(Number(text)))
      .on('error', reject);
  });
}

run(main);
