/** A number that is given for a call while the store of keys does not answer is kept, sealed, and is what the desk calls; nobody is promised anything else. */

import { join } from 'node:path';
import Database from 'libsql';
import { type DeskServer, deskOfMarta, type Sitting } from '../desk/desk-server';
import { MONDAY } from '../kit/house';
import { keptIn } from '../kit/kept';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ isOnDisk: true, at: MONDAY });

/** Its own table, so that it is the store that fails, at the next question of anybody who has it open. */
function rename(from: string, to: string): void {
  const db = new Database(join(at.folder ?? '', 'earshot-keys.sqlite'));
  db.exec(`alter table ${from} rename to ${to}`);
  db.close();
}
const goAway = () => rename('word_key', 'word_key_away');
const comeBack = () => rename('word_key_away', 'word_key');

const NUMBER = '020 7946 0123';
const kept = () => [...keptIn(at.folder ?? '')].flatMap(([, rows]) => rows).join('\n');
const remembered = () => (keptIn(at.folder ?? '').get('conversation') ?? []).join('\n');

let server: DeskServer;
let marta: Sitting;
beforeEach(async () => {
  ({ server, marta } = await deskOfMarta(at.house));
});
afterEach(() => server.close());

async function theCase() {
  const [packet] = await at.house.store.handOffs.list(1);
  const id = packet?.id ?? '';
  return {
    takes: () => marta.takes(id),
    number: async () => (await marta.act(id, 'number', {})).json() as Promise<{ number: string }>,
  };
}

const SAID = [
  ['en-GB', 'call me after five', '020 7946 0123', 'yes'],
  ['it-IT', 'chiamatemi dopo le cinque', '333 123 4567', 'sì'],
  ['de-DE', 'ruft mich nach 17 Uhr an', '030 901820', 'ja'],
  ['pl-PL', 'proszę oddzwonić po piątej', '512 345 678', 'tak'],
  ['cs-CZ', 'zavolejte mi po páté', '601 123 456', 'ano'],
] as const;

test.each(SAID)(
  '%s: all of it while they are away: it is promised, kept and called',
  async (locale, wish, number, yes) => {
    const guest = createTexter(at.house, { locale, shopper: null, form: 'speech' });
    await guest.says('write to ana@home.example');
    goAway();
    await guest.says(wish);
    expect((await guest.says(number)).show.replace(/\D/g, '')).toBe(number.replace(/\D/g, ''));
    expect((await guest.says(yes)).replies).toEqual(['TalkToHuman.willCallNumberThen']);
    expect(kept().replace(/[^\d\n]/g, '')).not.toContain(number.replace(/\D/g, ''));
    expect(remembered()).toContain('sealed.server:');
    const call = await theCase();
    comeBack();
    await call.takes();
    expect((await call.number()).number.replace(/\D/g, '')).toBe(number.replace(/\D/g, ''));
    // With what the desk did it went under the key of its conversation.
    expect(remembered()).not.toContain('sealed.server:');
    expect(remembered()).toContain('sealed:');
  },
);

test('away only when it is agreed to: it is the one that was read out', async () => {
  const guest = createTexter(at.house, { shopper: null });
  await guest.says('call me after five');
  await guest.says(NUMBER);
  goAway();
  expect((await guest.says('yes')).replies).toEqual(['TalkToHuman.willCallNumberThen']);
  const call = await theCase();
  await call.takes();
  // Another one of the shop's books is not shown in its place.
  expect(await call.number()).toEqual({ error: 'number-away' });
  comeBack();
  expect(await call.number()).toEqual({ number: NUMBER });
});

test('away when another time is wished for: it is asked for again', async () => {
  const guest = createTexter(at.house, { shopper: null });
  await guest.says('call me after five');
  await guest.says(NUMBER);
  goAway();
  expect((await guest.says('tomorrow morning')).asks).toBe('TalkToHuman.phone');
  expect((await guest.says(NUMBER)).show).toContain(NUMBER);
  expect((await guest.says('yes')).replies).toEqual(['TalkToHuman.willCallNumberThen']);
  comeBack();
  const call = await theCase();
  await call.takes();
  expect(await call.number()).toEqual({ number: NUMBER });
});

test('a number whose key is gone is none, and is asked for again', async () => {
  const guest = createTexter(at.house, { shopper: null });
  await guest.says('call me after five');
  await guest.says(NUMBER);
  const db = new Database(join(at.folder ?? '', 'earshot-keys.sqlite'));
  db.exec('delete from word_key');
  db.close();
  expect((await guest.says('yes')).asks).toBe('TalkToHuman.phone');
});
