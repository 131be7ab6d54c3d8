/** What a shop has written for its shoppers, a topic at a time: one source for every channel and for the desk. */

import type * as z from 'zod/mini';
import type { Instant, PlainDate } from '../../vocabulary/values';
import type { Merchant } from '../commerce/merchant';

export type ContentAnswer = {
  /** The id of the topic, as the slot PolicyTopic resolves to it. Several may be of one topic, each for a time. */
  readonly topic: string;
  /** As a list for agents calls it. */
  readonly title: string;
  /** What shoppers call the topic: "payment methods", "paypal". */
  readonly names: readonly string[];
  /** Whole questions, in the syntax of sentences: `which cards do you (take|accept)`. */
  readonly questions: readonly string[];
  /** Made for the ear: said as it is. */
  readonly voice: string;
  /** As a chat shows it. */
  readonly chat: string;
  /** All of it: e-mail, and what an agent reads. */
  readonly text: string;
  /** Days in the shop's zone, both included; null: always. */
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
};

export type Content = {
  /** It only changes with a new build. */
  readonly isFixed: boolean;
  /**
   * Everything written for this locale, past and future too: the very same array until something changes. Answered from
   * memory, with what was known last where the source cannot be reached. Never throws.
   */
  answers(locale: string): readonly ContentAnswer[];
};

/** The systems content can come from, by the name that the setting CONTENT gives them. */
export const CONTENTS = ['files', 'contentful'] as const;
export type ContentKind = (typeof CONTENTS)[number];

/** What a provider of content gets of the house. */
export type ContentHouse = {
  /** Where shop.json lies, and content/ beside it. */
  readonly shopFolder: string;
  /** Where what was known last is kept; null: in memory only. */
  readonly folder: string | null;
  readonly merchant: Merchant;
  /** The languages content is wanted in. */
  readonly languages: readonly string[];
  /** Real time. */
  readonly now: () => Instant;
  readonly fetch: typeof fetch;
  readonly log: { readonly warn: (what: object, message?: string) => void };
  /** Words for what is wrong with a field. */
  readonly words: z.core.$ZodErrorMap;
};

export type OpenedContent = { readonly content: Content };

export type OnDay = { readonly locale: string; readonly today: PlainDate };

/** What is told of a topic on this day: of several, what began last; null: nothing is written of it. */
export function answerOn(topic: string, { locale, today }: OnDay, content: Content): ContentAnswer | null {
  const valid = content.answers(locale).filter((one) => one.topic === topic && isValid(one, today));
  return valid.reduce<ContentAnswer | null>((best, one) => (best && begin(best) >= begin(one) ? best : one), null);
}

function isValid({ from, to }: ContentAnswer, today: PlainDate): boolean {
  return (from === null || from <= today) && (to === null || today <= to);
}

function begin({ from }: ContentAnswer): string {
  return from ?? '';
}

/** One answer a topic, as told today: for whoever picks one from a list. */
export function answersOn(at: OnDay, content: Content): readonly ContentAnswer[] {
  const topics = new Set(content.answers(at.locale).map(({ topic }) => topic));
  return [...topics].flatMap((topic) => answerOn(topic, at, content) ?? []);
}
