/** The chat without its looks: one state, changed by what arrives and by what the shopper does. */

import { houseNow } from '../shared/clock';
import { saved } from '../shared/saved';
import { shrunk } from '../shared/shrink';
import { type FileFound, fileOf, ownFile, type Refusal, sendFile, sendMessage } from './api';
import { connect } from './connection';
import { keep, kept } from './keep';
import { personIn } from './person';
import type { Line, Pending, State } from './types';

export type Chat = {
  state(): State;
  subscribe(listener: () => void): () => void;
  send(text: string, option?: string): void;
  /** Sends a file; a photo is made small enough first. */
  sendFile(file: Blob, label: string): void;
  /** Saves all that is kept of this shopper. */
  save(secret: string, as: 'page' | 'json'): Promise<void>;
  /** A file of the conversation; null: it cannot be had. */
  file(id: string): Promise<FileFound | null>;
  /** Comes through a link that another channel gave out. */
  join(secret: string): void;
  again(id: string): void;
  discard(id: string): void;
  /** The shop's own token of this shopper; null: a guest. */
  signIn(token: string | null): void;
  /** What the page has to say of itself. */
  tell(notice: NonNullable<State['notice']>): void;
  hurry(): void;
};

const UNSENT = 'earshot.unsent';
/** A person may be writing instead: after this long nobody is shown to be. */
const TYPING_AFTER_MS = 1_500;

const NOTICES: Readonly<Partial<Record<Refusal, State['notice']>>> = {
  'too-many': 'slow',
  'too-large': 'fileLarge',
  away: 'broken',
};

const START: State = {
  lines: [],
  pending: [],
  typing: false,
  ready: false,
  link: 'connecting',
  who: 'guest',
  notice: null,
};

export function createChat(locale: string, shopper: string | null): Chat {
  let state: State = { ...START, pending: unsent(), who: shopper ? 'shopper' : 'guest' };
  const listeners = new Set<() => void>();
  const files = new Map<string, Blob>();
  let sending: Promise<void> = Promise.resolve();

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    if (change.pending) keep('sessionStorage', UNSENT, JSON.stringify(state.pending));
    for (const listener of listeners) listener();
  }

  const connection = connect(locale, {
    onLine(line) {
      const pending = state.pending.filter(({ id }) => id !== line.show?.ref);
      const typing = line.by === 'shopper' && state.typing;
      set({
        lines: withLine(state.lines, line),
        typing,
        ...(pending.length < state.pending.length ? { pending } : {}),
      });
    },
    // That nobody was signed in stays to be read.
    onReady: () => set({ ready: true, ...(state.notice === 'notIn' ? {} : { notice: null }) }),
    onLink: (link) => set({ link }),
    onRefused: () => set({ who: 'refused', typing: false, ready: true }),
    onForgotten: () => set({ lines: [] }),
  });
  if (shopper) connection.become(shopper);

  function change(id: string, to: Pending['state']): void {
    set({ pending: state.pending.map((one) => (one.id === id ? { ...one, state: to } : one)) });
  }

  async function sendOne(message: Pending) {
    const file = files.get(message.id);
    const who = await connection.who();
    return file ? sendFile(message.id, file, who) : sendMessage({ ...message, locale }, who);
  }

  /** One after the other, so that they arrive in the order they were written. */
  function deliver(message: Pending): void {
    // The assistant writes nothing while a person has it.
    set({ typing: personIn(state.lines) === null, notice: null });
    sending = sending.then(async () => {
      const sent = await sendOne(message).catch(() => ({ ok: false, why: 'away' }) as const);
      if (sent.ok) {
        files.delete(message.id);
        change(message.id, 'sent');
        window.setTimeout(() => set({ typing: false }), TYPING_AFTER_MS);
        return;
      }
      change(message.id, 'failed');
      set({ typing: false, notice: NOTICES[sent.why] ?? null });
      // The stream finds out what is wrong with who we are, and mends it or asks.
      if (sent.why === 'sign-in' || sent.why === 'visitor') connection.hurry();
    });
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send(text, option) {
      const message: Pending = {
        id: newId(),
        text,
        at: houseNow(),
        state: 'sending',
        ...(option === undefined ? {} : { option }),
      };
      set({ pending: [...state.pending, message] });
      deliver(message);
    },
    sendFile(file, label) {
      const message: Pending = { id: newId(), text: label, isFile: true, at: houseNow(), state: 'sending' };
      set({ pending: [...state.pending, message] });
      void shrunk(file).then((small) => {
        files.set(message.id, small);
        deliver(message);
      });
    },
    async save(secret, as) {
      const file = await ownFile({ secret, as, locale });
      if (file === 'used') return set({ notice: 'fileUsed' });
      if (file === 'away') return set({ notice: 'broken' });
      saved(file, as === 'json' ? 'my-data.json' : 'my-data.html');
    },
    file: async (id) => fileOf(id, await connection.who()),
    join(secret) {
      sending = sending.then(async () => {
        const sent = await sendMessage({ id: newId(), text: '', join: secret, locale }, await connection.who()).catch(
          () => ({ ok: false }) as const,
        );
        if (!sent.ok) set({ notice: 'broken' });
      });
    },
    again(id) {
      const message = state.pending.find((one) => one.id === id);
      if (!message) return;
      change(id, 'sending');
      deliver(message);
    },
    discard: (id) => set({ pending: state.pending.filter((one) => one.id !== id) }),
    signIn(token) {
      set({ lines: [], ready: false, who: token ? 'shopper' : 'guest', typing: false });
      connection.become(token);
    },
    tell: (notice) => set({ notice }),
    // Whoever was refused is asked first.
    hurry: () => void (state.who === 'refused' || connection.hurry()),
  };
}

function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  if (lines.some(({ id }) => id === line.id)) return lines;
  const last = lines.at(-1);
  const all = [...lines, line];
  return !last || rank(last.id) < rank(line.id) ? all : all.sort((a, b) => rank(a.id) - rank(b.id));
}

function rank(id: string): number {
  const [version = 0, line = 0] = id.split('.').map(Number);
  return version * 1000 + line;
}

/** What was on its way when the page was left: perhaps it arrived, then its line will say so. */
function unsent(): readonly Pending[] {
  try {
    const all = JSON.parse(kept('sessionStorage', UNSENT) ?? '[]') as readonly Pending[];
    // A file is not kept beyond the page: it cannot be sent again.
    return all.filter(({ isFile }) => !isFile).map((one) => ({ ...one, state: 'failed' as const }));
  } catch {
    return [];
  }
}

/** `randomUUID` is only there on secure origins. */
function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) => {
    const stamped = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return stamped.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
