/** The house of a test file, opened before and closed after; a test that made it log an error fails. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Agent, createAgent } from './agent';
import { type House, type HouseOptions, openHouse } from './house';
import { sayLongest } from './longest';
import { createSpeaker, type Speaker, type SpeakerOptions } from './speaker';
import { createTexter, type Texter, type TexterOptions } from './texter';

export type InHouse = {
  readonly house: House;
  /** Where its files lie; null: in memory. */
  readonly folder: string | null;
  speaker(options?: SpeakerOptions): Speaker;
  texter(options?: TexterOptions): Texter;
  agent(name?: string): Agent;
};

export type UseHouse = HouseOptions & {
  /** `file`: one house for all its tests, which must not mind each other. */
  readonly lasts?: 'test' | 'file';
  /** In a folder of its own, which is removed afterwards; otherwise everything stays in memory. */
  readonly isOnDisk?: boolean;
};

/** Whether all a speaker is told is said at its longest, too, in every language that is spoken: `npm run test:longest`. */
const isLongest = process.env.EARSHOT_LONGEST === '1';

function watchLongest(): HouseOptions {
  const longest = sayLongest({ locales: ['en-GB', 'it-IT', 'de-DE'] });
  afterAll(() => expect(longest.tooLong()).toEqual([]));
  return { watchVoice: longest.watchVoice };
}

/** Call it once at the top of a test file; what it returns is the house of the running test. */
export function useHouse({ lasts = 'test', isOnDisk = false, ...options }: UseHouse = {}): InHouse {
  const watched = isLongest && !options.watchVoice ? watchLongest() : {};
  let house: House | null = null;
  let folder: string | null = null;
  const open = async () => {
    folder = isOnDisk ? mkdtempSync(join(tmpdir(), 'earshot-house-')) : null;
    house = await openHouse({ ...watched, ...options, ...(folder ? { folder } : {}) });
  };
  const close = async () => {
    await house?.close();
    house = null;
    if (folder) rmSync(folder, { recursive: true });
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
    get folder() {
      return folder;
    },
    speaker: (wish) => createSpeaker(now(), wish),
    texter: (wish) => createTexter(now(), wish),
    agent: (name) => createAgent(now(), name),
  };
}
