/** What every store must do, whatever it is made of. */

import type { Store } from '../../lambda/services/store';
import { agentContract } from './store-agents';
import { amendedContract } from './store-amended';
import { attemptContract } from './store-attempts';
import { careContract } from './store-care';
import { chatContract } from './store-chat';
import { contactContract } from './store-contacts';
import { handOffContract } from './store-hand-offs';
import { inboxContract } from './store-inbox';
import { laneContract } from './store-lanes';
import { linkContract } from './store-links';
import { mirrorContract } from './store-mirrors';
import { outboxContract } from './store-outbox';
import { privacyContract } from './store-privacy';
import { queueContract } from './store-queue';
import { answerContract, historyContract } from './store-records';
import { ruleContract } from './store-rules';
import { NOW } from './store-samples';
import { startContract } from './store-start';
import { tokenContract } from './store-tokens';
import { conversationContract, faultContract } from './store-turns';
import { wordKeyContract } from './store-word-keys';

/** The same `place` opened twice is the same store; a place never used before is empty. */
export type OpenStore = (place: string, now: () => number) => Promise<Store>;

export type Fresh = () => Promise<StoreUnderTest>;

export type StoreUnderTest = {
  readonly store: Store;
  /** A second handle on the same store, as another process would have. */
  readonly second: Store;
  readonly clock: { now: number };
};

export function storeContract(name: string, openStore: OpenStore): void {
  describe(`${name} as a store`, () => {
    const open: Store[] = [];
    let places = 0;

    afterEach(async () => {
      await Promise.all(open.splice(0).map((store) => store.close()));
    });

    const fresh = async (): Promise<StoreUnderTest> => {
      const clock = { now: NOW };
      const place = `place-${++places}`;
      const store = await openStore(place, () => clock.now);
      const second = await openStore(place, () => clock.now);
      open.push(store, second);
      return { store, second, clock };
    };

    conversationContract(fresh);
    startContract(fresh);
    faultContract(fresh);
    answerContract(fresh);
    historyContract(fresh);
    amendedContract(fresh);
    handOffContract(fresh);
    queueContract(fresh);
    attemptContract(fresh);
    careContract(fresh);
    chatContract(fresh);
    outboxContract(fresh);
    laneContract(fresh);
    inboxContract(fresh);
    contactContract(fresh);
    tokenContract(fresh);
    ruleContract(fresh);
    linkContract(fresh);
    mirrorContract(fresh);
    wordKeyContract(fresh);
    agentContract(fresh);
    privacyContract(fresh);
  });
}
