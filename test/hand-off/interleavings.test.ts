/** Shoppers, people and workers in any order: one owner at a time, nobody is talked over, and nothing is lost or doubled. */

import fc from 'fast-check';
import type { DeskEvent } from '../../lambda/services/hand-off/hand-offs';
import type { Tried } from '../../lambda/services/queue/queues';
import { type House, MONDAY, openHouse } from '../kit/house';
import { joinedAt } from '../kit/joined';
import { mass } from '../kit/masses';
import { createPostBox } from '../kit/post-box';
import { createSpeaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { createWriter, settle } from '../kit/writer';

const SEED = Math.trunc(Math.random() * 2 ** 31);
const RUNS = mass(10, 200);

const box = createPostBox('whatsapp');
const desk = { fates: [] as Tried[], told: [] as string[] };
let house: House;
beforeAll(async () => {
  const taken = async (): Promise<Tried> => ({ kind: 'done' });
  house = await openHouse({
    at: MONDAY,
    channels: [box],
    desk: () => ({
      name: 'book',
      availability: async () => ({ kind: 'open', waiting: 0 }),
      open: async () => desk.fates.shift() ?? { kind: 'done' },
      tell: async ({ text }) => {
        desk.told.push(text);
        return { kind: 'done' };
      },
      ...{ end: taken, forget: taken, read: async () => [] },
    }),
  });
});
afterAll(() => house.close());

const SPOKEN = ['opens', 'TalkToHuman', 'TalkToHuman', 'StartOver', 'Fallback', 'Yes', 'No', 'ShippingCost'] as const;
const TYPED = ['words', 'I want to talk to a person', 'start over', 'yes', 'hello'] as const;
const ACTS = ['accepted', 'said', 'returned', 'closed'] as const;

const typed = fc.oneof({ weight: 2, arbitrary: fc.constant('words' as const) }, fc.constantFrom(...TYPED));
const command = fc.oneof(
  fc.record({ do: fc.constant('types' as const), says: typed }),
  { weight: 2, arbitrary: fc.record({ do: fc.constant('posts' as const), says: typed, isRead: fc.boolean() }) },
  fc.record({ do: fc.constant('speaks' as const), says: fc.constantFrom(...SPOKEN) }),
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('acts' as const),
      act: fc.constantFrom(...ACTS),
      agent: fc.constantFrom('Marta', 'Bea'),
      /** Of which hand-off, the newest first. */
      about: fc.nat({ max: 1 }),
      /** It is on its way longer than what comes after it. */
      isLate: fc.boolean(),
    }),
  },
  /** What is on its way arrives, in whatever order; or what has arrived does once more. */
  fc.record({ do: fc.constant('arrives' as const), which: fc.nat(9) }),
  fc.record({ do: fc.constant('again' as const), which: fc.nat(9) }),
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('reads' as const, 'delivers' as const) }) },
  fc.record({ do: fc.constant('deskFails' as const) }),
);
type Command = typeof command extends fc.Arbitrary<infer C> ? C : never;
type Do<K extends Command['do']> = Extract<Command, { do: K }>;

let lives = 0;
let words = 0;
/** Letters alone, so that nothing takes them for a number. */
const fresh = () => `note ${[...String(++words)].map((digit) => 'abcdefghij'[Number(digit)]).join('')} zz`;

