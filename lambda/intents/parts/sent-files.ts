/** Photos, voice notes, other files and places from a phone: they join the case, and whoever sent them hears who can see them. The bot opens none. */

import { type FileKind, kindOfFile } from '../../vocabulary/file-types';
import type { Memory } from '../../vocabulary/memory';
import type { Effect, Question, Reply } from '../../vocabulary/outcome';
import type { FileRefusal, SentFile } from '../../vocabulary/sent-file';
import { type Acted, close, done, type Part, replies, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { offerPerson } from '../TalkToHuman';
import { askedShort } from './courtesy';

const SAYS = {
  photoSeenBy: { person: 'name' },
  photoWaiting: {},
  photoKept: {},
  fileSeenBy: { person: 'name' },
  fileWaiting: {},
  fileKept: {},
  placeSeenBy: { person: 'name' },
  placeWaiting: {},
  placeKept: {},
  size: {},
  pixels: {},
  count: {},
  lost: {},
  unseen: {},
  photoCame: {},
  voiceCame: {},
  fileCame: {},
  notPassed: {},
} as const;
const say = replies('SentFiles', SAYS);

export const SentFiles: Part = { name: 'SentFiles', personal: false, says: SAYS, asks: {} };

/** For the people who get it: that there is one, and that there was one which could not be passed on. */
export function cameForPeople(kind: FileKind): Reply {
  return say(CAME[kind]);
}
const CAME = { photo: 'photoCame', voice: 'voiceCame', file: 'fileCame' } as const satisfies Record<FileKind, string>;

export const NOT_PASSED = say('notPassed');

/** `unseen`: whoever answers here could not open it, so it is not kept either. */
const REFUSED: Readonly<Record<FileRefusal | 'unseen', Reply>> = {
  size: say('size'),
  pixels: say('pixels'),
  count: say('count'),
  lost: say('lost'),
  unseen: say('unseen'),
};

/** "Anything else?" is no matter of its own: a photo is more than that. */
const IN_PASSING: ReadonlySet<string | null> = new Set(['opens', 'closes']);

/** Whatever was asked stays asked: nothing that is sent answers anything. */
export function filesCame(open: Question | null, scene: Scene): Acted {
  const { heard } = scene.turn;
  if (heard.kind === 'place') return joined({ as: 'place', passed: [AS_WRITTEN], refused: [] }, open, scene);
  if (heard.kind !== 'files') throw new Error('no file came');
  const came: readonly (SentFile | keyof typeof REFUSED)[] = scene.services.desk.showsFiles ? heard.files : ['unseen'];
  const files = came.filter(isWhole);
  const refused = [...new Set(came)].flatMap((one) => (isWhole(one) ? [] : [REFUSED[one]]));
  if (files.length > 0) {
    const as = files.every((file) => kindOfFile(file) === 'photo') ? 'photo' : 'file';
    return joined({ as, passed: files.map(passedOn), refused }, open, scene);
  }
  return isTheirs(scene) ? close(...refused) : askedShort(done(...refused), open);
}

export function isWhole(file: SentFile | string): file is SentFile {
  return typeof file !== 'string';
}

const AS_WRITTEN: Effect = { kind: 'for-person', what: 'as-written' };

function passedOn(file: SentFile): Effect {
  return { kind: 'for-person', what: cameForPeople(kindOfFile(file)), file: file.id };
}

function isTheirs({ memory }: Scene): boolean {
  return memory.owner === 'human' && memory.handOff !== null;
}

/** Ten photos are ten messages: that they are seen is said to the first, and again when somebody has them. */
function isToldSeen({ memory }: Scene): boolean {
  const { toldSeen, agent } = memory.handOff ?? {};
  return toldSeen === 'waiting' ? agent === undefined : toldSeen !== undefined && toldSeen.by === agent;
}

/** The hand-off with what this turn has told of it. */
export function asSeen(handOff: Memory['handOff'], told: readonly Reply[]): Memory['handOff'] {
  const isTold = told.some(({ key }) => TELLS_SEEN.has(key));
  if (!handOff || !isTold) return handOff;
  return { ...handOff, toldSeen: handOff.agent === undefined ? 'waiting' : { by: handOff.agent } };
}
const TELLS_SEEN: ReadonlySet<Reply['key']> = new Set(
  (['photo', 'file', 'place'] as const).flatMap((as) => [
    `${SentFiles.name}.${as}SeenBy`,
    `${SentFiles.name}.${as}Waiting`,
  ]),
);

type Came = {
  readonly as: 'photo' | 'file' | 'place';
  /** For whoever has the conversation. */
  readonly passed: readonly Effect[];
  readonly refused: readonly Reply[];
};

function joined({ as, passed, refused }: Came, open: Question | null, scene: Scene): Acted {
  const { agent } = scene.memory.handOff ?? {};
  if (isTheirs(scene)) {
    const seen = agent ? say(`${as}SeenBy`, { person: { type: 'name', name: agent } }) : say(`${as}Waiting`);
    const told = isToldSeen(scene) ? refused : [seen, ...refused];
    return causing(close(...told), ...passed);
  }
  const said = [say(`${as}Kept`), ...refused];
  return open && !IN_PASSING.has(scene.policyOf(open).role)
    ? askedShort(done(...said), open)
    : offerPerson({ reason: 'policy', said }, scene);
}
