/** A photo from a phone: it joins the case, and whoever sent it hears who can see it. The bot looks at none. */

import type { Question } from '../../vocabulary/outcome';
import type { PhotoRefusal } from '../../vocabulary/photo';
import { type Acted, close, done, type Part, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { askedShort } from './courtesy';

const SAYS = {
  seenBy: { person: 'name' },
  waiting: {},
  kept: {},
  type: {},
  size: {},
  lost: {},
  unseen: {},
  forPerson: {},
  notPassed: {},
} as const;
const say = replies('Photo', SAYS);

export const Photo: Part = { name: 'Photo', personal: false, says: SAYS, asks: {} };

/** For the people who get it: that there is one, and that there was one which could not be passed on. */
export const FOR_PEOPLE = { there: say('forPerson'), gone: say('notPassed') } as const;

/** `unseen`: whoever answers here could not open it, so it is not kept either. */
const REFUSED: Readonly<Record<PhotoRefusal | 'unseen', ReturnType<typeof say>>> = {
  type: say('type'),
  size: say('size'),
  lost: say('lost'),
  unseen: say('unseen'),
};

/** "Anything else?" is no matter of its own: a photo is more than that. */
const IN_PASSING: ReadonlySet<string | null> = new Set(['opens', 'closes']);

/** Whatever was asked stays asked: no photo answers anything. */
export function photoCame(open: Question | null, scene: Scene): Acted {
  const { turn, memory, services } = scene;
  if (turn.heard.kind !== 'photo') throw new Error('no photo came');
  const photo = services.desk.showsPhotos ? turn.heard.photo : 'unseen';
  const isTheirs = memory.owner === 'human' && memory.handOff !== null;
  if (typeof photo === 'string') return isTheirs ? close(REFUSED[photo]) : askedShort(done(REFUSED[photo]), open);
  if (isTheirs && memory.handOff) {
    const { agent } = memory.handOff;
    const told = agent ? say('seenBy', { person: { type: 'name', name: agent } }) : say('waiting');
    return causing(close(told), { kind: 'for-person', what: say('forPerson'), photo: photo.id });
  }
  return open && !IN_PASSING.has(scene.policyOf(open).role)
    ? askedShort(done(say('kept')), open)
    : offerPerson({ reason: 'policy', said: [say('kept')] }, scene);
}