async function newLife() {
  lives += 1;
  const name = `life-${lives}`;
  const speaker = createSpeaker(house, { shopper: null, name, tolerates: ['S2'] });
  const texter = createTexter(house, { shopper: null });
  const address = `39061${String(lives).padStart(7, '0')}`;
  const whose = `alexa:amzn1.ask.account.${name}`;
  await joinedAt(house, { channel: 'whatsapp', address }, { conversationId: whose, shopper: null, locale: 'en-GB' });
  await house.reach.join({ id: texter.name, channel: 'web', locale: 'en-GB' }, whose);
  const late: DeskEvent[] = [];
  const brought: DeskEvent[] = [];
  const toPerson: string[] = [];
  const writer = createWriter(house, box, address);

  const memory = async () => (await house.store.conversations.load(whose))?.memory ?? null;
  const handOffs = async () => house.store.handOffs.of([whose]);
  const bring = async (event: DeskEvent) => {
    await house.events.apply(event);
    brought.push(event);
  };

  /** While a person has it, nothing is said in text but what takes it back; otherwise every message gets an answer. */
  async function types({ says }: Do<'types'>) {
    const text = says === 'words' ? fresh() : says;
    const before = (await memory())?.owner ?? 'bot';
    const { answer } = await texter.says(text);
    const takesBack = says === 'start over';
    expect(answer.said === null).toBe(before === 'human' && !takesBack);
    if (before === 'human' && says === 'words') toPerson.push(text);
  }

  async function speaks({ says }: Do<'speaks'>) {
    const heard = says === 'opens' ? await speaker.opens() : await speaker.hears(says);
    expect(heard.say).not.toBe('');
  }

  async function acts({ act, agent: name, about, isLate }: Do<'acts'>) {
    const all = [...(await handOffs())].sort((a, b) => b.createdAt - a.createdAt);
    const handOff = all[Math.min(about, all.length - 1)];
    if (!handOff) return;
    const agent = { id: name.toLowerCase(), name };
    const base = { id: `event-${lives}-${++words}`, handOffId: handOff.id, at: house.clock.now() };
    const event: DeskEvent =
      act === 'said'
        ? { ...base, kind: act, agent, text: fresh() }
        : act === 'closed'
          ? { ...base, kind: act, agent, done: 'answered', topic: null }
          : { ...base, kind: act, agent };
    if (isLate) late.push(event);
    else await bring(event);
  }

  async function takeFrom(list: DeskEvent[], which: number, isGone: boolean) {
    const event = list[which % Math.max(list.length, 1)];
    if (!event) return;
    if (isGone) list.splice(list.indexOf(event), 1);
    await bring(event);
  }

  /** One owner at a time: a person, exactly while the one hand-off that is open is the conversation's own. */
  async function expectOneOwner() {
    const now = await memory();
    const open = (await handOffs()).filter(({ state }) => state !== 'completed' && state !== 'failed');
    expect(open.map(({ id }) => id)).toEqual(now?.owner === 'human' ? [now.handOff?.id] : []);
  }

  async function run(one: Command): Promise<void> {
    house.clock.advance(10);
    const before = { sent: box.sent.length, memory: await memory() };
    switch (one.do) {
      case 'types':
        await types(one);
        break;
      case 'posts':
        await writer.posts(one.says === 'words' ? fresh() : one.says);
        if (one.isRead) await house.incoming.round();
        break;
      case 'speaks':
        await speaks(one);
        break;
      case 'acts':
        await acts(one);
        break;
      case 'arrives':
        await takeFrom(late, one.which, true);
        break;
      case 'again':
        await takeFrom(brought, one.which, false);
        break;
      case 'reads':
        await house.incoming.round();
        break;
      case 'delivers':
        await house.outgoing.round();
        break;
      case 'deskFails':
        desk.fates.push({ kind: 'dead', why: 'gone' });
    }
    await expectOneOwner();
    const isTaken = before.memory?.owner === 'human' && before.memory.handOff?.agent !== undefined;
    if (isTaken && one.do === 'delivers') {
      expect(box.sent.slice(before.sent).filter(({ by, to }) => by === 'bot' && to === address)).toEqual([]);
    }
  }

  /** Everything arrives; then whoever still has it gives it back, and the bot answers again. */
  async function end(): Promise<void> {
    desk.fates.splice(0);
    for (const event of late.splice(0)) await bring(event);
    await settle(house);
    await expectOneOwner();
    if ((await memory())?.owner === 'human')
      await acts({ do: 'acts', act: 'returned', agent: 'Marta', about: 0, isLate: false });
    for (const { id, state } of await handOffs()) {
      if (state === 'completed' || state === 'failed') continue;
      await bring({ id: `end-${id}`, handOffId: id, at: house.clock.now(), kind: 'returned', agent: null });
    }
    await settle(house);
    for (const { state, endedAt } of await handOffs()) {
      expect(['completed', 'failed']).toContain(state);
      expect(endedAt).not.toBeNull();
    }
    expect((await memory())?.owner ?? 'bot').toBe('bot');
    expect((await texter.says('hello there')).answer.said).not.toBeNull();
    await expectNothingLost();
  }

  async function expectNothingLost() {
    const lines = await house.store.conversations.history(whose, 1_000);
    const said = [...new Map(brought.map((event) => [event.id, event])).values()].flatMap((event) =>
      event.kind === 'said' ? [event.text] : [],
    );
    expect(lines.filter(({ by }) => by === 'person').map(({ text }) => text)).toEqual(said);
    const onPhone = box.sent.filter(({ by, to }) => by === 'person' && to === address).map(({ text }) => text);
    expect(onPhone).toEqual(said.filter((text) => onPhone.includes(text)));
    expect(new Set(onPhone).size).toBe(onPhone.length);
    expect(new Set(desk.told.filter((text) => text.startsWith('note'))).size).toBe(
      desk.told.filter((text) => text.startsWith('note')).length,
    );
    expect(desk.told.filter((text) => toPerson.includes(text))).toEqual(toPerson);
  }

  return { run, end };
}

test('any order of turns, events of a desk and rounds of the workers', async () => {
  const property = fc.asyncProperty(fc.array(command, { minLength: 6, maxLength: 40 }), async (commands) => {
    await settle(house);
    for (const list of [box.sent, desk.told, desk.fates]) list.splice(0);
    const life = await newLife();
    await life.run({ do: 'speaks', says: 'TalkToHuman' });
    for (const one of commands) await life.run(one);
    await life.end();
  });
  await fc.assert(property, { numRuns: RUNS, seed: SEED });
  // Deliveries that were given up are told; nothing else went wrong.
  expect(house.errors.filter((error) => !('why' in error && error.why === 'gone'))).toEqual([]);
});
