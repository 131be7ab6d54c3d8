/** When a shopper wishes to be called: understood in their zone, kept to the hours of the team, and shown at the desk. */

import { callWindow, nearestWindow } from '../../lambda/services/hand-off/call-times';
import { MONDAY } from '../kit/house';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, staffed: true });
/** An instant of that week on a clock in Milan. */
const rome = (day: string, time: string) => Date.parse(`2026-11-${day}T${time}:00+01:00`);

async function latest() {
  const [packet] = await at.house.store.handOffs.list(1);
  return at.house.store.handOffs.get(packet?.id ?? '');
}

const SAID = [
  ['en-GB', 'call me back after five', rome('23', '17:00'), rome('23', '18:00')],
  ['en-GB', 'can someone call me tomorrow morning', rome('24', '09:00'), rome('24', '12:00')],
  ['en-GB', 'call me on thursday after 3 pm', rome('26', '15:00'), rome('26', '18:00')],
  ['it-IT', 'richiamatemi dopo le cinque', rome('23', '17:00'), rome('23', '18:00')],
  ['it-IT', 'potete chiamarmi domani mattina', rome('24', '09:00'), rome('24', '12:00')],
  ['de-DE', 'ruft mich morgen vormittag an', rome('24', '09:00'), rome('24', '12:00')],
  ['de-DE', 'rufen sie mich am donnerstag nach 15 uhr zurück', rome('26', '15:00'), rome('26', '18:00')],
  ['pl-PL', 'zadzwońcie do mnie jutro rano', rome('24', '09:00'), rome('24', '12:00')],
  ['pl-PL', 'proszę oddzwonić po piątej', rome('23', '17:00'), rome('23', '18:00')],
  ['cs-CZ', 'zavolejte mi zítra dopoledne', rome('24', '09:00'), rome('24', '12:00')],
  ['cs-CZ', 'zavolejte mi po páté', rome('23', '17:00'), rome('23', '18:00')],
  ['en-GB', 'call me at half past four', rome('23', '16:30'), rome('23', '17:30')],
  ['en-GB', 'call me tomorrow before half past ten', rome('24', '09:00'), rome('24', '10:30')],
  ['en-GB', 'call me at 4:30', rome('23', '16:30'), rome('23', '17:30')],
  ['it-IT', 'richiamatemi alle quattro e mezza', rome('23', '16:30'), rome('23', '17:30')],
  ['it-IT', 'richiamatemi dopo le 16:30', rome('23', '16:30'), rome('23', '18:00')],
  ['de-DE', 'ruft mich um halb fünf an', rome('23', '16:30'), rome('23', '17:30')],
  ['de-DE', 'ruft mich morgen nach halb zehn an', rome('24', '09:30'), rome('24', '18:00')],
  ['pl-PL', 'zadzwońcie do mnie o wpół do piątej', rome('23', '16:30'), rome('23', '17:30')],
  ['cs-CZ', 'zavolejte mi v půl páté', rome('23', '16:30'), rome('23', '17:30')],
] as const;

test.each(SAID)('%s: "%s" is a call at that time', async (locale, said, from, until) => {
  const texter = createTexter(at.house, { locale });
  const told = await texter.says(said);
  expect(told.replies).toEqual(['TalkToHuman.passed', 'TalkToHuman.willCallThen']);
  expect(await latest()).toMatchObject({ wish: 'call-back', call: { from, until } });
});

const ANSWERED = [
  ['en-GB', 'yes, tomorrow after five', rome('24', '17:00'), rome('24', '18:00')],
  ['en-GB', 'after lunch please', rome('23', '12:00'), rome('23', '18:00')],
  ['it-IT', 'sì, giovedì mattina', rome('26', '09:00'), rome('26', '12:00')],
  ['de-DE', 'ja, am mittwoch', rome('25', '09:00'), rome('25', '18:00')],
  ['pl-PL', 'tak, w piątek po południu', rome('27', '12:00'), rome('27', '18:00')],
  ['cs-CZ', 'ano, zítra odpoledne', rome('24', '12:00'), rome('24', '18:00')],
  ['en-GB', 'yes, at half past five', rome('23', '17:30'), rome('23', '18:00')],
  ['it-IT', 'sì, alle cinque e mezza', rome('23', '17:30'), rome('23', '18:00')],
  ['de-DE', 'ja, um halb sechs', rome('23', '17:30'), rome('23', '18:00')],
  ['pl-PL', 'tak, o wpół do szóstej', rome('23', '17:30'), rome('23', '18:00')],
  ['cs-CZ', 'ano, v půl šesté', rome('23', '17:30'), rome('23', '18:00')],
] as const;

