/** The ways of one's data to where the shopper alone reads: a link that is good once, the phone, a code. */

import { ownerOf } from '../../services/privacy/erasure';
import { whoseData } from '../../services/privacy/own-data';
import type { Effect, Reply } from '../../vocabulary/outcome';
import { type Acted, close, done, type Scene } from '../kit/define';
import { causing } from '../kit/effects';
import { asking, say } from './data-words';
import { card, codeOnCard, contactFor, joining, pushedLink, type Writable } from './to-phone';

/** By a link that is good once: in the chat itself, or sent to where the shopper writes. null: there is no way to them. */
export async function fileFor(told: readonly Reply[], scene: Scene): Promise<Acted | null> {
  if (scene.turn.channel === 'web') return inChat(told, scene);
  const contact = await linkableTo(scene);
  return contact && causing(done(...told, say('fileSent')), ...sending(contact, 'hereItIs', scene));
}

/** A link leads to our own address: without one there is nothing to send. */
async function linkableTo(scene: Scene): Promise<Writable | null> {
  return scene.services.reach.publicUrl === null ? null : contactFor(scene);
}

function inChat(all: readonly Reply[], scene: Scene): Acted {
  const { id, token } = fileLink(scene);
  return causing(done(...all, say('file')), { kind: 'own-file', link: id }, { kind: 'token', token });
}

function fileLink(scene: Scene) {
  const { services } = scene;
  const id = services.random();
  return { id, token: services.reach.minting.file(id, ownerOf(whoseData(asking(scene))), services.now()) };
}

const TOKEN = 'my-data';

/** What is asked for at a speaker, and how it is told where the shopper alone reads. */
const ASKED = {
  forget: { code: 'code', message: 'toConfirm', pushed: 'toConfirm', title: 'cardTitle' },
  export: { code: 'codeForFile', message: 'hereItIs', pushed: 'toFetch', title: 'cardTitleForFile' },
} as const;

/** Whoever hears the speaker could ask: the wish is taken to where the shopper alone reads. */
export async function onPhone(wish: keyof typeof ASKED, scene: Scene): Promise<Acted> {
  const { code, message, pushed, title } = ASKED[wish];
  const contact = await linkableTo(scene);
  if (contact) return causing(close(say('notHere'), say('sent')), ...sending(contact, message, scene));
  const link = pushedLink(TOKEN, scene);
  if (link) return { replies: [say('notHere'), say('sent')], ...link };
  const { lines, effects } = codeOnCard(scene);
  return { ...close(say('notHere'), say(code)), card: card(say(title), [say(pushed), ...lines]), effects };
}

/** To erase is confirmed in the chat; the file is had by its link. */
function sending(contact: Writable, message: 'toConfirm' | 'hereItIs', scene: Scene): readonly Effect[] {
  const { services, conversationId } = scene;
  const isFile = message === 'hereItIs';
  const id = services.random();
  const { id: link, token } = isFile
    ? fileLink(scene)
    : { id, token: services.reach.minting.link(id, conversationId, services.now()) };
  const to = { id: contact.id, channel: contact.channel };
  return [
    ...joining(contact),
    { kind: 'to-phone', contact: to, replies: [say(message)], link, ...(isFile ? { opens: 'file' as const } : {}) },
    { kind: 'token', token },
  ];
}

/** Alexa is back from pushing the link; null: from something else. */
export function confirmationSent({ token }: { readonly token: string }): Acted | null {
  return token === TOKEN ? close(say('sent')) : null;
}
