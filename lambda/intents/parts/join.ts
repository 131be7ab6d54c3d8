/** Somebody came through a link or with a code: they say yes, and their phone is part of the conversation. */

import * as z from 'zod/mini';
import { shapeOf } from '../../services/shape';
import type { Heard } from '../../vocabulary/heard';
import type { Json } from '../../vocabulary/values';
import { type Acted, ask, close, type Part, replies, type Scene } from '../kit/define';
import { openFor } from '../kit/questions';
import { whatElse } from './welcome';

const SAYS = {
  wrong: {},
  locked: {},
  postcode: {},
  joined: {},
  over: {},
  already: {},
  declined: {},
} as const;
const say = replies('Join', SAYS);

/** A code as a card shows it, and the postcode behind it; or the secret of a link. */
const TYPED_CODE = /^(\d{3})[\s-]?(\d{3})(?:[\s,;]+((?=.*\d)[A-Za-z\d][A-Za-z\d -]{1,9}))?$/;
/** A word of 22 letters is none: within a secret stand digits, or a capital behind a small letter. */
const TYPED_SECRET = /^(?=.*(\d|[a-z][A-Z]))[A-Za-z0-9_-]{22}$/;

/** What a guest typed to join; null: words like any others, which a person or an open question may be waiting for. */
export function typedToken(text: string, { turn, memory }: Pick<Scene, 'turn' | 'memory'>): Heard | null {
  const typed = text.trim();
  const asksPlace = openFor(turn, memory)?.question.expects.includes('place');
  if (memory.owner === 'human' || asksPlace) return null;
  if (TYPED_SECRET.test(typed)) return { kind: 'joined', token: typed };
  const [, first, last, proof] = TYPED_CODE.exec(typed) ?? [];
  if (first === undefined || last === undefined) return null;
  return { kind: 'joined', token: `${first}${last}`, ...(proof === undefined ? {} : { proof: proof.trim() }) };
}

type Found = { readonly hash: string; readonly conversationId: string };

/** Whoever holds the link may be another person in the house: nothing of the conversation shows before the yes. */
const confirm = ask<Found, Record<never, never>>({
  id: 'Join.confirm',
  state: shapeOf(z.object({ hash: z.string(), conversationId: z.string() })),
  commits: true,
  whilePerson: true,
  with: {},
  expects: ['yesno'],
  ifLeft: 'drop',
  async answer(answer, found, scene) {
    if (answer.kind === 'no') return close(say('declined'));
    return answer.kind === 'yes' ? join(found, scene) : null;
  },
});

export const Join: Part = { name: 'Join', personal: false, says: SAYS, asks: { confirm } };

export async function cameThrough(scene: Scene): Promise<Acted> {
  const { turn, services } = scene;
  if (turn.heard.kind !== 'joined') throw new Error('nobody came through a link');
  const { token, proof } = turn.heard;
  const tried = { secret: token, ...(proof === undefined ? {} : { proof }) };
  const redeemed = await services.reach.redeeming.look(tried, `${turn.channel}:${turn.address}`);
  switch (redeemed.kind) {
    case 'wrong':
      return close(say('wrong'));
    case 'locked':
      return close(say('locked'));
    case 'proof-needed':
      return close(say('postcode'));
    case 'good': {
      const { hash, conversationId } = redeemed.token;
      if (conversationId === scene.conversationId) return { replies: [say('already')], ending: whatElse() };
      const found: Found & Json = { hash, conversationId };
      return { replies: [], ending: confirm.put({}, found) };
    }
  }
}

async function join({ hash, conversationId }: Found, scene: Scene): Promise<Acted> {
  const { services, turn } = scene;
  const token = await services.reach.redeeming.find(hash);
  // Deciding twice finds its own first time: the address is part of the conversation already.
  const isMine = await services.reach.isPart(turn.address, conversationId);
  if (!isMine && !(token && (await services.reach.redeeming.use(token)))) return close(say('over'));
  await services.reach.join({ id: turn.address, channel: turn.channel, locale: turn.locale }, conversationId);
  return { replies: [say('joined')], ending: whatElse(), effects: [{ kind: 'moved', conversationId }] };
}
