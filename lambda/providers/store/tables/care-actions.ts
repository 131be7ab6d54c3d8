/** Actions about orders on any engine: what each is a remedy for is claimed with it, in one transaction. */

import {
  ACTION_STATES,
  type Begun,
  type CareActions,
  type KeptAction,
  type NewAction,
} from '../../../services/care/actions';
import type { Engine } from '../engine';
import { oneOf } from '../parse';
import { atMost, parts, type Write } from '../rows';
import type { Tables } from '../schema';
import { careReads, careWrites } from './care-statements';

type ActionRow = Tables['care_action'];

export function careActionsOn({ words, read, together }: Engine): CareActions {
  const statements = { ...careReads(words), ...careWrites(words) };
  const get = async (key: string) => {
    const [row] = await read(statements.action, { key });
    return row ? actionOf(row) : null;
  };
  return {
    get,
    async begin(action) {
      // What was claimed may be free again by the time one asks by whom.
      for (let left = TRIES; left > 0; left -= 1) {
        const begun = (await tryToBegin(action)) ? BEGUN : await takenBy(action);
        if (begun) return begun;
      }
      return { kind: 'too-much' };
    },
    async given(query) {
      const [row] = await read(statements.given, query);
      return { forOrder: Number(row?.for_order ?? 0), toShopper: Number(row?.to_shopper ?? 0) };
    },
    async finish(key, state, result) {
      const write = { query: statements.finish, rows: { key, state, result } } as Write;
      await together(state === 'refused' ? [write, { query: statements.letGo, rows: { key } } as Write] : [write]);
    },
    async ofOrder(orderId) {
      return (await read(statements.ofOrder, { orderId })).map(actionOf);
    },
    async tell(key) {
      await together([{ query: statements.tell, rows: { key } } as Write]);
    },
    async untold(before, limit) {
      return (await read(statements.untold, { before, limit: atMost(limit) })).map(actionOf);
    },
    async unresolved(before, limit) {
      return (await read(statements.unresolved, { before, limit: atMost(limit) })).map(actionOf);
    },
  };

  async function tryToBegin(action: NewAction): Promise<boolean> {
    const { before, rest } = beginning(action, statements);
    const written = await together([...before, ...rest]);
    return (written[before.length]?.length ?? 0) > 0;
  }

  /** null: nobody has it by now. */
  async function takenBy(action: NewAction): Promise<Begun | null> {
    const mine = await get(action.key);
    if (mine) return { kind: 'taken', by: mine };
    for (const subject of action.subjects) {
      const [claim] = await read(statements.claimed, { subject });
      const by = claim ? await get(claim.key) : null;
      if (by) return { kind: 'taken', by };
      if (claim) return { kind: 'spent' };
    }
    return null;
  }
}

/** The claims, then the action itself first of all. */
function beginning(action: NewAction, statements: ReturnType<typeof careWrites>) {
  const { key } = action;
  const claims = claimsOf(action);
  const lock = { subject: `of ${action.shopperId}`, key, at: action.startedAt };
  const given = { ...rowOf(action), claims: claims.length, lock: lock.subject, ...ceilingOf(action) };
  const rest = [
    { query: statements.begin, rows: given },
    { query: statements.letGo, rows: { key } },
    { query: statements.unlock, rows: { subject: lock.subject } },
  ] as readonly Write[];
  // One shopper's begin after the other, so that what was given is summed up whole; the lock is gone with the transaction.
  return { before: [...parts(statements.claim, [lock]), ...parts(statements.claim, claims)], rest };
}

const BEGUN: Begun = { kind: 'begun' };
const TRIES = 4;

/** In order, so that two that claim the same never wait for each other in a circle. */
function claimsOf({ subjects, key, startedAt }: NewAction) {
  return [...new Set(subjects)].sort().map((subject) => ({ subject, key, at: startedAt }));
}

function ceilingOf({ ceiling }: NewAction) {
  const { perOrder = NO_LIMIT, perShopper = NO_LIMIT, since = 0 } = ceiling ?? {};
  return { perOrder, perShopper, since };
}

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

function rowOf(action: NewAction): ActionRow {
  return {
    key: action.key,
    conversation_id: action.conversationId,
    shopper_id: action.shopperId,
    order_id: action.orderId,
    action: action.action,
    agent_id: action.by.kind === 'agent' ? action.by.id : null,
    minor: action.worth.minor,
    currency: action.worth.currency,
    state: 'in-flight',
    result: null,
    started_at: action.startedAt,
    told: action.by.kind === 'bot' ? 1 : 0,
  };
}

function actionOf(row: ActionRow): KeptAction {
  return {
    key: row.key,
    conversationId: row.conversation_id,
    shopperId: row.shopper_id,
    orderId: row.order_id,
    action: row.action,
    by: row.agent_id === null ? { kind: 'bot' } : { kind: 'agent', id: row.agent_id },
    worth: { minor: Number(row.minor), currency: row.currency },
    state: oneOf(ACTION_STATES, row.state, 'state of an action'),
    result: row.result,
    startedAt: Number(row.started_at),
  };
}
