/** The ways of one's data to where the shopper alone reads: a link that is good once, the phone, a code. */

import { ownerOf } from '../../services/privacy/erasure';
import { whoseData } from '../../services/privacy/own-data';
import type { Effect, Reply } from '../../vocabulary/outcome';
import { type Acted, close, done, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { asking, say } from './data-words';
import {
  type CameBack,
  card,
  codeOnCard,
  contactFor,
  type NewLink,
  pushedLink,
  talkLink,
  type Writable,
  wasPushed,
  writing,
} from './to-phone';

/** By a link that is good once: in the chat itself, or sent to where the shopper writes. null: there is no way to them. */
export async function fileFor(told: readonly Reply[], scene: Scene): Promise<Acted | null> {
  if (scene.turn.channel === 'web') return inChat(told, scene);
  const contact = await linkableTo(scene);
  return (
    contact && causing(done(...told, say('fileSent')), ...sending(contact, { message: 'hereItIs', ...fileLink(scene) }))
  );
}

/** A link leads to our own address: without one there is nothing to send. */
async function linkableTo(scene: Scene): Promise<Writable | null> {
  return scene.services.reach.publicUrl === null ? null : contactFor(scene);
}

function inChat(all: readonly Reply[], scene: Scene): Acted {
  const { id, token } = fileLink(scene);
  return causing(done(...all, say('file')), { kind: 'own-file', link: id }, { kind: 'token', token });
}

function fileLink(scene: Scene): NewLink {
  const { services } = scene;
  const id = services.random();
  return {
    id,
    opens: 'file',
    token: services.reach.minting.file(id, ownerOf(whoseData(asking(scene))), services.now()),
  };
}

const TOKEN = 'my-data:';

/** What is asked for at a speaker, and how it is told where the shopper alone reads. */
const ASKED = {
  forget: {
    why: 'notHere',
    code: 'code',
    message: 'toConfirm',
    onCard: 'toConfirm',
    title: 'cardTitle',
    link: talkLink,
  },
  export: {
    why: 'onlyThere',
    code: 'codeForFile',
    message: 'hereItIs',
    onCard: 'toFetch',
    title: 'cardTitleForFile',
    link: fileLink,
  },
} as const;

type DataWish = keyof typeof ASKED;
const WISHES: readonly DataWish[] = ['forget', 'export'];

/** Whoever hears the speaker could ask: the wish is taken to where the shopper alone reads. */
export async function onPhone(wish: DataWish, scene: Scene): Promise<Acted> {
  const { why, message, link: linked } = ASKED[wish];
  const contact = await linkableTo(scene);
  if (contact) return causing(close(say(why), say('sent')), ...sending(contact, { message, ...linked(scene) }));
  const link = pushedLink(`${TOKEN}${wish}`, scene, linked);
  return link ? { replies: [say(why)], ...link } : byCard(wish, scene);
}

function byCard(wish: DataWish, scene: Scene): Acted {
  const { why, code, onCard, title } = ASKED[wish];
  const { lines, effects } = codeOnCard(scene);
  return { ...close(say(why), say(code)), card: card(say(title), [say(onCard), ...lines]), effects };
}

type Sent = NewLink & { readonly message: 'toConfirm' | 'hereItIs' };

/** To erase is confirmed in the chat; the file is had by its link. */
function sending(contact: Writable, { message, id: link, opens, token }: Sent): readonly Effect[] {
  return [
    ...writing(contact, { replies: [say(message)], link, ...(opens ? { opens } : {}) }),
    { kind: 'token', token },
  ];
}

/** Alexa is back from pushing the link; null: from something else. */
export function confirmationSent(heard: CameBack, scene: Scene): Acted | null {
  const wish = WISHES.find((one) => heard.token === `${TOKEN}${one}`);
  if (!wish) return null;
  return wasPushed(heard) ? close(say('sent')) : byCard(wish, scene);
}
