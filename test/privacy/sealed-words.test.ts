/** What shopper and person write to each other arrives as written, is kept redacted, and the rest lies sealed until its key goes. */

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { wordsOf } from '../../lambda/services/conversation/lines';
import { erase, exportOf } from '../../lambda/services/privacy/erasure';
import { keptInPieces, piecesIn, readInPieces } from '../../lambda/services/privacy/pieces';
import { sealed, serverKey, unsealed } from '../../lambda/services/privacy/seal';
import { sealedInbox } from '../../lambda/services/privacy/sealed-inbox';
import { openHouse, SECRET } from '../kit/house';
import { keptIn } from '../kit/kept';
import { describeOnPostgres } from '../kit/postgres';
import { queued } from '../kit/queued';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ isOnDisk: true, staffed: true });
const shop = readShopFile();
const DAY = 24 * 3_600_000;

const PHONE = '+39 347 123 4567';
/** Its digits in any grouping; within ids and seals, which are drawn, three of them may stand by chance. */
const OF_PHONE = /\b(?:39)?347\b|347 ?123/;
const ADDRESS = 'courier@parcels.example';

/** A shopper gives a number, and a person an address. */
async function talked(): Promise<string> {
  const chat = at.texter();
  await chat.says('I want to talk to a person');
  await chat.says(`The courier is at ${PHONE}`);
  await at.agent().says(`Write to ${ADDRESS}, please.`);
  const [handOff] = await queued(at.house.store);
  return handOff?.conversationId ?? '';
}
const shownIn = async (id: string, house = at.house) =>
  (await house.store.conversations.since(id, null, 50)).map(wordsOf).join('\n');
const shopperIn = (id: string) => id.slice(id.indexOf(':') + 1);
const clean = () => tidy(at.house, { shop, now: at.house.clock.now });
const countOf = (table: string) => keptIn(at.folder ?? '').get(table)?.length ?? 0;
const kept = () => [...keptIn(at.folder ?? '')].flatMap(([, rows]) => rows).join('\n');

test('both read what was written; what is kept of it is redacted, and its whole words are sealed', async () => {
  const id = await talked();
  expect(await shownIn(id)).toContain(PHONE);
  expect(await shownIn(id)).toContain(ADDRESS);
  expect(kept()).toMatch(/The courier is at \[phone\]/);
  expect(kept()).not.toMatch(OF_PHONE);
  expect(kept()).not.toContain(ADDRESS);
  const own = JSON.stringify(await exportOf({ shopper: shopperIn(id) }, at.house));
  expect(own).toContain(ADDRESS);
  expect(own).not.toContain('"sealed"');
});

test('a number that is given for a call is shown to both as it was written, and kept in its seal alone', async () => {
  const chat = at.texter();
  await chat.says('I want to talk to a person');
  expect((await chat.says(`My number is ${PHONE}`)).asks).toBe('TalkToHuman.rightPhone');
  const [handOff] = await queued(at.house.store);
  expect(await shownIn(handOff?.conversationId ?? '')).toContain(`My number is ${PHONE}`);
  expect(kept()).toMatch(/My number is \[phone\]/);
  expect(kept()).not.toMatch(OF_PHONE);
});

test('what the bot spells out is shown as it was said, and kept in its seal alone', async () => {
  await at.texter().says('I want to talk to a person');
  await at.agent().says(`Your parcel is 00340434161094015902, its driver is on ${PHONE}, at ${ADDRESS}`);
  const [handOff] = await queued(at.house.store);
  const speaker = at.speaker();
  expect((await speaker.opens()).asks).toBe('Person.read');
  expect((await speaker.yes()).asks).toBe('Person.spell');
  for (const sign of ['9 0 2', '4 5 6 7', 'parcels dot example']) expect((await speaker.yes()).say).toContain(sign);
  const shown = await shownIn(handOff?.conversationId ?? '');
  expect(shown).toMatch(/^Here it is: 00340434161094015902/m);
  expect(shown).toContain(`Here it is: ${PHONE}`);
  expect(shown).toContain(`Here it is: ${ADDRESS}`);
  expect(shown).not.toMatch(/\[(?:phone|e-mail|number)\]/);
  expect(kept()).toContain('0034');
  expect(kept()).not.toMatch(/347 ?123|3 4 7|courier@|courier at/);
});

test('what a word before it gave away is kept in its seal alone, where the bot says it by itself too', async () => {
  await at.texter().says('I want to talk to a person');
  await at.agent().says('You can call 86 423 197.');
  const speaker = at.speaker();
  await speaker.opens();
  expect((await speaker.yes()).asks).toBe('Person.spell');
  expect((await speaker.yes()).say).toMatch(/8 6/);
  const [handOff] = await queued(at.house.store);
  expect(await shownIn(handOff?.conversationId ?? '')).toMatch(/^Here it is: 86 423 197/m);
  expect(kept()).not.toMatch(/86 ?423|8 6 ?4/);
});

