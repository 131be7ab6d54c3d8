/** Parcels as AfterShip follows them with a thousand carriers; whoever sends a parcel has told it the number. */

import * as z from 'zod/mini';
import { askedOverKeptLine } from '../../../http/kept-line';
import { type Call, ok, type Result, refused } from '../../../services/commerce/call';
import type { Stage } from '../../../services/commerce/orders';
import type { ShopHouse } from '../../../services/commerce/shop';
import { type CarriedParcel, MOST_TRACKED, type OpenedTracking } from '../../../services/commerce/tracking';
import type { PlainDate } from '../../../vocabulary/values';
import type { AftershipSettings } from './settings';

/** A carrier's days come as it writes them, with or without a time, and are those of the recipient. */
const day = z.nullish(
  z.pipe(
    z.string(),
    z.transform((text) => (/^\d{4}-\d\d-\d\d/.test(text) ? (text.slice(0, 10) as PlainDate) : undefined)),
  ),
);
const estimate = z.nullish(z.object({ datetime: day, datetime_max: day }));
const parcel = z.object({
  ...{ tracking_number: z.string(), tag: z.nullish(z.string()), return_to_sender: z.nullish(z.boolean()) },
  ...{ courier_tracking_link: z.nullish(z.string()), shipment_delivery_date: day },
  ...{ first_estimated_delivery: estimate, latest_estimated_delivery: estimate },
});
const answer = z.object({ data: z.object({ trackings: z.array(parcel) }) });

/** null: it has heard nothing, or nothing for a month, and the shop's own word stands. */
const STAGES: Readonly<Record<string, Stage | null>> = {
  Pending: null,
  Expired: null,
  InfoReceived: 'preparing',
  InTransit: 'shipped',
  OutForDelivery: 'out-for-delivery',
  AttemptFail: 'shipped',
  AvailableForPickup: 'ready-for-pickup',
  Delivered: 'delivered',
};

export async function open(settings: AftershipSettings, { fetch: get, now }: ShopHouse): Promise<OpenedTracking> {
  async function ask(numbers: readonly string[], { signal }: Call): Promise<Result<z.infer<typeof answer>>> {
    const query = new URLSearchParams({ tracking_numbers: numbers.join(','), limit: `${MOST_TRACKED}` });
    const url = `${settings.base}/tracking/2026-07/trackings?${query}`;
    try {
      const init = { headers: { 'as-api-key': settings.key }, redirect: 'manual', signal } as const;
      const response = await askedOverKeptLine(() => get(url, init), signal);
      if (response.status === 401 || response.status === 403) return refused({ kind: 'unauthorised' });
      const read = answer.safeParse(await response.json());
      return response.ok && read.success ? ok(read.data, now()) : refused({ kind: 'unavailable' });
    } catch {
      return refused(signal.aborted ? { kind: 'timeout', outcome: 'not-sent' } : { kind: 'unavailable' });
    }
  }

  return {
    tracking: {
      by: 'carrier',
      async parcels(trackingNumbers, call) {
        // Its list is joined with commas: what has one in it is no number of a carrier.
        const numbers = trackingNumbers.filter((one) => /^[\w-]{4,100}$/.test(one)).slice(0, MOST_TRACKED);
        if (numbers.length === 0) return ok([], now());
        const asked = await ask(numbers, call);
        return asked.ok ? ok(asked.value.data.trackings.flatMap(parcelOf), asked.asOf) : asked;
      },
    },
  };
}

function parcelOf(one: z.infer<typeof parcel>): readonly CarriedParcel[] {
  const stage = stageOf(one);
  if (stage === null) return [];
  const [first, latest] = [one.first_estimated_delivery, one.latest_estimated_delivery];
  const promised = first?.datetime_max ?? first?.datetime;
  const expected = latest?.datetime_max ?? latest?.datetime;
  return [
    {
      ...{ trackingNumber: one.tracking_number, stage },
      ...(one.courier_tracking_link ? { trackingUrl: one.courier_tracking_link } : {}),
      ...(promised ? { promised } : {}),
      ...(expected ? { expected } : {}),
      ...(stage === 'delivered' && one.shipment_delivery_date ? { deliveredOn: one.shipment_delivery_date } : {}),
    },
  ];
}

/** A tag that is new to us, or that something is wrong: nobody can tell, and a person can ask. */
function stageOf({ tag, return_to_sender: isReturned }: z.infer<typeof parcel>): Stage | null {
  if (isReturned) return 'returned';
  const known = Object.hasOwn(STAGES, tag ?? '') ? STAGES[tag ?? ''] : undefined;
  return known === undefined ? 'unknown' : known;
}
