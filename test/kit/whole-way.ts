/** One shopper's whole way in a real browser, whatever the shop: a guest at the speaker, linked and given a voice code on the phone, told of a parcel once, unlinked. */

import { createHmac } from 'node:crypto';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import express, { Router } from 'express';
import type { Browser, Page } from 'playwright-core';
import { createNotices } from '../../lambda/channels/alexa/notices';
import { changesDoors } from '../../lambda/house/changes-door';
import type { Earshot } from '../../lambda/house/earshot';
import type { SendNotice } from '../../lambda/services/news/notices';
import { ORDER_NOTICE } from '../contracts/order-notice-schema';
import { barriersInBothThemes, builtPages, openBrowser } from './browser';
import { type OpenDoor, openDoor, openLog } from './fake-vendor';
import { CHALLENGE, REDIRECT, type serveLinkingWith } from './link-server';
import { PAGES_MAY_TAKE } from './patience';
import { settles } from './settles';
import { createSpeaker, type SpeakerOptions } from './speaker';
import { settle } from './writer';

/** The house, the shop behind it, and what of the way is the shop's own. */
export type WayThrough = {
  readonly house: Pick<Earshot, 'app' | 'reach' | 'receive' | 'incoming' | 'outgoing'> & {
    readonly clock: { now(): number; advance(ms: number): void };
    readonly errors: object[];
  };
  readonly shopperId: string;
  /** More than the shop lets a voice order without a code. */
  readonly large: Parameters<ReturnType<typeof createSpeaker>['hears']>[1];
  /** The linking server over the built pages. */
  serve(pages: string): Promise<Pick<Awaited<ReturnType<typeof serveLinkingWith>>, 'url' | 'exchange' | 'close'>>;
  /** By what the shop has, from the page that asks. */
  signsIn(page: Page): Promise<void>;
  orders(): Promise<number>;
  /** The newest order leaves, and nobody here has asked for it; which order it is. */
  parcelMoves(): Promise<string>;
};

const CODE = '47119382';
const SIGNS = 'what the shop signs with, and nobody guesses';
const RELINK = { type: 'LinkAccount' };
const SMALL = { width: 320, height: 640 };

export type AmazonsEvents = {
  /** What Amazon's place for events was sent. */
  readonly events: readonly unknown[];
  send: SendNotice;
  close(): Promise<void>;
};

/** Amazon's place for events, of our own. */
export async function openAmazon(now: () => number): Promise<AmazonsEvents> {
  const events: unknown[] = [];
  const token = { access_token: 't', expires_in: 3_600, token_type: 'bearer' };
  const door = await openDoor(
    Router()
      .use(express.text({ type: () => true }))
      .post('/auth/o2/token', (_req, res) => void res.json(token))
      .post('/v1/proactiveEvents/stages/development', (req, res) => {
        events.push(JSON.parse(req.body));
        res.status(202).end();
      }),
  );
  const settings = { clientId: 'us', clientSecret: 'secret', stage: 'development', base: door.url } as const;
  const needs = { shopName: 'Willow Market', locales: ['en-GB', 'de-DE'], now };
  const send = createNotices({ ...settings, tokens: `${door.url}/auth/o2/token` }, needs);
  return { events, send, close: () => door.close() };
}

/** `open` once the events have a place; from a guest's first question to a speaker that asks to link again. */
export async function walkWholeWay(way: WayThrough, { events }: Pick<AmazonsEvents, 'events'>): Promise<void> {
  const log = openLog();
  const told = { settings: { secrets: [SIGNS] }, changes: undefined };
  const doors = changesDoors(told, { put: way.house.receive, log, now: way.house.clock.now });
  const shop = await openDoor(Router().use(...doors));
  const served = await way.serve(builtPages());
  const browser = await openBrowser();
  try {
    await walk(way, { events, browser, url: served.url, exchange: served.exchange, shop });
    expect([log.lines, way.house.errors]).toEqual([[], []]);
  } finally {
    await browser.close();
    await served.close();
    await shop.close();
  }
}

type Places = {
  readonly events: readonly unknown[];
  readonly browser: Browser;
  /** Where accounts are linked. */
  readonly url: string;
  readonly exchange: Awaited<ReturnType<typeof serveLinkingWith>>['exchange'];
  /** Where the shop tells what has changed. */
  readonly shop: OpenDoor;
};

