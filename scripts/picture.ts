/** Takes the pictures for the README and the docs: `node --import tsx scripts/picture.ts`, where a Chromium is. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import express from 'express';
import { chromium, type Page } from 'playwright-core';
import { watchCalls } from '../lambda/console/calls';
import { createClock } from '../lambda/console/clock';
import { openConsole } from '../lambda/console/door';
import { keepKey } from '../lambda/console/key';
import { openDesk } from '../lambda/desk/door';
import { computedHere } from '../lambda/house/beside';
import { openChat } from '../lambda/house/chat';
import { readConfig } from '../lambda/house/config';
import { openEarshot } from '../lambda/house/open';
import { buildPages } from './build-pages';
import { localiserOf } from './locales/localiser';
import { playFor } from './locales/play-for';
import { pictureDesk } from './picture-desk';
import { keepPicture, tornBag } from './picture-kept';

const ROOT = resolve(__dirname, '..');
const BEHIND = join(ROOT, 'docs', 'console.png');
const THREE = join(ROOT, 'docs', 'three-pages.png');
const BROWSERS = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome'];
/** A Monday morning in Europe: the shop's people are there. */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const SAID = ['where is my dog food', 'reorder my coffee', 'make it three'];

async function main(): Promise<void> {
  const executablePath = BROWSERS.find((path) => path !== undefined && existsSync(path));
  if (!executablePath) throw new Error('There is no Chromium; set CHROMIUM_PATH.');
  await buildPages();
  const { link, close } = await openHouse();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const viewport = { width: 1440, height: 900 };
    const page = await browser.newPage({ viewport, colorScheme: 'light', timezoneId: 'Europe/Rome' });
    page.setDefaultTimeout(10_000);
    await page.goto(link);
    await behind(page);
    await handOff(page);
    await pictureDesk(page, { browser, folder: join(ROOT, 'docs') });
  } finally {
    await browser.close();
    await close();
  }
}

async function behind(page: Page): Promise<void> {
  for (const text of SAID) await say(page, text);
  await page.getByRole('tab', { name: /^Why/ }).click();
  await page.frameLocator('.phone__screen').getByText('at the speaker').last().waitFor();
  await keepPicture(page, BEHIND);
}

/** Speaker, phone and person at once. */
async function handOff(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Desk', exact: true }).click();
  const desk = page.frameLocator('.desk-frame');
  await desk.getByRole('switch', { name: 'Available' }).waitFor();
  await say(page, 'the last bag was torn');
  await say(page, 'i want to talk to a person');
  await desk.locator('.item').first().click();
  await desk.getByRole('button', { name: 'Take', exact: true }).click();
  const answer = desk.getByLabel('Write to the shopper');
  await answer.fill('Hi Ana, Marta here. A new bag is on its way to you today.');
  await answer.press('Control+Enter');
  const phone = page.frameLocator('.phone__screen');
  await phone.getByText('Marta here').waitFor();
  await phone.getByRole('textbox').fill('Thank you, that was quick!');
  await phone.getByRole('textbox').press('Enter');
  await desk.locator('.log').getByText('that was quick').waitFor();
  const bag = { name: 'bag.jpg', mimeType: 'image/jpeg', buffer: await tornBag() };
  await phone.locator('input[type=file]').setInputFiles(bag);
  await phone.getByText('Marta can see your photo.').waitFor();
  await desk.locator('.log .photo img').waitFor();
  await keepPicture(page, THREE);
}

async function say(page: Page, text: string): Promise<void> {
  const answers = page.locator('.reply__words');
  const before = await answers.count();
  await page.getByLabel('What you would say').fill(text);
  await page.keyboard.press('Enter');
  await answers.nth(before).waitFor();
}

/** A fresh house on any port, on a day of its own, so that the picture is the same every time. */
async function openHouse() {
  const config = readConfig();
  const { shop, locales, pages } = config;
  const folder = mkdtempSync(join(tmpdir(), 'earshot-picture-'));
  const now = () => NOW;
  const clock = createClock(0, now);
  const calls = watchCalls();
  const log = { error: console.error, warn: console.error };
  const earshot = await openEarshot({ folder, shop, locales, calendar: clock.now, now, wrap: calls.wrap, log });
  const save = { folder, play: playFor({ root: ROOT }) };
  const settings = join(ROOT, 'shop');
  const key = keepKey(folder);
  const desk = openDesk(earshot, {
    shop,
    locales,
    pages,
    log,
    now,
    second: { secret: 'of pictures', isNeeded: false },
    translator: null,
  });
  const localiser = localiserOf({ root: ROOT });
  const developers = openConsole({
    ...{ earshot, calls, clock, key, shop, locales, settings, pages, save, log, now, desk, localiser, linking: null },
  });
  const chat = openChat(earshot, { shop, locales, pages, log, now, beside: computedHere });
  const server = createServer(express().use(developers.router, chat.router, desk.router));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    link: `http://127.0.0.1:${(server.address() as AddressInfo).port}/console?key=${key.text}`,
    async close() {
      developers.close();
      chat.close();
      desk.close();
      server.closeAllConnections();
      server.close();
      await earshot.close();
      rmSync(folder, { recursive: true });
    },
  };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 1;
});
