/** A fresh house for every test of a file, closed afterwards; a test that made it log an error fails. */

import { type House, type HouseOptions, openHouse } from './house';
import { createSpeaker, type Speaker, type SpeakerOptions } from './speaker';
import { createTexter, type Texter, type TexterOptions } from './texter';

export type InHouse = {
  readonly house: House;
  speaker(options?: SpeakerOptions): Speaker;
  texter(options?: TexterOptions): Texter;
};

/** Call it once at the top of a test file; what it returns is the house of the running test. */
export function useHouse(options: HouseOptions = {}): InHouse {
  let house: House | null = null;
  beforeEach(async () => {
    house = await openHouse(options);
  });
  afterEach(async () => {
    const { errors = [] } = house ?? {};
    await house?.close();
    house = null;
    expect(errors).toEqual([]);
  });
  const now = (): House => {
    if (!house) throw new Error('a house is open only while a test runs');
    return house;
  };
  return {
    get house() {
      return now();
    },
    speaker: (wish) => createSpeaker(now(), wish),
    texter: (wish) => createTexter(now(), wish),
  };
}
