/** What a turn adds to the conversation's history: what was said and what was answered, redacted. */

import type { Decision } from '../../dialogue/decide';
import type { Scene } from '../../intents/kit/define';
import { effectOf } from '../../intents/kit/effects';
import { readsIn } from '../../intents/parts/person-unsaid';
import { isWhole } from '../../intents/parts/sent-files';
import { type HistoryLine, lineWords, MARKS, MISSED } from '../../services/conversation/lines';
import type { DeskEvent } from '../../services/hand-off/hand-offs';
import type { Answer, SaidWords, Show } from '../../vocabulary/answer';
import { kindOfFile } from '../../vocabulary/file-types';
import type { Heard, Turn } from '../../vocabulary/heard';
import type { EffectOf } from '../../vocabulary/outcome';

type Turned = {
  readonly answer: Answer;
  readonly decision: Pick<Decision, 'outcome'>;
  /** The turn as it came, before typed words became an intent. */
  readonly arrived: Turn;
  readonly scene: Scene;
};

export type Cleaning = {
  /** Takes out all that is somebody's own. */
  readonly clean: (text: string) => string;
  /** Takes out what the shop and the bot know of the shopper, which the desk shows to whoever asks for it, and writes down. */
  readonly withoutTheirs: (text: string) => string;
};

export function linesOf(
  { answer, decision, arrived, scene }: Turned,
  { clean, withoutTheirs }: Cleaning,
  at: number,
): readonly HistoryLine[] {
  const said = heardInWords(arrived.heard, scene, (words) => words);
  const from = { at, channel: arrived.channel };
  const isForPeople = effectOf(decision.outcome, 'for-person') !== null;
  const forPeople = isForPeople ? ({ forPerson: true } as const) : {};
  const shown = shownOfShopper(arrived, forPeople, clean);
  const words = said === '' ? null : lineWords(heardInWords(arrived.heard, scene, clean), said);
  const telling = tellingOf(effectOf(decision.outcome, 'unsaid'), arrived, at);
  const spoken: HistoryLine[] = words ? [{ ...from, by: 'shopper', ...words, ...shown }] : [];
  const lines = arrived.heard.kind === 'files' ? fileLines(arrived, scene, { at, forPeople }) : [...spoken, ...telling];
  const text =
    answer.said &&
    (readOut(decision) && arrived.form === 'speech' ? answer.said.speech.plain : answer.said.speech.text);
  return text
    ? [
        ...lines,
        {
          ...from,
          by: 'bot',
          ...botWords(text, { clean, withoutTheirs }),
          ...shownOfBot({ answer, decision }, clean),
        },
      ]
    : lines;
}

/** Of the shopper's own words, what they were is kept nowhere. */
function tellingOf(
  unsaid: EffectOf<'unsaid'> | null,
  { channel, requestId }: Turn,
  at: number,
): readonly HistoryLine[] {
  if (!unsaid) return [];
  const changed = unsaid.to === null ? 'deleted' : 'edited';
  return [{ at, channel, by: 'shopper', text: MARKS[changed], show: { ref: requestId, changed, of: unsaid.ref } }];
}

/** What we say is shown as we said it, a number that a person wrote and we read out included; what opens a door is kept nowhere. */
function botWords(text: string, { clean, withoutTheirs }: Cleaning): Pick<HistoryLine, 'text' | 'asWritten'> {
  const cleaned = clean(text);
  return cleaned === text || cleaned.includes('[token]') ? { text: cleaned } : lineWords(cleaned, withoutTheirs(text));
}

/** A line for each; what is not kept was there. */
function fileLines(
  { heard, channel, requestId }: Turn,
  { services }: Scene,
  { at, forPeople }: { readonly at: number; readonly forPeople: ForPeople },
): readonly HistoryLine[] {
  const files = heard.kind === 'files' ? heard.files : [];
  return files.map((file) => {
    const isKept = isWhole(file) && services.desk.showsFiles;
    return {
      ...{ at, channel, by: 'shopper', text: isWhole(file) ? kindOfFile(file) : 'file' },
      show: { ref: requestId, ...forPeople, ...(isKept ? { attached: { id: file.id, kind: kindOfFile(file) } } : {}) },
    };
  });
}

/** A person's words sound otherwise than they are written: whoever wrote them sees what was made of them. */
function readOut({ outcome }: Turned['decision']): boolean {
  return outcome.replies.some(({ with: values }) => Object.values(values).some(({ type }) => type === 'quote'));
}

type ForPeople = Pick<Show, 'forPerson'>;

