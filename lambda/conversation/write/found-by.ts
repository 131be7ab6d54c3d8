/** By which texts a hand-off is found once some of them are changed or taken back. */

import type { WrittenOver } from '../../services/conversation/conversation';
import { type PlacedLine, tellsChange } from '../../services/conversation/lines';
import type { HandOff } from '../../services/hand-off/hand-offs';
import type { Packet } from '../../services/hand-off/packet';
import type { Store } from '../../services/store';

export type FoundNow = {
  readonly handOff: HandOff;
  readonly packet: Packet | null;
  /** What is changed, as it was. */
  readonly own: readonly PlacedLine[];
  /** All lines as they are from now on. */
  readonly left: readonly PlacedLine[];
};

export async function foundBy(
  { handOff, packet, own, left }: FoundNow,
  { handOffs }: Pick<Store, 'handOffs'>,
): Promise<WrittenOver['found'][number]> {
  const notes = await handOffs.notes(handOff.id);
  const said = [...left, ...(packet?.transcript ?? [])].filter((line) => line.by !== 'bot' && !tellsChange(line));
  const { topic, agent, reference } = handOff;
  const about = packet ? [...packet.summary, packet.shopper.name ?? '', ...packet.orders] : [];
  const orders = packet?.about.flatMap(({ number, lines }) => [number, ...lines.map(({ title }) => title)]) ?? [];
  return {
    handOffId: handOff.id,
    gone: own.map(({ text }) => text),
    left: [
      ...said.map(({ text }) => text),
      ...notes.map(({ text }) => text),
      ...[reference, reference.slice(0, HEARD), reference.slice(HEARD), topic ?? '', agent?.name ?? ''],
      ...[...about, ...orders],
    ],
  };
}

/** A reference is heard in fours. */
const HEARD = 4;
