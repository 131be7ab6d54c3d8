/** How a basket can be brought, by what VTEX simulates: its SLAs as speeds, each priced over all lines. */

import type { Speed } from '../../../services/commerce/shipping';
import type { PlainDate } from '../../../vocabulary/values';
import { dayBy, type VtexFrom } from './days';
import type { VtexSettings } from './settings';
import type { VtexSimulation } from './shapes';

export type VtexDelivery = {
  readonly speed: Speed;
  /** The name of the SLA. */
  readonly id: string;
  readonly channel: string;
  /** Minor units, for all lines together, with the tax on top of it. */
  readonly price: number;
  readonly tax: number;
  /** Of each line without tax, in their order: VTEX wants its part of the price said with each. */
  readonly parts: readonly number[];
  readonly estimate: string;
  readonly day: PlainDate;
};

const PICKUP = 'pickup-in-point';

type Sla = Omit<VtexDelivery, 'speed'>;

/** Those that take every line. One that only comes in windows to choose from is a person's. */
function slasIn({ logisticsInfo }: VtexSimulation, from: VtexFrom): readonly Sla[] {
  const lines = [...(logisticsInfo ?? [])].sort((a, b) => a.itemIndex - b.itemIndex);
  const [first, ...others] = lines.map(({ slas }) => slas ?? []);
  return (first ?? []).flatMap((one): readonly Sla[] => {
    const same = others.flatMap((slas) => slas.find(({ id }) => id === one.id) ?? []);
    const estimate = one.shippingEstimate ?? '';
    const day = dayBy(estimate, from);
    if (day === null || same.length < others.length || isScheduled(one.availableDeliveryWindows)) return [];
    const all = [one, ...same];
    const parts = all.map(({ price }) => price);
    const tax = all.reduce((sum, part) => sum + (part.tax ?? 0), 0);
    const price = parts.reduce((sum, part) => sum + part, tax);
    return [{ id: one.id, channel: one.deliveryChannel ?? 'delivery', price, tax, parts, estimate, day }];
  });
}

function isScheduled(windows: unknown): boolean {
  return Array.isArray(windows) && windows.length > 0;
}

/** Those the shop has named, else: the cheapest that is brought, a quicker one, and the cheapest to be fetched. */
export function deliveriesIn(
  simulation: VtexSimulation,
  { slas: named }: VtexSettings,
  from: VtexFrom,
): readonly VtexDelivery[] {
  const all = [...slasIn(simulation, from)].sort((a, b) => a.price - b.price);
  const taken = new Set(Object.values(named));
  const free = all.filter(({ id }) => !taken.has(id));
  const brought = free.filter(({ channel }) => channel !== PICKUP);
  const by = (name: string | undefined) => all.find(({ id }) => id === name);
  const standard = named.standard === undefined ? brought[0] : by(named.standard);
  const quicker = [...brought].sort((a, b) => a.day.localeCompare(b.day))[0];
  const quick = quicker && standard && quicker.day < standard.day ? quicker : undefined;
  const express = named.express === undefined ? quick : by(named.express);
  const pickup = named.pickup === undefined ? free.find(({ channel }) => channel === PICKUP) : by(named.pickup);
  return [
    ...(standard ? [{ speed: 'standard' as const, ...standard }] : []),
    ...(express ? [{ speed: 'express' as const, ...express }] : []),
    ...(pickup ? [{ speed: 'pickup' as const, ...pickup }] : []),
  ];
}
