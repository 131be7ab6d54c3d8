/** Where one is at the desk: in the list, in a conversation, or at what is known of it. The browser's Back goes back there. */

import { useEffect, useState } from 'preact/hooks';
import type { View } from './conversation';

type Where = { readonly chosen: string | null; readonly view: View };

const VIEWS: readonly View[] = ['list', 'talk', 'facts'];

export function usePlace() {
  const [where, setWhere] = useState(fromAddress);
  useEffect(() => {
    const back = () => setWhere(fromAddress());
    window.addEventListener('popstate', back);
    return () => window.removeEventListener('popstate', back);
  }, []);
  const go = (next: Where) => {
    setWhere(next);
    const address = `${location.pathname}${location.search}${next.chosen ? `#${next.chosen}` : ''}`;
    // Deeper is a step one can take back; from one conversation to the next is none.
    const isDeeper = VIEWS.indexOf(next.view) > VIEWS.indexOf(where.view);
    if (isDeeper) history.pushState(next.view, '', address);
    else history.replaceState(next.view, '', address);
  };
  return {
    ...where,
    choose: (id: string) => go({ chosen: id, view: 'talk' }),
    setView: (view: View) => go({ ...where, view }),
  };
}

function fromAddress(): Where {
  const chosen = location.hash.length > 1 ? decodeURIComponent(location.hash.slice(1)) : null;
  const view = VIEWS.find((one) => one === history.state) ?? 'talk';
  return { chosen, view: chosen ? view : 'list' };
}
