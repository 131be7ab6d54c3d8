/** Checks what the shop has written: every file can be read and told, and every question in it is heard as its topic. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../../lambda/house/ears';
import { createHearing } from '../../lambda/language/hearing/hear';
import { expand, TemplateError } from '../../lambda/language/hearing/sentences';
import { readFolder } from '../../lambda/providers/content/files/markdown';
import type { ContentAnswer, ContentHouse } from '../../lambda/services/content/content';
import { goodsFor } from '../locales/catalogue';
import { INTENT_SLOTS } from '../locales/contract';
import { spread } from '../locales/samples';
import { localesOf, type Place } from '../locales/source';

/** Sentences of one question that are said to the program. */
const SAID_OF_EACH = 6;

export type ContentChecked = {
  readonly problems: readonly string[];
  readonly counts: readonly { readonly language: string; readonly answers: number; readonly questions: number }[];
};

/** Never throws for what somebody wrote. */
export function checkContent(place: Place, house: Pick<ContentHouse, 'merchant' | 'words'>): ContentChecked {
  const root = join(place.root, 'shop', 'content');
  const folders = existsSync(root) ? readdirSync(root, { withFileTypes: true }).filter((one) => one.isDirectory()) : [];
  const read = folders.map(({ name }) => ({ name, ...readFolder(join(root, name), house) }));
  const problems = read.flatMap(({ name, answers, problems: own }) => [
    ...own,
    ...twice(name, answers),
    ...(own.length === 0 ? unheard(place, name, answers) : []),
  ]);
  const counts = read.map(({ name, answers }) => ({
    language: name,
    answers: answers.length,
    questions: answers.reduce((sum, { questions }) => sum + questions.length, 0),
  }));
  return { problems, counts };
}

/** One name for two topics would be understood as either. */
function twice(language: string, answers: readonly ContentAnswer[]): readonly string[] {
  const owners = new Map<string, string>();
  return answers.flatMap(({ topic, names }) =>
    names.flatMap((name) => {
      const owner = owners.get(name.toLowerCase());
      owners.set(name.toLowerCase(), owner ?? topic);
      return owner === undefined || owner === topic
        ? []
        : [`${language}/${topic}: names: "${name}" is a name of ${owner}, too`];
    }),
  );
}

function unheard(place: Place, language: string, answers: readonly ContentAnswer[]): readonly string[] {
  const hearing = createHearing({
    directory: localesOf(place),
    intents: INTENT_SLOTS,
    today: () => '2026-01-15',
    topics: { of: () => answers, isLearned: true },
    learning: { folders: [modelsFolder(null)], when: 'at once' },
  });
  const goods = goodsFor(language);
  return answers.flatMap(({ topic, questions }) =>
    questions.flatMap((question) => {
      const where = `${language}/${topic}: questions: `;
      try {
        const wrong = spread(expand(question), SAID_OF_EACH)
          .map((text) => ({ text, heard: hearing.hear(text, { locale: language, goods }) }))
          .find(({ heard }) => heard.slots.topic?.ids[0] !== topic);
        if (!wrong) return [];
        const { intent, slots } = wrong.heard;
        return [
          `${where}"${wrong.text}" is heard as ${intent}${slots.topic ? `, ${slots.topic.ids[0]}` : ''}; leave it out, or say it in another way`,
        ];
      } catch (error) {
        if (error instanceof TemplateError) return [`${where}${error.message}`];
        throw error;
      }
    }),
  );
}
