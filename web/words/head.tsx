/** The head of the page: which language, which group of its words, and what of it is not saved yet. */

import type { PlacedText } from '../../lambda/console/localiser-protocol';
import type { ConsoleState } from '../../lambda/console/protocol';
import { Tabs } from '../console/tabs';
import type { Drafts } from './drafts';
import { keyIn } from './forms';
import { groupIn, groupsOf, progressOf } from './groups';
import type { KnownWords } from './known-words';
import { hashOf, type Place } from './place';

const VIEWS = [
  { id: 'texts', label: 'What is said' },
  { id: 'sentences', label: 'What shoppers say' },
] as const;

type Language = readonly [code: string, told: ConsoleState['locales'][number]];

type Props = {
  readonly languages: readonly Language[];
  readonly known: KnownWords | null;
  readonly place: Place;
  readonly group: string;
  readonly go: (wish: Partial<Place>) => void;
  readonly drafts: Drafts;
};

export function Head({ languages, known, place, group, go, drafts }: Props) {
  const own = languages.find(([code]) => code === place.language)?.[1];
  return (
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
              {nameOf(name)}
              {isDraft ? ', a draft' : ''}
            </option>
          ))}
        </select>
      </label>
      <label>
        {place.view === 'texts' ? 'Where' : 'Intent'}{' '}
        <select class="field" value={group} onChange={({ currentTarget }) => go({ group: currentTarget.value })}>
          {known &&
            groupsOf(known, place.view).map((one) => (
              <option key={one} value={one}>
                {one}
                {progressOf(known, place.view, one)}
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
      {own && !own.isDraft && (
        <p class="words-note">
          {nameOf(own.name)} is finished: shoppers are told, and understood by, what is saved here.
        </p>
      )}
      <Unsaved drafts={drafts} />
    </header>
  );
}

/** "italiano (Italia)" */
function nameOf(name: string): string {
  return name.replace(/ \(.*/, '');
}

/** Each leads to where it is typed. */
function Unsaved({ drafts }: { readonly drafts: Drafts }) {
  const keys = Object.keys(drafts.all);
  if (keys.length === 0) return null;
  return (
    <p class="words-note" role="status">
      Not saved yet:{' '}
      {keys.map((key) => {
        const [language = '', file = '', ...path] = key.split('/');
        const name = keyIn({ file: file as PlacedText['file'], path });
        const place: Place =
          file === 'sentences.json'
            ? { language, view: 'sentences', group: name, text: '' }
            : { language, view: 'texts', group: groupIn(file, path), text: name };
        return (
          <a key={key} href={hashOf(place)}>
            {name} ({language}){' '}
          </a>
        );
      })}
    </p>
  );
}
