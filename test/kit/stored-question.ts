/** The question that is open in Ana's conversation, as an older program, or a damaged disk, would have written it. */

import type { Json } from '../../lambda/vocabulary/values';
import type { InHouse } from './use-house';

export const WHOSE = 'shopper:shopper-ana';

export type StoredState = Readonly<Record<string, Json | undefined>>;

/** For the next turn: its state is what `change` makes of the one it was put with. */
export async function storeOtherwise(at: InHouse, change: (state: StoredState) => Json): Promise<void> {
  const { conversations } = at.house.store;
  const stored = await conversations.load(WHOSE);
  if (!stored) throw new Error('nobody has spoken yet');
  const questions = stored.memory.questions.map((open) => ({
    ...open,
    question: { ...open.question, state: change(open.question.state as StoredState) },
  }));
  jest.spyOn(conversations, 'open').mockImplementationOnce(async (key) => ({
    answer: null,
    conversationId: WHOSE,
    stored: { ...stored, memory: { ...stored.memory, questions } },
    aside: null,
    hasAside: false,
    hasOpenAttempts: key.shopper !== undefined,
  }));
}
