/** What the page knows: lines of the conversation, its own messages on their way, and how things stand. */

import type { Show } from '../../lambda/vocabulary/answer';
import type pages from '../../locales/en/pages.json';

export type Line = {
  /** `<version>.<line>`; later lines are greater. */
  readonly id: string;
  readonly at: number;
  readonly by: 'shopper' | 'bot' | 'person';
  readonly channel: string;
  readonly text: string;
  /** The person's, where a person wrote it. */
  readonly name?: string;
  readonly show?: Show;
  /** It was written on this very page of theirs, or one of the same browser. */
  readonly own?: true;
};

/** A message of this page that the conversation does not show yet. */
export type Pending = {
  readonly id: string;
  readonly text: string;
  readonly option?: string;
  readonly isFile?: true;
  readonly at: number;
  /** Who the shopper was here as they wrote it: it goes for nobody else. */
  readonly as: 'guest' | 'shopper' | 'refused';
  /** `waiting`: it goes by itself once the house can be reached. `lost`: a file the page was left with. */
  readonly state: 'sending' | 'sent' | 'waiting' | 'failed' | 'lost';
};

/** Who answers here; `name` of the person, null while the conversation waits for one. */
export type Holder = { readonly isTheirs: boolean; readonly name: string | null };

export type State = {
  readonly lines: readonly Line[];
  readonly pending: readonly Pending[];
  readonly holder: Holder;
  readonly typing: boolean;
  /** All that was said before has arrived. */
  readonly ready: boolean;
  /** `elsewhere`: closed because this browser has too many windows of it. */
  readonly link: 'connecting' | 'open' | 'lost' | 'offline' | 'elsewhere';
  readonly who: 'guest' | 'shopper' | 'refused';
  /** More was said than is shown. */
  readonly hasEarlier: boolean;
  /** What is written now is instead of this line of theirs; null: it is a message of its own. */
  readonly changing: Line | null;
  /** A word for the shopper, by its key. */
  readonly notice: 'slow' | 'broken' | 'fileLarge' | 'fileUsed' | 'notIn' | null;
};

/** The linking server, as this page knows it. */
export type SignInHere = { readonly issuer: string; readonly clientId: string; readonly scope: string };

export type Words = {
  readonly lang: string;
  readonly locale: string;
  readonly shop: string;
  readonly origins: readonly string[];
  /** Where a shopper signs in; null: only the shop's own page can say who is there. */
  readonly signIn: SignInHere | null;
  readonly words: Readonly<Record<string, string>>;
  /** The language is still being written. */
  readonly isDraft: boolean;
};
export type Say = (key: keyof (typeof pages)['chat']) => string;
