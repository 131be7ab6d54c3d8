/** What is said of one's data, and what there is of it. */

import type { Asking } from '../../services/privacy/own-data';
import type { Reply } from '../../vocabulary/outcome';
import { replies, type Scene } from '../kit/define';
import { wantsNews } from '../OrderNews';
import { ownName } from './own-name';

export const MY_DATA_SAYS = {
  nothing: {},
  kept: { count: 'number', days: 'span' },
  handOffs: { count: 'number' },
  orders: { count: 'number' },
  addresses: { count: 'number' },
  called: { name: 'name' },
  news: {},
  limits: {},
  shopKeeps: {},
  told: { words: 'passage' },
  file: {},
  fileSent: {},
  byTeam: {},
  closing: { site: 'shown' },
  leaving: { site: 'shown' },
  linked: {},
  guest: {},
  fromOrders: {},
  fromShelf: {},
  fromContent: {},
  fromTalk: {},
  nothingSaid: {},
  erased: {},
  notYet: {},
  unchanged: {},
  notHere: {},
  onlyThere: {},
  sent: {},
  code: {},
  codeForFile: {},
  toConfirm: {},
  toFetch: {},
  hereItIs: {},
  cardTitle: {},
  cardTitleForFile: {},
} as const;
export const say = replies('MyData', MY_DATA_SAYS);

export function asking({ shopper, turn }: Scene): Asking {
  return { shopper, channel: turn.channel, address: turn.address };
}

/** Short: what there is of each kind, and how long. */
export async function kept(scene: Scene): Promise<readonly Reply[]> {
  const { lines, handOffs, orders, addresses, rules } = await scene.services.ownData.count(asking(scene));
  const name = ownName(scene);
  if (lines + handOffs + orders + addresses + rules === 0) return [say('nothing')];
  const number = (count: number) => ({ type: 'number', number: count }) as const;
  const days = { type: 'span', days: scene.services.merchant.keepsDays, isExact: true } as const;
  return [
    ...(lines > 0 ? [say('kept', { count: number(lines), days })] : []),
    ...(handOffs > 0 ? [say('handOffs', { count: number(handOffs) })] : []),
    ...(orders > 0 ? [say('orders', { count: number(orders) })] : []),
    ...(addresses > 0 ? [say('addresses', { count: number(addresses) })] : []),
    ...(rules > 0 ? [say('limits')] : []),
    ...(name ? [say('called', { name })] : []),
    ...(wantsNews(scene) ? [say('news')] : []),
  ];
}

export function isNothing([first]: readonly Reply[]): boolean {
  return first?.key === say('nothing').key;
}
