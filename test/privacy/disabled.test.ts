/** Whoever disables the skill leaves nothing: through the signed door, in every table, at the desk too. */

import { createEmbeddedDesk } from '../../lambda/providers/desk/embedded/embedded-desk';
import type { DeskHouse } from '../../lambda/services/hand-off/desk';
import { erase, eraseAccount, exportOf } from '../../lambda/services/privacy/erasure';
import type { Tried } from '../../lambda/services/queue/queues';
import { bytes, CERTIFICATE_URL } from '../fixtures/alexa-door';
import { type Authority, makeAuthority, NOW, signatureOf } from '../fixtures/certificate-authority';
import { type HouseDoor, openHouseDoor } from '../fixtures/house-door';
import { createAgent } from '../kit/agent';
import { joinedAt } from '../kit/joined';
import { found, type Kept, keptIn } from '../kit/kept';
import { createPostBox } from '../kit/post-box';
import { createSpeaker, type Speaker } from '../kit/speaker';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

const NUMBER = '+39 347 555 0142';
/** Said, written and kept about Ana, her household and her phone. */
const HERS = ['amzn1.ask.account.ana', 'shopper-ana', 'ana.ferri@example.com', '393475550142', 'kumquat', 'tamarind'];
const BRUNOS = ['shopper-bruno', 'rambutan'];

let forgets: Tried[] = [];
const forgotten: string[] = [];

/** The house's own desk, which can be away while it is asked to forget. */
function desk(house: DeskHouse) {
  // The house gives every desk its whole store; the type says what one of another system may use of it.
  const own = createEmbeddedDesk(house as unknown as Parameters<typeof createEmbeddedDesk>[0]);
  const forget: typeof own.forget = async (handOff, ref) => {
    const fate = forgets.shift() ?? (await own.forget(handOff, ref));
    if (fate.kind === 'done') forgotten.push(handOff.id);
    return fate;
  };
  return { ...own, forget };
}

const at = useHouse({
  at: NOW,
  isOnDisk: true,
  staffed: true,
  channels: [createPostBox('whatsapp'), createPostBox('email')],
  publicUrl: 'https://talk.shop.example',
  desk,
});
const kept = (): Kept => keptIn(at.folder ?? '');

let authority: Authority;
let door: HouseDoor;

beforeAll(async () => {
  authority = await makeAuthority();
});

beforeEach(async () => {
  forgets = [];
  forgotten.splice(0);
  door = await openHouseDoor(at.house, {
    trustedRoots: [authority.root.pem],
    download: async () => ({ status: 200, body: bytes(authority.chain) }),
    onDisabled: (userId) => eraseAccount(userId, at.house),
  });
});

afterEach(() => door.close());

function posted(request: object, speaker: Speaker) {
  const body = JSON.stringify(speaker.envelope(request));
  const headers = { 'signature-256': signatureOf(body, authority.leaf), signaturecertchainurl: CERTIFICATE_URL };
  return door.post(body, headers);
}

const disabled = (speaker: Speaker) => posted({ type: 'AlexaSkillEvent.SkillDisabled' }, speaker);

/** A purchase, a hand-off that a person answered, a phone that joined, a guess, somebody else of the household. */
async function live(): Promise<Speaker> {
  const { house } = at;
  const speaker = createSpeaker(house, { shopper: 'ana' });
  await createSpeaker(house, { shopper: null, name: 'ana' }).hears('TalkToHuman', { message: 'kumquat' });
  const slots = { product: { name: 'product', value: 'kumquat jam' } };
  expect((await posted({ type: 'IntentRequest', intent: { name: 'Reorder', slots } }, speaker)).status).toBe(200);
  await speaker.hears('Reorder', { product: 'coffee' });
  await speaker.yes();
  await speaker.hears('TalkToHuman');
  await createAgent(house).says('The tamarind is on its way.');
  await createSpeaker(house, { shopper: 'ana', person: 'marco' }).hears('TalkToHuman');
  await createSpeaker(house, { shopper: 'ana', person: 'marco' }).hears('Reorder', { product: 'kumquat' });
  const who = { conversationId: 'shopper:shopper-ana', shopper: null, locale: 'it-IT' };
  const contact = await joinedAt(house, { channel: 'whatsapp', address: NUMBER.replace(/\D/g, '') }, who);
  await joinedAt(house, { channel: 'email', address: 'ana.ferri@example.com' }, who);
  await wrote(contact.address ?? '', 'kumquat, please');
  await house.incoming.round();
  await wrote(contact.address ?? '', 'the tamarind came');
  await house.store.tokens.guessed('x', NOW, NOW);
  await createTexter(house, { shopper: 'bruno' }).says('reorder my rambutan');
  return speaker;
}

