/** `npm run talk`: the terminal conversation, as a speaker or a chat would hold it. See `--help`. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import pino from 'pino';
import { toAmazon } from '../lambda/channels/alexa/names';
import { readConfig } from '../lambda/house/config';
import { modelsFolder } from '../lambda/house/ears';
import { readShopFile } from '../lambda/house/shop-file';
import { triedLocales } from '../lambda/house/spoken';
import { createVoice } from '../lambda/language/speech/say';
import { FAULTS, type Fault } from '../lambda/providers/shop/demo/faults';
import type { Answer } from '../lambda/vocabulary/answer';
import type { Heard, Turn } from '../lambda/vocabulary/heard';
import { openTalkHouse, TALKED_TO, type TalkHouse } from './talk-house';

const help = (spoken: readonly string[]) => `npm run talk -- [options]
  --locale en-GB           ${spoken.join(', ')}
  --shop NAME              ${TALKED_TO.join(', ')}: vendure installs and starts a real one,
                           vtex starts one of ours, +tryton a real one behind it, rest starts
                           docs/rest-shop-server.js; mine is the one that .env sets up
  --shopper NAME|guest     who speaks; ana by default; before mine the token that account
                           linking gives, and a guest by default
  --now 2026-12-24T18:00   the shop's calendar
  --fault NAME             ${FAULTS.join(', ')}
  --channel alexa|web      a speaker, or a chat
  --data DIR               where data lies; a fresh temporary folder by default
  --json                   one JSON line for each line of standard input
An empty line is silence. "open willow market" begins a visit; so does an empty line when the microphone is closed.`;

const DRAFT = `This language is a draft: shoppers are not offered it. What has no words yet is a tone, shown as [its key].\n`;

type Options = {
  readonly locale: string;
  readonly token: string | undefined;
  readonly channel: 'alexa' | 'web';
  readonly json: boolean;
};

/** One end of the conversation: opens a new session whenever the last answer closed it. */
function createTalker({ earshot, countOrders }: TalkHouse, options: Options, invocation: string) {
  const run = `${process.pid}-${Date.now()}`;
  let session = 0;
  let turns = 0;
  let open = false;

  function heard(line: string): Heard {
    const text = line.trim();
    if (text === '') return open ? { kind: 'silence' } : { kind: 'launched' };
    const bare = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}' ]/gu, '')
      .trim();
    const opens = bare.endsWith(invocation) && bare.slice(0, -invocation.length).trim().split(/\s+/).length <= 2;
    return opens ? { kind: 'launched' } : { kind: 'text', text };
  }

  return async function say(line: string) {
    const what = heard(line);
    const isNew = !open;
    if (isNew) session += 1;
    turns += 1;
    const turn: Turn = {
      id: `${run}-${turns}`,
      requestId: `${run}-${turns}`,
      channel: options.channel,
      form: options.channel === 'alexa' ? 'speech' : 'text',
      session: { id: `${run}-session-${session}`, isNew },
      address: `talk-${run}`,
      ...(options.token ? { credential: options.token } : {}),
      locale: options.locale,
      deadline: Date.now() + 6_000,
      heard: what,
    };
    const { answer } = await earshot.app.answer(turn);
    open = answer.question !== null;
    return { answer, orders: countOrders() };
  };
}

function jsonLine(line: string, { answer, orders }: { answer: Answer; orders: number }): string {
  const { said, question, intent, slots, replies, owner } = answer;
  return JSON.stringify({
    heard: line,
    intent: intent && toAmazon(intent),
    slots: Object.fromEntries(Object.entries(slots).map(([name, slot]) => [name, slot.number ?? slot.said])),
    replies,
    say: said?.speech.plain ?? '',
    ssml: said?.speech.ssml ?? '',
    show: said?.speech.text ?? '',
    asks: question?.id ?? null,
    open: question !== null,
    seconds: said?.speech.seconds ?? 0,
    owner,
    orders,
  });
}

