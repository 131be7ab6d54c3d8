/** Alexa's own PIN before our voice code: asked for where she knows the voice, believed only as she says it, and bought with once. */

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PIN } from '../../lambda/channels/alexa/permissions';
import { readShopFile } from '../../lambda/house/shop-file';
import { createVoiceCodes } from '../../lambda/services/limits/voice-code';
import { makeManifest } from '../../scripts/locales/manifest';
import { lintManifest } from '../../scripts/locales/manifest-lint';
import { readShop } from '../../scripts/locales/source';
import { SECRET } from '../kit/link-server';
import type { Heard, Speaker, SpeakerOptions } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const shop = readShopFile();
const at = useHouse({
  shop: { ...shop, limits: { ...shop.limits, alexaPin: true } },
  linksAccounts: true,
  publicUrl: 'https://talk.willow-market.example',
});

const ANA = { person: 'voice-of-ana', own: 'ana' } as const;
const CODE = '48271936';
/** Twenty bags: more than the shop lets a voice order without a code. */
const large = { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 20 };
const ACHIEVED = { version: '2', status: 'ACHIEVED' };
const VERIFY = {
  type: 'Connections.StartConnection',
  uri: 'connection://AMAZON.VerifyPerson/2',
  input: { requestedAuthenticationConfidenceLevel: { level: 400, customPolicy: { policyName: 'VOICE_PIN' } } },
  token: expect.stringMatching(/^verify:./),
  onCompletion: 'RESUME_SESSION',
};

const setsCode = () =>
  createVoiceCodes({ records: at.house.store.buyingRules, secret: SECRET }).set('shopper-ana', CODE);

type Sent = { readonly speaker: Speaker; readonly heard: Heard; readonly token: string };

/** Said yes to the total, and handed to Alexa. */
async function sentToAlexa(who: SpeakerOptions = ANA): Promise<Sent> {
  const speaker = at.speaker(who);
  expect((await speaker.hears('Reorder', large)).asks).toBe('Purchase.confirm');
  const heard = await speaker.yes();
  const [directive] = (heard.response.directives ?? []) as readonly { readonly token?: string }[];
  return { speaker, heard, token: directive?.token ?? '' };
}

test('a voice Alexa knows is asked for its PIN, and the order is placed once', async () => {
  const { speaker, heard, token } = await sentToAlexa();
  expect(heard.replies).toEqual(['Purchase.verifying']);
  expect(heard.response.directives).toEqual([VERIFY]);
  expect(at.house.orders()).toBe(0);
  speaker.isSure(400);
  const placed = await speaker.resumes(token, '200', ACHIEVED);
  expect(placed.replies).toContain('Purchase.placed');
  expect(placed.card?.type).toBe('Simple');
  expect((await speaker.resumes(token, '200', ACHIEVED)).replies).not.toContain('Purchase.placed');
  expect(at.house.orders()).toBe(1);
});

/** Every way Alexa says it was not them, or could not ask. */
const NOT_THEM = [
  ['200', { version: '2', status: 'NOT_ENABLED' }, 300],
  ['200', { version: '2', status: 'NOT_ACHIEVED', reason: 'NOT_MATCH' }, 300],
  ['200', { version: '2', status: 'NOT_ACHIEVED', reason: 'METHOD_LOCKOUT' }, 300],
  ['200', { version: '2', status: 'NOT_ACHIEVED', reason: 'VERIFICATION_METHOD_NOT_SETUP' }, 300],
  ['200', { status: 'FAILURE' }, 400],
  ['200', {}, 400],
  ['403', { version: '2' }, 300],
  ['500', ACHIEVED, 400],
  ['200', ACHIEVED, 300],
] as const;