/** A small picture, with bytes that are found again. */
const PHOTO = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('torn bag '.repeat(40)),
]);

test('a photo lies sealed, is seen and had by whose it is, and goes with its key', async () => {
  const id = await talked();
  await at.texter().sends({ kind: 'files', files: [{ id: 'p', type: 'image/png', bytes: PHOTO }] });
  expect(Buffer.from((await at.house.store.files.get('p'))?.bytes ?? [])).toEqual(PHOTO);
  expect(kept()).not.toContain(Buffer.from('torn bag torn bag ').toString('base64').slice(0, 16));
  expect(kept()).not.toContain(PHOTO.toString('base64').slice(20, 60));
  const own = await exportOf({ shopper: shopperIn(id) }, at.house);
  expect(JSON.stringify(own)).toContain(PHOTO.toString('base64'));
  await at.agent().closes();
  at.house.clock.advance((shop.retention.words + 1) * DAY);
  await clean();
  expect(await at.house.store.files.get('p')).toBeNull();
});

/** In some pieces, the last of them shorter; every part of it is found again. */
const LARGE = Buffer.from('torn bag '.repeat(100_000));
/** A comparison byte by byte of what jest would print takes seconds. */
const isLarge = (bytes: Uint8Array | null | undefined) => bytes != null && LARGE.equals(bytes);
const LETTERS = [0, 300_000, 800_000].map((from) =>
  LARGE.subarray(from, from + 30)
    .toString('base64')
    .slice(4, 24),
);
const open = () => LETTERS.filter((letters) => kept().includes(letters));

test('a large file lies sealed in pieces, is read and exported whole, and nothing of it is left once it is erased', async () => {
  const id = await talked();
  await at.texter().sends({ kind: 'files', files: [{ id: 'large', type: 'text/plain', bytes: LARGE }] });
  expect(open()).toEqual([]);
  expect(countOf('piece')).toBe(3);
  expect(isLarge((await at.house.store.files.get('large'))?.bytes)).toBe(true);
  const whose = { shopper: shopperIn(id) };
  expect(JSON.stringify(await exportOf(whose, at.house))).toContain(LARGE.toString('base64'));
  await erase(whose, at.house);
  expect(countOf('piece')).toBe(0);
});

test('a large file goes with its time, and a piece that is lost takes the whole with it, nothing else', async () => {
  const chat = at.texter();
  await chat.sends({ kind: 'files', files: [{ id: 'large', type: 'text/plain', bytes: LARGE }] });
  await at.house.store.pieces.drop('photo:large');
  expect(await at.house.store.files.get('large')).toBeNull();
  await chat.sends({ kind: 'files', files: [{ id: 'other', type: 'text/plain', bytes: LARGE }] });
  expect(countOf('piece')).toBe(3);
  at.house.clock.advance((shop.retention.handOffs + 1) * DAY);
  expect((await clean()).piece).toBe(3);
  expect(countOf('piece')).toBe(0);
});

test('what is attached to a mail lies sealed in pieces until it is read, at every server, and is exported', async () => {
  const { inbox } = at.house.store;
  await inbox.put({ source: 'email', key: 'k', lane: 'email:1', body: 'See this.', attached: LARGE });
  expect(open()).toEqual([]);
  const ask = () => ({ owner: 'test', now: at.house.clock.now(), until: at.house.clock.now() + DAY, limit: 5 });
  const read = async () => (await inbox.lease(ask()))[0];
  const first = await read();
  expect(first?.body).toBe('See this.');
  expect(isLarge(await first?.files?.())).toBe(true);
  await inbox.mark(first?.id ?? '', 'test', { kind: 'later', why: 'not now' }, at.house.clock.now());
  const second = await read();
  expect(isLarge(await second?.files?.())).toBe(true);
  await inbox.mark(second?.id ?? '', 'test', { kind: 'done' }, at.house.clock.now());
  expect(countOf('piece')).toBe(0);
});

test('what waits to be read lies sealed, and nothing is refused for want of a key', async () => {
  const { inbox } = at.house.store;
  const body = JSON.stringify({ text: `call ${PHONE}` });
  await inbox.put({ source: 'telegram', key: 'k', lane: 'telegram:1', body });
  expect(kept()).not.toMatch(OF_PHONE);
  const wish = { owner: 'test', now: at.house.clock.now(), until: at.house.clock.now() + DAY, limit: 5 };
  const keys = {
    of: () => Promise.reject(new Error('away')),
    own: () => Promise.reject(new Error('away')),
    server: serverKey(SECRET),
    log: { error: () => undefined },
  };
  const away = sealedInbox(inbox, { keys, pieces: at.house.store.pieces });
  await away.put({ source: 'telegram', key: 'no key', lane: 'telegram:2', body: `or call ${PHONE}` });
  expect(kept()).not.toMatch(OF_PHONE);
  const leased = await away.lease(wish);
  expect(leased.map((item) => item.body).sort()).toEqual([`or call ${PHONE}`, body]);
  const places = { keys, pieces: at.house.store.pieces };
  const whole = { whole: 'file', whose: 'nobody' };
  const count = piecesIn(await keptInPieces(LARGE, whole, places));
  expect(isLarge(await readInPieces(count ?? 0, whole, places))).toBe(true);
});

