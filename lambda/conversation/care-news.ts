/** Tells what had no end when it was last talked about: to the shopper's phone, and to the people who have the case. */

import type { Logger } from 'pino';
import { endMessage } from '../intents/parts/aftercare';
import { deedFailed } from '../intents/parts/desk-care';
import { deskEventOf } from '../services/care/actions';
import type { CareFile } from '../services/care/care';
import type { Untold } from '../services/care/ends';
import type { Remedies } from '../services/care/remedies';
import { callWithin } from '../services/commerce/call';
import type { Order } from '../services/commerce/orders';
import type { HandOff } from '../services/hand-off/hand-offs';
import { announce } from './care-announced';
import { deedText } from './desk-care';
import type { DeskEvents } from './desk-event';
import { sayAlone } from './words';
import type { TellNeeds } from './write/unasked';

export type CareNewsNeeds = TellNeeds & {
  readonly remedies: Remedies;
  readonly events: DeskEvents;
  readonly log: Pick<Logger, 'error'>;
};

export type CareNews = {
  /** Of at most so many; answers how many are known now to whomever they matter to. One that fails waits for the next time. */
  tell(limit: number): Promise<number>;
};

const PATIENCE_MS = 10_000;

export function createCareNews(needs: CareNewsNeeds): CareNews {
  async function isTold(one: Untold): Promise<boolean> {
    try {
      if (!(await tellOf(one, needs))) return false;
      await needs.remedies.tell(one.kept.key);
      return true;
    } catch (error) {
      needs.log.error({ err: error }, 'what became of an order could not be told; it is tried again');
      return false;
    }
  }
  return {
    async tell(limit) {
      let told = 0;
      for (const one of await needs.remedies.untold(limit)) told += (await isTold(one)) ? 1 : 0;
      return told;
    },
  };
}

/** False: the shop cannot be asked just now. */
async function tellOf(one: Untold, needs: CareNewsNeeds): Promise<boolean> {
  const { conversationId, shopperId, orderId } = one.kept;
  // Whoever it was told to wants to be forgotten.
  if (conversationId === '') return true;
  const handOffs = await needs.store.handOffs.of([conversationId]);
  const locale = handOffs.at(-1)?.locale ?? needs.voice.languages[0] ?? 'en';
  const call = { ...callWithin(PATIENCE_MS, { locale, now: needs.now }), shopperId };
  const file = await needs.remedies.file(call);
  if (file && !file.ok) return false;
  const order = file?.value.orders.find(({ id }) => id === orderId);
  if (!file || !order) return true;
  if (one.kept.by.kind === 'agent') await report(one, { order, file: file.value, handOffs }, needs);
  else await announce(one, { replies: endMessage(one.end, order), handOffs }, needs);
  return true;
}

type About = { readonly order: Order; readonly file: CareFile; readonly handOffs: readonly HandOff[] };

/** In the name of whoever did it, and once: the same event as the click that heard nothing. */
async function report({ kept, end }: Untold, { order, file, handOffs }: About, needs: CareNewsNeeds): Promise<void> {
  const { by, startedAt } = kept;
  const handOff = latestOf(handOffs.filter(({ createdAt }) => createdAt <= startedAt));
  const agent = (await needs.store.agents.list()).find(({ id }) => by.kind === 'agent' && id === by.id);
  if (end.kind !== 'cared' || !handOff || !agent) return;
  const { action, cared } = end;
  const deed = cared.kind === 'done' ? { action, receipt: cared.receipt, order, file } : null;
  const text = deed && deedText(deed, handOff.locale, needs.voice);
  if (text !== null) {
    const person = { id: agent.id, name: agent.name };
    const event = { id: deskEventOf(kept), handOffId: handOff.id, at: startedAt, kind: 'said', agent: person } as const;
    await needs.events.apply({ ...event, text, isReport: true });
    return;
  }
  const { name, agentLocale } = needs.merchant;
  const failed = sayAlone({ replies: [deedFailed(action, order)] }, { locale: agentLocale }, needs.voice);
  const note = { id: `care:${kept.key}`, handOffId: handOff.id, at: needs.now(), by: name };
  await needs.store.handOffs.addNote({ ...note, text: failed.speech.text });
}

function latestOf(handOffs: readonly HandOff[]): HandOff | undefined {
  return handOffs.toSorted((a, b) => a.createdAt - b.createdAt).at(-1);
}
