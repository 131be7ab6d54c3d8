/** A shopper who types: sends texts, taps and silences to the house as a chat page would. */

import type { Answer } from '../../lambda/vocabulary/answer';
import type { Heard, Turn } from '../../lambda/vocabulary/heard';
import type { House } from './house';

export type Read = {
  /** Reply keys, in order. */
  readonly replies: readonly string[];
  /** The open question's id. */
  readonly asks: string | null;
  readonly intent: string | null;
  /** What the chat shows; empty when the house is silent. */
  readonly show: string;
  readonly answer: Answer;
};

export type TexterOptions = {
  /** `ana`, …; null is a guest. */
  readonly shopper?: string | null;
  /** What they are signed in with, where it is another shop than the demo's. */
  readonly token?: string;
  readonly locale?: string;
  /** `speech` is how `npm run talk` types into a speaker. */
  readonly form?: 'speech' | 'text';
};

export type Texter = ReturnType<typeof createTexter>;

let texters = 0;

export function createTexter(house: Pick<House, 'app' | 'clock'>, options: TexterOptions = {}) {
  const { shopper = 'ana', locale = 'en-GB', form = 'text' } = options;
  texters += 1;
  const name = `texter-${texters}`;
  let turns = 0;
  let sessions = 0;

  async function send(heard: Heard): Promise<Read> {
    turns += 1;
    const isNew = sessions === 0;
    if (isNew) sessions = 1;
    const turn: Turn = {
      id: `${name}-${turns}`,
      channel: 'web',
      form,
      requestId: `${name}-${turns}`,
      session: { id: `${name}-s${sessions}`, isNew },
      address: name,
      ...(shopper ? { credential: options.token ?? `demo-${shopper}` } : {}),
      locale,
      deadline: house.clock.now() + 6_000,
      heard,
    };
    const { answer } = await house.app.answer(turn);
    return {
      replies: answer.replies,
      asks: answer.question?.id ?? null,
      intent: answer.intent,
      show: answer.said?.speech.text ?? '',
      answer,
    };
  }

  return {
    name,
    sends: send,
    says: (text: string) => send({ kind: 'text', text }),
    taps: (option: string) => send({ kind: 'choice', option }),
    waits: () => send({ kind: 'silence' }),
    opens: () => send({ kind: 'launched' }),
    leaves: () => send({ kind: 'ended', reason: 'CLOSED' }),
  };
}
