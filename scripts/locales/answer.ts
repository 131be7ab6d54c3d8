/** Plays example dialogues through the whole program, each in a fresh house in memory, and tells where the answers differ. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentOpener, type OpenContent } from '../../lambda/house/contents';
import type { OpenOptions } from '../../lambda/house/earshot';
import { readShopFile, type ShopFile } from '../../lambda/house/shop-file';
import { restsOf } from '../../lambda/language/hearing/slip-keys';
import type { Words } from '../../lambda/language/hearing/words';
import { openGoodsIndex } from '../../lambda/providers/goods/index';
import { FAULTS, type Fault } from '../../lambda/providers/shop/demo/faults';
import { personWith } from '../../lambda/providers/shop/demo/people/cast';
import type { GoodsIndex } from '../../lambda/services/commerce/goods-index';
import type { Answer } from '../../lambda/vocabulary/answer';
import type { ChannelName, Heard, Turn } from '../../lambda/vocabulary/heard';
import { type DemoHouse, openDemoHouse } from '../demo';
import type { AnswerRunner } from './check';
import { isMeant } from './check-examples';
import type { Dialogue, DialogueTurn } from './examples';
import { localesOf, type Place } from './source';

/** A Sunday morning in Europe; dialogues that name no time are held then. */
const NOW = '2026-11-22T10:00';
/** What dialogues are held on. */
const CHANNELS: readonly string[] = ['alexa', 'web'];
/** A person needs about this long to answer. */
const BETWEEN_TURNS_MS = 5_000;

/** A turn as it went. `answered` is what was heard, or shown on a channel of text. */
export type Played = { readonly answer: Answer; readonly answered: string };

/** Throws what is wrong with `shop.json`; all that may be wrong with a dialogue is told. */
export async function createAnswerer(place: Place): Promise<AnswerRunner> {
  const shop = readShopFile(join(place.root, 'shop', 'shop.json'));
  const shared = { goodsIndex: sharedGoods(), content: sharedContent() };
  const wordsOf = wordsIn(place);
  let last: Promise<unknown> = Promise.resolve();
  // One house at a time: hundreds open at once take memory and are no sooner done.
  return (dialogue, language) => {
    const answered = last.then(() => answer(dialogue, language));
    last = answered.catch(() => undefined);
    return answered;
  };

  async function answer(dialogue: Dialogue, language: string): ReturnType<AnswerRunner> {
    const problem = mistakeIn(dialogue);
    if (problem) return [{ turn: 0, message: problem }];
    const words = wordsOf(language);
    const played = await play(dialogue, { place, shop, language, shared }).catch((error: Error) => error.message);
    if (typeof played === 'string') return [{ turn: 0, message: played }];
    return played.flatMap((one, turn) => {
      const wanted = dialogue.turns[turn];
      return wanted ? differences(wanted, one, words).map((message) => ({ turn, message })) : [];
    });
  }
}

/** Later than any dialogue: to none of them it has become old. */
const NEVER_OLD = Date.parse('2100-01-01');

/** One index for all dialogues: writing it takes as long as a dialogue. */
function sharedGoods(): GoodsIndex {
  return openGoodsIndex({ file: null, now: () => NEVER_OLD, restsOf });
}

/** Read once: the house looks at every file of it to see whether one has changed. */
function sharedContent(): OpenContent {
  const open = contentOpener({ kind: 'files', settings: {} });
  let opened: ReturnType<OpenContent> | undefined;
  return (house) => {
    opened ??= open(house);
    return opened;
  };
}

type Stage = {
  readonly place: Place;
  readonly shop: ShopFile;
  readonly language: string;
  /** What all dialogues may have in common; each house has its own where absent. */
  readonly shared?: Pick<OpenOptions, 'goodsIndex' | 'content'>;
};

/** Holds the dialogue from its first turn to its last, whatever is answered. */
export async function play(
  dialogue: Dialogue,
  { place, shop, language, shared = {} }: Stage,
): Promise<readonly Played[]> {
  const { given = {}, name } = dialogue;
  let time = instantOf(given.now ?? NOW);
  let ids = 0;
  const earshot = await openDemoHouse({
    folder: null,
    shop,
    locales: localesOf(place),
    now: () => time,
    strict: true,
    drafts: true,
    learning: 'at once',
    log: { error: throwing, warn: throwing },
    random: () => `${name}-${++ids}`,
    pause: async () => undefined,
    // A busy machine is no fault of a language.
    timer: () => () => undefined,
    ...shared,
  });
  try {
    if (given.fault) earshot.demo.setFault(given.fault as Fault);
    await earshot.ready(given.locale ?? localeFor(language, shop));
    const turns = createTurns(dialogue, given.locale ?? localeFor(language, shop), earshot);
    const played: Played[] = [];
    for (const turn of dialogue.turns) {
      time += BETWEEN_TURNS_MS;
      if (turn.fault !== undefined) earshot.demo.setFault(turn.fault as Fault | null);
      const asked = turns.next(turn, time);
      const { answer } = await earshot.app.answer(asked);
      turns.answered(asked, answer);
      const words = asked.form === 'text' ? answer.said?.speech.text : answer.said?.speech.plain;
      played.push({ answer, answered: words ?? '' });
    }
    return played;
  } finally {
    await earshot.close();
  }
}

