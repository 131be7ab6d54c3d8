/** What this browser keeps for its agent: what was seen, the draft of each answer, and switches. */

import { useState } from 'preact/hooks';

export function kept<T>(where: 'localStorage' | 'sessionStorage', key: string, otherwise: T): T {
  try {
    const text = window[where].getItem(`earshot.desk.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

export function keep(where: 'localStorage' | 'sessionStorage', key: string, value: unknown): void {
  try {
    if (value === null || value === '') window[where].removeItem(`earshot.desk.${key}`);
    else window[where].setItem(`earshot.desk.${key}`, JSON.stringify(value));
  } catch {
    // Storage is refused or full: it is forgotten with the page.
  }
}

/** What somebody began to write: of this browser tab, and named for who writes to whom. */
export function useKeptDraft(key: string) {
  const [draft, set] = useState(() => kept('sessionStorage', key, ''));
  const setDraft = (text: string) => {
    set(text);
    keep('sessionStorage', key, text);
  };
  return { draft, setDraft };
}
