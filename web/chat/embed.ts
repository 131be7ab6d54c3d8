/** The one script tag of a shop's page: a button, and behind it the chat in a frame of its own origin. */

type Api = {
  open(): void;
  close(): void;
  /** The shop's own access token of the signed-in shopper; null when they signed out. */
  signIn(token: string | null): void;
};

const script = document.currentScript as HTMLScriptElement | null;
const base = new URL(script?.src ?? location.href).origin;
const locale = script?.dataset.locale ?? (document.documentElement.lang || navigator.language);

const LOOK = `
:host { all: initial; }
.root { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; z-index: 2147483000; font: 500 1rem/1.2 system-ui, sans-serif; }
.open { display: inline-flex; align-items: center; justify-content: center; position: relative; inline-size: 3.5rem; block-size: 3.5rem;
  border: 2px solid #fff; border-radius: 50%; background: #0b6653; color: #fff; cursor: pointer; box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
.open:hover { background: #084c3e; }
.open:focus-visible { outline: 3px solid #0b6653; outline-offset: 3px; }
.count { position: absolute; inset-block-start: -.375rem; inset-inline-end: -.375rem; min-inline-size: 1.5rem; padding: .125rem .25rem;
  border-radius: 1rem; border: 2px solid #fff; background: #a92a22; color: #fff; font-size: .8125rem; text-align: center; box-sizing: border-box; }
.panel { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; inline-size: min(26rem, calc(100vw - 2rem));
  block-size: min(42rem, calc(100vh - 2rem)); border: 1px solid rgb(120 133 127 / .5); border-radius: 1rem; overflow: hidden;
  background: #f4f6f5; box-shadow: 0 8px 40px rgb(0 0 0 / .3); }
iframe { display: block; inline-size: 100%; block-size: 100%; border: 0; }
[hidden] { display: none !important; }
@media (max-width: 30rem) { .panel { inset: 0; inline-size: 100%; block-size: 100%; block-size: 100dvh; border: 0; border-radius: 0; } }
@media (prefers-color-scheme: dark) { .panel { background: #0f1513; } }
`;

function start(): void {
  const host = document.createElement('div');
  // A tree of its own: the shop's styles do not reach in, and nothing here moves the shop's page.
  const tree = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = LOOK;
  const button = openButton();
  const count = element('span', 'count');
  count.hidden = true;
  button.append(count);
  const panel = element('div', 'panel');
  panel.role = 'dialog';
  panel.hidden = true;
  const root = element('div', 'root');
  root.role = 'region';
  for (const named of [button, panel, root]) named.ariaLabel = 'Chat';
  root.append(button, panel);
  tree.append(style, root);
  // Until it is known that the chat shows itself here, there is nothing to see.
  root.hidden = true;
  document.body.append(host);
  const frame = frameIn({ panel, button, count });
  void show(root, [button, panel, root]);
  button.addEventListener('click', frame.open);
  Object.assign(window, { Earshot: frame });
  window.dispatchEvent(new CustomEvent('earshot:ready'));
}

type Parts = { readonly panel: HTMLElement; readonly button: HTMLButtonElement; readonly count: HTMLElement };

function frameIn({ panel, button, count }: Parts): Api {
  let frame: HTMLIFrameElement | null = null;
  let isReady = false;
  let token: string | null | undefined;
  const tell = (message: object) => frame?.contentWindow?.postMessage(message, base);
  const showCount = (unread: number) => {
    count.textContent = unread > 9 ? '9+' : String(unread);
    count.hidden = unread === 0;
  };
  const api: Api = {
    open() {
      // Nothing of the chat is loaded before somebody wants it.
      frame ??= createFrame(panel);
      panel.hidden = false;
      button.hidden = true;
      showCount(0);
      frame.focus();
    },
    close() {
      if (panel.hidden) return;
      panel.hidden = true;
      button.hidden = false;
      button.focus();
    },
    signIn(next) {
      token = next;
      if (isReady) tell({ earshot: 'token', token });
    },
  };
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin !== base || !frame || source !== frame.contentWindow) return;
    if (data?.earshot === 'close') api.close();
    if (data?.earshot === 'unread' && panel.hidden) showCount(Number(data.count) || 0);
    if (data?.earshot === 'sign-in') window.dispatchEvent(new CustomEvent('earshot:sign-in'));
    if (data?.earshot !== 'ready') return;
    isReady = true;
    if (token !== undefined) tell({ earshot: 'token', token });
  });
  window.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') api.close();
  });
  return api;
}

function createFrame(panel: HTMLElement): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  const query = new URLSearchParams({ locale, parent: location.origin });
  frame.src = `${base}/chat?${query}`;
  frame.title = panel.ariaLabel ?? 'Chat';
  panel.append(frame);
  return frame;
}

function openButton(): HTMLButtonElement {
  const button = document.createElement('button');
  button.className = 'open';
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  const drawing = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(drawing, 'svg');
  for (const [name, value] of Object.entries({
    viewBox: '0 0 24 24',
    width: '28',
    height: '28',
    'aria-hidden': 'true',
  })) {
    icon.setAttribute(name, value);
  }
  const path = document.createElementNS(drawing, 'path');
  path.setAttribute('d', 'M4 5h16v11H10l-5 4v-4H4z');
  path.setAttribute('fill', 'currentColor');
  icon.append(path);
  button.append(icon);
  return button;
}

function element(name: 'div' | 'span', className: string): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

/** In the shopper's language, on the pages the shop has listed; whoever built another is told in the browser's console. */
async function show(root: HTMLElement, parts: readonly HTMLElement[]): Promise<void> {
  const response = await firstAnswer();
  if (!response?.ok) {
    const { origin } = location;
    const why =
      response === null
        ? `${base} shows its chat on no page of ${origin}: it is not among the webOrigins of shop.json`
        : `${base} has no chat for this page: it answered ${response.status}`;
    console.error(`Earshot: ${why}.`);
    return;
  }
  const { words, lang } = (await response.json()) as { words: Record<string, string>; lang: string };
  for (const part of parts) {
    part.ariaLabel = words.open ?? 'Chat';
    part.lang = lang;
  }
  root.hidden = false;
}

/** null: it is there, and this page may not read what it says. While it cannot be reached it is asked again. */
async function firstAnswer(): Promise<Response | null> {
  for (;;) {
    const asked = await fetch(`${base}/chat/words?locale=${encodeURIComponent(locale)}`).catch(() => null);
    if (asked) return asked;
    const isThere = await fetch(`${base}/chat/embed.js`, { mode: 'no-cors', cache: 'no-store' }).catch(() => null);
    if (isThere) return null;
    await new Promise((goOn) => setTimeout(goOn, AGAIN_MS));
  }
}

const AGAIN_MS = 30_000;

if (document.body) start();
else document.addEventListener('DOMContentLoaded', start);
