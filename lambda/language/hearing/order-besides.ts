/** What is said beside the goods of an order: "to my office", "next Tuesday", "by express", "as a gift". */

import { readDay } from './dates';
import { lengthAt, type OrderReading } from './order-reading';
import { valueIds, writtenIn } from './slots';
import { readPhrase } from './words';

/** The most words of an address. */
const LONGEST_PLACE = 4;

export function besides(reading: OrderReading): boolean {
  if (!reading.goods && reading.lines.length === 0) return false;
  return extra(reading) || speed(reading) || place(reading) || day(reading);
}

function extra(reading: OrderReading): boolean {
  const known = reading.sense.lexicon.values.get('Extra');
  const found = known && readPhrase(known, reading.text.said, reading.at);
  if (!found) return false;
  return put(reading, 'extra', { to: reading.at + found.length, ids: [found.value] });
}

function speed(reading: OrderReading): boolean {
  const { at, order, text, sense } = reading;
  const known = sense.lexicon.values.get('ShippingSpeed');
  const lead = lengthAt(reading, order.by, at);
  const before = lengthAt(reading, order.delivery, at + lead);
  const found = known && readPhrase(known, text.said, at + lead + before);
  const after = found ? lengthAt(reading, order.delivery, at + lead + before + found.length) : 0;
  if (!found || lead + before + after === 0) return false;
  return put(reading, 'speed', { to: at + lead + before + found.length + after, ids: [found.value] });
}

function place(reading: OrderReading): boolean {
  const { at, order, text, sense, to } = reading;
  const sure = readPhrase(order.to, text.said, at);
  const lead = sure ?? readPhrase(order.toKnown, text.said, at);
  if (!lead) return false;
  const start = at + lead.length;
  for (let end = Math.min(to, start + LONGEST_PLACE); end > start; end -= 1) {
    const ids = valueIds(sense.lexicon, 'Place', text.said.slice(start, end));
    if (ids.length > 0) return put(reading, 'place', { from: start, to: end, ids });
  }
  if (!sure || start >= to) return false;
  // "Ekspres do kawy": goods are no address.
  if (sense.mentions.exactly(text.said.slice(start, start + 1)).length > 0) return false;
  let end = start;
  while (end < to && end < start + LONGEST_PLACE && !ends(reading, end)) end += 1;
  return end > start && put(reading, 'place', { from: start, to: end, ids: [] });
}

/** Where an address that we do not know ends. */
function ends(reading: OrderReading, at: number): boolean {
  const { order, text, sense } = reading;
  const isJoint = [order.and, order.on, order.tail].some((all) => lengthAt(reading, all, at) > 0);
  return isJoint || readDay(sense.lexicon.days, text.said, { from: at, today: sense.today }) !== undefined;
}

function day(reading: OrderReading): boolean {
  const { at, order, text, sense } = reading;
  const lead = lengthAt(reading, order.on, at);
  const found = readDay(sense.lexicon.days, text.said, { from: at + lead, today: sense.today });
  return found !== undefined && put(reading, 'date', { to: at + lead + found.length, ids: [] });
}

type Found = { readonly from?: number; readonly to: number; readonly ids: readonly string[] };

/** Said twice, the later counts. */
function put(reading: OrderReading, slot: string, { from = reading.at, to, ids }: Found): true {
  reading.besides[slot] = { said: writtenIn(reading.text, from, to), ids };
  reading.at = to;
  return true;
}
