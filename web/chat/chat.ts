/** The chat without its looks: one state, changed by what arrives and by what the shopper does. */

import { houseNow } from '../shared/clock';
import { saved } from '../shared/saved';
import { shrunk } from '../shared/shrink';
import { type FileSize, fileOf, ownFile, type Refusal, sendFile, sendMessage, tellSeen } from './api';
import { connect } from './connection';
import { earlierThan, mayHaveEarlier } from './earlier';
import { createOutbox, keepUnsent, unsent } from './outbox';
import { rank } from './rank';
import { createSight } from './sight';
import type { Line, Pending, State } from './types';

export type Chat = {
  state(): State;
  subscribe(listener: () => void): () => void;
  send(text: string, option?: string): void;
  /** Sends a file; a photo is made small enough first. */
  sendFile(file: Blob, label: string): void;
  /** Saves all that is kept of this shopper. */
  save(secret: string, as: 'page' | 'json'): Promise<void>;
  /** A file of the conversation. */
  file(id: string, size: FileSize): ReturnType<typeof fileOf>;
  /** Comes through a link that another channel gave out. */
  join(secret: string): void;
  /** Brings what was said before the first line that is shown. */
  earlier(): Promise<void>;
  /** What is written next is to stand in the place of this line; null: it is not. */
  change(line: Line | null): void;
  /** False: it could not be told; what was written stays to be sent. */
  correct(line: Line, text: string): Promise<boolean>;
  takeBack(line: Line): Promise<boolean>;
  again(id: string): void;
  discard(id: string): void;
  /** The shop's own token of this shopper; null: a guest. */
  signIn(token: string | null): void;
  /** What the page has to say of itself. */
  tell(notice: NonNullable<State['notice']>): void;
  /** A line was on the screen, and with it all before it. */
  seen(line: string): void;
  hurry(): void;
};

/** A person may be writing instead: after this long nobody is shown to be. */
const TYPING_AFTER_MS = 1_500;

const NOTICES: Readonly<Partial<Record<Refusal, State['notice']>>> = {
  'too-many': 'slow',
  'too-large': 'fileLarge',
  away: 'broken',
};

/** The assistant answers. */
const NOBODYS = { isTheirs: false, name: null } as const;

const START: State = {
  lines: [],
  pending: [],
  holder: NOBODYS,
  typing: false,
  ready: false,
  link: 'connecting',
  who: 'guest',
  hasEarlier: false,
  changing: null,
  notice: null,
};

