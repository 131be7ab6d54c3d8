/** The page as a whole: which language, its texts or what shoppers say, and of these one group at a time. */

import { useEffect, useState } from 'preact/hooks';
import type { PlacedText } from '../../lambda/console/localiser-protocol';
import type { ConsoleState } from '../../lambda/console/protocol';
import { readSentences, readTexts } from '../console/api';
import { Tabs } from '../console/tabs';
import { useMouth } from '../console/voice';
import { usePlace } from './place';
import { Sentences } from './sentences';
import { keyOf, TextCard } from './text-card';

const VIEWS = [
  { id: 'texts', label: 'What is said' },
  { id: 'sentences', label: 'What shoppers say' },
] as const;

type Known = { readonly texts: readonly PlacedText[]; readonly sentences: Readonly<Record<string, readonly string[]>> };

export function App({ state }: { readonly state: ConsoleState }) {
  const languages = [...new Map(state.locales.map((one) => [one.locale.split('-')[0] ?? one.locale, one])).entries()];
  const { place, go } = usePlace(languages[0]?.[0] ?? 'en');
  const { known, problem } = useWords(place.language);
  const mouth = useMouth(languages.find(([code]) => code === place.language)?.[1].locale ?? place.language);
  const groups = known ? groupsOf(known, place.view) : [];
  const group = groups.includes(place.group) ? place.group : (groups[0] ?? '');
  return (
    <div class="words-page">
      <header class="words-top">
        <h1>The words of a language</h1>
        <a href="/">Console</a>
        <label>
          Language{' '}
          <select
            class="field"
            value={place.language}
            onChange={({ currentTarget }) => go({ language: currentTarget.value })}
          >
            {languages.map(([code, { name, isDraft }]) => (
              <option key={code} value={code}>
                {name.replace(/ \(.*/, '')}
                {isDraft ? ', a draft' : ''}
              </option>
            ))}
          </select>
        </label>
        <label>
          {place.view === 'texts' ? 'Where' : 'Intent'}{' '}
          <select class="field" value={group} onChange={({ currentTarget }) => go({ group: currentTarget.value })}>
            {groups.map((one) => (
              <option key={one} value={one}>
                {one}
                {known && place.view === 'texts' ? progressOf(known.texts, one) : ''}
              </option>
            ))}
          </select>
        </label>
        <Tabs
          label="What"
          tabs={VIEWS}
          chosen={place.view}
          onChoose={(view) => go({ view })}
          controls={() => 'of-group'}
        />
      </header>
      <main>
        <section id="of-group" role="tabpanel" aria-labelledby={`tab-${place.view}`}>
          {problem !== null && (
            <p class="words-problem" role="alert">
              {problem}
            </p>
          )}
          {known && place.view === 'texts' && (
            <ul class="texts">
              {known.texts
                .filter(({ file, path }) => groupIn(file, path) === group)
                .map((text) => (
                  <TextCard
                    key={`${place.language} ${keyOf(text)}`}
                    text={text}
                    place={{ ...place, group }}
                    mouth={mouth}
                    isMeant={place.text !== '' && isOf(place.text, text)}
                  />
                ))}
            </ul>
          )}
          {known && place.view === 'sentences' && (
            <Sentences
              key={`${place.language} ${group}`}
              language={place.language}
              intent={group}
              first={known.sentences[group] ?? []}
              mouth={mouth}
            />
          )}
          {!known && problem === null && <p>Reading the words…</p>}
        </section>
      </main>
    </div>
  );
}

function useWords(language: string) {
  const [known, setKnown] = useState<Known | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    setKnown(null);
    setProblem(null);
    Promise.all([readTexts(language), readSentences(language)]).then(
      ([texts, sentences]) => isWanted && setKnown({ texts, sentences }),
      (error: Error) => isWanted && setProblem(error.message),
    );
    return () => {
      isWanted = false;
    };
  }, [language]);
  return { known, problem };
}

/** Replies by who says them; what stands on pages by the page. */
function groupIn(file: PlacedText['file'], path: readonly string[]): string {
  if (file === 'listing.json') return 'Amazon’s store';
  return file === 'pages.json' ? `Page: ${path[0]}` : (path[0] ?? '');
}

function groupsOf({ texts, sentences }: Known, view: 'texts' | 'sentences'): readonly string[] {
  if (view === 'sentences') return Object.keys(sentences);
  return [...new Set(texts.map(({ file, path }) => groupIn(file, path)))];
}

/** ", 3 of 12" while some are lacking. */
function progressOf(texts: readonly PlacedText[], group: string): string {
  const own = texts.filter(({ file, path }) => groupIn(file, path) === group);
  const done = own.filter(({ text }) => text !== null).length;
  return done === own.length ? '' : `, ${done} of ${own.length}`;
}

/** A reply's key names all its forms. */
function isOf(key: string, text: PlacedText): boolean {
  const own = text.path.join('.');
  return own === key || own.startsWith(`${key}.`) || own.startsWith(`${key}_`);
}
