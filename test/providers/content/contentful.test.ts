/** Content of a headless CMS, against a server of ours: read by pages, kept when it is down, told when an entry is wrong. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentOpener } from '../../../lambda/house/contents';
import { merchantOf, readShopFile } from '../../../lambda/house/shop-file';
import { START } from '../../kit/house';

const entry = (id: string, voice: string) => ({
  sys: { id },
  fields: { topic: id, title: id, names: [id], questions: [`what about ${id}`], voice, text: `All of ${id}.` },
});

test('reads it in each language, keeps what was known last, and names an entry that is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-content-'));
  const asked: string[] = [];
  let isDown = false;
  const server = createServer(({ url = '', headers }, res) => {
    asked.push(`${headers.authorization} ${new URL(url, 'http://x').searchParams.get('locale')}`);
    if (isDown) return void res.writeHead(503).end();
    const items = [entry('payment', 'By card.'), entry('wrong', 'Is this a question?')];
    res.end(JSON.stringify({ total: 2, items }));
  }).listen(0);
  const base = `http://localhost:${(server.address() as AddressInfo).port}`;
  const settings = { base, space: 'willow', environment: 'master', token: 'token', contentType: 'answer' };
  const warned: object[] = [];
  const open = () =>
    contentOpener({ kind: 'contentful', settings })({
      ...{ folder, merchant: merchantOf(readShopFile()), languages: ['en', 'it'], now: () => START, fetch },
      log: { warn: (what) => void warned.push(what) },
    });
  const content = await open();
  expect(asked.sort()).toEqual(['Bearer token en', 'Bearer token it']);
  expect(content.answers('it-IT').map(({ topic }) => topic)).toEqual(['payment']);
  expect(content.answers('en-GB')).toBe(content.answers('en-GB'));
  expect(JSON.stringify(warned)).toContain('the entry wrong: voice: it asks something');
  isDown = true;
  const later = await open();
  expect(later.answers('en-GB')).toMatchObject([{ topic: 'payment', voice: 'By card.' }]);
  server.close();
  rmSync(folder, { recursive: true });
});