test('what may be a quotation in a mail is heard by no bot, and read by people', async () => {
  const chat = at.texter();
  await chat.sends({
    kind: 'text',
    text: 'Where is my order?',
    more: 'On 12 March your driver wrote:\nI want to talk to a person',
  });
  expect(await queued(at.house.store)).toEqual([]);
  await chat.says('I want to talk to a person');
  const [handOff] = await queued(at.house.store);
  expect(await shownIn(handOff?.conversationId ?? '')).toMatch(/Where is my order\?\n\nOn 12 March your driver wrote:/);
});

test('the desk is told what was written, and its packet is kept redacted', async () => {
  const id = await talked();
  const [handOff] = await queued(at.house.store);
  const sent = await at.house.store.outbox.ofConversation(id, 20);
  expect(sent.length).toBeGreaterThan(1);
  expect(JSON.stringify(await at.house.store.handOffs.packet(handOff?.id ?? ''))).not.toContain(PHONE);
});

test('the key goes some days after the end, not before, and an older backup opens nothing', async () => {
  const id = await talked();
  await at.house.store.conversations.since(id, null, 1);
  at.house.clock.advance((shop.retention.words + 1) * DAY);
  expect((await clean()).word_key).toBe(0);
  expect(await shownIn(id)).toContain(PHONE);
  await at.agent().closes();
  expect((await clean()).word_key).toBe(0);
  const folder = at.folder ?? '';
  // Everything is in the file once it is copied back from its log.
  await at.house.store.privacy.erase(['nobody'], null);
  const elsewhere = mkdtempSync(join(tmpdir(), 'earshot-backup-'));
  copyFileSync(join(folder, 'earshot.sqlite'), join(elsewhere, 'earshot.sqlite'));
  at.house.clock.advance(shop.retention.words * DAY + 1);
  expect((await clean()).word_key).toBe(1);
  expect(await shownIn(id)).toMatch(/\[phone\]/);
  // Whoever restores it has the secret, and the store of keys as it is now.
  for (const file of readdirSync(folder).filter((name) => name.startsWith('earshot-keys')))
    copyFileSync(join(folder, file), join(elsewhere, file));
  const restored = await openHouse({ folder: elsewhere });
  const shown = await shownIn(id, restored);
  await restored.close();
  expect(shown).toMatch(/The courier is at \[phone\]/);
  expect(shown).not.toContain(ADDRESS);
  for (const file of readdirSync(elsewhere)) expect(readFileSync(join(elsewhere, file)).includes(ADDRESS)).toBe(false);
  rmSync(elsewhere, { recursive: true });
});

test('whoever is erased leaves no key', async () => {
  const id = await talked();
  expect(await at.house.store.wordKeys.get(id)).toBeNull();
  await erase({ shopper: shopperIn(id) }, at.house);
  at.house.clock.advance(400 * DAY);
  expect((await clean()).word_key).toBe(0);
});

test('what is sealed opens in its own place, with its own key, whole', () => {
  const [key, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const text = sealed('Perché? 😢', key, 'here');
  expect(unsealed(text, key, 'here')?.toString()).toBe('Perché? 😢');
  expect(sealed('Perché? 😢', key, 'here')).not.toBe(text);
  for (const wrong of [text.slice(0, -2), '', 'AAAA', `${text.slice(0, 20)}A${text.slice(21)}B`])
    expect(unsealed(wrong, key, 'here')).toBeNull();
  expect(unsealed(text, other, 'here')).toBeNull();
  expect(unsealed(text, key, 'there')).toBeNull();
});

describeOnPostgres('servers that share a database', (cluster) => {
  const opened = async (database: string, keysDatabase: string | null) => openHouse({ database, keysDatabase });

  test('share a store of keys, or keep words redacted only', async () => {
    const [database, keys] = [await cluster.freshDatabase(), await cluster.freshDatabase()].map((name) =>
      cluster.urlOf(name),
    );
    const one = await opened(database ?? '', keys ?? '');
    const other = await opened(database ?? '', keys ?? '');
    const without = await opened(database ?? '', null);
    await createTexter(one).says(`The courier is at ${PHONE}`);
    const [id = ''] = await one.store.privacy.conversationsOf('shopper-ana');
    expect(await shownIn(id, other)).toContain(PHONE);
    expect(await shownIn(id, without)).toMatch(/The courier is at \[phone\]/);
    for (const house of [one, other, without]) await house.close();
  });
});
