/** Tags of a conversation, and the field that adds one; those in use are offered. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../shared/icon';
import { type Code, call } from './api';
import type { DetailNow } from './use-detail';
import type { Say } from './words';

type Props = { readonly tags: readonly string[]; readonly say: Say; readonly detail: DetailNow };

export function Tags({ tags, say, detail }: Props) {
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<Code | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const known = useKnownTags(tags);
  const set = async (tag: string, isOn: boolean) => {
    const answered = await detail.act('tag', { tag, isOn });
    setRefused(answered.ok ? null : answered.code);
    if (answered.ok && isOn) setText('');
    field.current?.focus();
  };
  return (
    <section class="part tags">
      <h3>{say('tags')}</h3>
      <ul class="tags__list">
        {tags.map((tag) => (
          <li key={tag}>
            <span class="mark">{tag}</span>
            <button type="button" class="tool" aria-label={say('tagRemove', { tag })} onClick={() => set(tag, false)}>
              <Icon name="close" size="1em" />
            </button>
          </li>
        ))}
      </ul>
      <form
        class="tags__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void set(text.trim(), true);
        }}
      >
        <input
          ref={field}
          class="field"
          list="known-tags"
          value={text}
          aria-label={say('tagAdd')}
          placeholder={say('tagAdd')}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
        <datalist id="known-tags">
          {known
            .filter((one) => !tags.includes(one))
            .map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <button type="submit" class="button button--small" aria-disabled={text.trim() === ''}>
          {say('tagAdd')}
        </button>
      </form>
      <p class="wrong" role="alert">
        {refused && say(`refused.${refused}`)}
      </p>
    </section>
  );
}

/** Asked for anew whenever one was added or taken away. */
export function useKnownTags(changed: unknown): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([]);
  const key = JSON.stringify(changed);
  useEffect(() => {
    call<{ readonly tags: readonly string[] }>('/tags').then(
      (answered) => answered.ok && setKnown(answered.value.tags),
    );
  }, [key]);
  return known;
}
