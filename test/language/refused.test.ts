/** A request with a refusal before it is heard as refused, whatever it asks for. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { expand } from '../../lambda/language/hearing/sentences';
import { goodsFor } from '../../scripts/locales/catalogue';
import { INTENT_SLOTS } from '../../scripts/locales/contract';

const hearing = createHearing({
  directory: join(__dirname, '../../locales'),
  intents: INTENT_SLOTS,
  today: () => '2026-01-15',
  learning: { folders: [modelsFolder(null)], when: 'at once' },
});

type Refused = { readonly requests: readonly string[]; readonly before: readonly string[] };
const REFUSED = JSON.parse(readFileSync(join(__dirname, 'refused.json'), 'utf8')) as Readonly<Record<string, Refused>>;

describe.each(Object.entries(REFUSED))('requests refused in %s', (language, { requests, before }) => {
  const goods = goodsFor(language);
  const hear = (text: string) => hearing.hear(text, { locale: language, goods });

  test('are heard where nothing refuses them', () => {
    const lost = requests
      .flatMap(expand)
      .filter((text) => hear(text).intent === 'Fallback' || hear(text).manner.negated);
    expect(lost).toEqual([]);
  });

  test('none starts what it refuses', () => {
    const said = requests.flatMap(expand).flatMap((text) => before.map((no) => `${no} ${text}`));
    const started = said.filter((text) => {
      const { intent, manner } = hear(text);
      return !manner.negated && intent !== 'Fallback' && intent !== 'No';
    });
    expect(started).toEqual([]);
  });
});

test.each([
  ['en', 'no humans please'],
  ['en', 'no people'],
  ['it', 'niente operatori'],
] as const)('%s "%s" hands nobody over, whatever is asked', (language, text) => {
  const goods = goodsFor(language);
  for (const asked of [{}, { expects: ['yesno'] }, { expects: [] }] as const) {
    const { intent, manner } = hearing.hear(text, { locale: language, goods, ...asked });
    expect(intent !== 'TalkToHuman' || manner.negated).toBe(true);
  }
});
