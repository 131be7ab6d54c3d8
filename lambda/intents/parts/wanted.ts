/** The goods of a purchase that is being made, read from its open question. */

import type { HandOffRequest } from '../../vocabulary/outcome';
import type { Scene } from '../kit/define';

type Lines = HandOffRequest['lines'];

/** Of the latest question that is about goods; empty where nothing is being bought. */
export function wantedNow({ memory, policyOf }: Scene): Lines {
  const goods = memory.questions.map(({ question }) => policyOf(question).goods(question.state));
  return goods.findLast((lines) => lines.length > 0) ?? [];
}

/** The same goods with their titles in the language of the people who read hand-offs. */
export async function titled(lines: Lines, { services, call }: Scene): Promise<Lines> {
  if (lines.length === 0) return lines;
  const ids = lines.map(({ productId }) => productId);
  const found = await services.goods.byIds(ids, { ...call, locale: services.merchant.agentLocale });
  const titles = new Map((found.ok ? found.value : []).map(({ id, name }) => [id, name.title]));
  return lines.map((line) => ({ ...line, title: titles.get(line.productId) ?? line.title }));
}
