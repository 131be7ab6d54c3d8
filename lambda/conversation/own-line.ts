/** A line of the shopper's own that they change or take back: looked for, and whether anything can still be done about it. */

import type { Scene } from '../intents/kit/define';
import { isOfRequest, type PlacedLine } from '../services/conversation/lines';
import type { Store } from '../services/store';
import type { LineStanding } from '../vocabulary/changed-line';
import type { Heard } from '../vocabulary/heard';
import type { Instant } from '../vocabulary/values';
import { LOOKED_AT } from './amended';

type Needs = { readonly store: Pick<Store, 'conversations'>; readonly now: () => Instant };

/** As long as the messengers people know give for it. */
const MAY_CHANGE_MS = 15 * 60_000;

/** The same scene, where what is changed is known by its standing. */
export async function ownLine(scene: Scene, needs: Needs): Promise<Scene> {
  const { heard, channel } = scene.turn;
  if (heard.kind !== 'changed' || !heard.of) return scene;
  // Requests are named by their senders.
  const ref = `${scene.turn.address}/${heard.of.ref}`;
  const standing = await standingOf({ to: heard.to, ref }, scene, needs);
  const isOurs = channel === 'web' || (standing === 'with-person' && heard.to === null);
  const { of, ...elsewhere } = heard;
  // In a messenger it has happened, whatever we would say of it: only what can go is treated as one of ours.
  const known: Heard = isOurs ? { ...elsewhere, of: { ref, standing } } : elsewhere;
  return { ...scene, turn: { ...scene.turn, heard: known } };
}

type Changed = { readonly ref: string; readonly to: string | null };

async function standingOf({ ref, to }: Changed, scene: Scene, { store, now }: Needs): Promise<LineStanding> {
  const { conversationId, turn } = scene;
  const lines = await store.conversations.since(conversationId, null, LOOKED_AT);
  const own = lines.filter((line) => isOwn(line, ref));
  const [first] = own;
  if (!first) return 'late';
  if (own.every(({ show }) => show?.changed === 'deleted')) return 'gone';
  if (!own.some(({ show }) => show?.forPerson)) return 'acted';
  if (turn.channel === 'web' && now() - first.at > MAY_CHANGE_MS) return 'late';
  const since = lines.slice(lines.lastIndexOf(first) + 1);
  const isAnswered = since.some(({ by, show }) => by === 'person' && show?.of === undefined);
  const stands = first.show?.attached !== undefined || scene.memory.owner === 'bot' || isAnswered;
  return to !== null && stands ? 'answered' : 'with-person';
}

/** Of one request: what was written under a file is part of it. */
export function isOwn({ by, show }: Pick<PlacedLine, 'by' | 'show'>, ref: string): boolean {
  return by === 'shopper' && isOfRequest(show?.ref, ref) && show?.of === undefined;
}
