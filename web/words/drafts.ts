/** What is typed and not saved: it stays in this tab through other groups, other languages and reloads, until it is saved or dropped. */

import { useEffect, useRef, useState } from 'preact/hooks';

/** `before`: the words it was made from; null: there were none. */
export type Draft = { readonly typed: string; readonly before: string | null };

export type Drafts = {
  /** By what `draftKey` gives. */
  readonly all: Readonly<Record<string, Draft>>;
  /** The newest, also of what was typed a moment ago. */
  of(key: string): Draft | undefined;
  keep(key: string, draft: Draft): void;
  drop(key: string): void;
};

const KEPT = 'earshot-words-typed';

export function draftKey(language: string, what: string): string {
  return `${language}/${what}`;
}

export function useDrafts(): Drafts {
  const [all, setAll] = useState(keptDrafts);
  const newest = useRef(all);
  const write = (next: Readonly<Record<string, Draft>>) => {
    newest.current = next;
    setAll(next);
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing asks before it leaves.
    }
  };
  const isTyped = Object.keys(all).length > 0;
  useEffect(() => {
    if (!isTyped) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [isTyped]);
  return {
    all,
    of: (key) => newest.current[key],
    keep: (key, draft) => write({ ...newest.current, [key]: draft }),
    drop(key) {
      const { [key]: _, ...others } = newest.current;
      write(others);
    },
  };
}

function keptDrafts(): Readonly<Record<string, Draft>> {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? '{}');
  } catch {
    return {};
  }
}
