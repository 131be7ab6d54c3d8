/** Contact history in Master Data: of each hand-off a document in our own entity, with the reference by which the shop's people find the conversation. */

import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { ContactRecord, ContactRecords } from '../../../services/hand-off/contact-records';
import type { VtexAsk } from './client';
import { customerBy } from './customers';
import type { VtexWorld } from './world';

export function makeContactRecords(world: VtexWorld): ContactRecords {
  return {
    async note(record, call) {
      const known = await customerBy(world, { userId: record.shopperId }, call);
      if (!known.ok) return known;
      // Of an account that is gone there is nothing to write down.
      if (known.value === null) return ok(null, known.asOf);
      const body = documentOf(record, known.value.id);
      return done(world, { path: pathOf(world, record.id), method: 'PUT', body, does: 'writes' }, call);
    },
    forget: (id, call) =>
      done(world, { path: pathOf(world, id), method: 'DELETE', takes: [404], does: 'writes' }, call),
  };
}

function pathOf({ settings }: VtexWorld, id: string): string {
  return `/api/dataentities/${settings.entity}/documents/${encodeURIComponent(`contact-${id}`)}`;
}

/** `customer`: the id of the shopper's document in CL. Times in ISO 8601. */
function documentOf(record: ContactRecord, customer: string) {
  const { id, shopperId, reference, reason, wish, channels, answerTo, consents, at } = record;
  return {
    ...{ id: `contact-${id}`, kind: 'contact', shopper: shopperId, customer, reference, reason, wish, answerTo },
    ...{ channels: channels.join(','), consents: consents.join(','), when: new Date(at).toISOString() },
  };
}

/** The same again changes nothing more. */
async function done(world: VtexWorld, ask: VtexAsk, call: Call): Promise<Result<null>> {
  const heard = await world.answer(ask, call);
  if (!heard.ok) return heard;
  const { status } = heard.value;
  return status < 300 || status === 404 ? ok(null, heard.asOf) : refused({ kind: 'unavailable' });
}
