/** The page as a whole: which language, its texts or what shoppers say, and of these one group at a time. */

import type { PlacedText } from '../../lambda/console/localiser-protocol';
import type { ConsoleState } from '../../lambda/console/protocol';
import { useMouth } from '../console/voice';
import { useDrafts } from './drafts';
import { keyIn } from './forms';
import { groupsOf, textsIn } from './groups';
import { Head } from './head';
import { type KnownWords, useWords } from './known-words';
import { usePlace } from './place';
import { Sentences } from './sentences';
import { keyOf } from './text';
import { TextCard } from './text-card';

export function App({ state }: { readonly state: ConsoleState }) {
  const languages = [...new Map(state.locales.map((one) => [one.locale.split('-')[0] ?? one.locale, one])).entries()];
  const { place, go } = usePlace(languages[0]?.[0] ?? 'en');
  const { known, problem, broken, change } = useWords(place.language, state.problems);
  const drafts = useDrafts();
  const mouth = useMouth(languages.find(([code]) => code === place.language)?.[1].locale ?? place.language);
  const groups = known ? groupsOf(known, place.view) : [];
  const group = groups.includes(place.group) ? place.group : (groups[0] ?? '');
  return (
    <div class="words-page">
      <Head languages={languages} known={known} place={place} group={group} go={go} drafts={drafts} />
      <main>
        <section id="of-group" role="tabpanel" aria-labelledby={`tab-${place.view}`}>
          {[...broken.map(toldOf), ...(problem === null ? [] : [problem])].map((told) => (
            <p key={told} class="words-problem" role="alert">
              {told}
            </p>
          ))}
          {known && place.view === 'texts' && (
            <ul class="texts">
              {textsIn(known, group).map((text, at, all) => (
                <TextCard
                  key={`${place.language} ${keyOf(text)}`}
                  text={text}
                  drafts={drafts}
                  onWritten={(now) => change((words) => withText(words, now))}
                  place={{ ...place, group }}
                  mouth={mouth}
                  isMeant={isOf(place.text, text)}
                  isSought={all.findIndex((one) => isOf(place.text, one)) === at}
                />
              ))}
            </ul>
          )}
          {known && place.view === 'sentences' && (
            <Sentences
              key={`${place.language} ${group}`}
              language={place.language}
              intent={group}
              own={known.sentences[group] ?? []}
              english={known.english[group] ?? []}
              drafts={drafts}
              onWritten={(now) => change((words) => ({ ...words, sentences: { ...words.sentences, [group]: now } }))}
              mouth={mouth}
            />
          )}
          {!known && problem === null && <p>Reading the words…</p>}
        </section>
      </main>
    </div>
  );
}

function toldOf({ file, line, message }: ConsoleState['problems'][number]): string {
  return `${file}, line ${line}: ${message}. The words of before are spoken until it is mended.`;
}

function withText(words: KnownWords, now: PlacedText): KnownWords {
  return { ...words, texts: words.texts.map((one) => (keyOf(one) === keyOf(now) ? { ...one, text: now.text } : one)) };
}

/** A reply's key names all its forms. */
function isOf(key: string, text: PlacedText): boolean {
  const own = keyIn(text);
  return key !== '' && (own === key || own.startsWith(`${key}.`) || own.startsWith(`${key}_`));
}
