/** Screens: what is shown beside the words, which document draws it, and that a touch answers what it was drawn for. */

import { StaticAplTemplateValidator } from 'apl-suggester';
import type { Directive, interfaces } from 'ask-sdk-model';
import { brokenRules } from '../../../lambda/channels/alexa/rules';
import document from '../../../lambda/channels/alexa/screens/document.json';
import { graphicOf } from '../../../lambda/channels/alexa/screens/graphic';
import type { Shop } from '../../../lambda/services/commerce/shop';
import type { Heard } from '../../kit/speaker';
import { useHouse } from '../../kit/use-house';

const PICTURE = 'https://shop.example/coffee.jpg';

/** A shop that has pictures of what it sells to drink. */
const withPictures = (shop: Shop): Shop => ({
  ...shop,
  purchases: {
    ...shop.purchases,
    async propose(wanted, call) {
      const quote = await shop.purchases.propose(wanted, call);
      if (!quote.ok) return quote;
      const lines = quote.value.lines.map((line) =>
        line.product.kind.includes('coffee') ? { ...line, product: { ...line.product, picture: PICTURE } } : line,
      );
      return { ...quote, value: { ...quote.value, lines } };
    },
  },
});

const at = useHouse({ publicUrl: 'https://talk.example', wrap: withPictures, lasts: 'file' });

afterEach(() => at.house.clock.advance(60 * 60_000));

type Drawing = interfaces.alexa.presentation.apl.RenderDocumentDirective;
type Row = { readonly label: string; readonly detail: string; readonly picture: string; readonly option: string };
type Shown = {
  readonly asking: string;
  readonly title: string;
  readonly rows: readonly Row[];
  readonly foot: readonly string[];
  readonly asks: string;
  readonly buttons: readonly { readonly id: string; readonly label: string }[];
  readonly steps: readonly { readonly label: string; readonly colour: string }[];
  readonly hasCode: boolean;
};

const isDrawing = (one: Directive): one is Drawing => one.type === 'Alexa.Presentation.APL.RenderDocument';
const drawingIn = ({ response }: Heard) => (response.directives ?? []).find(isDrawing) ?? null;
const shownIn = (heard: Heard) => drawingIn(heard)?.datasources?.screen as unknown as Shown;
const onScreen = (options: object = {}) => at.speaker({ device: 'screen', ...options });

test('a speaker without a screen, or with an older one, gets words alone', async () => {
  const heard = await at.speaker().hears('OrderStatus', { product: 'cat food' });
  expect(drawingIn(heard)).toBeNull();
  const old = onScreen();
  const envelope = old.asks('OrderStatus', { product: 'cat food' });
  const apl = envelope.context.System.device?.supportedInterfaces['Alexa.Presentation.APL'];
  if (apl?.runtime) apl.runtime.maxVersion = '1.9';
  expect(drawingIn(await old.send(envelope))).toBeNull();
});

test('an order on its way is drawn with its steps, the goods and the day', async () => {
  const shown = shownIn(await onScreen().hears('OrderStatus', { product: 'cat food' }));
  expect(shown.title).toMatch(/^Your order, placed /);
  expect(shown.steps.map(({ label }) => label)).toEqual(['Received', 'Packed', 'On its way', 'Delivered']);
  expect(new Set(shown.steps.map(({ colour }) => colour)).size).toBe(2);
  expect(shown.rows.length).toBeGreaterThan(0);
  expect(shown.rows.every(({ option }) => option === '')).toBe(true);
});

test.each([
  ['en-GB', 'Yes', /Total £|Total €/],
  ['it-IT', 'Sì', /Totale/],
])('a purchase is summed up in %s, and a touched yes orders it once', async (locale, yes, total) => {
  const speaker = onScreen({ locale });
  const summed = shownIn(await speaker.hears('Reorder', { product: locale === 'it-IT' ? 'caffè' : 'coffee' }));
  expect(summed.foot.some((line) => total.test(line))).toBe(true);
  expect(summed.buttons[0]).toEqual({ id: 'yes', label: yes });
  expect(summed.asks).toMatch(/\?$/);
  const before = at.house.orders();
  const done = await speaker.touches(['answers', summed.asking, 'yes']);
  expect(done.replies).toContain('Purchase.placed');
  expect(shownIn(done).buttons).toEqual([]);
  await speaker.touches(['answers', summed.asking, 'yes']);
  expect(at.house.orders()).toBe(before + 1);
});

test('a touch on an older screen orders nothing: what is asked now is said first', async () => {
  const speaker = onScreen();
  const two = shownIn(await speaker.hears('Reorder', { product: 'coffee' }));
  at.house.clock.advance(4_000);
  const three = await speaker.hears('Reorder', { quantity: 3 });
  expect(three.asks).toBe('Purchase.confirm');
  const before = at.house.orders();
  at.house.clock.advance(4_000);
  const late = await speaker.touches(['answers', two.asking, 'yes']);
  expect([late.asks, at.house.orders()]).toEqual(['Purchase.confirm', before]);
  expect(shownIn(late).asking).not.toBe(two.asking);
  const refused = await speaker.touches(['answers', shownIn(late).asking, 'no']);
  expect(refused.replies).toContain('Purchase.notOrdered');
});

