/** Behind the yes to a large total of a voice that Alexa knows: she asks for the PIN it has with her, and what she says of it is believed. */

import type { OpenQuestion } from '../../vocabulary/memory';
import type { Question } from '../../vocabulary/outcome';
import { type Acted, isShoppers, type Scene, type ShopperScene, withBefore } from '../kit/define';
import { asksAlexa, toPersonInstead, withoutCode } from './purchase-limits';
import { type Summed, summedAs } from './purchase-state';
import { say } from './purchase-words';

type Pinning = {
  /** The yes and the PIN were given. */
  placed(summed: Summed, scene: ShopperScene): Promise<Acted>;
  /** What waits for its yes once more, where Alexa does not come back. */
  waits(summed: Summed): Question;
  /** Our own code instead. */
  codeAsked(summed: Summed): Acted;
};

/** What Alexa gives back of a PIN; the purchase it was asked for follows. */
const TOKEN = 'verify:';

/** What was bought with a PIN, or not; `asked`: the question that waited for Alexa. */
export type PinGiven = { readonly acted: Acted; readonly asked: OpenQuestion };

export function pinAsking({ placed, waits, codeAsked }: Pinning) {
  function asked(summed: Summed): Acted {
    const to = { kind: 'verify', token: `${TOKEN}${summed.id}` } as const;
    return { replies: [say('verifying')], ending: { kind: 'yield', to, waits: waits(summed) } };
  }

  /** Alexa is back from asking; null: from something else, or what was to be bought is gone. */
  async function given(scene: Scene): Promise<PinGiven | null> {
    const { turn, memory } = scene;
    const { heard } = turn;
    if (heard.kind !== 'resumed' || !heard.token.startsWith(TOKEN) || !isShoppers(scene)) return null;
    const found = summedAs(heard.token.slice(TOKEN.length), memory.questions);
    if (!found) return null;
    // The PIN is of whoever said yes, and of nobody who happens to be there when Alexa comes back.
    const isTheirs = asksAlexa(scene) && found.asked.person === turn.person && heard.verified === true;
    const acted = isTheirs ? await placed(found.summed, scene) : await unverified(found.summed, scene);
    return { acted, asked: found.asked };
  }

  async function unverified(summed: Summed, scene: ShopperScene): Promise<Acted> {
    const instead = await withoutCode(scene);
    const before = [say('unverified')];
    return instead ? toPersonInstead([...before, ...instead], summed, scene) : withBefore(before, codeAsked(summed));
  }

  return { asked, given };
}
