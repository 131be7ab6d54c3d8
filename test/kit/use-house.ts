/** The house of a test file, opened before and closed after; a test that made it log an error fails. */

import { type House, type HouseOptions, openHouse } from './house';
import { createSpeaker, type Speaker, type SpeakerOptions } from './speaker';
import { createTexter, type Texter, type TexterOptions } from './texter';

export type InHouse = {
  readonly house: House;
  speaker(options?: SpeakerOptions): Speaker;
  texter(options?: TexterOptions): Texter;
};

export type UseHouse = HouseOptions & {
  /** `file`: one house for all its tests, which must not mind each other. */
  readonly lasts?: 'test' | 'file';
};

/** Call it once at the top of a test file; what it returns is the house of the running test. */
export function useHouse({ lasts = 'test', ...options }: UseHouse = {}): InHouse {
  let house: House | null = null;
  const open = async () => {
    house = await openHouse(options);
  };
  const close = async () => {
    await house?.close();
    house = null;
  };
  const expectNoErrors = () => expect(house?.errors.splice(0) ?? []).toEqual([]);
  if (lasts === 'file') {
    beforeAll(open);
    afterEach(expectNoErrors);
    afterAll(close);
  } else {
    beforeEach(open);
    // Hooks run in reverse order: the errors are looked at before the house is gone.
    afterEach(close);
    afterEach(expectNoErrors);
  }
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