async function wrote(address: string, text: string): Promise<void> {
  const key = `key of ${text}`;
  const body = JSON.stringify([{ kind: 'heard', from: { address }, key, heard: { kind: 'text', text } }]);
  await at.house.store.inbox.put({ source: 'whatsapp', key, lane: address, body });
}

test('nothing of the account is left in any table, and nobody else loses anything', async () => {
  const speaker = await live();
  const before = kept();
  // What waits to be read lies sealed: her own file has it.
  const own = JSON.stringify(await exportOf({ shopper: 'shopper-ana' }, at.house));
  for (const value of HERS) expect(found([value], before).length > 0 || own.includes(value)).toBe(true);
  const bruno = await exportOf({ shopper: 'shopper-bruno' }, at.house);
  expect(await disabled(speaker)).toMatchObject({ status: 200 });
  expect(found(HERS, kept())).toEqual([]);
  expect(new Set(forgotten).size).toBe(3);
  expect(await exportOf({ shopper: 'shopper-bruno' }, at.house)).toEqual(bruno);
  for (const value of BRUNOS) expect(found([value], kept())).not.toEqual([]);
  expect(kept().get('fact')?.length).toBe(before.get('fact')?.length);
});

test('the event may come again, and after it she is met anew', async () => {
  const speaker = await live();
  for (let time = 0; time < 3; time += 1) expect((await disabled(speaker)).status).toBe(200);
  expect(found(HERS, kept())).toEqual([]);
  const back = await createSpeaker(at.house, { shopper: 'ana', name: 'anew' }).opens();
  expect(back.replies).toContain('Welcome.first');
});

test('while the desk is away nothing is half-forgotten: Alexa hears no, and asks again', async () => {
  const speaker = await live();
  for (const fate of [
    { kind: 'later', why: 'no answer' },
    { kind: 'dead', why: 'not allowed' },
  ] as const) {
    const before = kept();
    forgets = [{ kind: 'done' }, fate];
    expect((await disabled(speaker)).status).not.toBe(200);
    expect(kept()).toEqual(before);
    expect(at.house.errors.splice(0)).not.toEqual([]);
    door.warnings.splice(0);
  }
  expect((await disabled(speaker)).status).toBe(200);
  expect(found(HERS, kept())).toEqual([]);
});

test('what is on its way to somebody is not sent any more', async () => {
  const speaker = await live();
  await disabled(speaker);
  expect(await at.house.outgoing.round()).toBeGreaterThanOrEqual(0);
  const sent = at.house.channels.flatMap((channel) => (channel as ReturnType<typeof createPostBox>).sent);
  expect(JSON.stringify(sent)).not.toMatch(/kumquat|tamarind/);
  expect(await at.house.incoming.round()).toBe(0);
  expect(found(HERS, kept())).toEqual([]);
});

test('another account of the same shopper goes with the conversation, another person with an account of their own stays', async () => {
  const speaker = await live();
  await createSpeaker(at.house, { shopper: 'chiara', person: 'chiara' }).hears('TalkToHuman');
  await disabled(speaker);
  expect(await at.house.store.conversations.load('shopper:shopper-ana')).toBeNull();
  expect(await at.house.store.conversations.load('shopper:shopper-ana/marco')).toBeNull();
  expect(await at.house.store.conversations.load('shopper:shopper-chiara/chiara')).not.toBeNull();
});

test.each([{ shopper: 'shopper-ana' }, { channel: 'whatsapp', address: NUMBER }] as const)(
  'the same is exported and erased by %j',
  async (whose) => {
    await live();
    const exported = await exportOf(whose, at.house);
    const text = JSON.stringify(exported);
    for (const value of ['kumquat', 'tamarind', '393475550142']) expect(text).toContain(value);
    expect(text).not.toMatch(/bruno|rambutan/);
    await erase(whose, at.house);
    await erase(whose, at.house);
    expect(found(['shopper-ana"', '393475550142', 'tamarind'], kept())).toEqual([]);
  },
);
