/** How well typed Italian is heard, on utterances that no sentence of ours is taken from. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { toAmazon } from '../../lambda/channels/alexa/names';
import { expand, type Sentences } from '../../lambda/language/hearing/sentences';
import { normalise } from '../../lambda/language/hearing/words';
import type { IntentName } from '../../lambda/vocabulary/intents';
import { hearOne } from '../../scripts/locales/hear-one';

const ROOT = join(__dirname, '../..');
/** By intent; `Fallback` holds what no shop can do. */
const TYPED = read('test/language/it-typed.json');
const NOBODYS = TYPED.Fallback ?? [];
const OURS = Object.entries(TYPED)
  .filter(([intent]) => intent !== 'Fallback')
  .flatMap(([intent, texts]) => texts.map((text) => ({ text, intent: toAmazon(intent as IntentName) })));

function read(file: string): Sentences {
  return JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as Sentences;
}

const heard = new Map<string, ReturnType<typeof hearOne>>();
/** Each is heard once for all tests. */
function hear(text: string): ReturnType<typeof hearOne> {
  const one = heard.get(text) ?? hearOne({ root: ROOT }, 'it', text);
  heard.set(text, one);
  return one;
}

const share = (part: readonly unknown[], all: readonly unknown[]) => part.length / all.length;

it('hears what is meant in nine of ten', () => {
  const right = OURS.filter(({ text, intent }) => hear(text).intent === intent);
  expect(share(right, OURS)).toBeGreaterThanOrEqual(0.9);
});

it('acts on four of five, and rightly', () => {
  const done = OURS.filter(({ text, intent }) => {
    const heard = hear(text);
    return heard.accepted && heard.intent === intent;
  });
  expect(share(done, OURS)).toBeGreaterThanOrEqual(0.81);
});

it('acts on little that is no business of the shop', () => {
  const taken = NOBODYS.filter((text) => hear(text).accepted);
  expect(share(taken, NOBODYS)).toBeLessThanOrEqual(0.12);
});

it('measures on nothing that it learns from', () => {
  const learned = new Set(
    Object.values(read('locales/it/sentences.json'))
      .flat()
      .flatMap((template) => expand(template).map((sentence) => normalise(sentence, 'split'))),
  );
  const both = Object.values(TYPED)
    .flat()
    .filter((text) => learned.has(normalise(text, 'split')));
  expect(both).toEqual([]);
});