export function createChat(locale: string, shopper: string | null): Chat {
  let state: State = { ...START, pending: unsent(), who: shopper ? 'shopper' : 'guest' };
  const listeners = new Set<() => void>();
  const files = new Map<string, Promise<Blob>>();
  let signedInBy = shopper;
  let joining: Promise<void> = Promise.resolve();

  function set(change: Partial<State>): void {
    state = { ...state, ...change };
    if (change.pending) keepUnsent(state.pending);
    for (const listener of listeners) listener();
  }

  const connection = connect(locale, {
    onLine(line) {
      const isChange = state.lines.some(({ id }) => id === line.id);
      // What was in sight is another now.
      if (isChange && line.by === 'person') sight.forget();
      const pending = state.pending.filter(({ id }) => id !== line.show?.ref);
      const typing = line.by === 'shopper' && state.typing;
      set({
        lines: withLine(state.lines, line),
        typing,
        ...(pending.length < state.pending.length ? { pending } : {}),
      });
    },
    // The assistant writes nothing while a person has it.
    onHolder: (holder) => set({ holder, typing: state.typing && !holder.isTheirs }),
    onReady() {
      // That nobody was signed in stays to be read.
      set({
        ready: true,
        ...(state.ready ? {} : { hasEarlier: mayHaveEarlier(state.lines) }),
        ...(state.notice === 'notIn' ? {} : { notice: null }),
      });
      outbox.reached();
      sight.again();
    },
    onLink: (link) => set({ link }),
    onRefused: () => set({ who: 'refused', typing: false, ready: true }),
    onForgotten() {
      sight.forget();
      set({ lines: [], changing: null, ready: false, hasEarlier: false });
    },
  });
  const sight = createSight(async (id) => {
    const ref = state.lines.find((line) => line.id === id)?.show?.ref;
    return ref !== undefined && tellSeen(ref, await connection.who());
  });
  const outbox = createOutbox({
    state: () => state,
    set: (pending) => set({ pending }),
    async send(message) {
      await joining;
      const file = files.get(message.id);
      const who = await connection.who();
      return file ? sendFile(message.id, await file, who) : sendMessage({ ...message, locale }, who);
    },
    onSending: () => set({ typing: !state.holder.isTheirs, notice: null }),
    onSent(id) {
      files.delete(id);
      window.setTimeout(() => set({ typing: false }), TYPING_AFTER_MS);
    },
    onRefused(why) {
      set({ typing: false, notice: NOTICES[why] ?? null });
      // The stream finds out what is wrong with who we are, and mends it or asks.
      if (why === 'sign-in' || why === 'visitor') connection.hurry();
    },
  });
  if (shopper) connection.become(shopper);

  function put(message: Pick<Pending, 'text' | 'option' | 'isFile'>, id = newId()): void {
    outbox.put({ ...message, id, at: houseNow(), as: state.who, state: 'sending' });
  }

  /** At once or not at all: what is changed later may have been answered by then. */
  async function changed({ show }: Line, text: string): Promise<boolean> {
    const message = { id: newId(), text, changes: show?.ref ?? '', locale };
    const sent = await connection
      .who()
      .then((who) => sendMessage(message, who))
      .catch(() => ({ ok: false, why: 'away', waitMs: 0 }) as const);
    set(sent.ok ? { changing: null, notice: null } : { notice: 'broken' });
    return sent.ok;
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    send: (text, option) => put(option === undefined ? { text } : { text, option }),
    sendFile(file, label) {
      const id = newId();
      // In its place among what is written, small enough by the time it goes.
      files.set(id, shrunk(file));
      put({ text: label, isFile: true }, id);
    },
    async save(secret, as) {
      const file = await ownFile({ secret, as, locale });
      if (file === 'used') return set({ notice: 'fileUsed' });
      if (file === 'away') return set({ notice: 'broken' });
      saved(file, as === 'json' ? 'my-data.json' : 'my-data.html');
    },
    file: async (id, size) => fileOf(id, size, await connection.who()),
    join(secret) {
      joining = joining.then(async () => {
        const sent = await sendMessage({ id: newId(), text: '', join: secret, locale }, await connection.who()).catch(
          () => ({ ok: false }) as const,
        );
        if (!sent.ok) set({ notice: 'broken' });
      });
    },
    async earlier() {
      const { lines: before } = state;
      const found = await connection
        .who()
        .then((who) => earlierThan(before[0]?.id ?? '', who))
        .catch(() => null);
      if (!found) return set({ notice: 'broken' });
      // Another's conversation may be shown by now.
      if (state.lines[0]?.id !== before[0]?.id) return;
      set({ lines: [...found.lines, ...state.lines], hasEarlier: found.hasEarlier });
    },
    change: (changing) => set({ changing }),
    correct: (line, text) => changed(line, text),
    takeBack: (line) => changed(line, ''),
    again: outbox.again,
    discard: (id) => set({ pending: state.pending.filter((one) => one.id !== id) }),
    signIn(token) {
      const who = token ? 'shopper' : 'guest';
      const isAnother = state.who === 'shopper' && token !== signedInBy;
      signedInBy = token;
      outbox.hold(({ as }) => isAnother || as !== who);
      sight.forget();
      set({ lines: [], holder: NOBODYS, ready: false, who, typing: false, changing: null, hasEarlier: false });
      connection.become(token);
    },
    seen: sight.reached,
    tell: (notice) => set({ notice }),
    // Whoever was refused is asked first.
    hurry: () => void (state.who === 'refused' || connection.hurry()),
  };
}

/** A line that comes again reads otherwise now; one that was changed before all the page shows is not shown. */
function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  if (lines.some(({ id }) => id === line.id)) return lines.map((one) => (one.id === line.id ? line : one));
  const [first] = lines;
  const isInPlace = line.by !== 'shopper' || line.channel === 'web';
  if (line.show?.changed && isInPlace && first && rank(line.id) < rank(first.id)) return lines;
  const last = lines.at(-1);
  const all = [...lines, line];
  return !last || rank(last.id) < rank(line.id) ? all : all.sort((a, b) => rank(a.id) - rank(b.id));
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
