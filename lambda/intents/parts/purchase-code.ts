/** Behind the yes to a large total: Alexa asks for the PIN of whose voice she knows, or the digits of our own code are tried three times. */

import type { Question } from '../../vocabulary/outcome';
import { type Acted, type AnswerGiven, ask, type Instead, type ShopperScene } from '../kit/define';
import { goodsIn } from './basket';
import { asksAlexa, owesCode, toPersonInstead } from './purchase-limits';
import { pinAsking } from './purchase-pin';
import { CODE, isSummed, type Summed, wantedOf } from './purchase-state';
import { refrain } from './purchase-withdrawn';
import { say } from './purchase-words';

type Placing = {
  /** The yes and the code were given. */
  placed(summed: Summed, scene: ShopperScene): Promise<Acted>;
  /** What waits for its yes once more, where Alexa does not come back. */
  waits(summed: Summed): Question;
};

type AnswerWithSlots = Extract<AnswerGiven, { kind: 'slots' }>;

export function codeAsking({ placed, waits }: Placing) {
  const code = ask<Summed, Record<never, never>, ShopperScene>({
    id: CODE,
    state: isSummed,
    commits: true,
    group: 'purchase',
    role: 'takes-secret',
    goods: (summed) => goodsIn(wantedOf(summed)),
    with: {},
    expects: ['number'],
    elicits: { intent: 'VoiceLimits', slot: 'code' },
    amendedBy: ['VoiceLimits'],
    ifLeft: 'drop',
    async answer(answer, summed, scene) {
      if (answer.kind === 'no') return refrain(summed, scene);
      return answer.kind === 'slots' ? tried(answer, summed, scene) : null;
    },
  });

  /** Only digits are an answer: "never more than twenty" is a wish of its own. */
  async function tried(
    { slots }: AnswerWithSlots,
    summed: Summed,
    scene: ShopperScene,
  ): Promise<Acted | Instead | null> {
    const again = { replies: [say('codeWrong')], ending: code.put({}, summed) };
    // Too few digits are no code, and no try.
    if (scene.saidCode === null) return slots.code ? again : { instead: { intent: 'VoiceLimits', slots } };
    const { services, shopper, turn } = scene;
    const became = await services.voiceCodes?.try(shopper.id, { digits: scene.saidCode, key: turn.requestId });
    switch (became) {
      case 'right':
        return placed(summed, scene);
      case 'wrong':
        return again;
      default:
        return toPersonInstead([say('codeLocked')], summed, scene);
    }
  }

  const codeAsked = (summed: Summed): Acted => ({ replies: [], ending: code.put({}, summed) });
  const pins = pinAsking({ placed, waits, codeAsked });
  return {
    asks: { code },
    pinGiven: pins.given,
    /** null: it owes none. */
    before(summed: Summed, scene: ShopperScene): Acted | null {
      if (!owesCode(summed, scene)) return null;
      return asksAlexa(scene) ? pins.asked(summed) : codeAsked(summed);
    },
  };
}
