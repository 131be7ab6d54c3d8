/** What must be true of orders, however the steps of turns that ran at once fell between each other. */

import type { Answer } from '../../lambda/vocabulary/answer';
import { must, mustEqual } from './must';
import { told } from './rush';
import type { Happened } from './rush-scene';

export async function holdsTrue(happened: Happened): Promise<void> {
  const { rush } = happened;
  mustEqual(rush.errors, []);
  const sent = rush.asked.map(({ proposal }) => proposal);
  must(new Set(sent).size === sent.length, 'a proposal was sent twice');
  const orders = (await Promise.all(sent.map((id) => rush.orderOf(id)))).filter((id) => id !== null);
  orderedAfterHearing(happened);
  answeredAsOne(happened);
  toldAndMailed(happened, orders);
  knownInTheEnd(happened);
  await refusedIsRefused(happened);
  neverDenied(happened, (await rush.orderOf(happened.first)) !== null);
  // Memory moves on by one version at a time.
  const versions = rush.store.commits.map(({ expectedVersion }) => expectedVersion);
  mustEqual(versions, [...versions.keys()]);
}

/**
 * A yes orders only what had been asked before it was spoken. A request that is delivered a second time, to another
 * server, while the first is under way, looks as if it had been spoken then.
 */
function orderedAfterHearing({ rush, asks, actions }: Happened): void {
  if (actions.includes('same yes')) return;
  for (const { proposal, by } of rush.asked) {
    const asked = (asks.get(proposal) ?? []).map((request) => rush.decided.get(request) ?? Number.POSITIVE_INFINITY);
    must(Math.min(...asked) < (rush.arrived.get(by) ?? 0), 'a yes ordered what nobody had heard');
  }
}

function answeredAsOne({ answers, actions }: Happened): void {
  const toOne = answers.filter((_, at) => actions[at] === 'yes' || actions[at] === 'same yes');
  for (const answer of toOne) mustEqual(answer, toOne[0]);
}

/** "Done" is said of orders that exist, once each; every order is told, at once or as late news, and mailed once. */
function toldAndMailed(happened: Happened, orders: readonly string[]): void {
  const done = distinct(happened).flatMap((answer) => told(answer).placed ?? []);
  must(new Set(done).size === done.length, 'an order was placed in two turns');
  must(
    done.every((id) => orders.includes(id)),
    '"done" of an order that does not exist',
  );
  must(done.length + count(happened, 'Purchase.latePlaced') >= orders.length, 'an order was never told');
  const mailed = happened.rush.store.commits.flatMap(({ outbox }) =>
    outbox.flatMap(({ id, kind }) => (kind === 'message' ? [id] : [])),
  );
  mustEqual([...mailed].sort(), orders.map((id) => `placed:${id}`).sort());
}

/** Nothing hangs in the air for ever, and every outcome was told by somebody. */
function knownInTheEnd(happened: Happened): void {
  for (const { state, told } of happened.rush.store.begun()) {
    must((state === 'placed' || state === 'refused') && told, `an outcome is ${state} and ${told ? '' : 'un'}told`);
  }
  must(count(happened, 'Trouble.unexpected') === 0, 'the apology of last resort');
}

/** What was written down as refused or given up never became an order. */
async function refusedIsRefused({ rush }: Happened): Promise<void> {
  for (const { proposalId, state } of rush.store.begun()) {
    must(state === 'placed' || (await rush.orderOf(proposalId)) === null, `an order exists that is ${state}`);
  }
}

/** Where three were asked for, or the same once more, a denial may be about those. */
function neverDenied({ answers, actions, newer }: Happened, isOrdered: boolean): void {
  const denied = answers.some(({ replies }, at) => !actions[at]?.startsWith('hall') && denies(replies));
  const more = actions.includes('three') || answers.some(({ question }) => question?.id === 'Purchase.again');
  must(!(denied && isOrdered) || more, 'an order was denied that exists');
  must(!(newer && isOrdered), 'a proposal was placed that a newer one had voided');
}

/** With the news of an order in the same breath it is about something else. */
function denies(replies: readonly string[]): boolean {
  const isDenial = replies.includes('Purchase.notOrdered') || replies.includes('Stop.notOrdered');
  return isDenial && !replies.includes('Purchase.latePlaced');
}

/** The answers of the rush, one a request. */
function distinct({ answers, actions }: Happened): readonly Answer[] {
  return answers.filter((_, at) => actions[at] !== 'same yes');
}

export function count(happened: Happened, key: string): number {
  const all = [...distinct(happened), ...happened.later];
  return all.flatMap(({ replies }) => replies).filter((reply) => reply === key).length;
}
