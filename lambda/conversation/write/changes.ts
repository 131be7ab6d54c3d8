/** What a change of a person's words has to deliver: where they were sent, they are changed too, or really not sent. */

import { corrected, unsaid } from '../../intents/parts/person-unsaid';
import type { Stored } from '../../services/conversation/conversation';
import type { PlacedLine } from '../../services/conversation/lines';
import type { DeskEvent, HandOff } from '../../services/hand-off/hand-offs';
import type { OutboxItem } from '../../services/queue/item';
import { changeItem, isOfWords, type MessageBody, messageOf } from '../../services/queue/items';
import { contactsIn } from '../../services/reach/contacts';
import type { Reply } from '../../vocabulary/outcome';
import { sayAlone } from '../words';
import { type Deliveries, isWritable, type PushedContact, personMessage, promisedTo } from './deliveries';
import type { TellNeeds } from './unasked';

export type Changing = {
  readonly event: Extract<DeskEvent, { kind: 'changed' }>;
  readonly own: readonly PlacedLine[];
  readonly handOff: HandOff;
  readonly stored: Stored;
};

/** As far as deliveries are looked back on. */
const DELIVERIES = 300;

export async function changeDeliveries(
  changing: Changing,
  needs: Pick<TellNeeds, 'store' | 'voice'>,
): Promise<Deliveries> {
  const { handOff, stored, own, event } = changing;
  const { store, voice } = needs;
  const sent = await store.outbox.ofConversation(handOff.conversationId, DELIVERIES);
  const contacts = [
    ...(await contactsIn(handOff.conversationId, store.contacts)),
    ...[await promisedTo(handOff, stored, store)].filter((one) => one !== null),
  ].filter(isWritable);
  const outbox = own.flatMap(({ show }): readonly OutboxItem[] => {
    const ref = show?.ref ?? '';
    const last = sent.find(({ id }) => isOfWords(id, ref));
    const to = contacts.find(({ channel }) => channel === last?.destination);
    if (!last || !to) return [];
    return [changeItem({ ref, eventId: event.id, channel: to.channel }, bodyOf(to, changing, voice))];
  });
  return { outbox, joins: [] };
}

/** `instead`: where what was sent stays, the same said anew; or where it cannot be taken away any more, what stands there. */
function bodyOf(to: PushedContact, { event, handOff }: Changing, voice: TellNeeds['voice']) {
  const { agent, to: words } = event;
  const inWords = (reply: Reply) => sayAlone({ replies: [reply] }, { locale: handOff.locale }, voice);
  const said = (text: string): MessageBody => personMessage({ agent, text }, to, handOff);
  if (words === null) {
    const { locale } = handOff;
    return { to: null, instead: messageOf(inWords(unsaid(agent.name)), { address: to.id, locale }) };
  }
  return { to: said(words), instead: said(`${inWords(corrected()).speech.text}\n${words}`) };
}
