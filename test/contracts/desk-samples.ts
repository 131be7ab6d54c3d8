/** Hand-offs as the contract suite of desks opens them: every part of a packet says something of its own. */

import { randomUUID } from 'node:crypto';
import type { ForDesk, Opened } from '../../lambda/services/hand-off/desk';
import type { Packet } from '../../lambda/services/hand-off/packet';

/** A Friday, eleven in the morning in Rome. */
export const AT = Date.UTC(2027, 2, 12, 10, 0);

/** A hand-off with its packet, as `Desk.open` gets it. */
export function openedOf(changed: Partial<Packet> = {}): Opened {
  const packet = { ...samplePacket(), ...changed };
  const { id, reference, reason, locale, createdAt, wish } = packet;
  return {
    packet,
    handOff: {
      ...{ id, reference, reason, locale, createdAt, wish },
      conversationId: `shopper:${packet.shopper.id}`,
      state: 'initiated',
      agent: null,
      acceptedAt: null,
      endedAt: null,
      done: null,
      topic: null,
      rating: null,
      call: null,
      waitingSince: createdAt,
    },
  };
}

/** The shopper's words for the person who has it. */
export function wordsFor({ handOff }: Opened, ref: string | null, text: string): ForDesk {
  return { id: randomUUID(), handOffId: handOff.id, ref, text, at: AT + 60_000 };
}

function samplePacket(): Packet {
  const line = (by: 'shopper' | 'bot', text: string) => ({ at: AT, by, channel: 'alexa', text }) as const;
  const topic = { orderId: '1047', product: { title: 'Adult dog food with chicken' } };
  return {
    version: 1,
    id: randomUUID(),
    reference: String(Math.floor(Math.random() * 1e8)).padStart(8, '0'),
    reason: 'complaint',
    createdAt: AT,
    locale: 'it-IT',
    summary: ['The shopper complains.', 'It is about the adult dog food.'],
    intent: 'DeliveryProblem',
    slots: { product: 'crocchette' },
    openQuestion: { id: 'DeliveryProblem.which', text: 'Shall I send it again, or refund it?' },
    notUnderstood: ['il sacco è tutto squarciato'],
    transcript: [
      line('shopper', 'DeliveryProblem (product: crocchette)'),
      line('bot', 'Mi dispiace. Te lo rimando o te lo rimborso?'),
    ],
    orders: ['1047'],
    lines: [{ productId: 'p1', title: 'Salmon treats', quantity: 2 }],
    about: [{ number: '1047', placed: '2027-03-08', state: 'delivered', lines: [{ title: 'Dog food', quantity: 1 }] }],
    wish: 'answer',
    answerTo: 'email',
    shopper: { id: '3f9a1c2b4d5e6f70', guest: false, name: 'Ana' },
    channels: ['alexa'],
    resumePoint: { questions: [], topic },
  };
}
