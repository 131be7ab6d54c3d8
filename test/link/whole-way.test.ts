/** One shopper's whole way: a guest at the speaker, linked and given a voice code on the phone, and told of a parcel once. */

import { createHmac } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import express, { Router } from 'express';
import type { Browser, Page } from 'playwright-core';
import { createNotices } from '../../lambda/channels/alexa/notices';
import { changesDoors } from '../../lambda/house/changes-door';
import { callWithin } from '../../lambda/services/commerce/call';
import type { SendNotice } from '../../lambda/services/news/notices';
import { ORDER_NOTICE } from '../contracts/order-notice-schema';
import { barriersInBothThemes, builtPages, describeInBrowser, openBrowser } from '../kit/browser';
import { type OpenDoor, openDoor, openLog } from '../kit/fake-vendor';
import { MONDAY } from '../kit/house';
import { CHALLENGE, type LinkServer, REDIRECT, serveLinking } from '../kit/link-server';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';
import { settle } from '../kit/writer';

const EMAIL = 'ana.ferri@example.com';
const CODE = '47119382';
const SIGNS = 'what the shop signs with, and nobody guesses';
const RELINK = { type: 'LinkAccount' };
const SMALL = { width: 320, height: 640 };
const HOUR = 3_600_000;
/** Twenty bags: more than the shop lets a voice order without a code. */
const LARGE = { product: { said: 'coffee', ids: ['bella-roma-ground'] }, quantity: 20 };

let send: SendNotice;
const at = useHouse({
  ...{ at: MONDAY, lasts: 'file', linksAccounts: true },
  publicUrl: 'https://talk.willow-market.example',
  sendNotice: (notice) => send(notice),
});

/** Amazon's place for events: what it was sent. */
const events: unknown[] = [];
const amazon = Router()
  .use(express.text({ type: () => true }))
  .post('/auth/o2/token', (_req, res) => void res.json({ access_token: 't', expires_in: 3_600, token_type: 'bearer' }))
  .post('/v1/proactiveEvents/stages/development', (req, res) => {
    events.push(JSON.parse(req.body));
    res.status(202).end();
  });

