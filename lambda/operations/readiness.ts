/** Whether turns may be sent to this server: its store answers, its languages are read, and it is not about to stop. */

import type { Store } from '../services/store';

export type Missing = 'store' | 'languages' | 'stopping';

export type Readiness = {
  /** Empty: ready. Never throws. */
  missing(): Promise<readonly Missing[]>;
  /** The languages have been read. */
  learned(): void;
  isLearned(): boolean;
  /** From now on no new turn should come here. */
  stopping(): void;
};

export type ReadinessNeeds = {
  readonly store: Pick<Store, 'conversations'>;
  /** Real time, milliseconds. */
  readonly now: () => number;
  /** How long the store may take to answer, milliseconds. */
  readonly patience?: number;
};

const PATIENCE = 2_000;
/** However often somebody asks, the store is asked once a second. */
const KEPT_MS = 1_000;

export function createReadiness({ store, now, patience = PATIENCE }: ReadinessNeeds): Readiness {
  let isLearned = false;
  let isStopping = false;
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  const answers = () => {
    if (!asked || now() - asked.at >= KEPT_MS) asked = { at: now(), answer: isThere(store, patience) };
    return asked.answer;
  };
  return {
    async missing() {
      const isReachable = await answers();
      return [
        ...(isReachable ? [] : (['store'] as const)),
        ...(isLearned ? [] : (['languages'] as const)),
        ...(isStopping ? (['stopping'] as const) : []),
      ];
    },
    learned() {
      isLearned = true;
    },
    isLearned: () => isLearned,
    stopping() {
      isStopping = true;
    },
  };
}

/** One read by a key that is never there. */
async function isThere({ conversations }: ReadinessNeeds['store'], patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const read = conversations.answerOf('web', 'is anybody there?').then(
    () => true,
    () => false,
  );
  return Promise.race([read, tooLong]).finally(() => clearTimeout(timer));
}
