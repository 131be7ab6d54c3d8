/** Talks to the shop's page around the frame, if its origin is one the shop has named. */

export type Parent = {
  /** False where the chat is a page of its own. */
  readonly isThere: boolean;
  close(): void;
  unread(count: number): void;
  /** The shop's page is asked for a fresh token. */
  askToSignIn(): void;
};

type Said = { readonly earshot?: string; readonly token?: unknown };

/** `onToken` gets the shop's own token of its shopper, or null when they signed out. */
export function createParent(origins: readonly string[], onToken: (token: string | null) => void): Parent {
  const named = new URLSearchParams(location.search).get('parent') ?? '';
  const isKnown = named === location.origin || origins.includes(named);
  const isThere = window.parent !== window && isKnown;
  const tell = (message: object) => {
    if (isThere) window.parent.postMessage(message, named);
  };
  window.addEventListener('message', ({ source, origin, data }: MessageEvent<Said | null>) => {
    if (!isThere || source !== window.parent || origin !== named || data?.earshot !== 'token') return;
    const { token } = data;
    if (token === null || (typeof token === 'string' && token !== '')) onToken(token);
  });
  if (isThere) {
    window.addEventListener('keydown', ({ key, defaultPrevented }) => {
      if (key === 'Escape' && !defaultPrevented) tell({ earshot: 'close' });
    });
  }
  tell({ earshot: 'ready' });
  return {
    isThere,
    close: () => tell({ earshot: 'close' }),
    unread: (count) => tell({ earshot: 'unread', count }),
    askToSignIn: () => tell({ earshot: 'sign-in' }),
  };
}
