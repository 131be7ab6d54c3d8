/** What the address names: a language, what of it, and one text. A link to it opens the page there. */

import { useEffect, useState } from 'preact/hooks';

export type Place = {
  readonly language: string;
  readonly view: 'texts' | 'sentences';
  /** The group of texts, or the intent. */
  readonly group: string;
  /** A text's whole key; empty: none is meant. */
  readonly text: string;
};

export function hashOf({ language, view, group, text }: Place): string {
  const named = { language, view, group, ...(text === '' ? {} : { text }) };
  return `#${new URLSearchParams(named)}`;
}

function placeNow(usual: string): Place {
  const named = new URLSearchParams(location.hash.replace(/^#/, ''));
  const text = named.get('text') ?? '';
  return {
    language: named.get('language') ?? usual,
    view: named.get('view') === 'sentences' ? 'sentences' : 'texts',
    group: named.get('group') ?? (text.split('.')[0] || 'Welcome'),
    text,
  };
}

export function usePlace(usual: string) {
  const [place, setPlace] = useState(() => placeNow(usual));
  useEffect(() => {
    const onChange = () => setPlace(placeNow(usual));
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, [usual]);
  const go = (wish: Partial<Place>) => {
    const next = { ...place, text: '', ...wish };
    history.replaceState(null, '', hashOf(next));
    setPlace(next);
  };
  return { place, go };
}
