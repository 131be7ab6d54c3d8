/** A voice code that was said in the console is shown and kept by it no more than by the house. */

import type { SayRequest, Told } from './protocol';

const HIDDEN = '····';

export type Exchange = { readonly said: SayRequest; readonly told: Told };

export function withoutCode({ said, told }: Exchange): Exchange {
  const { intent, slots } = told.why;
  if (intent !== 'VoiceLimits' || !slots.code) return { said, told };
  return {
    said: { ...said, what: hiddenIn(said.what) },
    told: { ...told, request: sentOf(told.request), why: whyOf(told.why) },
  };
}

function hiddenIn(what: SayRequest['what']): SayRequest['what'] {
  if (what.kind === 'text') return { kind: 'text', text: HIDDEN };
  return what.kind === 'request' ? { ...what, request: {} } : what;
}

function sentOf(envelope: Told['request']): Told['request'] {
  if (envelope?.request.type !== 'IntentRequest') return envelope;
  const { intent } = envelope.request;
  const slots = Object.entries(intent.slots ?? {}).map(([name, slot]) => [name, { ...slot, value: HIDDEN }]);
  return { ...envelope, request: { ...envelope.request, intent: { ...intent, slots: Object.fromEntries(slots) } } };
}

function whyOf(why: Told['why']): Told['why'] {
  return { ...why, heard: why.heard && { ...why.heard, text: HIDDEN, words: [] } };
}
