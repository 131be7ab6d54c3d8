/** What is said when the shop refuses, is silent, or something broke; always with a way forward. */

import type { ShopError } from '../../services/commerce/call';
import type { HandOffRequest, Outcome } from '../../vocabulary/outcome';
import { type Acted, close, done, type Part, replies, type Scene } from '../kit/define';
import { offerSignIn } from '../SendToPhone';
import { offerPerson } from '../TalkToHuman';

const SAYS = {
  shopDown: {},
  unexpected: {},
  moment: {},
  busy: {},
  link: {},
  relink: {},
  linkAt: { page: 'shown' },
  notFound: {},
  notOffered: {},
} as const;
const say = replies('Trouble', SAYS);

export const Trouble: Part = { name: 'Trouble', personal: false, says: SAYS, asks: {} };

/** Words for an error that the asking intent has no better words for; `lines`: the goods that were wanted. */
export function troubleWith(error: ShopError, scene: Scene, lines?: HandOffRequest['lines']): Acted {
  switch (error.kind) {
    case 'unauthorised':
      return askToLink('unlinked', scene);
    case 'not-found':
      return done(say('notFound'));
    case 'not-offered':
      return offerPerson({ reason: 'policy', said: [say('notOffered')], ...(lines ? { lines } : {}) }, scene);
    default:
      return offerPerson({ reason: 'back-end-failed', said: [say('shopDown')], ...(lines ? { lines } : {}) }, scene);
  }
}

/** For anything personal a stranger asks: what to do about it, in words and as a card. */
export function askToLink(stranger: 'guest' | 'unlinked', scene: Scene): Acted {
  const { turn, services } = scene;
  const { signInPage: page } = services;
  const asked = say(stranger === 'guest' ? 'link' : 'relink');
  // The page of the chat has a button of its own for it; a messenger has only words.
  const isElsewhere = turn.form === 'text' && turn.channel !== 'web' && page !== null;
  const said = isElsewhere ? say('linkAt', { page: { type: 'shown', text: page } }) : asked;
  const onPhone = turn.form === 'speech' && page !== null ? offerSignIn(scene) : null;
  return { ...(onPhone ? { replies: [said], ending: onPhone } : close(said)), card: { kind: 'link-account' } };
}

/** The sentence of last resort: something of ours broke. The microphone is closed, nothing is lost. */
export function unexpected(): Outcome {
  return { replies: [say('unexpected')], ending: { kind: 'close' } };
}

/** Said when the answer takes longer than a breath. */
export function oneMoment(): Outcome {
  return { replies: [say('moment')], ending: { kind: 'close' } };
}

/** There are more shoppers than this server can serve: nothing was read or written. */
export function busy(): Outcome {
  return { replies: [say('busy')], ending: { kind: 'close' } };
}
