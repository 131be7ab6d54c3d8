/** How a visit is broken off from anywhere. */

import type { Acted, Scene, ShopperScene } from '../intents/kit/define';
import { isMine } from '../intents/kit/questions';
import { breakOff } from '../intents/parts/purchase-withdrawn';
import { stop } from '../intents/Stop';

/** What was being bought is given up for good; where a yes was faster, its outcome is told. */
export async function end(scene: Scene): Promise<Acted> {
  const mine = scene.memory.questions.filter((one) => isMine(one, scene.turn));
  const ordered = scene.shopper && (await breakOff(mine, scene as ShopperScene));
  return ordered ?? stop(mine, scene);
}
