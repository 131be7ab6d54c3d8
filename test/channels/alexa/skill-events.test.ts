/** What Alexa tells of the skill's life at an account, through the signed door: linking, and leaves that are taken back. */

import { randomBytes } from 'node:crypto';
import { EMAIL, REMINDERS } from '../../../lambda/channels/alexa/permissions';
import { accountDeeds } from '../../../lambda/house/account-deeds';
import { linkIdOf } from '../../../lambda/services/sign-in/link-tokens';
import { bytes, CERTIFICATE_URL } from '../../fixtures/alexa-door';
import { makeAuthority, NOW, signatureOf } from '../../fixtures/certificate-authority';
import { openHouseDoor } from '../../fixtures/house-door';
import { joinedAt } from '../../kit/joined';
import { SECRET } from '../../kit/link-server';
import { createPostBox } from '../../kit/post-box';
import { createSpeaker } from '../../kit/speaker';
import { useHouse } from '../../kit/use-house';

const at = useHouse({ at: NOW, lasts: 'file', linksAccounts: true, channels: [createPostBox('email')] });
let post: (request: object, name: string) => Promise<number>;
let close: () => Promise<void>;

beforeAll(async () => {
  const authority = await makeAuthority();
  const door = await openHouseDoor(at.house, {
    trustedRoots: [authority.root.pem],
    download: async () => ({ status: 200, body: bytes(authority.chain) }),
    ...accountDeeds(at.house, { secret: SECRET }),
  });
  close = door.close;
  post = async (request, name) => {
    const sent = JSON.stringify(createSpeaker(at.house, { shopper: null, name }).envelope(request));
    const headers = { 'signature-256': signatureOf(sent, authority.leaf), signaturecertchainurl: CERTIFICATE_URL };
    return (await door.post(sent, headers)).status;
  };
});
afterAll(() => close());

/** A token of the linking server, as it lies in the store. */
async function linkedTo(accountId: string): Promise<string> {
  const { links } = at.house.store;
  const token = randomBytes(32).toString('base64url');
  const kept = { grant: accountId, shopperId: accountId, expiresAt: NOW + 3_600_000 };
  await links.put({ ...kept, kind: 'Grant', id: accountId, body: '{}' });
  const id = linkIdOf(SECRET)('AccessToken', token);
  await links.put({ ...kept, kind: 'AccessToken', id, body: JSON.stringify({ accountId, clientId: 'alexa' }) });
  return token;
}

test('a linked account has its token to itself before it ever speaks', async () => {
  const token = await linkedTo('shopper-ana');
  expect(await post({ type: 'AlexaSkillEvent.SkillAccountLinked', body: { accessToken: token } }, 'hers')).toBe(200);
  const from = (name: string) => createSpeaker(at.house, { shopper: name, token, tolerates: [] });
  expect((await from('thief').hears('OrderStatus')).card).toEqual({ type: 'LinkAccount' });
  expect((await from('hers').hears('OrderStatus')).card?.type).not.toBe('LinkAccount');
});

test('an address that Alexa told is written to no more once that leave is taken back; the shop’s own stays', async () => {
  const { contacts } = at.house.store;
  const whose = { shopper: null, locale: 'en-GB' } as const;
  const speak = async (name: string, shopper: string | null, address: string) => {
    await createSpeaker(at.house, { shopper, name }).opens();
    const conversationId = shopper ? `shopper:shopper-${shopper}` : `alexa:amzn1.ask.account.${name}`;
    await joinedAt(at.house, { channel: 'email', address }, { ...whose, conversationId });
    return async () => (await contacts.of(conversationId)).length;
  };
  const guests = await speak('guest-at-home', null, 'told.by.alexa@example.com');
  const anas = await speak('ana', 'ana', 'ana.ferri@example.com');
  const changed = (name: string, scopes: readonly string[]) =>
    post(
      {
        type: 'AlexaSkillEvent.SkillPermissionChanged',
        body: { acceptedPermissions: scopes.map((scope) => ({ scope })) },
      },
      name,
    );
  expect(await changed('guest-at-home', [EMAIL])).toBe(200);
  expect(await guests()).toBe(1);
  expect(await changed('guest-at-home', [REMINDERS])).toBe(200);
  expect(await changed('ana', [])).toBe(200);
  expect([await guests(), await anas()]).toEqual([0, 1]);
});

test.each([
  { type: 'AlexaSkillEvent.SkillEnabled' },
  { type: 'AlexaSkillEvent.SkillAccountLinked', body: { accessToken: 'of the platform itself' } },
  { type: 'AlexaSkillEvent.SkillAccountLinked', body: {} },
  { type: 'AlexaSkillEvent.SkillPermissionAccepted' },
  { type: 'AlexaSkillEvent.SkillPermissionAccepted', body: { acceptedPersonPermissions: [] } },
])('%j is taken', async (request) => {
  expect(await post(request, 'quiet')).toBe(200);
});

test('what is no event of Alexa’s is refused', async () => {
  const type = 'AlexaSkillEvent.SkillPermissionChanged';
  for (const body of [{ acceptedPermissions: 'all' }, { acceptedPermissions: [EMAIL] }]) {
    expect(await post({ type, body }, 'odd')).toBe(400);
  }
});