describeInBrowser('from a guest to a parcel', () => {
  let browser: Browser;
  let served: LinkServer;
  const doors: OpenDoor[] = [];
  const log = openLog();
  let webhook = '';

  beforeAll(async () => {
    const events = await openDoor(amazon);
    const settings = { clientId: 'us', clientSecret: 'secret', stage: 'development', base: events.url } as const;
    const needs = { shopName: 'Willow Market', locales: ['en-GB', 'de-DE'], now: () => at.house.clock.now() };
    send = createNotices({ ...settings, tokens: `${events.url}/auth/o2/token` }, needs);
    const told = { settings: { secrets: [SIGNS] }, changes: undefined };
    const shop = await openDoor(
      Router().use(...changesDoors(told, { put: at.house.receive, log, now: at.house.clock.now })),
    );
    doors.push(events, shop);
    webhook = `${shop.url}/shop/changes`;
    served = await serveLinking(at.house, builtPages());
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
    await Promise.all(doors.map((door) => door.close()));
  });

  async function phone(): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', viewport: SMALL, reducedMotion: 'reduce' });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    return context.newPage();
  }

  /** Nothing in anybody's way, and nothing wider than the phone. */
  async function isFit(page: Page): Promise<void> {
    expect(await barriersInBothThemes(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);
  }

  async function signsIn(page: Page): Promise<void> {
    await page.fill('#email', EMAIL);
    await page.press('#email', 'Enter');
    await page.waitForSelector('#code');
    await page.fill('#code', (await served.codeOf(EMAIL)) ?? '');
    await page.press('#code', 'Enter', { noWaitAfter: true });
  }

  /** As Amazon's app does it; the token Alexa sends from then on. */
  async function links(): Promise<string> {
    const page = await phone();
    const asked = { client_id: 'alexa', redirect_uri: REDIRECT, response_type: 'code', scope: 'shop', state: 's' };
    const proof = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
    await page.goto(`${served.url}/link/auth?${new URLSearchParams({ ...asked, ...proof })}`);
    // Amazon's own page is not of this test; that the browser goes there is.
    const onTo = page.waitForRequest((request) => request.url().startsWith(REDIRECT));
    await signsIn(page);
    const code = new URL((await onTo).url()).searchParams.get('code') ?? '';
    const tokens = (await (await served.exchange(code)).json()) as { readonly access_token: string };
    return tokens.access_token;
  }

  /** Switches on a code at the smallest phone, with a slip on the way. */
  async function setsCode(page: Page): Promise<void> {
    await page.goto(`${served.url}/link/limits`);
    await signsIn(page);
    await page.waitForSelector('#same');
    await isFit(page);
    await page.fill('#order', '0');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.waitForSelector('#order[aria-invalid=true]');
    expect(await page.inputValue('#order')).toBe('0');
    expect(await page.evaluate('document.activeElement.id')).toBe('order');
    await isFit(page);
    await page.fill('#order', '€999');
    await page.getByRole('button', { name: 'Save limits' }).click();
    await page.getByRole('status').waitFor();
    for (const field of ['#code', '#same']) await page.fill(field, CODE);
    await page.press('#same', 'Enter');
    await page.getByText('The voice code is set.').waitFor();
    await isFit(page);
    expect(await page.content()).not.toContain(CODE);
  }

  async function shopTells(id: string, order: string): Promise<number> {
    const body = JSON.stringify({ id, order, shopper: 'shopper-ana' });
    const seconds = Math.floor(at.house.clock.now() / 1_000);
    const v1 = createHmac('sha256', SIGNS).update(`${seconds}.${body}`).digest('hex');
    const headers = { 'content-type': 'application/json', 'x-shop-signature': `t=${seconds},v1=${v1}` };
    return (await fetch(webhook, { method: 'POST', headers, body })).status;
  }

  /** The shop's parcel moves, and nobody here has asked for it; which order it is. */
  async function parcelMoves(): Promise<string> {
    at.house.clock.advance(3 * HOUR);
    const call = callWithin(6_000, { locale: 'en-GB', now: at.house.clock.now });
    await at.house.changes?.since?.(null, call);
    const found = await at.house.shop.history.orders(
      { limit: 1 },
      { ...call, shopperId: 'shopper-ana', credential: 'demo-ana' },
    );
    return (found.ok && found.value[0]?.id) || 'none';
  }

  test('asked, linked, gone on with, ordered with a code, told of the parcel, and unlinked', async () => {
    const guest = at.speaker({ shopper: 'house', token: 'worth nothing' });
    expect((await guest.hears('OrderStatus', { product: 'dog food' })).card).toEqual(RELINK);
    const token = await links();
    const page = await phone();
    const speaker = at.speaker({ shopper: 'house', token, device: 'profile' });
    const linked = await speaker.opens();
    expect(linked.replies[0]).toBe('Welcome.linked');
    expect(linked.say).toMatch(/You wanted to find an order\. .*dog food/i);
    await speaker.hears('Stop');

    expect((await speaker.hears('Reorder', LARGE)).replies).toEqual(['Purchase.highValue', 'Purchase.codeOffer']);
    await speaker.no();
    await setsCode(page);
    expect((await speaker.hears('Reorder', LARGE)).asks).toBe('Purchase.confirm');
    expect((await speaker.yes()).asks).toBe('Purchase.code');
    expect((await speaker.hears('VoiceLimits', { code: CODE })).replies).toContain('Purchase.placed');
    expect(at.house.orders()).toBe(1);

    expect((await speaker.hears('OrderNews')).replies).toEqual(['OrderNews.keptSpeaker']);
    const order = await parcelMoves();
    for (const id of ['one', 'one', 'two', 'three']) expect(await shopTells(id, order)).toBe(200);
    await settle(at.house);
    await settle(at.house);
    expect(events).toHaveLength(1);
    const ajv = new Ajv2020({ allErrors: true });
    addFormats(ajv);
    const fits = ajv.compile(ORDER_NOTICE);
    fits(events[0]);
    expect(fits.errors).toBeNull();
    expect(events[0]).toMatchObject({
      event: { payload: { state: { status: 'ORDER_SHIPPED' } } },
      relevantAudience: { payload: { user: 'amzn1.ask.account.house' } },
    });
    expect(log.lines).toEqual([]);

    const again = await links();
    await page.goto(`${served.url}/link`);
    await page.getByRole('button', { name: 'See what is linked' }).click();
    await signsIn(page);
    const unlink = page.getByRole('button', { name: 'Unlink Alexa' });
    await unlink.first().waitFor();
    for (let left = await unlink.count(); left > 0; left -= 1) {
      await unlink.first().click();
      await page.getByRole('status').waitFor();
      await settles(() => unlink.count(), left - 1);
    }
    for (const one of [token, again]) {
      const heard = await at.speaker({ shopper: 'house', token: one }).hears('OrderStatus');
      expect([heard.replies, heard.card]).toEqual([['Trouble.relink'], RELINK]);
    }
  });
});