test('several that fit are rows that can be touched', async () => {
  const speaker = onScreen({ shopper: 'bruno' });
  const asked = await speaker.hears('Reorder', { product: 'coffee' });
  expect(asked.asks).toBe('Reorder.which');
  const { rows, asking, buttons } = shownIn(asked);
  expect(rows.length).toBeGreaterThan(1);
  expect(buttons).toEqual([]);
  const chosen = await speaker.touches(['answers', asking, rows[1]?.option ?? '']);
  expect(chosen.asks).toBe('Purchase.confirm');
});

test.each([
  ['en-GB', 'Your orders'],
  ['it-IT', 'I tuoi ordini'],
])('orders looked back on are a list in %s: the goods, the day and the total of each', async (locale, title) => {
  const shown = shownIn(await onScreen({ locale }).hears('OrderStatus', { history: 'ordered', howMany: 3 }));
  expect(shown.title).toBe(title);
  expect(shown.rows).toHaveLength(3);
  for (const { label, detail, option } of shown.rows) {
    expect(label.length).toBeGreaterThan(3);
    expect(detail).toMatch(/\d[.,]\d\d/);
    expect(option).toBe('');
  }
});

test('which of several orders is meant is touched in their list', async () => {
  const speaker = onScreen();
  const asked = await speaker.hears('OrderStatus');
  expect(asked.asks).toBe('OrderStatus.which');
  const { title, rows, asking } = shownIn(asked);
  expect([title, rows.length > 1, rows.every(({ detail }) => /\d/.test(detail))]).toEqual(['Your orders', true, true]);
  const chosen = await speaker.touches(['answers', asking, rows[1]?.option ?? '']);
  expect(shownIn(chosen).steps.length).toBeGreaterThan(0);
});

test.each([
  ['of another document', ['buys', 'Purchase.confirm@1', 'yes']],
  ['without what it answers', ['answers', 'yes']],
  ['of nothing at all', []],
])('a touch %s says and does nothing', async (_what, args) => {
  const speaker = onScreen();
  await speaker.hears('Reorder', { product: 'coffee' });
  const before = at.house.orders();
  await expect(speaker.touches(args)).rejects.toThrow('without a turn');
  expect(at.house.orders()).toBe(before);
});

test('the code for the chat can be scanned; its digits stand beside it and nothing else is in it', async () => {
  const heard = await onScreen().hears('SendToPhone');
  const shown = shownIn(heard);
  expect(shown.hasCode).toBe(true);
  const digits = /(\d{3}) (\d{3})/.exec(shown.foot.join(' '));
  const graphic = graphicOf(`https://talk.example/chat#code=${digits?.[1]}${digits?.[2]}`);
  expect(drawingIn(heard)?.document).toMatchObject({ graphics: { code: graphic } });
});

test('goods are shown with the pictures the shop has', async () => {
  const summed = await onScreen().hears('Reorder', { product: 'coffee' });
  expect(shownIn(summed).rows.map(({ picture }) => picture)).toEqual([PICTURE]);
});

/** What the validator does not look at. Sources: Amazon, "APL Components", "APL Standard Commands". */
const COMPONENTS = new Set(['Container', 'Frame', 'Image', 'ScrollView', 'Text', 'TouchWrapper', 'VectorGraphic']);
const COMMANDS = new Set(['SendEvent']);
const COLOUR = /^(#[0-9A-Fa-f]{6}|\$\{data\.colour\})$/;

function* parts(node: unknown, under = ''): Generator<{ under: string; node: Readonly<Record<string, unknown>> }> {
  if (Array.isArray(node)) for (const one of node) yield* parts(one, under);
  else if (typeof node === 'object' && node !== null) {
    yield { under, node: node as Readonly<Record<string, unknown>> };
    for (const [key, inner] of Object.entries(node)) yield* parts(inner, key);
  }
}

test('the document is what a viewer draws: versions, properties, components, commands, colours', async () => {
  // It tells the console what it has no schema for; that is looked at below.
  const warn = jest.spyOn(console, 'warn').mockReturnValue(undefined);
  const whole = { ...document, graphics: { code: graphicOf('https://talk.example') } };
  const findings = await new StaticAplTemplateValidator().validate(whole);
  warn.mockRestore();
  expect(findings).toEqual([]);
  for (const { under, node } of parts(document.mainTemplate)) {
    if (['item', 'items'].includes(under)) expect(COMPONENTS).toContain(node.type);
    if (under === 'onPress') expect(COMMANDS).toContain(node.type);
  }
  for (const { node } of parts(document)) {
    for (const key of ['color', 'backgroundColor'].filter((name) => name in node)) expect(node[key]).toMatch(COLOUR);
  }
  expect(document.version).toMatch(/^2024\./);
});

test('a whole response with the largest screen stays within the size Alexa takes', async () => {
  const heard = await onScreen().hears('SendToPhone');
  expect(brokenRules(heard.response, 'IntentRequest')).toEqual([]);
});
