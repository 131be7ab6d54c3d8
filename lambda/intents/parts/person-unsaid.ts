/** What people changed or took back is read out no more, nor said again: wherever a conversation holds it to be said. */

import type { Memory, OpenQuestion } from '../../vocabulary/memory';
import type { Reply } from '../../vocabulary/outcome';
import type { Json } from '../../vocabulary/values';
import { READING } from './person-pages';
import { sayPerson as say } from './person-words';

/** `refs`: by the ids of what they wrote. What is unread is another's matter. */
export function unsaidIn(memory: Memory, refs: ReadonlySet<string>): Pick<Memory, 'questions' | 'last'> {
  const { questions, last } = memory;
  const isRepeated = last?.replies.some((reply) => readsIn(reply).some((ref) => refs.has(ref))) ?? false;
  return {
    questions: withoutWords(questions, refs),
    last: isRepeated ? null : last && { ...last, ending: withoutEnding(last.ending, refs) },
  };
}

/** What of people's words a reply says, by the ids of these. */
export function readsIn({ with: values }: Reply): readonly string[] {
  return Object.values(values).flatMap((value) => {
    if (value.type === 'quote') return value.of ?? value.taken?.line ?? [];
    return value.type === 'spelling' ? (value.taken?.line ?? []) : [];
  });
}

/** The same of questions that lie elsewhere. */
export function withoutWords(questions: readonly OpenQuestion[], refs: ReadonlySet<string>): readonly OpenQuestion[] {
  return questions.map((open) => ({
    ...open,
    question: { ...open.question, state: withoutState(open.question.state, refs) },
  }));
}

type LastEnding = NonNullable<Memory['last']>['ending'];

function withoutEnding(ending: LastEnding, refs: ReadonlySet<string>): LastEnding {
  if (ending.kind !== 'ask') return ending;
  const { question } = ending;
  return { ...ending, question: { ...question, state: withoutState(question.state, refs) } };
}

/** The rest of a reading goes on. */
function withoutState(state: Json, refs: ReadonlySet<string>): Json {
  const reading: unknown = state;
  if (!READING(reading)) return state;
  const isLeft = ({ of, taken }: { readonly of?: string; readonly taken?: { readonly line: string } }) =>
    !refs.has(of ?? taken?.line ?? '');
  const { pages, forEye, sent } = reading;
  return {
    ...reading,
    pages: pages.filter(isLeft),
    forEye: forEye.filter(isLeft),
    ...(sent ? { sent: sent.filter(isLeft) } : {}),
  } as unknown as Json;
}

/** Above a message that says anew what went out before and cannot be changed there. */
export function corrected(): Reply {
  return say('corrected');
}

/** What stands where a message was, for who reads it there. */
export function unsaid(name: string): Reply {
  return say('unsaid', { person: { type: 'name', name } });
}
