/** What people of the shop wrote, and what becomes of a conversation that one of them has: said at the speaker and in text. */

import { supportContact } from '../../services/commerce/merchant';
import type { DeskEvent } from '../../services/hand-off/hand-offs';
import type { Memory, PersonSaid } from '../../vocabulary/memory';
import type { Ending, Reply } from '../../vocabulary/outcome';
import type { Acted, Part, Scene } from '../kit/define';
import { digitsOf } from '../kit/reference';
import { add, what } from './person-adding';
import { onward, read, spell } from './person-reading';
import { PERSON_SAYS, sayPerson as say } from './person-words';
import { shallWeGoOn, whatElse } from './welcome';

export const Person: Part = {
  name: 'Person',
  personal: false,
  says: PERSON_SAYS,
  asks: { read, onward, spell, add, what },
};

/** The shopper wants the bot again: whoever had the conversation is told by its end. */
export function tookBack(): Acted {
  return { replies: [say('tookBack')], ending: whatElse() };
}

/** How to go on meanwhile, for who writes and finds nobody there. */
export function haveBack(): Reply {
  return say('haveBack');
}

type News = { readonly replies: readonly Reply[]; readonly ending: Ending };

/** "Marta answered about the torn bag. Shall I read it?" What was written is never read unasked: who hears the speaker? */
export function news({ unread }: Memory): News | null {
  const latest = unread.at(-1);
  if (!latest) return null;
  return { replies: [answered(latest)], ending: read.put({}, {}) };
}

/** What was promised at a speaker and will not come is said there too, once: whoever listens may never see the chat. */
export function unreached({ memory, turn, services }: Scene): readonly Reply[] {
  if (turn.form === 'text' || !memory.handOff?.failed) return [];
  return [say('failed', { contact: { type: 'shown', text: supportContact(services.merchant) } })];
}

/** The same as a visit begins; null: there is nothing to be sorry for. */
export function sorry(scene: Scene, isLeft: boolean): Acted | null {
  const said = unreached(scene);
  return said.length === 0 ? null : { replies: said, ending: isLeft ? shallWeGoOn() : whatElse() };
}

const FAILED: Reply['key'] = `${Person.name}.failed`;

/** The hand-off without what has been told of it. */
export function asTold(handOff: Memory['handOff'], said: readonly Reply[]): Memory['handOff'] {
  if (!handOff?.failed || !said.some(({ key }) => key === FAILED)) return handOff;
  const { failed, ...told } = handOff;
  return told;
}

/** What somebody hears who comes back while a person has the conversation; null: nobody has it. */
export function inGoodHands({ memory, services }: Scene): Acted | null {
  const { handOff, owner } = memory;
  if (!handOff || owner !== 'human') return null;
  const age = { type: 'age', minutes: Math.floor((services.now() - handOff.since) / 60_000) } as const;
  const where = handOff.agent
    ? say('taken', { person: { type: 'name', name: handOff.agent }, age })
    : say('waiting', { reference: digitsOf(handOff.reference) });
  return { replies: [where], ending: add.put({}, {}) };
}

function answered({ by, product }: PersonSaid): Reply {
  const person = { type: 'name', name: by } as const;
  return product
    ? say('answeredAbout', { person, product: { type: 'product', product } })
    : say('answered', { person });
}

type Change = { readonly before: Memory; readonly after: Memory; readonly contact: string };

/** What the bot writes when it has a conversation again; empty where nothing changed hands. */
export function backFrom(event: DeskEvent, { before, after, contact }: Change): readonly Reply[] {
  if (before.owner === after.owner || after.owner !== 'bot') return [];
  if (event.kind === 'failed') return [say('failed', { contact: { type: 'shown', text: contact } })];
  const name = before.handOff?.agent;
  const back = name ? say('backFrom', { person: { type: 'name', name } }) : say('back');
  return after.questions.length > before.questions.length ? [back, say('goOn')] : [back];
}
