/** The desk in a real browser: signing in, the queue, an answer that reaches the shopper's chat, and its looks. */

import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { askForPerson, type DeskServer, employ, PASSWORD, type Sitting, serveDesk, sitDown } from '../desk/desk-server';
import { barriers, barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { anyCall } from '../kit/call';
import { OGG, PDF, PNG } from '../kit/files';
import { openHouse } from '../kit/house';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { becomes, settles } from '../kit/settles';
import { createSpeaker } from '../kit/speaker';

const WIDE = { viewport: { width: 1440, height: 900 } };
/** As long as German ones, and without a place to break. */
const LONG = 'Lebensmittelunverträglichkeitsbescheinigung'.repeat(3);

describeInBrowser('the desk', () => {
  let browser: Browser;
  let pages: string;
  let server: DeskServer;
  let luca: Sitting;
  const complaints: string[] = [];

  beforeAll(async () => {
    pages = builtPages();
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    server = await serveDesk(await openHouse({ at: Date.now() }), { pages });
    await employ(server, 'marta', 'admin');
    await employ(server, 'luca');
    luca = await sitDown(server, 'luca');
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
    await server.house.close();
    expect(complaints.splice(0)).toEqual([]);
    expect(server.house.errors).toEqual([]);
  });

  async function visit(options: BrowserContextOptions = WIDE, path = '/desk'): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    // What is refused or cut off is part of some tests; the browser calls that an error.
    page.on('console', (message) => {
      const text = message.text();
      if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text);
    });
    await page.goto(`${server.url}${path}`);
    return page;
  }
  async function enter(page: Page, password = PASSWORD): Promise<void> {
    await page.getByLabel('Sign-in name').fill('marta');
    await page.getByLabel('Password').fill(password);
    await page.keyboard.press('Enter');
  }
  async function open(options: BrowserContextOptions = WIDE, path = '/desk'): Promise<Page> {
    const page = await visit(options, path);
    await enter(page);
    await page.getByRole('switch', { name: 'Available' }).waitFor();
    return page;
  }
  const button = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: typeof name === 'string' });
  const item = (page: Page, who: string) => page.locator('.item', { hasText: who });
  const field = (page: Page) => page.getByLabel('Write to the shopper');
  const focused = (page: Page) =>
    page.evaluate<string>('document.activeElement.id || document.activeElement.className');

  /** A speaker with much behind it: goods wanted, something missed, a call wished for. */
  async function speakerAsks(): Promise<string> {
    const speaker = createSpeaker(server.house, { shopper: 'ana' });
    await speaker.hears('Reorder', { product: 'coffee', quantity: 3 });
    await speaker.hears('Fallback');
    await speaker.hears('TalkToHuman');
    const [packet] = await server.house.store.handOffs.list(1);
    return packet?.id ?? '';
  }

  test('lets in who knows the password, and out again', async () => {
    const page = await visit();
    await enter(page, 'a wrong password');
    await page.getByRole('alert').getByText("don't go together").waitFor();
    await enter(page);
    await page.getByText('Nobody is waiting').waitFor();
    await page.reload();
    await page.getByText('Nobody is waiting').waitFor();
    await button(page, 'Marta').click();
    await button(page, 'Sign out').click();
    await page.getByLabel('Sign-in name').waitFor();
    await page.reload();
    await page.getByLabel('Sign-in name').waitFor();
  });

  test('sets a second factor with the first code of the app, and asks for it at the door', async () => {
    const page = await open();
    await button(page, 'Marta').click();
    await page.getByLabel('Current password').last().fill(PASSWORD);
    await button(page, 'Set it up').click();
    await page.getByRole('img', { name: /picture to scan/ }).waitFor();
    const secret = ((await page.locator('code.spelled').textContent()) ?? '').replaceAll(' ', '');
    const code = () =>
      new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: server.house.clock.now() });
    expect(await barriersInBothThemes(page)).toEqual([]);
    await page.getByLabel('six digits').fill('000000');
    await button(page, 'Use it from now on').click();
    await page.getByText("isn't right any more").waitFor();
    await page.getByLabel('six digits').fill(code());
    await button(page, 'Use it from now on').click();
    await page.getByText('is asked for when you sign in').waitFor();
    // Its other pages are signed out; this one still hears what is new.
    await askForPerson(server.house);
    await item(page, 'Ana').waitFor();
    await button(page, 'Sign out').click();
    await page.getByLabel('Sign-in name').waitFor();
    server.house.clock.advance(30_000);
    await enter(page);
    await page.getByLabel('six digits').fill(code());
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('switch', { name: 'Available' }).waitFor();
  });

  test('goes back to the door when the session is over', async () => {
    const page = await open();
    await server.house.store.agents.endSessionsOf((await server.house.store.agents.byLogin('marta'))?.id ?? '');
    await askForPerson(server.house);
    await page.getByText('Your session is over').waitFor();
  });

  test('shows a new hand-off by itself, takes it, and answers in the shopper’s chat', async () => {
    const page = await open();
    const shopper = await visit({ viewport: { width: 375, height: 700 } }, '/chat?locale=en-GB#token=demo-ana');
    await shopper.getByRole('textbox').fill('I want to talk to a person');
    await shopper.keyboard.press('Enter');
    await item(page, 'Ana').click();
    await becomes(page, "document.title.startsWith('(1) ')");
    await button(page, 'Take').click();
    await becomes(page, "document.activeElement.matches('.composer__field')");
    await page.keyboard.type('Hi Ana, Marta here.');
    await field(page).press('Control+Enter');
    await shopper.getByText('Hi Ana, Marta here.').waitFor();
    await page.getByText('Marta took over').waitFor();
    await shopper.getByRole('textbox').fill('That was quick!');
    await shopper.keyboard.press('Enter');
    await page.locator('.log').getByText('That was quick!').waitFor();
    await page.locator('.fate').getByText('Read').waitFor();
    await button(page, 'Return to the bot').click();
    await button(page, 'Really return it?').click();
    await page.getByRole('status').getByText('The bot has it again').waitFor();
    await shopper.getByText(/assistant again/).waitFor();
    await settles(() => focused(page), 'talk-title');
  });

  test('does a deed once though the network is lost, and offers no other for what had its remedy', async () => {
    const page = await open();
    await askForPerson(server.house);
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    const order = page.locator('.order', { hasText: 'Delivered' }).first();
    await order.getByRole('button', { name: 'Refund' }).click();
    const amount = page.getByLabel(/Amount in/);
    await amount.fill('999');
    await settles(() => button(page, 'Do it').isDisabled(), true);
    await amount.fill('1');
    await page.context().setOffline(true);
    await button(page, 'Do it').click();
    await page.getByRole('alert').getByText("can't be reached").waitFor();
    await settles(() => amount.isDisabled(), true);
    await page.context().setOffline(false);
    await button(page, 'Do it').click();
    await page
      .locator('.log')
      .getByText(/refunded €1\.00/)
      .waitFor();
    await order.locator('.deed', { hasText: 'Refund €1.00, Marta' }).waitFor();
    await settles(() => order.getByRole('button').allInnerTexts(), ['Coupon']);
    await button(page, 'Close').click();
    await settles(() => page.getByLabel('Refunded').isChecked(), true);
    await page.keyboard.press('Escape');
    await settles(() => page.locator('.line--person').count(), 1);
  });

  test('shows what was sent in the chat, and the chat what is sent back once the agent sends it', async () => {
    const page = await open();
    const shopper = await visit({ viewport: { width: 375, height: 700 } }, '/chat?locale=en-GB#token=demo-ana');
    await shopper.getByRole('textbox').fill('I want to talk to a person');
    await shopper.keyboard.press('Enter');
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    await page.getByText('Marta took over').waitFor();
    await shopper.getByRole('button', { name: 'Send a photo or a file' }).waitFor();
    await shopper.locator('input[type=file]').setInputFiles({ name: 'bag.png', mimeType: 'image/png', buffer: PNG });
    await shopper.getByText('Marta can see your photo.').waitFor();
    for (const one of [shopper, page]) {
      await one.locator('img.photo, .photo img').waitFor({ state: 'attached' });
      await becomes(one, "document.querySelector('img.photo, .photo img').naturalWidth === 1");
    }
    const whole = page.locator('.log a.photo');
    expect(await whole.getAttribute('href')).toBe((await whole.locator('img').getAttribute('src'))?.split('?')[0]);
    const asked = shopper.waitForRequest(/\/chat\/files\/[\w-]+$/);
    await shopper.getByRole('button', { name: 'Enlarge the photo' }).click();
    await asked;
    await becomes(shopper, "document.querySelector('dialog img').naturalWidth === 1");
    if (process.env.EARSHOT_SHOTS) await shopper.screenshot({ path: `${process.env.EARSHOT_SHOTS}/chat-large.png` });
    expect(await barriers(shopper)).toEqual([]);
    await shopper.keyboard.press('Escape');
    await shopper.locator('dialog').waitFor({ state: 'detached' });
    await becomes(shopper, "document.activeElement.getAttribute('aria-label') === 'Enlarge the photo'");
    const receipt = { name: 'receipt.pdf', mimeType: 'application/pdf', buffer: PDF };
    await shopper.locator('input[type=file]').setInputFiles([receipt, { name: 'note.ogg', mimeType: '', buffer: OGG }]);
    await page.getByRole('link', { name: /^File/ }).waitFor();
    await page.locator('audio[aria-label="Voice note"]').waitFor();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^File/ }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('file.pdf');

    const chosen = page.locator('.chosen');
    const picker = page.locator('.composer input[type=file]');
    await picker.setInputFiles([{ name: 'wrong.png', mimeType: 'image/png', buffer: PNG }]);
    await chosen.getByRole('button', { name: 'Remove' }).click();
    await chosen.waitFor({ state: 'detached' });
    await picker.setInputFiles([{ name: 'new-bag.png', mimeType: 'image/png', buffer: PNG }, receipt]);
    await chosen.getByText('new-bag.png').waitFor();
    await field(page).fill('This is the new bag.');
    expect(await page.locator('.line--person').count()).toBe(0);
    await button(page, 'Send').click();
    await shopper.getByText('This is the new bag.').waitFor();
    await chosen.waitFor({ state: 'detached' });
    await settles(() => shopper.locator('.line--person img.photo').count(), 1);
    const save = shopper.locator('.line--person').getByRole('button', { name: 'Save the file' });
    const [theirs] = await Promise.all([shopper.waitForEvent('download'), save.click()]);
    expect(theirs.suggestedFilename()).toBe('file.pdf');
    if (process.env.EARSHOT_SHOTS) await shopper.screenshot({ path: `${process.env.EARSHOT_SHOTS}/chat-photo.png` });
    if (process.env.EARSHOT_SHOTS) await page.screenshot({ path: `${process.env.EARSHOT_SHOTS}/desk-photo.png` });
    expect([await barriers(shopper), await barriers(page)]).toEqual([[], []]);
    expect(await isTooWide(shopper)).toBe(false);
  });

  test('finds what the shop has written, and puts it after what was begun, unsent', async () => {
    const { id } = await askForPerson(server.house);
    await luca.act(id, 'note', { text: 'A note.' });
    const page = await open();
    await item(page, 'Ana').click();
    await field(page).fill('Hi Ana.');
    await button(page, 'Answers').click();
    const search = page.getByRole('dialog').getByLabel('Search');
    await becomes(page, "document.activeElement.type === 'search'");
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.type('no such thing at all');
    await page.getByText('Nothing is written about that').waitFor();
    await search.fill('present');
    await page.locator('.answers__one').first().waitFor();
    if (process.env.EARSHOT_SHOTS) await page.screenshot({ path: `${process.env.EARSHOT_SHOTS}/answers.png` });
    await button(page, /^Gift wrapping/).click();
    await becomes(page, "document.activeElement.matches('.composer__field')");
    expect(await field(page).inputValue()).toMatch(/^Hi Ana\.\n\nWe do not gift-wrap/);
    expect((await luca.detail(id)).lines.filter(({ by }) => by === 'person')).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    await field(page).fill('');
    await field(page).press('/');
    await page.locator('.answers__one').first().waitFor();
    expect(await isTooWide(page)).toBe(false);
  });

  test('calls today what is today in the house, whatever the browser thinks', async () => {
    await askForPerson(server.house);
    const page = await open();
    await page.clock.install({ time: '2031-01-01T12:00:00Z' });
    await page.reload();
    await page.locator('.item').first().click();
    await page.locator('.day').first().waitFor();
    await settles(() => page.locator('.day').allInnerTexts(), ['Today']);
    expect(await page.locator('.item').first().innerText()).toContain('< 1 min');
  });

  test('shows the packet at a glance', async () => {
    const page = await open();
    await speakerAsks();
    await item(page, 'Ana').click();
    const facts = page.getByRole('complementary', { name: 'At a glance' });
    for (const text of ['The shopper asked for a person.', /Shall I place this order/, 'Words nobody understood'])
      await facts.getByText(text).first().waitFor();
    await facts.locator('.goods').getByText(/3 ×/).waitFor();
    await page.locator('.log').getByText('Wants to reorder').waitFor();
  });

  test('keeps notes apart from what goes to the shopper', async () => {
    const page = await open();
    const { id, texter } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await page.getByLabel('Note for the team').fill('Be careful.');
    await button(page, 'Add note').click();
    await page.locator('.note').getByText('Be careful.').waitFor();
    await settles(() => page.getByLabel('Note for the team').inputValue(), '');
    expect(await page.locator('.log').innerText()).not.toContain('Be careful.');
    await texter.says('hello?');
    expect(JSON.stringify((await luca.detail(id)).lines)).not.toContain('Be careful.');
  });

  test('leaves a colleague’s conversation alone until one takes it over', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await luca.takes(id);
    await page.getByText('Luca answers here').waitFor();
    await settles(() => field(page).count(), 0);
    await button(page, 'Take over').click();
    await button(page, 'Really take over?').click();
    await field(page).waitFor();
    expect((await luca.detail(id)).handOff.agent?.name).toBe('Marta');
  });

  test('says that somebody was faster, and keeps what was written', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await field(page).fill('Hello Ana');
    // Nothing is heard of Luca before the click.
    await page.route('**/desk/**', (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
    await luca.takes(id);
    await field(page).press('Control+Enter');
    await page.getByRole('alert').getByText('A colleague has taken').waitFor();
    await page.unroute('**/desk/**');
    await page.getByText('Luca answers here').waitFor();
    await button(page, 'Take over').click();
    await button(page, 'Really take over?').click();
    await settles(() => field(page).inputValue(), 'Hello Ana');
  });

  test('keeps a reply that could not be sent, and sends it once', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    await field(page).fill('Only once.');
    // The answer is lost on its way back: the page cannot know whether it arrived.
    await page.route(
      '**/say',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await field(page).press('Control+Enter');
    await page.getByRole('alert').getByText("can't be reached").waitFor();
    await settles(() => field(page).inputValue(), 'Only once.');
    // Facts beside it may offer to send goods again.
    await page.locator('.composer').getByRole('button', { name: 'Send again' }).click();
    await becomes(page, "document.querySelector('.composer__field').value === ''");
    const said = (await luca.detail(id)).lines.filter(({ by }) => by === 'person');
    expect(said.map(({ text }) => text)).toEqual(['Only once.']);
  });

  test('keeps a draft for whoever wrote it, also when a colleague takes the conversation', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await field(page).fill('A draft of Marta');
    await page.getByLabel('Note for the team').fill('A note of Marta');
    expect(await (await luca.act(id, 'here', { doing: 'writes' })).json()).toMatchObject({
      others: [{ name: 'Marta' }],
    });
    await page.locator('.composer__others').getByText('Luca is writing here').waitFor();
    await luca.takes(id);
    await page.locator('.composer q').getByText('A draft of Marta').waitFor();
    await page.reload();
    await page.locator('.composer q').getByText('A draft of Marta').waitFor();
    await settles(() => page.getByLabel('Note for the team').inputValue(), 'A note of Marta');
    await button(page, 'Marta').click();
    await button(page, 'Sign out').click();
    await page.getByLabel('Sign-in name').fill('luca');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await settles(() => field(page).inputValue(), '');
    await settles(() => page.getByLabel('Note for the team').inputValue(), '');
  });

  test('goes back from the conversation to the queue by the browser’s Back, on a phone', async () => {
    const page = await open({ viewport: { width: 375, height: 700 } });
    await askForPerson(server.house);
    await item(page, 'Ana').click();
    await button(page, 'At a glance').click();
    await page.locator('.facts').waitFor();
    await page.goBack();
    await field(page).waitFor();
    await page.goBack();
    await item(page, 'Ana').waitFor();
    await settles(() => field(page).isVisible(), false);
    await page.goForward();
    await field(page).waitFor();
  });

  test('passes a conversation on with a note, and asks before somebody goes home with one', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    await page.getByText('Marta took over').waitFor();
    await page.getByRole('switch', { name: 'Available' }).click();
    await page.getByText('Conversations you still have: 1').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.locator('#talk-title').focus();
    await page.keyboard.press('p');
    await page.getByLabel('Luca').check();
    await page.getByLabel('Note for them').fill('You know him.');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Pass on' }).click();
    await page.getByText('Luca answers here').waitFor();
    await page.locator('.note').getByText('You know him.').waitFor();
    expect((await luca.detail(id)).handOff.agent?.name).toBe('Luca');
    const available = page.getByRole('switch', { name: 'Available' });
    await available.click();
    await settles(() => available.getAttribute('aria-checked'), 'false');
  });

  test('closes with what was done, and a topic', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house);
    await item(page, 'Ana').click();
    // The answer to what was done first comes late, and takes nobody out of what was opened since.
    let answer = () => {};
    const late = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/take', async (route) => {
      await late;
      await route.continue();
    });
    await button(page, 'Take').click();
    await page.locator('.talk__head').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor();
    answer();
    await page.getByText('You have this conversation now.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await becomes(page, "document.activeElement.textContent === 'Close'");
    await page.keyboard.press('Enter');
    await page.getByLabel('Refunded').check();
    await page.getByLabel('Topic (optional)').fill('torn bag');
    await page.keyboard.press('Enter');
    await page.getByText('Closed: Refunded').waitFor();
    await item(page, 'torn bag').waitFor();
    expect((await luca.detail(id)).handOff).toMatchObject({ state: 'completed', done: 'refunded', topic: 'torn bag' });
  });

  test('can be used by keyboard alone, and single keys can be switched off', async () => {
    const page = await open();
    for (const shopper of ['ana', 'bruno', 'chiara']) {
      await askForPerson(server.house, shopper);
      server.house.clock.advance(1_000);
    }
    await item(page, 'Chiara').waitFor();
    const title = page.locator('#talk-title');
    for (const [key, who] of [
      ['j', 'Ana'],
      ['j', 'Bruno'],
      ['j', 'Chiara'],
      ['j', 'Chiara'],
      ['k', 'Bruno'],
    ] as const) {
      await page.keyboard.press(key);
      await title.getByText(who).waitFor();
    }
    await page.keyboard.press('q');
    await becomes(page, "document.activeElement.matches('.item')");
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await title.getByText('Ana').waitFor();
    await page.keyboard.press('t');
    await becomes(page, "document.activeElement.matches('.composer__field')");
    await page.keyboard.type('jkt');
    await settles(() => field(page).inputValue(), 'jkt');
    await page.keyboard.press('Escape');
    await settles(() => focused(page), 'talk-title');
    await page.keyboard.press('n');
    await becomes(page, "document.activeElement.matches('.notes__field')");
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByLabel('Single-letter shortcuts are on').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await settles(() => page.getByRole('dialog').count(), 0);
    expect(await title.innerText()).toContain('Ana');
  });

  test('asks before a conversation goes back to the bot, and a key that is held down confirms nothing', async () => {
    const page = await open();
    const { id } = await askForPerson(server.house, 'ana');
    await item(page, 'Ana').click();
    await page.locator('[data-key="t"]').waitFor();
    await page.keyboard.press('t');
    await becomes(page, "document.activeElement.matches('.composer__field')");
    await page.keyboard.press('Escape');
    await settles(() => focused(page), 'talk-title');
    for (let held = 0; held < 5; held += 1) await page.keyboard.down('b');
    await page.keyboard.up('b');
    await button(page, 'Really return it?').waitFor();
    expect((await luca.detail(id)).handOff.state).toBe('accepted');
    await page.keyboard.press('b');
    await page.getByText('The bot has it again.').waitFor();
  });

  test('says of a picture whose store is away that it is so just now, and shows it once it is back', async () => {
    const page = await open();
    let status = 503;
    await page.route('**/desk/files/*', (route) => (status === 200 ? route.continue() : route.fulfill({ status })));
    const { texter } = await askForPerson(server.house, 'ana');
    await texter.sends({ kind: 'files', files: [{ id: 'a-photo', type: 'image/png', bytes: PNG }] });
    await item(page, 'Ana').click();
    await page.getByText("This file can't be shown just now.").waitFor();
    status = 200;
    await button(page, 'Try again').click();
    await page.locator('.photo img').waitFor();
    status = 404;
    await page.reload();
    await page.getByText("This file can't be shown any more.").waitFor();
  });

  test('tells shoppers that nobody is there when its agent is not available', async () => {
    await luca.ask('/session/end', {});
    const page = await open();
    const available = page.getByRole('switch', { name: 'Available' });
    await settles(() => available.getAttribute('aria-checked'), 'true');
    await available.click();
    await page.getByText('You are not available').waitFor();
    server.house.clock.advance(3_000);
    expect((await server.house.desk.availability(anyCall())).kind).toBe('nobody');
  });

  test('marks what is new until it was looked at', async () => {
    const page = await open();
    const { texter } = await askForPerson(server.house);
    const mark = item(page, 'Ana').locator('.item__new');
    await mark.waitFor();
    await item(page, 'Ana').click();
    await mark.waitFor({ state: 'detached' });
    await askForPerson(server.house, 'bruno');
    await item(page, 'Bruno').click();
    server.house.clock.advance(1_000);
    await texter.says('are you there?');
    await mark.waitFor();
  });

  test('notifies of a word in the open conversation while nobody sees the page, by itself, and tells none of it', async () => {
    const page = await open();
    await page.evaluate(`globalThis.told = [];
      globalThis.Notification = class extends EventTarget {
        static permission = 'granted';
        constructor(title, { body }) { super(); told.push(body); }
      };
      Object.defineProperty(document, 'visibilityState', { get: () => globalThis.isAway ? 'hidden' : 'visible' });`);
    const { texter } = await askForPerson(server.house, 'ana');
    await item(page, 'Ana').click();
    await page.locator('[data-key="t"]').waitFor();
    await page.keyboard.press('t');
    await texter.says('the first bag is torn');
    await page.locator('.bubble', { hasText: 'the first bag is torn' }).waitFor();
    await page.evaluate('isAway = true');
    server.house.clock.advance(1_000);
    await texter.says('the second bag is torn');
    await becomes(page, 'told.length === 1');
    expect(await page.evaluate('told[0]')).toMatch(/Ana/);
    expect(await page.evaluate('told[0]')).not.toMatch(/torn/);
  });

  test('lets admins add a colleague, and shows the password once', async () => {
    const page = await open();
    await button(page, 'Team').click();
    await page.getByLabel('Name shoppers read').fill('Eve');
    await page.getByLabel('Sign-in name').fill('eve');
    await button(page, 'Add').click();
    const password = await page.locator('.secret__word').innerText();
    expect(password).toMatch(/^[a-z2-9-]{23}$/);
    await button(page, 'Deliveries').click();
    await page.getByText('Everything has arrived').waitFor();
    await button(page, 'Overview').click();
    await page.locator('.figure', { hasText: 'Came today' }).waitFor();
    await page.locator('.row', { hasText: 'Luca' }).getByText('there now').waitFor();
    await button(page, 'Team').click();
    await page.getByText('Eve', { exact: true }).waitFor();
    await settles(() => page.locator('.secret').count(), 0);
  });

  test('is a pane of another page without what stands around the work', async () => {
    const line = (await server.door.signInAs('marta')) ?? '';
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
    const context = await browser.newContext(WIDE);
    await context.addCookies([{ name, value, url: `${server.url}/desk`, httpOnly: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    await page.goto(`${server.url}/desk?pane=1&locale=it`);
    await page.getByText('Nessuno in attesa').waitFor();
    await settles(() => page.getByRole('heading', { level: 1 }).count(), 0);
    await settles(() => page.getByRole('navigation').count(), 0);
  });

  test('is open to everybody in both themes', async () => {
    const page = await visit(WIDE);
    await page.getByLabel('Sign-in name').waitFor();
    const found: Record<string, readonly string[]> = { entry: await barriersInBothThemes(page) };
    const look = async (name: string) => {
      found[name] = await barriersInBothThemes(page);
    };
    await enter(page);
    await page.getByText('Nobody is waiting').waitFor();
    await look('empty');
    const id = await speakerAsks();
    server.house.clock.advance(20 * 60_000);
    await askForPerson(server.house, 'bruno');
    const other = await askForPerson(server.house, null);
    await luca.takes(other.id);
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    await luca.act(id, 'note', { text: 'A note.' });
    await page.locator('.note').waitFor();
    await look('open');
    await page.locator('.talk__head').getByRole('button', { name: 'Close' }).click();
    await look('closing');
    await page.getByRole('dialog').getByRole('button', { name: 'Close conversation' }).click();
    await page.getByText('Closed: Answered').waitFor();
    await look('closed');
    await item(page, 'Guest').click();
    await page.getByText('Luca answers here').waitFor();
    await look('theirs');
    for (const name of ['Overview', 'Team', 'Deliveries']) {
      await button(page, name).click();
      await page.getByRole('heading', { name }).waitFor();
      await look(name);
    }
    for (const name of ['Keyboard shortcuts', 'Marta']) {
      await button(page, name).click();
      await look(name);
      await page.keyboard.press('Escape');
    }
    expect(Object.entries(found).filter(([, problems]) => problems.length > 0)).toEqual([]);
  });

  test.each([320, 375, 768, 1100, 1600])('fits %i pixels, with words of any length', async (width) => {
    const page = await open({ viewport: { width, height: 700 } });
    const { id, texter } = await askForPerson(server.house);
    await texter.says(LONG);
    await luca.act(id, 'note', { text: LONG });
    await item(page, 'Ana').click();
    await button(page, 'Take').click();
    await field(page).fill(LONG);
    await field(page).press('Control+Enter');
    await page.locator('.line--person').waitFor();
    const fits = async (where: string) => expect([where, await isTooWide(page)]).toEqual([where, false]);
    await fits('conversation');
    expect(await barriers(page)).toEqual([]);
    if (width < 1200) {
      await button(page, 'At a glance').click();
      await page.locator('.note').waitFor();
      await fits('at a glance');
      expect(await barriers(page)).toEqual([]);
    }
    if (width < 700) {
      await button(page, 'Back to the queue').click();
      await item(page, 'Ana').waitFor();
      await fits('queue');
      expect(await barriers(page)).toEqual([]);
    }
    await button(page, 'Team').click();
    await page.getByRole('heading', { name: 'Team' }).waitFor();
    await fits('team');
  });
});