function forPeople({ answer }: { answer: Answer }, channel: Options['channel']): string {
  const { said, question } = answer;
  if (!said) return '  (nothing is said; a person owns this conversation, or it is over)\n';
  const words = channel === 'alexa' ? said.speech.plain : said.speech.text;
  const seconds = channel === 'alexa' ? `  (${said.speech.seconds.toFixed(1)} s)` : '';
  const card =
    said.card?.kind === 'simple' ? `  [card] ${said.card.title}: ${said.card.text.replace(/\n/g, ' · ')}\n` : '';
  const link = said.card?.kind === 'link-account' ? '  [card] link your account\n' : '';
  const closed = question || channel !== 'alexa' ? '' : '  — the microphone closes —\n';
  return `shop › ${words}${seconds}\n${card}${link}${closed}`;
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      locale: { type: 'string', default: 'en-GB' },
      shop: { type: 'string', default: 'demo' },
      shopper: { type: 'string' },
      now: { type: 'string' },
      fault: { type: 'string' },
      channel: { type: 'string', default: 'alexa' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.fault !== undefined && !FAULTS.includes(values.fault as Fault))
    refuse(`--fault is one of ${FAULTS.join(', ')}`);
  if (values.channel !== 'alexa' && values.channel !== 'web') refuse('--channel is alexa or web');
  const shop = TALKED_TO.find((one) => one === values.shop) ?? refuse(`--shop is ${TALKED_TO.join(' or ')}`);
  if (shop !== 'demo' && values.fault !== undefined) refuse('--fault is for the demo shop: a real one fails by itself');
  return { ...values, shop, channel: values.channel as 'alexa' | 'web', fault: (values.fault ?? null) as Fault | null };
}

/** By the languages' own files: what is explained is what would be heard. */
function spokenHere(): readonly string[] {
  const shop = readShopFile();
  const directory = join(resolve(__dirname, '..'), 'locales');
  return namedIn(shop, createVoice({ directory, shopName: shop.name, drafts: true }));
}

function namedIn(...here: Parameters<typeof triedLocales>): readonly string[] {
  return triedLocales(...here).map(({ locale, isDraft }) => (isDraft ? `${locale} (a draft)` : locale));
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) return void process.stdout.write(`${help(spokenHere())}\n`);
  const config = readConfig({ ...process.env, ...(values.now ? { EARSHOT_NOW: values.now } : {}) });
  const folder = values.data ?? mkdtempSync(join(tmpdir(), 'earshot-'));
  const log = pino({ level: values.json ? 'error' : 'warn' }, pino.destination(2));
  const calendar = () => Date.now() + config.calendarShift;
  const opening = {
    folder,
    shop: config.shop,
    locales: config.locales,
    calendar,
    log,
    learning: 'at once',
    drafts: true,
    // A fresh folder has learned nothing yet; what another run has learned will do.
    ...(values.data ? {} : { models: modelsFolder(null) }),
  } as const;
  const house = await openTalkHouse(values.shop, opening, {
    fault: values.fault,
    locale: values.locale,
    systems: config.systems,
  });
  const { earshot } = house;
  const { voice } = earshot;
  if (!voice.tries(values.locale))
    refuse(`--locale ${values.locale} is not spoken; try ${namedIn(config.shop, voice).join(', ')}`);
  if (!voice.supports(values.locale)) process.stderr.write(DRAFT);
  const token = await tokenFor(values.shopper, house);
  const invocation = config.shop.invocationName[values.locale.split('-')[0] ?? ''] ?? config.shop.name.toLowerCase();
  const options = { locale: values.locale, token, channel: values.channel, json: values.json };
  await earshot.ready(values.locale);
  const say = createTalker(house, options, invocation);
  await converse(say, options);
  await house.close();
}

/** undefined: a guest. */
async function tokenFor(name: string | undefined, { shoppers, tokenOf }: TalkHouse): Promise<string | undefined> {
  const shopper = name ?? (shoppers ? 'ana' : 'guest');
  if (shopper.toLowerCase() === 'guest') return undefined;
  if (!shoppers) return tokenOf(shopper);
  if (!shoppers.includes(shopper.toLowerCase())) refuse(`--shopper is guest or one of ${shoppers.join(', ')}`);
  return tokenOf(shopper.toLowerCase());
}

async function converse(say: ReturnType<typeof createTalker>, options: Options): Promise<void> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  const interactive = process.stdin.isTTY && !options.json;
  if (interactive) process.stdout.write('Type as you would speak; an empty line is silence, Ctrl-D ends.\nyou  › ');
  for await (const line of lines) {
    const result = await say(line);
    if (options.json) process.stdout.write(`${jsonLine(line, result)}\n`);
    else process.stdout.write(`${process.stdin.isTTY ? '' : `you  › ${line}\n`}${forPeople(result, options.channel)}`);
    if (interactive) process.stdout.write('you  › ');
  }
}

main().catch((error: unknown) => refuse(error instanceof Error ? error.message : String(error)));
