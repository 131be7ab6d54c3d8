/** "Anything cheaper?": than what was suggested, is being bought or was told of last, and like it. */

import type { Suggestion } from '../../services/commerce/advice';
import type { Slots } from '../../vocabulary/heard';
import type { Acted, Scene } from '../kit/define';
import { openFor } from '../kit/questions';
import { suggestionsFor, wishIn } from './suggesting';

/** The id of the goods it is said of, where it names none; null: something else is wished, or nothing was talked about. */
export function cheaperThanWhat({ product, price, trait }: Slots, { turn, memory, policyOf }: Scene): string | null {
  const isAlone = !product && !price && trait?.ids.length === 1 && trait.ids[0] === 'cheap';
  if (!isAlone) return null;
  const question = openFor(turn, memory)?.question;
  const [line] = question ? policyOf(question).goods(question.state) : [];
  return line?.productId ?? memory.topic.productId ?? null;
}

/** What is wished as something like these goods. */
export function like(id: string): Slots {
  return { product: { said: '', ids: [id] }, asked: { said: '', ids: ['like'] } };
}

/** Of what is wished, what costs less than these goods do now. */
export async function cheaperThan(id: string, wished: Slots, scene: Scene): Promise<readonly Suggestion[] | Acted> {
  const found = await suggestionsFor({ ...wishIn(wished, scene), isCheapFirst: true }, scene);
  const told = await suggestionsFor({ stored: [{ id, because: { kind: 'favourite' } }] }, scene);
  if ('replies' in found || 'replies' in told) return 'replies' in found ? found : told;
  const limit = told[0]?.price.minor ?? 0;
  return found.filter(({ price }) => price.minor < limit);
}
