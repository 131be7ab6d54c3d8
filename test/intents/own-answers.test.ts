/** Every intent of the design has an answer of its own: none of them is a person's by default. */

import { SHOP_INTENTS } from '../../lambda/vocabulary/intents';
import { useHouse } from '../kit/use-house';

const at = useHouse({ lasts: 'file' });

test.each(['en-GB', 'it-IT'])(
  'no intent offers a person before anything was asked, nor hands over: %s',
  async (locale) => {
    const intents = SHOP_INTENTS.filter((intent) => intent !== 'TalkToHuman');
    expect(intents.length).toBeGreaterThanOrEqual(17);
    const speaker = at.speaker({ locale });
    const others: string[] = [];
    for (const intent of intents) {
      const { replies, asks } = await speaker.hears(intent);
      if (asks === 'TalkToHuman.offer' || replies.length + (asks === null ? 0 : 1) === 0) others.push(intent);
      await speaker.hears('StartOver');
    }
    expect(others).toEqual([]);
    expect(await at.house.store.handOffs.list(1)).toEqual([]);
  },
);