function shownOfShopper(
  { heard, requestId }: Turn,
  forPeople: ForPeople,
  clean: (text: string) => string,
): { readonly show?: Show } {
  if (heard.kind === 'text' || heard.kind === 'choice' || heard.kind === 'place')
    return { show: { ref: requestId, ...forPeople } };
  if (heard.kind === 'changed') return { show: { ref: requestId, changed: heard.to === null ? 'deleted' : 'edited' } };
  if (heard.kind !== 'intent') return {};
  const slots = Object.entries(heard.slots).map(([name, { said }]) => [name, clean(said)]);
  return { show: { meant: { intent: heard.intent, slots: Object.fromEntries(slots) } } };
}

function shownOfBot(
  { answer: { said, question }, decision }: Pick<Turned, 'answer' | 'decision'>,
  clean: (text: string) => string,
): { readonly show?: Show } {
  const card = said?.card;
  const file = effectOf(decision.outcome, 'own-file');
  const reads = [...new Set(decision.outcome.replies.flatMap(readsIn))];
  const shown: Show = {
    ...(reads.length > 0 ? { reads } : {}),
    ...(question && said ? { question: askedIn(question, said, clean) } : {}),
    ...(card
      ? { card: card.kind === 'simple' ? { ...card, title: clean(card.title), text: clean(card.text) } : card }
      : {}),
    ...(file ? { file: file.link } : {}),
  };
  return Object.keys(shown).length > 0 ? { show: shown } : {};
}

type AskedQuestion = NonNullable<Answer['question']>;

function askedIn({ id, expects }: AskedQuestion, { options }: SaidWords, clean: (text: string) => string) {
  return { id, expects, options: options.map((one) => ({ id: one.id, label: clean(one.label) })) };
}

/** Alexa sends no words: its turns are told by intent and slots. `as`: each of the words for itself, our own names stay out of it. */
function heardInWords(arrived: Heard, scene: Scene, as: (words: string) => string): string {
  const { heard } = scene.turn;
  // What is written to a person is for them to understand.
  const fellBack = heard.kind === 'intent' && heard.intent === 'Fallback' && !isForPerson(scene);
  const missed = fellBack ? MISSED : '';
  // A code that somebody typed opens a conversation: it is a secret.
  if (heard.kind === 'joined') return '[token]';
  // Nobody's to keep.
  if (heard.kind === 'intent' && heard.intent === 'Emergency') return '[emergency]';
  if (arrived.kind === 'text')
    return `${missed}${as(arrived.more === undefined ? arrived.text : `${arrived.text}\n\n${arrived.more}`)}`;
  if (arrived.kind === 'place') return as(arrived.words);
  if (arrived.kind === 'changed') return isNamed(heard) ? '' : arrived.to === null ? 'changed' : as(arrived.to);
  if (arrived.kind === 'choice') return `${missed}${as(arrived.label ?? arrived.option)}`;
  switch (heard.kind) {
    case 'intent': {
      const slots = Object.entries(heard.slots).map(([name, { said }]) => `${name}: ${as(said)}`);
      return [`${missed}${heard.intent}`, ...slots].join(', ');
    }
    case 'event':
      return '';
    default:
      return heard.kind;
  }
}

/** Its own line is known, and reads otherwise where that can be: it is none of its own. */
function isNamed(heard: Heard): boolean {
  return heard.kind === 'changed' && heard.of !== undefined;
}

/** What was said at the desk, and what the bot says to it. */
export function deskLines(
  event: DeskEvent,
  { said, question, at }: Pick<Answer, 'said' | 'question'> & { readonly at: number },
  clean: (text: string) => string,
): readonly HistoryLine[] {
  const from = { at, channel: 'desk' } as const;
  const show = said && question ? { show: { question: askedIn(question, said, clean) } } : {};
  const bot: readonly HistoryLine[] = said ? [{ ...from, by: 'bot', text: said.speech.text, ...show }] : [];
  if (event.kind !== 'said') return bot;
  const { agent, text, id, file } = event;
  const line = { ...from, by: 'person', name: agent.name } as const;
  if (file === undefined) return [{ ...line, ...lineWords(clean(text), text), show: { ref: id } }, ...bot];
  const kind = kindOfFile(file);
  return [{ ...line, text: kind, show: { ref: id, attached: { id: file.id, kind } } }, ...bot];
}

/** Written while a person owns the conversation: the bot is silent, and they get it. */
function isForPerson({ memory, turn }: Scene): boolean {
  const { kind } = turn.heard;
  const hasWords = kind === 'intent' || kind === 'text' || kind === 'choice';
  return memory.owner === 'human' && turn.form === 'text' && hasWords;
}