test.each(ANSWERED)('%s: "%s" answers whether to call, and when', async (locale, said, from, until) => {
  await at.house.store.agents.change('agent-marta', { isAvailable: false });
  const speaker = createTexter(at.house, { locale, form: 'speech' });
  await speaker.sends({ kind: 'intent', intent: 'TalkToHuman', slots: {} });
  expect((await speaker.says(said)).replies).toEqual(['TalkToHuman.willCallThen']);
  expect(await latest()).toMatchObject({ wish: 'call-back', call: { from, until } });
});

test('where nobody is there then, the nearest time is offered and waits for a yes', async () => {
  const texter = createTexter(at.house);
  const offered = await texter.says('call me tonight');
  expect(offered).toMatchObject({ replies: ['TalkToHuman.passed', 'TalkToHuman.willCallThen'] });
  const late = createTexter(at.house, { shopper: 'bruno' });
  const told = await late.says('call me on saturday after five');
  expect(told.replies).toEqual(['TalkToHuman.passed', 'TalkToHuman.notThen']);
  expect(told.asks).toBe('TalkToHuman.callBack');
  expect(await latest()).toMatchObject({ wish: 'answer', call: null });
  expect((await late.says('yes')).replies).toEqual(['TalkToHuman.willCallThen']);
  expect(await latest()).toMatchObject({ wish: 'call-back' });
});

test('whoever has no number at the shop is promised no call, and a later word changes the time', async () => {
  const guest = createTexter(at.house, { shopper: null });
  const asked = await guest.says('call me after five');
  expect([asked.replies, asked.asks]).toEqual([['TalkToHuman.passed'], 'TalkToHuman.phone']);
  expect((await guest.says('no')).replies).toEqual(['Phone.inChat']);
  expect(await latest()).toMatchObject({ wish: 'answer', call: null });
  const speaker = createSpeaker(at.house);
  const slots = { time: { said: 'after five', ids: ['after-17'] } };
  await speaker.hears('TalkToHuman', slots);
  const moved = await speaker.hears('TalkToHuman', { time: { said: 'tomorrow morning', ids: ['tomorrow-morning'] } });
  expect(moved.replies).toEqual(['TalkToHuman.willCallThen']);
  expect(await latest()).toMatchObject({ call: { from: rome('24', '09:00'), until: rome('24', '12:00') } });
});

/** Said in the chat and at the speaker, after a call was promised. */
const NEVER_MIND = [
  [
    'en-GB',
    'call me back after five',
    'never mind the call',
    "you don't have to call me",
    'forget the call',
    "don't call me tomorrow morning",
    "there's no need to call me back",
    "I've changed my mind about the call",
  ],
  [
    'it-IT',
    'richiamatemi dopo le cinque',
    'lascia stare la chiamata',
    'non serve più che mi chiamiate',
    'non chiamatemi',
    'annulla la telefonata',
    'non dovete più richiamarmi',
    'ho cambiato idea sulla chiamata',
  ],
  [
    'de-DE',
    'rufen Sie mich am Donnerstag nach 15 Uhr zurück',
    'Sie brauchen nicht mehr anzurufen',
    'vergessen Sie den Anruf',
    'ruft mich nicht an',
    'den Rückruf brauche ich nicht mehr',
    'Sie müssen mich nicht mehr anrufen',
    'ich hab es mir anders überlegt mit dem Anruf',
  ],
  [
    'pl-PL',
    'zadzwońcie do mnie jutro rano',
    'nie dzwońcie do mnie',
    'nie musicie już dzwonić',
    'nie trzeba już do mnie dzwonić',
    'telefon nie jest już potrzebny',
    'odwołuję telefon',
    'rozmyśliłam się co do telefonu',
  ],
  [
    'cs-CZ',
    'zavolejte mi po páté',
    'už mi nevolejte',
    'nemusíte mi volat',
    'nemusíte už volat',
    'zrušte to volání',
    'hovor už nepotřebuji',
    'rozmyslel jsem si ten hovor',
  ],
] as const;

describe.each<readonly string[]>(NEVER_MIND)(
  'a promised call is taken back, in %s',
  (locale = '', wish = '', ...off) => {
    test.each(['text', 'speech'] as const)('by %s', async (form) => {
      const texter = createTexter(at.house, { locale, form });
      for (const said of off) {
        await texter.says(wish);
        expect([said, (await latest())?.wish]).toEqual([said, 'call-back']);
        const told = await texter.says(said);
        expect([said, told.replies[0]]).toEqual([said, 'TalkToHuman.callOff']);
        expect(await latest()).toMatchObject({ wish: 'answer', call: null, endedAt: null });
      }
    });
  },
);

