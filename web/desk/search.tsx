/** What is looked for in the queue: words, and which hand-offs. */

import { SEARCH_KINDS, SEARCH_STATES } from '../../lambda/services/hand-off/queue';
import type { Search } from './use-search';
import { named, type Say } from './words';

type Props = {
  readonly say: Say;
  readonly search: Search;
  /** By which one can filter. */
  readonly tags: readonly string[];
};

export function SearchFields({ say, search, tags }: Props) {
  const { wanted, want, found, isRead, isRefused, hasMore } = search;
  return (
    <search class="search">
      <input
        type="search"
        class="field"
        data-key="/"
        aria-label={say('searchQueue')}
        placeholder={say('searchQueue')}
        maxLength={200}
        value={wanted.words}
        onInput={({ currentTarget }) => want({ words: currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape') want({ words: '' });
        }}
      />
      <div class="search__filters">
        <select
          class="field"
          aria-label={say('searchState')}
          value={wanted.state}
          onChange={({ currentTarget }) => want({ state: currentTarget.value as typeof wanted.state })}
        >
          {SEARCH_STATES.map((one) => (
            <option key={one} value={one}>
              {say(`searchState.${one}`)}
            </option>
          ))}
        </select>
        <select
          class="field"
          aria-label={say('searchKind')}
          value={wanted.kind}
          onChange={({ currentTarget }) => want({ kind: currentTarget.value as typeof wanted.kind })}
        >
          <option value="">{say('searchKind.any')}</option>
          {SEARCH_KINDS.map((one) => (
            <option key={one} value={one}>
              {one === 'call-back' ? say('wish.call-back') : named(say, 'reason', one)}
            </option>
          ))}
        </select>
        {tags.length > 0 && (
          <select
            class="field"
            aria-label={say('searchTag')}
            value={wanted.tag}
            onChange={({ currentTarget }) => want({ tag: currentTarget.value })}
          >
            <option value="">{say('searchTag.any')}</option>
            {tags.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        )}
      </div>
      <p class="unseen" role="status">
        {found && isRead && !isRefused && say(hasMore ? 'foundMore' : 'found', { count: found.length })}
      </p>
    </search>
  );
}