test('whatever else Alexa answers is no PIN: the code the shopper set with us is asked for, and buys', async () => {
  await setsCode();
  let last: Speaker | null = null;
  for (const [status, result, level] of NOT_THEM) {
    const { speaker, token } = await sentToAlexa();
    speaker.isSure(level);
    const back = await speaker.resumes(token, status, result);
    expect([status, result, back.replies, back.asks]).toEqual([
      ...[status, result],
      ...[['Purchase.unverified'], 'Purchase.code'],
    ]);
    last = speaker;
  }
  expect(at.house.orders()).toBe(0);
  expect((await last?.hears('VoiceLimits', { code: CODE }))?.replies).toContain('Purchase.placed');
  expect(at.house.orders()).toBe(1);
});

test('where Alexa cannot ask, and no code of ours was set, a person is offered', async () => {
  const { speaker, token } = await sentToAlexa();
  const none = await speaker.resumes(token, '200', { status: 'NOT_ENABLED' });
  expect([none.replies, none.asks]).toEqual([['Purchase.unverified', 'Purchase.codeOffer'], 'TalkToHuman.offer']);
  await speaker.no();
  expect(at.house.orders()).toBe(0);
});

test('what is bought is what was summed up: gone or in another’s hands, a PIN buys nothing', async () => {
  await setsCode();
  const first = await sentToAlexa();
  // The same person asks for less at another speaker meanwhile: what waited is void.
  const elsewhere = at.speaker(ANA);
  await elsewhere.hears('Reorder', { ...large, quantity: 1 });
  first.speaker.isSure(400);
  expect((await first.speaker.resumes(first.token, '200', ACHIEVED)).replies).not.toContain('Purchase.placed');
  await elsewhere.no();
  const second = await sentToAlexa();
  second.speaker.isSure(400);
  // Nobody whom Alexa names comes back with it.
  second.speaker.recognises(undefined);
  expect((await second.speaker.resumes(second.token, '200', ACHIEVED)).asks).toBe('Purchase.code');
  const third = at.speaker({ person: 'voice-of-bruno', own: 'bruno' });
  await third.opens();
  third.isSure(400);
  expect((await third.resumes(second.token, '200', ACHIEVED)).replies).not.toContain('Purchase.placed');
  expect(at.house.orders()).toBe(0);
});

test('a purchase whose speaker never came back is offered again, and wants its yes and its PIN anew', async () => {
  const { speaker, token } = await sentToAlexa();
  speaker.forgets();
  at.house.clock.advance(60_000);
  expect((await speaker.opens()).asks).toBe('Purchase.confirm');
  const again = await speaker.yes();
  expect(again.response.directives).toEqual([VERIFY]);
  expect((await speaker.resumes(token, '200', ACHIEVED)).replies).not.toContain('Purchase.placed');
  expect(at.house.orders()).toBe(0);
});

test.each([
  ['nobody’s voice', {}],
  ['a voice without a link of its own', { person: 'voice-of-marco' }],
])('%s is asked for our code', async (_who, who) => {
  await setsCode();
  const speaker = at.speaker(who);
  expect((await speaker.hears('Reorder', large)).asks).toBe('Purchase.confirm');
  expect((await speaker.yes()).asks).toBe('Purchase.code');
});

test('the skill asks Amazon for the PIN only where the shop wants it', () => {
  const root = join(__dirname, '../..');
  const committed = readFileSync(join(root, 'skill-package/skill.json'), 'utf8');
  expect(committed).not.toContain(PIN);
  const place = { root: mkdtempSync(join(tmpdir(), 'earshot-pin-')) };
  symlinkSync(join(root, 'locales'), join(place.root, 'locales'));
  cpSync(join(root, 'shop'), join(place.root, 'shop'), { recursive: true });
  const file = join(place.root, 'shop', 'shop.json');
  const set = JSON.parse(readFileSync(file, 'utf8')) as { readonly limits: object };
  writeFileSync(file, JSON.stringify({ ...set, limits: { ...set.limits, alexaPin: true } }));
  const made = makeManifest(place);
  expect(made.manifest.permissions).toContainEqual({ name: PIN });
  expect(lintManifest(made, readShop(place))).toEqual([]);
  expect(lintManifest(makeManifest({ root }), readShop(place))).toEqual([`the permission ${PIN} is not requested`]);
  rmSync(place.root, { recursive: true });
});
