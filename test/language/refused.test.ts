/** A request that is refused, before it, behind it or around a correction, is heard as refused, whatever it asks for. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENT_TABLE } from '../../lambda/dialogue/index';
import type { HeardText } from '../../lambda/language/hearing/heard';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import type { Words } from '../../lambda/language/hearing/words';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';
import { learnedEars } from '../kit/ears';
import { inTurn } from '../kit/in-turn';
import { mass } from '../kit/masses';

type Refused = Readonly<Record<'requests' | 'before' | 'behind' | 'around' | 'nothing', readonly string[]>>;
const REFUSED = JSON.parse(readFileSync(join(__dirname, 'refused.json'), 'utf8')) as Readonly<Record<string, Refused>>;

/** What a question is open for: none, one that costs, any other. */
const ASKED = [
  {},
  { expects: ['yesno'], question: { id: 'Purchase.confirm', commits: true, goods: [] } },
  { expects: ['yesno'], question: { id: 'Welcome.more', commits: false, goods: [] } },
] as const;

describe.each(Object.entries(REFUSED))('requests refused in %s', (language, { requests, before, behind, ...whole }) => {
  const goods = goodsFor(language);
  const hear = (text: string, asked = {}) => learnedEars.hear(text, { locale: language, goods, ...asked });
  const wanted = requests.flatMap(expand);

  test('are heard where nothing refuses them', () => {
    const lost = wanted.filter((text) => hear(text).intent === 'Fallback' || hear(text).manner.negated);
    expect(lost).toEqual([]);
  });

  test.each([
    ['before it', wanted.flatMap((text, nth) => inTurn(before, nth).map((no) => `${no} ${text}`))],
    [
      'behind it',
      wanted.flatMap((text, nth) => inTurn(behind, nth).flatMap((no) => [`${text} ${no}`, `${text}, ${no}`])),
    ],
    ['around a correction', whole.around.flatMap(expand)],
    ['by wanting nothing', whole.nothing.flatMap(expand)],
  ])('none starts what is refused %s', (_, said) => {
    const started = said.filter((text) => ASKED.some((asked) => starts(hear(text, asked))));
    expect(started).toEqual([]);
  });

  test('no command of ours starts with a refusal before it or a taking back behind it', () => {
    const [no = ''] = before;
    const [, back = ''] = behind;
    const all = commandsOf(language);
    const step = Math.max(1, Math.floor(all.length / mass(30, all.length)));
    const said = all.filter((_, at) => at % step === 0);
    const started = said.flatMap((text) => [`${no} ${text}`, `${text}, ${back}`]).filter((text) => starts(hear(text)));
    expect(started).toEqual([]);
  });
});

function starts({ intent, slots, manner }: HeardText): boolean {
  // Heard, in a slot of its own, as the wish for none.
  if (intent === 'Recommend' && slots.asked?.ids[0] === 'none') return false;
  if (intent === 'OrderNews' && slots.news?.ids[0] === 'off') return false;
  const isGuess = manner.guessed && manner.said.some(({ kind }) => kind === 'negation');
  return !manner.negated && !isGuess && INTENT_SLOTS[intent] !== undefined && ACTING.has(intent);
}

/** The intents that do more than tell. */
const ACTING: ReadonlySet<IntentName> = new Set(
  Object.values(INTENT_TABLE).flatMap(({ name, acts }) => (acts === null && name !== 'Recommend' ? [] : [name])),
);

/** Our own sentences of these that begin with a verb that commands, without their slots. */
function commandsOf(language: string): readonly string[] {
  const read = (name: string) => readFileSync(join(__dirname, '../../locales', language, name), 'utf8');
  const sentences = JSON.parse(read('sentences.json')) as Sentences;
  const { deeds } = JSON.parse(read('words.json')) as Words;
  const all = [...ACTING].flatMap((intent) => (sentences[intent] ?? []).flatMap((one) => expand(one).slice(0, 2)));
  return all.filter((text) => !text.includes('{') && deeds.includes(text.split(' ')[0] ?? ''));
}

test.each([
  ['en', 'no humans please'],
  ['en', 'no people'],
  ['it', 'niente operatori'],
] as const)('%s "%s" hands nobody over, whatever is asked', (language, text) => {
  const goods = goodsFor(language);
  for (const asked of [{}, { expects: ['yesno'] }, { expects: [] }] as const) {
    const { intent, manner } = learnedEars.hear(text, { locale: language, goods, ...asked });
    expect(intent !== 'TalkToHuman' || manner.negated).toBe(true);
  }
});