test('at the speaker no words are sent: the intent takes the call back, and nothing where none is due', async () => {
  const speaker = createSpeaker(at.house);
  const call = { said: 'never mind', ids: ['off'] };
  expect((await speaker.hears('TalkToHuman', { call })).replies[0]).toBe('TalkToHuman.noCallDue');
  expect(await latest()).toBeNull();
  await speaker.hears('TalkToHuman', { time: { said: 'after five', ids: ['after-17'] } });
  await speaker.opens();
  expect((await speaker.hears('TalkToHuman', { call })).replies[0]).toBe('TalkToHuman.callOff');
  expect(await latest()).toMatchObject({ wish: 'answer', call: null });
});

const SET_RIGHT = [
  ['en-GB', 'call me back after five', 'no, tomorrow morning', 'call me on thursday instead'],
  ['it-IT', 'richiamatemi dopo le cinque', 'no, domani mattina', 'anzi, chiamatemi giovedì'],
  ['de-DE', 'rufen Sie mich nach 17 Uhr zurück', 'nein, morgen Vormittag', 'rufen Sie mich lieber am Donnerstag an'],
  ['pl-PL', 'proszę oddzwonić po piątej', 'nie, jutro rano', 'proszę zadzwonić w czwartek'],
  ['cs-CZ', 'zavolejte mi po páté', 'ne, zítra dopoledne', 'zavolejte mi raději ve čtvrtek'],
] as const;

const LATER = {
  'en-GB': 'no, in the afternoon',
  'it-IT': 'no, nel pomeriggio',
  'de-DE': 'nein, am Nachmittag',
  'pl-PL': 'nie, po południu',
  'cs-CZ': 'ne, odpoledne',
} as const;

test.each(SET_RIGHT)('the time of a promised call is set right, in %s', async (locale, wish, time, day) => {
  for (const form of ['text', 'speech'] as const) {
    const texter = createTexter(at.house, { locale, form });
    await texter.says(wish);
    expect([time, (await texter.says(time)).replies]).toEqual([time, ['TalkToHuman.willCallThen']]);
    expect((await latest())?.call?.from).toBe(rome('24', '09:00'));
    expect([day, (await texter.says(day)).replies]).toEqual([day, ['TalkToHuman.willCallThen']]);
    expect((await latest())?.call?.from).toBe(rome('26', '09:00'));
    const hour = texter.says(LATER[locale]);
    expect((await hour).replies).toEqual(['TalkToHuman.willCallThen']);
    expect((await latest())?.call?.from).toBe(rome('26', '12:00'));
    await texter.says(NEVER_MIND.find(([other]) => other === locale)?.[2] ?? '');
  }
});

test('a time is one on the shopper’s clock, also over a change of the clocks, and never before now', () => {
  const hours = { timeZone: 'Europe/Rome', from: '09:00', to: '18:00', days: ['mon', 'tue'], holidays: [] } as const;
  const place = { hours, timeZone: 'Europe/London', at: MONDAY };
  const after = (hour: number, day: `${number}-${number}-${number}` | null = null) => ({ part: `after-${hour}`, day });
  expect(callWindow(after(16), place)).toEqual({ from: rome('23', '17:00'), until: rome('23', '18:00') });
  expect(callWindow({ part: 'morning', day: null }, place)?.from).toBe(MONDAY);
  expect(callWindow(after(17), place)).toBeNull();
  expect(nearestWindow(after(17), place)).toEqual({ from: MONDAY, until: rome('23', '18:00') });
  const spring = { ...place, timeZone: 'America/New_York', at: Date.parse('2027-03-14T05:00:00Z') };
  expect(callWindow({ part: 'at-8', day: '2027-03-15' }, spring)).toEqual({
    from: Date.parse('2027-03-15T12:00:00Z'),
    until: Date.parse('2027-03-15T13:00:00Z'),
  });
  expect(callWindow({ part: null, day: '2026-11-25' }, place)).toBeNull();
  expect(nearestWindow({ part: null, day: '2026-11-25' }, { ...place, hours: { ...hours, days: [] } })).toBeNull();
});

test.each(["don't call me tomorrow morning", 'never call me after five', 'did somebody call me yesterday evening'])(
  '"%s" wishes for no call',
  async (said) => {
    await createTexter(at.house).says(said);
    expect((await latest())?.wish ?? 'answer').toBe('answer');
  },
);