function throwing(what: { err?: unknown }): never {
  throw what.err instanceof Error ? what.err : new Error(JSON.stringify(what));
}

/** Makes the turns of one dialogue; the name and place of a turn seed its wording. A session ends with a closed microphone. */
function createTurns({ name, given = {} }: Dialogue, locale: string, earshot: DemoHouse) {
  const token = earshot.demo.shoppers().find((shopper) => shopper.name === (given.shopper ?? 'ana'))?.token;
  const open = new Map<ChannelName, string>();
  let sessions = 0;
  let turns = 0;
  return {
    next(wanted: DialogueTurn, now: number): Turn {
      const channel = (wanted.channel ?? given.channel) === 'web' ? 'web' : 'alexa';
      const going = wanted.launch === true ? undefined : open.get(channel);
      const session = going ?? `${name}-${++sessions}`;
      turns += 1;
      const id = `example-${name}-${turns}`;
      return {
        id,
        requestId: id,
        channel,
        form: channel === 'web' ? 'text' : 'speech',
        session: { id: session, isNew: going === undefined },
        address: name,
        ...(token ? { credential: token } : {}),
        locale,
        deadline: now + 6_000,
        heard: heardIn(wanted),
      };
    },
    answered({ channel, session }: Turn, { question }: Answer): void {
      if (question && session) open.set(channel, session.id);
      else open.delete(channel);
    },
  };
}

function heardIn({ said, choice, launch }: DialogueTurn): Heard {
  if (said !== undefined) return { kind: 'text', text: said };
  if (choice !== undefined) return { kind: 'choice', option: choice };
  return launch ? { kind: 'launched' } : { kind: 'silence' };
}

/** A time without a zone is UTC, so that a dialogue goes the same everywhere. */
function instantOf(now: string): number {
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(now) ? now : `${now}Z`);
}

function localeFor(language: string, shop: ShopFile): string {
  const spoken = shop.alexaLocales.filter((locale) => locale.startsWith(`${language}-`));
  return spoken.find((locale) => locale === 'en-GB') ?? spoken[0] ?? language;
}

function mistakeIn({ given = {}, turns }: Dialogue): string | null {
  const faults = [given, ...turns].flatMap(({ fault }) => fault ?? []);
  if (faults.some((fault) => !FAULTS.includes(fault as Fault))) return `fault must be one of ${FAULTS.join(', ')}`;
  if (given.now !== undefined && Number.isNaN(instantOf(given.now)))
    return `now must be a time like ${NOW}, not "${given.now}"`;
  const channels = [given, ...turns].flatMap(({ channel }) => channel ?? []);
  if (channels.some((channel) => !CHANNELS.includes(channel))) return `channel must be ${CHANNELS.join(' or ')}`;
  const { shopper = 'guest' } = given;
  return shopper === 'guest' || personWith(`demo-${shopper}`) ? null : `nobody in the demo shop is called "${shopper}"`;
}

/** Each language's once. */
function wordsIn(place: Place): (language: string) => Words {
  const known = new Map<string, Words>();
  return (language) => {
    const file = join(localesOf(place), language, 'words.json');
    const words = known.get(language) ?? (JSON.parse(readFileSync(file, 'utf8')) as Words);
    known.set(language, words);
    return words;
  };
}

function differences(wanted: DialogueTurn, { answer, answered }: Played, words: Words): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, is: unknown, should: unknown) => {
    if (should !== undefined && JSON.stringify(is) !== JSON.stringify(should))
      found.push(`${what} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`);
  };
  compare('the intent', answer.intent, wanted.intent);
  for (const [name, value] of Object.entries(wanted.slots ?? {})) {
    const slot = answer.slots[name];
    if (!slot || !isMeant(slot, value, words)) found.push(`{${name}} is "${slot?.said ?? ''}", not "${value}"`);
  }
  compare('the list of replies', answer.replies, wanted.replies);
  compare('the open question', answer.question?.id ?? null, wanted.asks);
  compare('the microphone', answer.question !== null, wanted.open);
  compare('the answer', answered, wanted.answered);
  return found;
}
