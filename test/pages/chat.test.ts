/** The chat page in a real browser: written to, read, zoomed, cut off, and put into a shop's page. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { barriers, barriersInBothThemes, builtPages, describeInBrowser, isTooWide, openBrowser } from '../kit/browser';
import { type ChatServer, openPage, serveChat } from '../kit/chat-server';
import { PNG } from '../kit/files';
import { PAGES_MAY_TAKE } from '../kit/patience';
import { settles } from '../kit/settles';
import { useHouse } from '../kit/use-house';

describeInBrowser('the chat page', () => {
  const inHouse = useHouse();
  let browser: Browser;
  let pages: string;
  let server: ChatServer;
  let shop: Server;
  let shopOrigin: string;

  beforeAll(async () => {
    pages = builtPages();
    browser = await openBrowser();
    shop = createServer((_req, res) => {
      res.setHeader('content-type', 'text/html; charset=utf-8');
      res.end(SHOP_PAGE.replaceAll('CHAT', server.url));
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    shopOrigin = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await browser.close();
    shop.closeAllConnections();
    await new Promise((resolve) => shop.close(resolve));
  });
  beforeEach(async () => {
    server = await serveChat(inHouse.house, { pages, shop: { webOrigins: [shopOrigin] } });
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server.close();
  });

  async function open(path = '/chat?locale=en-GB', options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 375, height: 812 }, ...options });
    context.setDefaultTimeout(PAGES_MAY_TAKE);
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`);
    await page.locator('.head__status--open').waitFor();
    return page;
  }
  const ANA = '/chat?locale=en-GB#token=demo-ana';
  const field = (page: Page) => page.getByRole('textbox');
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const own = (page: Page) => page.locator('.line--own .bubble');
  const theirs = (page: Page) => page.locator('.line--theirs .bubble');
  const count = (wanted: number, lines: ReturnType<typeof own>) => lines.nth(wanted - 1).waitFor();

  async function says(page: Page, text: string): Promise<void> {
    const before = await theirs(page).count();
    await field(page).fill(text);
    await field(page).press('Enter');
    await count(before + 1, theirs(page));
  }

  it('holds a conversation by keyboard alone, and has it after a reload', async () => {
    const page = await open(ANA);
    await says(page, 'reorder my coffee');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await settles(() => page.evaluate('document.activeElement.textContent'), 'Yes');
    await page.keyboard.press('Enter');
    await count(2, theirs(page));
    expect(inHouse.house.orders()).toBe(1);
    // The button it was on is gone; the keyboard goes on in the conversation.
    await settles(() => page.evaluate('document.activeElement.id'), 'log');
    await settles(() => page.getByRole('group').count(), 0);
    const said = await page.locator('.bubble').allTextContents();
    await page.reload();
    await count(2, theirs(page));
    await settles(() => page.locator('.bubble').allTextContents(), said);
  });

  it('writes a new line with Shift and Enter, and shows what is typed as text only', async () => {
    const page = await open();
    await field(page).fill('<b>one</b>');
    await field(page).press('Shift+Enter');
    await field(page).pressSequentially('two javascript:alert(1) http://plain.example');
    await field(page).press('Enter');
    await count(1, theirs(page));
    expect(await own(page).innerText()).toMatch(/<b>one<\/b>\ntwo/);
    await settles(() => own(page).locator('a, b').count(), 0);
  });

  it('links secure addresses, for a window of their own', async () => {
    const page = await open(ANA);
    await says(page, 'where is my dog food');
    const link = page.getByRole('link');
    expect(await link.getAttribute('href')).toMatch(/^https:\/\//);
    await settles(() => link.getAttribute('rel'), 'noopener noreferrer');
  });

  it('calls today what is today in the house, whatever the browser thinks', async () => {
    const page = await open(ANA);
    await page.clock.install({ time: '2031-01-01T12:00:00Z' });
    await page.reload();
    await says(page, 'what does shipping cost');
    await settles(() => page.locator('.day').allInnerTexts(), ['Today']);
  });

  it('speaks Italian', async () => {
    const page = await open('/chat?locale=it-IT');
    await settles(() => page.evaluate('document.documentElement.lang'), 'it');
    await says(page, 'quanto costa la spedizione');
    expect(await theirs(page).innerText()).toMatch(/consegna|spedizione/i);
  });

  it('tells once that it is a program, and offers something to say to who has said nothing', async () => {
    const page = await open();
    await settles(() => page.getByText("You're talking to").count(), 1);
    await button(page, 'What does shipping cost?').click();
    await count(1, theirs(page));
    await settles(() => page.getByText("You're talking to").count(), 1);
    await settles(() => page.locator('.intro__examples').count(), 0);
  });

  it('shows the same in two windows, and what was said at the speaker', async () => {
    const one = await open(ANA);
    const two = await open(ANA);
    await says(one, 'what does shipping cost');
    await count(1, theirs(two));
    const speaker = inHouse.speaker({ shopper: 'ana' });
    await speaker.opens();
    await speaker.hears('OrderStatus', { product: 'dog food' });
    await count(3, theirs(two));
    // Opening it is no word of hers.
    expect(await two.locator('.line--spoken .bubble').allTextContents()).toEqual([
      expect.stringMatching(/^Assistant: /),
      'You: You spoke to the speaker: dog food',
      expect.stringMatching(/^Assistant: /),
    ]);
    // The question was asked aloud: it is not answered with a button here.
    await settles(() => two.getByRole('group').count(), 0);
  });

  it('sends what was written without a network by itself, in its order and once, though the page was loaded anew', async () => {
    const page = await open();
    await page.context().setOffline(true);
    for (const text of ['what does shipping cost', 'how long does delivery take']) {
      await field(page).fill(text);
      await field(page).press('Enter');
    }
    await count(2, page.locator('.line--waiting'));
    expect(await barriers(page)).toEqual([]);
    await page.reload().catch(() => undefined);
    await page.context().setOffline(false);
    await page.goto(`${server.url}/chat?locale=en-GB`);
    await count(2, theirs(page));
    await settles(() => page.locator('.line--waiting').count(), 0);
    expect(await own(page).allTextContents()).toEqual([
      'You: what does shipping cost',
      'You: how long does delivery take',
    ]);
  });

  it('sends it by itself while the page stays open, too, and lets nothing overtake it', async () => {
    const page = await open();
    await page.route('**/chat/messages', (route) => route.abort());
    await field(page).fill('what does shipping cost');
    await field(page).press('Enter');
    await count(1, page.locator('.line--waiting'));
    await page.unroute('**/chat/messages');
    await field(page).fill('how long does delivery take');
    await field(page).press('Enter');
    await count(2, theirs(page));
    expect((await own(page).allTextContents())[0]).toBe('You: what does shipping cost');
  });

  it('leaves an answer that was never sent to its writer when something else is asked since', async () => {
    const page = await open(ANA);
    await page.context().setOffline(true);
    await field(page).fill('yes');
    await field(page).press('Enter');
    await count(1, page.locator('.line--waiting'));
    inHouse.house.clock.advance(60_000);
    await inHouse.texter({ shopper: 'ana' }).says('I want to order coffee');
    await page.context().setOffline(false);
    await count(1, page.locator('.line--failed'));
    await button(page, 'Discard').click();
    await settles(() => page.locator('.line--failed').count(), 0);
  });

  it('has what was begun to be written after a reload', async () => {
    const page = await open();
    await field(page).fill('my parcel came with a torn');
    await page.reload();
    await settles(() => field(page).inputValue(), 'my parcel came with a torn');
    await says(page, 'what does shipping cost');
    await page.reload();
    await page.locator('.head__status--open').waitFor();
    await settles(() => field(page).inputValue(), '');
  });

  it('says who has joined as soon as they have it, and never that the assistant writes meanwhile', async () => {
    const page = await open(ANA);
    await says(page, 'I want to talk to a person');
    const agent = inHouse.agent('Luca');
    await agent.takes();
    await page.locator('.head__status', { hasText: 'Luca has joined' }).waitFor();
    await page.locator('.intro', { hasText: 'Luca has joined' }).waitFor();
    await page.evaluate(`new MutationObserver(() => {
      globalThis.hasTyped ||= document.querySelector('.typing') !== null;
    }).observe(document.body, { childList: true, subtree: true })`);
    await field(page).fill('are you there');
    await field(page).press('Enter');
    await settles(() => page.locator('.line--sending, .line--sent').count(), 0);
    expect(await page.evaluate('globalThis.hasTyped ?? false')).toBe(false);
    await agent.returns();
    await page.locator('.head__status', { hasText: 'Signed in' }).waitFor();
  });

  it('shows all that was answered while it was closed', async () => {
    const page = await open(ANA);
    await says(page, 'I want to talk to a person');
    await page.close();
    const agent = inHouse.agent('Luca');
    for (let told = 1; told <= 310; told += 1) await agent.says(`answer ${told}`);
    const again = await open(ANA);
    await count(311, theirs(again));
    const shown = await again.locator('.line--person .bubble').allTextContents();
    expect(shown).toEqual(Array.from({ length: 310 }, (_, at) => `Luca: answer ${at + 1}`));
  });

  it('says of a file whose store is away that it is so just now, and shows it once it is back', async () => {
    const page = await open(ANA);
    await says(page, 'I want to talk to a person');
    let status = 500;
    await page.route('**/chat/files/*', (route) => (status === 200 ? route.continue() : route.fulfill({ status })));
    await inHouse.agent('Luca').sends({ id: 'a-photo', type: 'image/png', bytes: PNG });
    await page.getByText("This file can't be shown just now.").waitFor();
    status = 200;
    await button(page, 'Try again').click();
    await page.locator('img.photo').waitFor();
    status = 404;
    await page.reload();
    await page.getByText("This file can't be shown any more.").waitFor();
  });

  it('sends again what had arrived although the answer got lost, and there is one line', async () => {
    const page = await open();
    await page.route('**/chat/messages', async (route) => {
      await route.fetch();
      await route.abort();
    });
    await field(page).fill('what does shipping cost');
    await field(page).press('Enter');
    await count(1, theirs(page));
    await settles(() => own(page).count(), 1);
    await settles(() => button(page, 'Send again').count(), 0);
  });

  it('comes back by itself when the house was away', async () => {
    const page = await open();
    await says(page, 'what does shipping cost');
    const port = Number(new URL(server.url).port);
    await server.close();
    await page.locator('.head__status--lost').waitFor();
    server = await serveChat(inHouse.house, { pages, port });
    await page.locator('.head__status--open').waitFor();
    await says(page, 'how long does delivery take');
    await settles(() => own(page).count(), 2);
  });

  it('says that a sign-in has expired, and goes on as a guest only when told to', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}/chat?locale=en-GB#token=expired`);
    await page.getByText('Your sign-in has expired').waitFor();
    expect(await barriers(page)).toEqual([]);
    await field(page).fill('where is my order');
    await settles(() => button(page, 'Send').isDisabled(), true);
    await button(page, 'Go on as a guest').click();
    await page.locator('.head__status--open').waitFor();
    await says(page, 'what does shipping cost');
  });

  it('becomes a new guest when the house knows the old one no more', async () => {
    const page = await open();
    await says(page, 'what does shipping cost');
    inHouse.house.clock.advance(31 * 24 * 3_600_000);
    await page.reload();
    await page.locator('.intro__examples').waitFor();
    await settles(() => own(page).count(), 0);
  });

  it('has no barrier in any theme on any screen, and nothing is wider than it', async () => {
    const page = await open(ANA);
    expect(await barriersInBothThemes(page)).toEqual([]);
    await says(page, 'reorder my coffee');
    await says(page, 'where is my dog food');
    for (const [width, height] of [
      [375, 812],
      [320, 640],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect(await barriersInBothThemes(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
    }
  });

  it('can be used with letters twice as large on the smallest phone', async () => {
    const page = await open(ANA, { viewport: { width: 320, height: 640 } });
    await page.evaluate("document.documentElement.style.fontSize = '200%'");
    await says(page, 'reorder my coffee');
    expect(await isTooWide(page)).toBe(false);
    await settles(() => page.evaluate('document.scrollingElement.scrollHeight'), 640);
    for (const target of await page.getByRole('button').all()) {
      const box = await target.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 320 && box.width >= 24 && box.height >= 24).toBe(true);
    }
    await button(page, 'Yes').click();
    await count(2, theirs(page));
  });

  it('stands still for who wants no motion', async () => {
    const page = await open('/chat', { reducedMotion: 'reduce' });
    await page.route('**/chat/messages', () => undefined);
    await field(page).fill('what does shipping cost');
    await field(page).press('Enter');
    await page.locator('.typing').waitFor();
    await settles(() => page.evaluate('document.getAnimations().length'), 0);
  });

  it('counts what came while the reader was elsewhere', async () => {
    const page = await open(ANA, { viewport: { width: 320, height: 480 } });
    for (const about of ['coffee', 'dog food', 'coffee']) await says(page, `where is my ${about}`);
    await page.evaluate("document.getElementById('log').scrollTop = 0");
    await button(page, /newest/).waitFor();
    const elsewhere = await openPage(server, { shopper: 'demo-ana' });
    await elsewhere.says('what does shipping cost');
    await button(page, /New messages \(1\)/).click();
    await page.locator('.log__newest').waitFor({ state: 'detached' });
    while (/^\(/.test(await page.title())) await page.waitForTimeout(20);
  });

  describe('in a shop page', () => {
    const frame = (page: Page) => page.frameLocator('iframe');

    async function visit(): Promise<Page> {
      const page = await (await browser.newContext()).newPage();
      await page.goto(shopOrigin);
      await button(page, /^Scrivi a/).waitFor();
      return page;
    }

    it('opens by its button, takes the keyboard, closes with Escape and gives it back', async () => {
      const page = await visit();
      const before = await page.locator('p').boundingBox();
      expect(await barriers(page)).toEqual([]);
      await button(page, /^Scrivi a/).click();
      await frame(page).getByRole('textbox').fill('quanto costa la spedizione');
      await frame(page).getByRole('textbox').press('Enter');
      await frame(page).locator('.line--theirs').waitFor();
      expect(await page.locator('p').boundingBox()).toEqual(before);
      expect(await barriers(page)).toEqual([]);
      await frame(page).getByRole('textbox').press('Escape');
      await page.locator('iframe').waitFor({ state: 'hidden' });
      expect(await page.evaluate("document.querySelector('body > div').shadowRoot.activeElement.className")).toBe(
        'open',
      );
    });

    it('is the shopper whose token the shop hands over', async () => {
      const page = await visit();
      await page.evaluate("Earshot.signIn('demo-ana'); Earshot.open()");
      await frame(page).getByText('Accesso effettuato').waitFor();
    });

    it('believes no token of another window', async () => {
      const page = await visit();
      await page.evaluate('Earshot.open()');
      await frame(page).locator('.head__status--open').waitFor();
      await frame(page).locator('body').evaluate(`window.postMessage({ earshot: 'token', token: 'demo-ana' }, '*')`);
      await frame(page).getByRole('textbox').fill("dov'è il mio ordine");
      await frame(page).getByRole('textbox').press('Enter');
      await frame(page).locator('.line--theirs').waitFor();
      await settles(() => frame(page).getByText('Ospite').count(), 1);
    });

    it('does not show itself to a shop it does not know', async () => {
      await server.close();
      server = await serveChat(inHouse.house, { pages });
      const page = await (await browser.newContext()).newPage();
      const told = page.waitForEvent('console', (message) => /^Earshot: /.test(message.text()));
      await page.goto(shopOrigin);
      expect((await told).text()).toContain(`no page of ${shopOrigin}: it is not among the webOrigins of shop.json`);
      await page.evaluate('Earshot.open()');
      await settles(() => page.getByRole('button').filter({ visible: true }).count(), 0);
      await settles(() => frame(page).locator('#chat').count(), 0);
      expect(await page.locator('iframe').filter({ visible: true }).count()).toBe(0);
    });
  });
});

const SHOP_PAGE = `<!doctype html><html lang="it"><head><meta charset="utf-8"><title>Negozio</title></head>
<body><main><h1>Negozio</h1><p>Benvenuti.</p></main>
<script src="CHAT/chat/embed.js" data-locale="it-IT" async></script></body></html>`;
