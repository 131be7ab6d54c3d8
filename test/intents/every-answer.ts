/** Every answer of ours to "Shall I place this order?", given at the front door of the chat: orders are counted. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expand } from '../../lambda/language/hearing/sentences';
import { isWhole } from '../kit/in-turn';
import { createTexter, type Texter } from '../kit/texter';
import { useHouse } from '../kit/use-house';

type Answers = Readonly<Record<'yes' | 'no' | 'neither', readonly string[]>>;

/** Every eighth sentence of a template, or all of them. */
const STEP = isWhole ? 1 : 8;
/** Later the same goods may be ordered again without a word. */
const A_WHILE = 11 * 60_000;
const ORDER = { en: 'order coffee', it: 'ordina il caffè' } as const;
const AFRESH = { en: 'start over', it: 'ricomincia' } as const;

const LOCALE = { en: 'en-GB', it: 'it-IT' } as const;

type Language = keyof typeof LOCALE;

function answersOf(language: Language): readonly (readonly [keyof Answers, string])[] {
  const path = join(__dirname, '../language', `answers.${language}.json`);
  const written = JSON.parse(readFileSync(path, 'utf8')) as Answers;
  return (['yes', 'no', 'neither'] as const).flatMap((kind) =>
    written[kind]
      .flatMap((template) => expand(template).filter((_, nth) => nth % STEP === 0))
      .map((text) => [kind, text] as const),
  );
}

/** A purchase is open and waits for its yes; one that still waits is answered again. */
async function asked(texter: Texter, language: Language): Promise<string | null> {
  const { asks } = await texter.says(ORDER[language]);
  if (asks === 'Purchase.confirm') return asks;
  await texter.says(AFRESH[language]);
  return (await texter.says(ORDER[language])).asks;
}

/** A suite of its own for each language: together they take too long for one file. */
export function everyAnswer(language: Language): void {
  const at = useHouse();

  test('an order is placed by a yes and by nothing else', async () => {
    const answers = answersOf(language);
    expect(answers.length).toBeGreaterThanOrEqual(400 / STEP);
    const wrong: string[] = [];
    let open: string | null = null;
    let texter = createTexter(at.house, { locale: LOCALE[language] });
    for (const [kind, text] of answers) {
      at.house.clock.advance(A_WHILE);
      if (open !== 'Purchase.confirm') {
        texter = createTexter(at.house, { locale: LOCALE[language] });
        open = await asked(texter, language);
      }
      const before = at.house.orders();
      if (open !== 'Purchase.confirm') wrong.push(`${text}: nothing is asked`);
      open = (await texter.says(text)).asks;
      if (at.house.orders() - before !== (kind === 'yes' ? 1 : 0)) wrong.push(`${kind}: ${text}`);
    }
    expect(wrong).toEqual([]);
  });
}
