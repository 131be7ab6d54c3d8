/** Minutes after the last kill a house opens on what is left, and everybody comes by to hear what became of their orders. */

import type { OpenOptions } from '../../lambda/house/earshot';
import { openEarshot } from '../../lambda/house/open';
import { readShopFile } from '../../lambda/house/shop-file';
import type { Turn } from '../../lambda/vocabulary/heard';
import { LOCALES } from '../kit/house';
import type { Shopper } from './shoppers';

type Visitor = Pick<Shopper, 'person' | 'token'>;

export type News = {
  /** Reply keys, by person. */
  readonly heard: ReadonlyMap<string, readonly string[]>;
  readonly errors: readonly object[];
};

/** `opens`: what stands behind the shop's ports; absent: the demo shop. */
type Left = { readonly folder: string; readonly database: string | null; readonly opens?: Partial<OpenOptions> };

/** By then nothing is under way any more, and an order the shop does not know never got there. */
const LATER_MS = 120_000;
const MOST_VISITS = 60;

export async function hearTheRest(shoppers: readonly Visitor[], { folder, database, opens = {} }: Left): Promise<News> {
  const errors: object[] = [];
  const note = (what: object) => void errors.push(what);
  const now = () => Date.now() + LATER_MS;
  const log = { error: note, warn: note };
  const house = await openEarshot({ folder, database, shop: readShopFile(), locales: LOCALES, now, log, ...opens });
  const heard = new Map<string, readonly string[]>();
  for (const shopper of shoppers) {
    const news: string[] = [];
    for (let visit = 0; visit < MOST_VISITS; visit += 1) {
      const { answer } = await house.app.answer(visitOf(shopper, visit, now()));
      const late = answer.replies.filter((key) => key.startsWith('Purchase.late'));
      if (late.length === 0) break;
      news.push(...late);
    }
    heard.set(shopper.person, news);
  }
  await house.close();
  return { heard, errors };
}

function visitOf({ person, token }: Visitor, visit: number, at: number): Turn {
  const id = `late-${person}-${visit}`;
  return {
    id,
    channel: 'alexa',
    form: 'speech',
    requestId: id,
    session: { id, isNew: true },
    address: `amzn1.ask.account.${person}`,
    person,
    credential: token,
    locale: 'en-GB',
    deadline: at + 6_000,
    heard: { kind: 'launched' },
  };
}
