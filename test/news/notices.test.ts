/** Alexa chimes when a parcel moves: once, in the shape Amazon publishes, for whoever agreed to it and as long as they do. */

import express, { Router } from 'express';
import { createNotices } from '../../lambda/channels/alexa/notices';
import { createSkill } from '../../lambda/channels/alexa/skill';
import { askForChanges } from '../../lambda/house/chores';
import type { SendNotice } from '../../lambda/services/news/notices';
import { eraseAccount } from '../../lambda/services/privacy/erasure';
import { type OpenDoor, openDoor } from '../kit/fake-vendor';
import { MONDAY } from '../kit/house';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const HOUR = 3_600_000;
const ACCOUNT = 'amzn1.ask.account.ana';

/** What it was asked, and what it answers the next events with before it takes all of them. */
const amazon = { forms: [] as string[], events: [] as { by: string; body: Body }[], next: [] as [number, string?][] };
type Body = { readonly referenceId: string; readonly event: { readonly payload: object } };

const take: express.RequestHandler = (req, res) => {
  amazon.events.push({ by: String(req.headers.authorization), body: JSON.parse(req.body) });
  const [status, after] = amazon.next.shift() ?? [202];
  if (after) res.set('retry-after', after);
  res.status(status).end();
};
const router = Router()
  .use(express.text({ type: () => true }))
  .post('/auth/o2/token', (req, res) => {
    amazon.forms.push(req.body);
    res.json({ access_token: `token-${amazon.forms.length}`, expires_in: 3_600, token_type: 'bearer' });
  })
  .post('/v1/proactiveEvents/stages/development', take);

let door: OpenDoor;
let send: SendNotice;
beforeAll(async () => {
  door = await openDoor(router);
});
afterAll(() => door.close());

const at = useHouse({ at: MONDAY, sendNotice: (notice) => send(notice) });
beforeEach(() => {
  for (const list of [amazon.forms, amazon.events, amazon.next]) list.splice(0);
  const settings = { clientId: 'us', clientSecret: 'secret', stage: 'development', base: door.url } as const;
  const needs = { shopName: 'Willow Market', locales: ['en-GB', 'it-IT'], now: () => at.house.clock.now() };
  send = createNotices({ ...settings, tokens: `${door.url}/auth/o2/token` }, needs);
});

const later = async (hours: number) => {
  at.house.clock.advance(hours * HOUR);
  await askForChanges(at.house);
  await settle(at.house);
};
/** The order is placed, and the speaker is to chime. */
async function agreed() {
  await later(0);
  const texter = at.texter();
  await texter.says('reorder my coffee');
  await texter.says('yes');
  const heard = await at.speaker({ device: 'profile' }).hears('OrderNews');
  expect(heard.replies).toEqual(['OrderNews.keptSpeaker']);
  expect(heard.card).toEqual({
    type: 'AskForPermissionsConsent',
    permissions: ['alexa::devices:all:notifications:write'],
  });
}
const statuses = () => amazon.events.map(({ body }) => JSON.stringify(body.event.payload).match(/ORDER_\w+/)?.[0]);
const event = (body: object) => ({
  version: '1.0',
  context: { System: { application: { applicationId: 'a' }, user: { userId: ACCOUNT }, apiEndpoint: '' } },
  request: {
    ...{
      type: 'AlexaSkillEvent.ProactiveSubscriptionChanged',
      requestId: 'r',
      timestamp: new Date(MONDAY).toISOString(),
    },
    body,
  },
});
const subscribes = (...names: string[]) => {
  const log = { warn: () => undefined, error: () => undefined };
  const { app, clock, speakerNews } = at.house;
  const skill = createSkill({ answer: app.answer, now: clock.now, log, onNotices: speakerNews.accountTakes });
  return skill.invoke(event({ subscriptions: names.map((eventName) => ({ eventName })) }) as never);
};

test('an event reaches Amazon once, with nothing of what was bought, by a token that is kept', async () => {
  await agreed();
  await later(3);
  await later(0);
  const placed = at.house.clock.now();
  expect(amazon.events.map(({ by }) => by)).toEqual(['Bearer token-1']);
  expect(amazon.events[0]?.body).toEqual({
    timestamp: new Date(placed).toISOString(),
    referenceId: expect.stringMatching(/^[A-Za-z0-9~]{1,100}$/),
    expiryTime: new Date(placed + 23 * HOUR).toISOString(),
    event: {
      name: 'AMAZON.OrderStatus.Updated',
      payload: {
        state: {
          status: 'ORDER_SHIPPED',
          enterTimestamp: new Date(placed).toISOString(),
          deliveryDetails: { expectedArrival: '2026-11-25T12:00:00.000Z' },
        },
        order: { seller: { name: 'localizedattribute:sellerName' } },
      },
    },
    localizedAttributes: [
      { locale: 'en-GB', sellerName: 'Willow Market' },
      { locale: 'it-IT', sellerName: 'Willow Market' },
    ],
    relevantAudience: { type: 'Unicast', payload: { user: ACCOUNT } },
  });
  expect(amazon.forms).toEqual([
    'grant_type=client_credentials&client_id=us&client_secret=secret&scope=alexa%3A%3Aproactive_events',
  ]);
  expect(JSON.stringify(amazon.events)).not.toContain('offee');
  // A token that is over, or revoked, is asked for anew; one that is throttled waits as long as Amazon says.
  amazon.next.push([429, '60'], [401]);
  await later(43);
  expect(amazon.events.map(({ by }) => by)).toEqual(['Bearer token-1', 'Bearer token-2']);
  await later(0.05);
  expect(amazon.events.slice(2).map(({ by }) => by)).toEqual(['Bearer token-2', 'Bearer token-3']);
  expect(statuses().at(-1)).toBe('ORDER_OUT_FOR_DELIVERY');
  expect(amazon.events.at(-1)?.body.referenceId).toBe(amazon.events.at(-2)?.body.referenceId);
});

test('who takes none is sent none: by their account, by Amazon, by their own words, or because they are gone', async () => {
  await agreed();
  const commits = jest.spyOn(at.house.store.conversations, 'commit');
  await subscribes();
  // What is kept for ever names nobody.
  expect(commits.mock.calls.map(([{ fact }]) => fact)).toMatchObject([{ heard: 'event', channel: 'alexa' }]);
  expect(JSON.stringify(commits.mock.calls.map(([{ fact }]) => fact))).not.toMatch(/shopper-ana|amzn1/);
  commits.mockRestore();
  await later(3);
  expect(amazon.events).toEqual([]);
  await subscribes('AMAZON.OrderStatus.Updated');
  amazon.next.push([403]);
  await later(43);
  expect(statuses()).toEqual(['ORDER_OUT_FOR_DELIVERY']);
  at.house.errors.splice(0);
  await subscribes('AMAZON.OrderStatus.Updated');
  await at.speaker({ device: 'profile' }).hears('OrderNews', { news: { said: 'stop', ids: ['off'] } });
  // What was taken back with us is not given again by a switch elsewhere.
  await subscribes('AMAZON.OrderStatus.Updated');
  await later(6);
  expect(statuses()).toHaveLength(1);
  await at.speaker({ device: 'profile' }).hears('OrderNews');
  await eraseAccount(ACCOUNT, at.house);
  await later(1);
  expect(statuses()).toHaveLength(1);
});
