/** How well a shop's title speaks: so that a merchant corrects first what sells most and is said worst. */

import type { Corrections, RawGood, SpokenGood } from '../../vocabulary/goods';
import { languageOf } from '../../vocabulary/locales';
import { readLexicon } from './goods-sayer';
import type { GoodsLexicon } from './lexicon';
import { workOut } from './say-good';

/** `nameless`: nothing of it can be said; `no-kind`: nobody knows what it is, so nothing stands in for it; `cut`: words that would tell more do not fit. */
export type TitleFault = 'nameless' | 'no-kind' | 'cut' | 'code' | 'one-word' | 'long' | 'other-script';

/** What each takes of a title that would speak perfectly. */
const WEIGHTS: Readonly<Record<TitleFault, number>> = {
  nameless: 1,
  'other-script': 0.5,
  'no-kind': 0.35,
  'one-word': 0.25,
  code: 0.2,
  cut: 0.15,
  long: 0.1,
};

export type JudgedGood = {
  readonly good: SpokenGood;
  /** 1: said as a person would; 0: not at all. */
  readonly score: number;
  /** The worst first; empty: none. */
  readonly faults: readonly TitleFault[];
};

/** So long a name is heard to its end, and no longer kept in mind. */
const LONG = 40;
const CODE = /(?=\p{L}*\d)(?=\d*\p{L})[\p{L}\d-]{4,}/u;

export type TitleJudge = (raw: RawGood, locale: string) => JudgedGood | null;

/** null: hidden by the merchant, or the language has no words for goods. A name the merchant wrote is good as it is. */
export function createTitleJudge(directory: string, corrections: Corrections): TitleJudge {
  const lexicons = new Map<string, GoodsLexicon | null>();
  return (raw, locale) => {
    const language = languageOf(locale);
    const lexicon = lexicons.get(language) ?? readLexicon(directory, language);
    lexicons.set(language, lexicon);
    const correction = corrections.good(raw.id, language);
    if (!lexicon || correction?.isHidden) return null;
    const { good, isKnown, cut } = workOut(raw, lexicon, corrections.kind);
    const unknown: readonly TitleFault[] = isKnown ? [] : ['no-kind'];
    if (correction?.voiceTitle !== undefined) {
      const own = { ...good, name: { ...good.name, voiceTitle: correction.voiceTitle } };
      return judged(own, unknown);
    }
    return judged(good, [...unknown, ...(cut > 0 ? (['cut'] as const) : []), ...faultsOf(good, isKnown)]);
  };
}

function judged(good: SpokenGood, faults: readonly TitleFault[]): JudgedGood {
  const lost = faults.reduce((sum, fault) => sum + WEIGHTS[fault], 0);
  const worst = [...faults].sort((one, other) => WEIGHTS[other] - WEIGHTS[one]);
  return { good, score: Math.max(0, Math.round((1 - lost) * 100) / 100), faults: worst };
}

function faultsOf({ name: { voiceTitle = '' } }: SpokenGood, isKnown: boolean): readonly TitleFault[] {
  if (voiceTitle === '') return ['nameless'];
  const is: Readonly<Record<Exclude<TitleFault, 'nameless' | 'no-kind' | 'cut'>, boolean>> = {
    'other-script': /\p{L}/u.test(voiceTitle.replace(/\p{Script=Latin}/gu, '')),
    'one-word': !voiceTitle.includes(' ') && !isKnown,
    code: CODE.test(voiceTitle),
    long: voiceTitle.length > LONG,
  };
  return (Object.keys(is) as (keyof typeof is)[]).filter((fault) => is[fault]);
}

/** The worst first; among equals what comes first stays first, so hand in what sells most first. */
export function worstOf(goods: readonly JudgedGood[], most: number): readonly JudgedGood[] {
  return [...goods].sort((one, other) => one.score - other.score).slice(0, most);
}
