/** Requests with negation, correction, wondering and words left over, each with the outcome that is right; and the same turned by a word. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeardText } from '../../lambda/language/hearing/heard';
import { expand } from '../../lambda/language/hearing/sentences';
import { goodsFor } from '../../scripts/locales/catalogue';
import { learnedEars } from '../kit/ears';
import { inTurn } from '../kit/in-turn';

/** What must be heard. `goods`: what they are called, or that none are wanted; `number`: null is asked about. */
type Right = {
  readonly intent?: string;
  readonly intents?: readonly string[];
  readonly goods?: string | false;
  readonly number?: number | null;
  readonly negated?: boolean;
  readonly wonders?: boolean;
  readonly refuses?: boolean;
  readonly left?: boolean;
  readonly starts?: false;
};
type Request = { readonly says: readonly string[]; readonly is: Right };

/** What is put before a request, in each language, and must keep it from acting. */
const BEFORE = {
  en: ["don't", "I don't want to", 'should I', "please don't", 'never'],
  it: ['non', 'non voglio', 'dovrei', 'per favore non', 'meglio non'],
} as const;
const POLITE = {
  en: ['please {}', '{} please', 'could you {}', '{} thanks', 'hi {}'],
  it: ['per favore {}', '{} per favore', '{} grazie', 'ciao {}'],
} as const;
/** Said as a command; as Italian says it behind "non". */
const COMMANDS = {
  en: '(order|reorder|buy) (coffee|my coffee|two bags of coffee|tea and coffee|the dog food|three teas)',
  it: '(ordinare|riordinare|comprare) (il caffè|due pacchi di caffè|il tè e il caffè|le crocchette|tre tè)',
} as const;
const OTHERS = {
  en: '(cancel my order|talk to a person|speak to somebody|send it to my phone)',
  it: "(annullare il mio ordine|annullare l'ordine|parlare con una persona|parlare con un operatore)",
} as const;
const WANTED = { en: 'order', it: 'ordina' } as const;

describe.each(['en', 'it'] as const)('requests in %s', (language) => {
  const goods = goodsFor(language);
  const hear = (text: string) => learnedEars.hear(text, { locale: language, goods });
  const path = join(__dirname, `requests.${language}.json`);
  const all = (JSON.parse(readFileSync(path, 'utf8')) as readonly Request[]).flatMap(({ says, is }) =>
    says.flatMap(expand).map((text) => ({ text, is })),
  );
  const idsOf = (name: string) => hear(`${WANTED[language]} ${name}`).slots.product?.ids ?? [];

  test('are at least three hundred', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBeGreaterThanOrEqual(300);
  });

  test('each comes to what is right', () => {
    const wrong = all.flatMap(({ text, is }) => {
      const heard = hear(text);
      const faults = faultsOf(heard, is, typeof is.goods === 'string' ? idsOf(is.goods) : []);
      return faults.length > 0 ? [`${text}: ${heard.intent}, ${faults.join(', ')}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  test('none acts with a word before it that refuses it or wonders about it', () => {
    const said = [COMMANDS[language], OTHERS[language]].flatMap(expand);
    const refused = said.flatMap((text, nth) => inTurn(BEFORE[language], nth).map((before) => `${before} ${text}`));
    const acting = refused.filter(starts);
    expect(acting).toEqual([]);
  });

  test('courtesies change nothing', () => {
    const changed = expand(COMMANDS[language]).flatMap((text, nth) => {
      const plain = meaningOf(hear(text));
      return inTurn<string>(POLITE[language], nth)
        .map((polite) => polite.replace('{}', text))
        .filter((polite) => meaningOf(hear(polite)) !== plain);
    });
    expect(changed).toEqual([]);
  });

  function starts(text: string): boolean {
    const { intent, manner } = hear(text);
    return !(manner.negated || manner.wonders || intent === 'Fallback' || intent === 'No');
  }
});

function faultsOf(heard: HeardText, is: Right, ids: readonly string[]): readonly string[] {
  const { intent, slots, manner } = heard;
  const isStarted = !(manner.negated || manner.wonders || ['Fallback', 'No'].includes(intent));
  const said: Readonly<Record<keyof Right, boolean>> = {
    intent: is.intent === undefined || intent === is.intent,
    intents: is.intents === undefined || is.intents.includes(intent),
    goods: typeof is.goods !== 'string' || slots.product?.ids.join() === ids.join(),
    number: is.number === undefined || (slots.quantity !== undefined && (slots.quantity.number ?? null) === is.number),
    negated: is.negated === undefined || manner.negated === is.negated,
    wonders: is.wonders === undefined || manner.wonders === is.wonders,
    refuses: is.refuses === undefined || slots.refused !== undefined,
    left: is.left === undefined || slots.left !== undefined || manner.left.length > 0,
    starts: is.starts === undefined || !isStarted,
  };
  return Object.entries(said).flatMap(([what, isRight]) => (isRight ? [] : [what]));
}

/** Goods and numbers, not how they were written. */
function meaningOf({ intent, slots }: HeardText): string {
  return JSON.stringify([intent, Object.entries(slots).map(([name, { ids, number }]) => [name, ids, number])]);
}