async function walk(way: WayThrough, places: Places): Promise<void> {
  const at = (options: SpeakerOptions) => createSpeaker(way.house, { ...options, shopper: 'house' });
  const guest = at({ token: 'worth nothing' });
  expect((await guest.hears('OrderStatus', { product: 'dog food' })).card).toEqual(RELINK);
  const token = await links(way, places);
  const page = await phone(places);
  const speaker = at({ token, device: 'profile' });
  const linked = await speaker.opens();
  expect(linked.replies[0]).toBe('Welcome.linked');
  expect(linked.say).toMatch(/You wanted to find an order\. .*dog food/i);
  await speaker.hears('Stop');

  const before = await way.orders();
  expect((await speaker.hears('Reorder', way.large)).replies).toEqual(['Purchase.highValue', 'Purchase.codeOffer']);
  await speaker.no();
  await setsCode(page, way, places);
  expect((await speaker.hears('Reorder', way.large)).asks).toBe('Purchase.confirm');
  expect((await speaker.yes()).asks).toBe('Purchase.code');
  expect(await way.orders()).toBe(before);
  expect((await speaker.hears('VoiceLimits', { code: CODE })).replies).toContain('Purchase.placed');
  expect(await way.orders()).toBe(before + 1);

  expect((await speaker.hears('OrderNews')).replies).toEqual(['OrderNews.keptSpeaker']);
  const order = await way.parcelMoves();
  for (const id of ['one', 'one', 'two', 'three']) expect(await shopTells(way, places, { id, order })).toBe(200);
  await settle(way.house);
  await settle(way.house);
  isOneEvent(places.events);

  const again = await links(way, places);
  await unlinks(page, way, places);
  for (const one of [token, again]) {
    const heard = await at({ token: one }).hears('OrderStatus');
    expect([heard.replies, heard.card]).toEqual([['Trouble.relink'], RELINK]);
  }
}

function isOneEvent(events: readonly unknown[]): void {
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
}

async function phone({ browser }: Places): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-GB', viewport: SMALL, reducedMotion: 'reduce' });
  context.setDefaultTimeout(PAGES_MAY_TAKE);
  return context.newPage();
}

/** As Amazon's app does it; the token Alexa sends from then on. */
async function links(way: WayThrough, places: Places): Promise<string> {
  const page = await phone(places);
  const asked = { client_id: 'alexa', redirect_uri: REDIRECT, response_type: 'code', scope: 'shop', state: 's' };
  const proof = { code_challenge: CHALLENGE, code_challenge_method: 'S256' };
  await page.goto(`${places.url}/link/auth?${new URLSearchParams({ ...asked, ...proof })}`);
  // Amazon's own page is not of this test; that the browser goes there is.
  const onTo = page.waitForRequest((request) => request.url().startsWith(REDIRECT));
  await way.signsIn(page);
  const code = new URL((await onTo).url()).searchParams.get('code') ?? '';
  const tokens = (await (await places.exchange(code)).json()) as { readonly access_token: string };
  return tokens.access_token;
}

/** Nothing in anybody's way, and nothing wider than the phone. */
async function isFit(page: Page): Promise<void> {
  expect(await barriersInBothThemes(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(SMALL.width);
}

/** Switches on a code at the smallest phone, with a slip on the way. */
async function setsCode(page: Page, way: WayThrough, { url }: Places): Promise<void> {
  await page.goto(`${url}/link/limits`);
  await way.signsIn(page);
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

type Change = { readonly id: string; readonly order: string };

async function shopTells({ house, shopperId }: WayThrough, { shop }: Places, change: Change): Promise<number> {
  const body = JSON.stringify({ ...change, shopper: shopperId });
  const seconds = Math.floor(house.clock.now() / 1_000);
  const v1 = createHmac('sha256', SIGNS).update(`${seconds}.${body}`).digest('hex');
  const headers = { 'content-type': 'application/json', 'x-shop-signature': `t=${seconds},v1=${v1}` };
  return (await fetch(`${shop.url}/shop/changes`, { method: 'POST', headers, body })).status;
}

async function unlinks(page: Page, way: WayThrough, { url }: Places): Promise<void> {
  await page.goto(`${url}/link`);
  await page.getByRole('button', { name: 'See what is linked' }).click();
  await way.signsIn(page);
  const unlink = page.getByRole('button', { name: 'Unlink Alexa' });
  await unlink.first().waitFor();
  for (let left = await unlink.count(); left > 0; left -= 1) {
    await unlink.first().click();
    await page.getByRole('status').waitFor();
    await settles(() => unlink.count(), left - 1);
  }
}
