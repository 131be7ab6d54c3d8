/** Everything the console asks its server. Refusals are thrown with the server's own words. */

import type {
  EditedSentences,
  EditedText,
  HeardSentence,
  PlacedText,
  Proposed,
  RewrittenSentences,
  RewrittenText,
  Taught,
  TaughtSentence,
  TriedText,
  WithBroken,
  WrittenWords,
} from '../../lambda/console/localiser-protocol';
import type {
  ConsoleEvents,
  ConsoleRefusal,
  ConsoleState,
  NewSettings,
  NewTest,
  Samples,
  SavedTest,
  SayRequest,
  Settings,
  Told,
  Visit,
  VisitHead,
} from '../../lambda/console/protocol';

const API = '/console/api';

/** `code` names the reason. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const readState = () => get<ConsoleState>('/state');
export const say = (said: SayRequest) => post<Told>('/say', said);
export const change = (settings: NewSettings) => post<Settings>('/settings', settings);
/** Marta is there from now on; throws where this shop has another desk. */
export const sitDown = () => post<{ readonly name: string }>('/desk', {});
/** The newest first. */
export const readVisits = () => get<readonly VisitHead[]>('/visits');
export const readVisit = (id: string) => get<Visit>(`/visits/${encodeURIComponent(id)}`);
export const save = (test: NewTest) => post<SavedTest>('/tests', test);

export type SavedText = WithBroken<WrittenWords<TriedText, string | null>>;
export type SavedSentences = WithBroken<WrittenWords<readonly HeardSentence[], readonly string[]>>;

export const readTexts = (language: string) => get<readonly PlacedText[]>(`/words/texts?language=${language}`);
export const readSentences = (language: string) =>
  get<Readonly<Record<string, readonly string[]>>>(`/words/sentences?language=${language}`);
/** As if it were written; what is wrong with it is told. */
export const tryText = (edit: EditedText) => post<TriedText>('/words/texts/try', edit);
export const saveText = (edit: RewrittenText) => post<SavedText>('/words/texts', edit);
export const trySentences = (edit: EditedSentences) => post<readonly HeardSentence[]>('/words/sentences/try', edit);
export const saveSentences = (edit: RewrittenSentences) => post<SavedSentences>('/words/sentences', edit);
/** How what was said would be written. */
export const propose = (said: TaughtSentence) => post<Proposed>('/words/taught/proposed', said);
export const teach = (taught: TaughtSentence) => post<WithBroken<Taught>>('/words/taught', taught);

export function readSamples(locale: string, shopper: string | null): Promise<Samples> {
  return get<Samples>(`/samples?${new URLSearchParams({ locale, shopper: shopper ?? '' })}`);
}

type Listeners = { readonly [E in keyof ConsoleEvents]: (data: ConsoleEvents[E]) => void };

/** Returns what ends it. The browser comes back by itself when the server was away. */
export function listen(listeners: Listeners): () => void {
  const source = new EventSource(`${API}/events`);
  for (const [event, listener] of Object.entries(listeners)) {
    source.addEventListener(event, ({ data }) => (listener as (data: unknown) => void)(JSON.parse(data)));
  }
  return () => source.close();
}

function get<T>(path: string): Promise<T> {
  return answered<T>(fetch(API + path));
}

function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return answered<T>(fetch(API + path, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function answered<T>(sent: Promise<Response>): Promise<T> {
  const response = await sent.catch(() => {
    throw new RefusedError('away', 'The server does not answer. Is npm start still running?');
  });
  if (response.ok) return (await response.json()) as T;
  const refused = (await response.json().catch(() => null)) as ConsoleRefusal | null;
  throw new RefusedError(refused?.error ?? 'broken', refused?.message ?? `The server answered ${response.status}.`);
}
