/** Behind the yes to a large total: Alexa asks for the PIN of whose voice she knows, or the digits of our own code are tried three times. */

import type { OpenQuestion } from '../../vocabulary/memory';
import type { Question } from '../../vocabulary/outcome';
import {
  type Acted,
  type AnswerGiven,
  ask,
  type Instead,
  isShoppers,
  type Scene,
  type ShopperScene,
  withBefore,
} from '../kit/define';
import { goodsIn } from './basket';
import { asksAlexa, owesCode, toPersonInstead, withoutCode } from './purchase-limits';
import { CODE, isSummed, type Summed, summedAs, wantedOf } from './purchase-state';
import { refrain } from './purchase-withdrawn';
import { say } from './purchase-words';

type Placing = {
  /** The yes and the code were given. */
  placed(summed: Summed, scene: ShopperScene): Promise<Acted>;
  /** What waits for its yes once more, where Alexa does not come back. */
  waits(summed: Summed): Question;
};

/** What Alexa gives back of a PIN; the purchase it was asked for follows. */
const TOKEN = 'verify:';

/** What was bought with a PIN, or not; `asked`: the question that waited for Alexa. */
export type PinGiven = { readonly acted: Acted; readonly asked: OpenQuestion };

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

  function verifying(summed: Summed): Acted {
    const to = { kind: 'verify', token: `${TOKEN}${summed.id}` } as const;
    return { replies: [say('verifying')], ending: { kind: 'yield', to, waits: waits(summed) } };
  }

  const codeAsked = (summed: Summed): Acted => ({ replies: [], ending: code.put({}, summed) });

  /** Alexa is back from asking for a PIN; null: from something else, or what was to be bought is gone. */
  async function pinGiven(scene: Scene): Promise<PinGiven | null> {
    const { turn, memory } = scene;
    const { heard } = turn;
    if (heard.kind !== 'resumed' || !heard.token.startsWith(TOKEN) || !isShoppers(scene)) return null;
    const found = summedAs(heard.token.slice(TOKEN.length), memory.questions);
    if (!found) return null;
    const { asked, summed } = found;
    // The PIN is of whoever said yes, and of nobody who happens to be there when Alexa comes back.
    const isTheirs = asksAlexa(scene) && asked.person === turn.person && heard.verified === true;
    return { acted: isTheirs ? await placed(summed, scene) : await unverified(summed, scene), asked };
  }

  async function unverified(summed: Summed, scene: ShopperScene): Promise<Acted> {
    const instead = await withoutCode(scene);
    const before = [say('unverified')];
    return instead ? toPersonInstead([...before, ...instead], summed, scene) : withBefore(before, codeAsked(summed));
  }

  return {
    asks: { code },
    pinGiven,
    /** null: it owes none. */
    before(summed: Summed, scene: ShopperScene): Acted | null {
      if (!owesCode(summed, scene)) return null;
      return asksAlexa(scene) ? verifying(summed) : codeAsked(summed);
    },
  };
}
