/** The torn bag, whole: told at the speaker, shown from the phone, found, passed on and answered at two desks, read, heard and rated; and then forgotten. */

import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import type { Page } from 'playwright-core';
import { tidy } from '../../lambda/house/chores';
import { readShopFile } from '../../lambda/house/shop-file';
import { askForPerson, employ, serveDesk, sitDown } from '../desk/desk-server';
import { describeInBrowser } from '../kit/browser';
import { useDeskPages } from '../kit/desk-pages';
import { JPEG, PNG } from '../kit/files';
import { openHouse } from '../kit/house';
import { becomes, settles } from '../kit/settles';
import { createSpeaker } from '../kit/speaker';

const WIDE = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 375, height: 700 } };
const DAY = 24 * 3_600_000;

/** As they are written; what is theirs alone stands nowhere else. */
const CAPTION = 'The zipper burst at the seam, my courier Zbigniew is on +39 347 123 4567';
const NOTE = 'Jo, you know how quinoa bags burst';
const PARCEL = 'Your DHL parcel is 00340434161094015902, here in 10-15 working days: https://track.example/quagga';
const TOPICS = ['vanilla pods', 'chipped saucer'];

describeInBrowser('a torn bag', () => {
  let folder: string;
  const desks = useDeskPages(async (pages) => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-torn-'));
    return serveDesk(await openHouse({ at: Date.now(), folder }), { pages });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function sits(login: string): Promise<Page> {
    const page = await desks.desk(login, WIDE);
    await page.getByRole('switch', { name: 'Available' }).waitFor();
    return page;
  }
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  /** Two cases of hers that are over, each with its topic. */
  async function earlierCases(): Promise<void> {
    const luca = await sitDown(desks.server, 'luca');
    for (const topic of TOPICS) {
      const { id } = await askForPerson(desks.server.house);
      await luca.takes(id);
      await luca.act(id, 'close', { done: 'answered', topic });
      desks.server.house.clock.advance(60_000);
    }
  }

  /** Everything that stands in the folder's files, and in a backup made now. */
  function stands(sought: readonly (string | Buffer)[]): readonly string[] {
    const copy = join(folder, 'backup.sqlite');
    const db = new Database(join(folder, 'earshot.sqlite'));
    db.exec(`vacuum into '${copy}'`);
    db.close();
    const files = readdirSync(folder).filter((name) => /sqlite/.test(name));
    const where = files.flatMap((name) => {
      const bytes = readFileSync(join(folder, name));
      return sought.filter((one) => bytes.includes(one)).map((one) => `${name}: ${one.toString().slice(0, 40)}`);
    });
    rmSync(copy);
    return where;
  }

  test('is told at the speaker, shown from the phone, settled by two people, heard, rated, and forgotten', async () => {
    for (const login of ['marta', 'jo', 'luca']) await employ(desks.server, login);
    await earlierCases();
    const speaker = createSpeaker(desks.server.house, { shopper: 'ana' });
    const problem = { said: 'torn', ids: ['damaged'] };
    await speaker.hears('DeliveryProblem', { product: { said: 'coffee', ids: [] }, problem });
    await speaker.hears('TalkToHuman');

    const phone = await desks.visit('/chat?locale=en-GB#token=demo-ana', PHONE);
    const bag = { name: 'bag.jpg', mimeType: 'image/jpeg', buffer: JPEG };
    await phone.getByRole('button', { name: 'Send a photo or a file' }).waitFor();
    await phone.locator('input[type=file]').setInputFiles(bag);
    await phone.getByText(/team will see (it|your photo)/).waitFor();
    await phone.getByRole('textbox').fill(CAPTION);
    await phone.getByRole('textbox').press('Enter');
    await phone.getByText(CAPTION).waitFor();

    const marta = await sits('marta');
    await marta.getByLabel('Search all conversations').fill('zipper burst');
    await settles(() => marta.locator('.item').count(), 1);
    await marta.locator('.item', { hasText: 'Ana' }).click();
    await marta.locator('.log').getByText(CAPTION).waitFor();
    await marta.locator('.log .photo img').waitFor();
    await becomes(marta, "document.querySelector('.log .photo img').naturalHeight > 0");
    const facts = marta.getByRole('complementary', { name: 'At a glance' });
    await facts
      .locator('.order .goods')
      .getByText(/coffee/i)
      .first()
      .waitFor();
    for (const topic of TOPICS) await facts.locator('.others').getByText(topic).waitFor();
    await button(marta, 'Take').click();
    await marta.getByText('Marta took over').waitFor();
    await button(marta, 'Pass on').click();
    await marta.getByLabel('Jo').check();
    await marta.getByLabel('Note for them').fill(NOTE);
    await marta.getByRole('dialog').getByRole('button', { name: 'Pass on' }).click();
    await marta.getByText('Jo answers here').waitFor();

    const jo = await sits('jo');
    await jo.locator('.item', { hasText: 'Ana' }).first().click();
    await jo.locator('.note').getByText(NOTE).waitFor();
    const field = jo.getByLabel('Write to the shopper');
    await field.fill(PARCEL);
    await field.press('Control+Enter');
    // What is a link is shown without its scheme.
    await phone.locator('.line--person', { hasText: PARCEL.replace('https://', '') }).waitFor();
    await settles(() => field.inputValue(), '');
    await field.press('/');
    await jo.locator('.answers__one', { hasText: 'Goodbye' }).click();
    await settles(async () => /^Glad I could help, Ana\. .*\d{4}-\d{4}\.$/.test(await field.inputValue()), true);
    const goodbye = await field.inputValue();
    await jo
      .locator('.composer input[type=file]')
      .setInputFiles({ name: 'new.png', mimeType: 'image/png', buffer: PNG });
    await jo.locator('.chosen').getByText('new.png').waitFor();
    await button(jo, 'Send').click();
    await phone.getByText(goodbye).waitFor();
    await phone.locator('.line--person img.photo').waitFor();
    await settles(() => phone.locator('.line--person .bubble a').getAttribute('href'), 'https://track.example/quagga');

    // Each with its sense: the days are said, what no ear keeps is named and stays in the chat.
    expect((await speaker.opens()).asks).toBe('Person.read');
    let told = await speaker.yes();
    let heard = told.say;
    for (let page = 0; told.asks?.startsWith('Person.') && page < 5; page += 1) {
      told = await speaker.yes();
      heard += ` ${told.say}`;
    }
    expect(heard).toMatch(/Jo/);
    expect(heard).toMatch(/10 to 15 working days|10-15 working days/);
    expect(heard).toMatch(/in your chat/);
    expect(heard).toMatch(/picture/);
    expect(heard).not.toMatch(/0034|quagga|https/);

    await button(jo, 'Close').click();
    await jo.getByRole('dialog').getByLabel('Sent again').check();
    await jo.getByRole('dialog').getByRole('button', { name: 'Close conversation' }).click();
    await phone.getByText(/how well did Jo help you/).waitFor();
    await phone.getByRole('button', { name: '5', exact: true }).click();
    await marta.reload();
    await marta.getByText('Rated 5 of 5').first().waitFor();

    await Promise.all([phone, marta, jo].map((page) => page.context().close()));
    await forgotten();
  });

  async function forgotten(): Promise<void> {
    const { house } = desks.server;
    const shop = readShopFile();
    // At no time what is somebody's own, nor a picture.
    expect(stands(['347 123', '3471234567', JPEG.subarray(200, 260), PNG.subarray(20)])).toEqual([]);
    const older = mkdtempSync(join(tmpdir(), 'earshot-older-'));
    copyFileSync(join(folder, 'earshot.sqlite'), join(older, 'earshot.sqlite'));
    house.clock.advance((Math.max(...Object.values(shop.retention)) + 1) * DAY);
    await tidy(house, { shop, now: house.clock.now });
    await house.store.privacy.erase(['nobody'], null);
    const words = [
      'zipper',
      'seam',
      'Zbigniew',
      'quinoa',
      'quagga',
      '00340434161094015902',
      'Glad I could help',
      ...TOPICS,
    ];
    expect(stands(words)).toEqual([]);
    expect(readFileSync(join(older, 'earshot.sqlite')).includes('347 123')).toBe(false);
    rmSync(older, { recursive: true });
  }
});
