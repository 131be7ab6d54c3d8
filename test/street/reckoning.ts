/** The end of a day: what people noted beside what is there, kind by kind. */

import type { News } from '../servers/late-news';
import {
  type Count,
  countAnswers,
  countFaults,
  countOrders,
  countPhones,
  countSequences,
  countTurns,
  countWords,
  type Sequence,
} from './counts';
import { PHONES } from './phones';
import type { Line, Street, Told } from './street';
import { phoneOf, placesOf, type Truth, type WrittenLine } from './truth';

const PLACED = new Set(['Purchase.placed', 'Purchase.latePlaced']);

export async function reckon({ town, told }: Street, truth: Truth, news: News): Promise<readonly Count[]> {
  const kept = new Map([...truth.answers].map(([id, { ssml }]) => [id, ssml]));
  const phones = Array.from({ length: PHONES }, (_, nth) => phoneOf(nth, truth, town));
  const places = await placesOf(town);
  return [
    countTurns(told.spoken, kept),
    countSequences('messages acknowledged in chats, once and in order', writtenBy(told.written, truth)),
    countFaults('messages in chats that have their answer', ...answered(told, truth)),
    countSequences('webhooks acknowledged, each once', broughtBy(told, truth)),
    countAnswers(town.knocks.all),
    countOrders({ ...ordersOf(told, truth, news), ...shopOf(town) }),
    countSequences(
      'lines on pages, once and in order',
      told.pages.flatMap((page) => shownOn(page, truth)),
    ),
    countPhones(phones),
    countSequences('lines of the desk, once and in order', fromDesk(told)),
    countFaults('lines of shoppers at the desk', told.seen.desk, told.faults.desk),
    countFaults('times somebody asked for a person', told.seen.people, told.faults.people),
    countWords({ erased: told.erased, kept: told.written[0]?.text ?? null, places }),
    countFaults('servers ready again', told.seen.ready, told.faults.ready),
    countFaults('clean stops', told.seen.stops, told.faults.stops),
  ];
}

/** By writer, whatever conversation it went into. */
function writtenBy(written: Told['written'], { lines }: Truth): readonly Sequence[] {
  const writers = new Set(written.map(({ writer }) => writer));
  return [...writers].map((writer) => ({
    whose: writer,
    meant: written.filter((one) => one.writer === writer).map(({ text }) => text),
    found: lines.filter(({ by, text }) => by === 'shopper' && text.includes(`${writer}q`)).map(({ text }) => text),
  }));
}

/** Who asks for a person is answered by one. */
function answered({ written }: Told, { lines }: Truth): readonly [number, readonly string[]] {
  const talked = written.filter(({ writer }) => writer.startsWith('talker'));
  const byText = new Map(lines.map((line) => [line.text, line]));
  const answers = new Set(lines.filter(({ by }) => by === 'bot').map(turnOf));
  const wrong = talked.flatMap(({ text }) => {
    const line = byText.get(text);
    return line && answers.has(turnOf(line)) ? [] : [`"${text}" has no answer`];
  });
  return [talked.length, wrong];
}

const turnOf = ({ conversation, version }: WrittenLine): string => `${conversation} ${version}`;

function broughtBy({ brought }: Told, { lines }: Truth): readonly Sequence[] {
  const chats = new Set(brought.map(({ chat }) => chat));
  return [...chats].map((chat) => {
    const own = brought.filter((one) => one.chat === chat).map(({ text }) => text);
    const mark = own[0]?.slice(0, 'phonexq'.length) ?? '';
    const found = lines.filter(({ by, text }) => by === 'shopper' && text.startsWith(mark)).map(({ text }) => text);
    return { whose: `chat ${chat}`, meant: own, found };
  });
}

function ordersOf({ spoken }: Told, { answers, placed }: Truth, { heard }: News) {
  const told = new Map([...heard].map(([person, news]) => [person, timesIn(news)]));
  for (const { person, requestId } of spoken) {
    told.set(person, (told.get(person) ?? 0) + timesIn(answers.get(requestId)?.replies ?? []));
  }
  return { told, placed };
}

const timesIn = (replies: readonly string[]): number => replies.filter((key) => PLACED.has(key)).length;

const PURCHASE = 'order ';

function shopOf({ shop, ordersBefore }: Street['town']) {
  const purchases = [...shop.books.keys].flatMap(([key, { value }]) =>
    key.startsWith(PURCHASE) && value ? [[key.slice(PURCHASE.length), value.id] as const] : [],
  );
  return { shop: new Map(purchases), made: shop.books.orders.size - ordersBefore };
}

/** A page begins with the newest lines there are then, and shows every one from there on. */
function shownOn({ writer, lines }: { writer: string; lines: readonly Line[] }, truth: Truth): readonly Sequence[] {
  const conversation = truth.lines.find(({ text }) => text.includes(`${writer}q`))?.conversation;
  const all = truth.lines.filter((one) => one.conversation === conversation).map(({ id }) => id);
  const [first] = lines;
  if (!first) return [{ whose: writer, meant: all, found: [] }];
  return [{ whose: writer, meant: all.slice(Math.max(0, all.indexOf(first.id))), found: lines.map(({ id }) => id) }];
}

function fromDesk({ byDesk, pages }: Told): readonly Sequence[] {
  const readers = new Set(byDesk.map(({ reader }) => reader));
  return [...readers].map((reader) => ({
    whose: reader,
    meant: byDesk.filter((one) => one.reader === reader).map(({ text }) => text),
    found: pages
      .filter(({ writer }) => writer === reader)
      .flatMap(({ lines }) => lines.filter(({ by }) => by === 'person').map(({ text }) => text)),
  }));
}
