/** Whether turns may be sent to this server: its store keeps what it is given, its languages are read, and it is not about to stop. */

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
  readonly store: Pick<Store, 'usable'>;
  /** Milliseconds of a clock that is never set. */
  readonly now: () => number;
  /** How long the store may take to answer, milliseconds. */
  readonly patience?: number;
};

const PATIENCE = 2_000;
/** However often somebody asks, the store is asked at most so often: while it answers, and while it does not. */
const KEPT_MS = { well: 5_000, ill: 1_000 };

export function createReadiness({ store, now, patience = PATIENCE }: ReadinessNeeds): Readiness {
  let isLearned = false;
  let isStopping = false;
  let asked: { readonly at: number; readonly answer: Promise<boolean> } | null = null;
  let kept = KEPT_MS.ill;
  const answers = () => {
    if (!asked || now() - asked.at >= kept) {
      kept = KEPT_MS.ill;
      asked = { at: now(), answer: isUsable(store, patience) };
      asked.answer.then((isWell) => {
        if (isWell) kept = KEPT_MS.well;
      });
    }
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

async function isUsable(store: ReadinessNeeds['store'], patience: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  const written = store.usable().then(
    () => true,
    () => false,
  );
  return Promise.race([written, tooLong]).finally(() => clearTimeout(timer));
}
