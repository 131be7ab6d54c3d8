/** What is really written: read from the database and from the demo shop's file, past everything that serves. */

import { join } from 'node:path';
import Database from 'libsql';
import type { Answer } from '../../lambda/vocabulary/answer';
import type { Databases } from '../kit/postgres-cluster';
import type { News } from './late-news';
import type { Shopper } from './shoppers';

export type StoredAnswer = Pick<Answer, 'said' | 'replies'> & { readonly conversationId: string };

/** By request id: what was answered on Alexa. */
export async function answersIn(cluster: Databases, database: string): Promise<ReadonlyMap<string, StoredAnswer>> {
  const rows = await cluster.run(
    database,
    `select request_id, body, conversation_id from answer where channel = 'alexa'`,
  );
  return new Map(
    rows.map(({ request_id, body, conversation_id }) => [
      // Whose delivery it was stands behind it.
      String(request_id).replace(/ .*/, ''),
      { ...(JSON.parse(String(body)) as Answer), conversationId: String(conversation_id) },
    ]),
  );
}

/** What the shop has: the order of each proposal that was placed, and how many orders there are of voice in all. */
export function shopIn(folder: string): { readonly orders: ReadonlyMap<string, string>; readonly voice: number } {
  const db = new Database(join(folder, 'shop.sqlite'), { readonly: true });
  try {
    const placed = db.prepare('select proposal, order_id from placements where order_id is not null').all() as {
      readonly proposal: string;
      readonly order_id: string;
    }[];
    const [{ n } = { n: -1 }] = db.prepare("select count(*) as n from orders where source = 'voice'").all() as {
      readonly n: number;
    }[];
    return { orders: new Map(placed.map(({ proposal, order_id }) => [proposal, order_id])), voice: n };
  } finally {
    db.close();
  }
}

export type Told = {
  readonly shoppers: readonly Shopper[];
  readonly news: News;
  readonly cluster: Databases;
  readonly database: string;
  readonly folder: string;
};

/** One line for each acknowledgement that was lost and each order that was lost, doubled or never told. */
export async function wrongIn({ shoppers, news, cluster, database, folder }: Told): Promise<readonly string[]> {
  const answers = await answersIn(cluster, database);
  const attempts = await placedIn(cluster, database);
  const shop = shopIn(folder);
  const wrong = [
    ...news.errors.map((error) => JSON.stringify(error)),
    ...lostIn(shoppers, answers),
    ...(await unwrittenIn(answers, cluster, database)),
  ];
  for (const { person, acknowledged } of shoppers) {
    const replies = acknowledged.flatMap(({ requestId }) => answers.get(requestId)?.replies ?? []);
    const told = [...replies, ...(news.heard.get(person) ?? [])].filter((key) => PLACED.has(key)).length;
    const own = attempts.filter(({ conversation }) => conversation.endsWith(`/${person}`));
    const orders = own.filter(({ proposal }) => shop.orders.has(proposal));
    if (orders.length !== told || own.length !== told) {
      wrong.push(`${person} was told of ${told} orders; ${own.length} are written, the shop has ${orders.length}`);
    }
  }
  const ordered = new Set(attempts.map(({ proposal }) => proposal));
  for (const proposal of shop.orders.keys()) if (!ordered.has(proposal)) wrong.push(`nobody ordered ${proposal}`);
  if (shop.voice !== shop.orders.size) wrong.push(`${shop.voice} orders of ${shop.orders.size} proposals`);
  if (shop.voice === 0) wrong.push('nothing was ordered at all');
  return wrong;
}

type Answers = ReadonlyMap<string, StoredAnswer>;

/** What a speaker was told must be what is kept for a second delivery. */
function lostIn(shoppers: readonly Shopper[], answers: Answers): readonly string[] {
  return shoppers.flatMap(({ firstName, acknowledged }) =>
    acknowledged.flatMap(({ requestId, ssml }) => {
      const kept = answers.get(requestId)?.said?.speech.ssml ?? '';
      const isSame = nameless(kept, firstName) === nameless(ssml, firstName);
      return isSame ? [] : [`${requestId} was acknowledged and is not there: ${ssml}`];
    }),
  );
}

/** A shopper's name is said and not kept: a mark stands for it. */
function nameless(ssml: string, firstName: string): string {
  return ssml.replaceAll(firstName, '').replace(/[^ -~]/g, '');
}

/** Each answer has its line in the history of its conversation. */
async function unwrittenIn(answers: Answers, cluster: Databases, database: string): Promise<readonly string[]> {
  const rows = await cluster.run(
    database,
    `select conversation_id as id, count(*) as lines from history where by = 'bot' group by conversation_id`,
  );
  const lines = new Map(rows.map(({ id, lines }) => [String(id), Number(lines)]));
  const said = new Map<string, number>();
  for (const { conversationId: id } of answers.values()) said.set(id, (said.get(id) ?? 0) + 1);
  return [...said].flatMap(([id, count]) =>
    lines.get(id) === count ? [] : [`${id} has ${count} answers and ${lines.get(id)} lines of them`],
  );
}

const PLACED = new Set(['Purchase.placed', 'Purchase.latePlaced']);

async function placedIn(cluster: Databases, database: string) {
  const rows = await cluster.run(database, `select proposal_id, conversation_id from attempt where state = 'placed'`);
  return rows.map(({ proposal_id, conversation_id }) => ({
    proposal: String(proposal_id),
    conversation: String(conversation_id),
  }));
}
