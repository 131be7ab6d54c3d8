/** How well a good speaks: so that a merchant corrects first what sells most and is said worst. */

import type { ProductName } from '../../vocabulary/values';

/** `nameless`: nothing of it can be said; `no-kind`: nobody knows what it is, so nothing stands in for it. */
export type TitleFault = 'nameless' | 'no-kind' | 'code' | 'one-word' | 'long' | 'shouted' | 'other-script';

/** What each takes of a name that would speak perfectly. */
const WEIGHTS: Readonly<Record<TitleFault, number>> = {
  nameless: 1,
  'other-script': 0.5,
  'no-kind': 0.35,
  shouted: 0.3,
  'one-word': 0.25,
  code: 0.25,
  long: 0.2,
};

export type JudgedName = {
  /** 1: said as a person would; 0: not at all. */
  readonly score: number;
  /** The worst first; empty: none. */
  readonly faults: readonly TitleFault[];
};

/** As many words, and as many letters, as an ear takes in. */
const MOST = { words: 7, letters: 45 } as const;
const CODE = /(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d-]{6,}|\d{5,}|[|#_*=~<>™®]/u;
const SHOUTED = /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/u;

/** A good whose kind is its own id is of none. */
type Judged = { readonly id: string; readonly name: ProductName; readonly kind: string };

/** Of what is said: the voice title, or the title where there is none. */
export function judgeName({ id, name, kind }: Judged): JudgedName {
  const said = name.voiceTitle ?? name.title;
  const isNamed = /[\p{L}\p{N}]/u.test(said) && !/^\d+$/.test(said.trim());
  const isOwn = kind.endsWith(id);
  const words = said.trim().split(/\s+/).length;
  const has: Readonly<Record<TitleFault, boolean>> = {
    nameless: !isNamed,
    'other-script': isNamed && /\p{L}/u.test(said.replace(/\p{Script=Latin}/gu, '')),
    'no-kind': isOwn,
    shouted: isNamed && SHOUTED.test(said),
    'one-word': isNamed && words === 1 && isOwn,
    code: isNamed && CODE.test(said),
    long: isNamed && (words > MOST.words || said.length > MOST.letters),
  };
  const faults = (Object.keys(WEIGHTS) as TitleFault[]).filter((fault) => has[fault]);
  const lost = faults.reduce((sum, fault) => sum + WEIGHTS[fault], 0);
  const worst = [...faults].sort((one, other) => WEIGHTS[other] - WEIGHTS[one]);
  return { score: Math.max(0, Math.round((1 - lost) * 100) / 100), faults: worst };
}
