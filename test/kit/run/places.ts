/** Notes what was heard right before each reply, for `npm run locales places`: jest loads it only where that asks. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../lambda/vocabulary/answer';
import type { Turn } from '../../../lambda/vocabulary/heard';
import type { NotedBefore } from '../../../scripts/locales/led-to';

type Answering = typeof import('../../../lambda/conversation/answer');
type Alone = typeof import('../../../lambda/conversation/words');
type Busy = typeof import('../../../lambda/house/busy');
type Words = typeof import('../../../lambda/language/speech/words');

/** The keys of what is being said now; outside of it, tests only look at words. */
const saying = new AsyncLocalStorage<Set<string>>();
const noted = new Map<string, number>();

function note(keys: ReadonlySet<string>, before: Omit<NotedBefore, 'key' | 'times'>): void {
  for (const key of keys) {
    const one = JSON.stringify({ key, ...before });
    noted.set(one, (noted.get(one) ?? 0) + 1);
  }
}

function noteTurn(keys: ReadonlySet<string>, { heard }: Turn, { intent, slots }: Answer, asked: string | null): void {
  const filled = Object.entries(slots).map(([name, { ids }]) => [name, ids[0] ?? ''] as const);
  note(keys, { asked, heard: intent ?? heard.kind, slots: Object.fromEntries(filled) });
}

/** What is said outside of a turn: letters, news, the packet of a person. */
function alone<T>(say: () => T): T {
  if (saying.getStore()) return say();
  const keys = new Set<string>();
  const said = saying.run(keys, say);
  note(keys, { asked: null, heard: 'nothing', slots: {} });
  return said;
}

jest.mock('../../../lambda/conversation/answer', () => {
  const real = jest.requireActual<Answering>('../../../lambda/conversation/answer');
  const createApp: Answering['createApp'] = (needs) => {
    const app = real.createApp(needs);
    const open = new Map<string | null, string | null>();
    return {
      ...app,
      async answer(turn, onSlow) {
        const keys = new Set<string>();
        const answered = await saying.run(keys, () => app.answer(turn, onSlow));
        const { answer, conversationId, repeated } = answered;
        if (repeated) return answered;
        noteTurn(new Set([...keys, ...answer.replies]), turn, answer, open.get(conversationId) ?? null);
        open.set(conversationId, answer.question?.id ?? null);
        return answered;
      },
    };
  };
  return { ...real, createApp };
});

jest.mock('../../../lambda/conversation/words', () => {
  const real = jest.requireActual<Alone>('../../../lambda/conversation/words');
  const sayAlone: Alone['sayAlone'] = (...what) => alone(() => real.sayAlone(...what));
  return { ...real, sayAlone };
});

jest.mock('../../../lambda/house/busy', () => {
  const real = jest.requireActual<Busy>('../../../lambda/house/busy');
  const busyIn: Busy['busyIn'] = (voice) => {
    const say = real.busyIn(voice);
    return (locale) => alone(() => say(locale));
  };
  return { ...real, busyIn };
});

jest.mock('../../../lambda/language/speech/words', () => {
  const real = jest.requireActual<Words>('../../../lambda/language/speech/words');
  const known = new WeakMap<object, ReturnType<Words['wordsOf']>>();
  const noting = (words: ReturnType<Words['wordsOf']>): ReturnType<Words['wordsOf']> => ({
    ...words,
    template(wanted) {
      saying.getStore()?.add(wanted.key);
      return words.template(wanted);
    },
  });
  const wordsOf: Words['wordsOf'] = (folder) => {
    const words = known.get(folder) ?? noting(real.wordsOf(folder));
    known.set(folder, words);
    return words;
  };
  return { ...real, wordsOf };
});

afterAll(() => {
  const all = [...noted].map(([one, times]) => ({ ...JSON.parse(one), times }));
  writeFileSync(join(process.env.EARSHOT_PLACES ?? '', `${randomUUID()}.json`), JSON.stringify(all));
});
