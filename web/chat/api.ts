/** Speaks HTTP with the house: who the visitor is, messages in. */

import { keep, kept } from './keep';

const TOKEN = 'earshot.visitor';

/** `visitor`: the token is unknown, a new one is needed. `sign-in`: the shop does not know the shopper's token. */
export type Refusal = 'visitor' | 'sign-in' | 'too-many' | 'too-large' | 'invalid' | 'away';
export type Sent = { readonly ok: true } | { readonly ok: false; readonly why: Refusal; readonly waitMs: number };

export type Who = { readonly visitor: string; readonly shopper: string | null };

export function headersOf({ visitor, shopper }: Who): Record<string, string> {
  return { Authorization: `Bearer ${visitor}`, ...(shopper ? { 'X-Shopper-Token': shopper } : {}) };
}

export function forgetVisitor(): void {
  keep('localStorage', TOKEN, null);
}

/** The token this browser has, or a new one; windows that open at once share it. Throws when there is none to be had. */
export async function visitorToken(locale: string): Promise<string> {
  const known = kept('localStorage', TOKEN);
  if (known) return known;
  const get = async (): Promise<string> => {
    const meanwhile = kept('localStorage', TOKEN);
    if (meanwhile) return meanwhile;
    const response = await post('/chat/session', { locale }, {});
    if (!response.ok) throw new Error(`no session: ${response.status}`);
    const { visitor } = (await response.json()) as { visitor: string };
    keep('localStorage', TOKEN, visitor);
    return visitor;
  };
  return navigator.locks ? navigator.locks.request(TOKEN, get) : get();
}

export type Message = {
  readonly id: string;
  readonly text: string;
  readonly option?: string;
  /** The secret of a link somebody came through; then there is no text. */
  readonly join?: string;
  /** The id of a message of before that reads so from now on; without a text it is taken back. */
  readonly changes?: string;
  readonly locale: string;
};

/** Never throws: a network that fails is `away`. The same id sent again is answered once. */
export async function sendMessage(message: Message, who: Who): Promise<Sent> {
  try {
    const response = await post('/chat/messages', bodyOf(message), headersOf(who));
    return response.ok ? { ok: true } : await refusalOf(response);
  } catch {
    return { ok: false, why: 'away', waitMs: 0 };
  }
}

/** That what a person wrote was on the screen. False: it did not arrive. */
export async function tellSeen(ref: string, who: Who): Promise<boolean> {
  try {
    return (await post('/chat/seen', { ref }, headersOf(who))).ok;
  } catch {
    return false;
  }
}

/** A file as it is, small enough or not: the house judges it. On a phone's line it takes a while. */
export async function sendFile(id: string, file: Blob, who: Who): Promise<Sent> {
  try {
    const signal = AbortSignal.timeout ? { signal: AbortSignal.timeout(60_000) } : {};
    const headers = { 'Content-Type': 'application/octet-stream', ...headersOf(who) };
    const response = await fetch(`/chat/files?id=${id}`, { method: 'POST', headers, body: file, ...signal });
    return response.ok ? { ok: true } : await refusalOf(response);
  } catch {
    return { ok: false, why: 'away', waitMs: 0 };
  }
}

/** `name`: what it is saved as. */
export type FileFound = { readonly bytes: Blob; readonly name: string };

/** `small`: a picture as it stands beside the words. */
export type FileSize = 'small' | 'whole';

/** `gone`: nobody has it any more. `away`: it cannot be had just now. */
export async function fileOf(id: string, size: FileSize, who: Who): Promise<FileFound | 'gone' | 'away'> {
  try {
    const address = `/chat/files/${encodeURIComponent(id)}${size === 'small' ? '?size=small' : ''}`;
    const response = await fetch(address, { headers: headersOf(who) });
    if (!response.ok) return response.status === 404 ? 'gone' : 'away';
    const [, name = 'file'] = /filename="([\w.-]+)"/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
    return { bytes: await response.blob(), name };
  } catch {
    return 'away';
  }
}

export type FileWish = { readonly secret: string; readonly as: 'page' | 'json'; readonly locale: string };

/** The file as bytes. `used`: its link is good once. */
export async function ownFile(wish: FileWish): Promise<Blob | 'used' | 'away'> {
  try {
    const response = await post('/chat/own-file', wish, {});
    if (response.ok) return await response.blob();
    return response.status === 404 ? 'used' : 'away';
  } catch {
    return 'away';
  }
}

/** An address that stands for the bytes. */
export function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

function bodyOf({ id, text, option, join, changes, locale }: Message): object {
  if (changes !== undefined) return { id, changes, locale, ...(text === '' ? {} : { text }) };
  if (join !== undefined) return { id, join, locale };
  return option === undefined ? { id, text, locale } : { id, option, label: text, locale };
}

export async function refusalOf(response: Response): Promise<Extract<Sent, { ok: false }>> {
  const waitMs = Number(response.headers.get('Retry-After') ?? 0) * 1000;
  const body = (await response.json().catch(() => ({}))) as { error?: string };
  return { ok: false, why: reason(response.status, body.error), waitMs };
}

function reason(status: number, code: string | undefined): Refusal {
  if (status === 401) return code === 'sign-in' ? 'sign-in' : 'visitor';
  if (status === 429) return 'too-many';
  if (status === 413) return 'too-large';
  return status >= 400 && status < 500 ? 'invalid' : 'away';
}

function post(path: string, body: object, headers: Record<string, string>): Promise<Response> {
  const signal = AbortSignal.timeout ? { signal: AbortSignal.timeout(15_000) } : {};
  const all = { 'Content-Type': 'application/json', ...headers };
  return fetch(path, { method: 'POST', headers: all, body: JSON.stringify(body), ...signal });
}
