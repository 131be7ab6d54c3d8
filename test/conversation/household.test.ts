/** Who hears what in one house: a voice with a link of its own, one without, and one that Alexa does not know. */

import { readShopFile } from '../../lambda/house/shop-file';
import type { Speaker, SpeakerOptions } from '../kit/speaker';
import { type InHouse, useHouse } from '../kit/use-house';

/** Ana's account; Bruno has linked his own voice to an account of his own, and Marco has linked nothing. */
const VOICES = {
  unknown: {},
  ana: { person: 'voice-of-ana', own: 'ana' },
  bruno: { person: 'voice-of-bruno', own: 'bruno' },
  marco: { person: 'voice-of-marco' },
} as const satisfies Readonly<Record<string, SpeakerOptions>>;
type Voice = keyof typeof VOICES;
const NAMES = Object.keys(VOICES) as readonly Voice[];

/** What an agent writes to each, and what each wishes to be called. */
const ANSWER = { unknown: 'umbrella', ana: 'apple', bruno: 'banana', marco: 'melon' } as const;
const CALLED = { unknown: null, ana: 'Aurora', bruno: 'Bartolo', marco: 'Manlio' } as const;

/** Each says its name where Alexa knows it, asks for a person, and is answered. */
async function eachIsServed(at: InHouse): Promise<Readonly<Record<Voice, Speaker>>> {
  const speakers = {} as Record<Voice, Speaker>;
  for (const voice of NAMES) {
    const speaker = at.speaker(VOICES[voice]);
    speakers[voice] = speaker;
    if (CALLED[voice]) {
      await speaker.hears('MyName', { name: CALLED[voice] });
      await speaker.yes();
    }
    await speaker.hears('TalkToHuman');
    await at.agent().says(`There is an ${ANSWER[voice]} for you.`);
    speaker.forgets();
  }
  return speakers;
}

describe('where the household shares an account', () => {
  const at = useHouse({ staffed: true, lasts: 'file' });

  test('a voice hears the orders of its own link before the account’s', async () => {
    const last = { history: { said: 'last', ids: ['last'] } };
    const told = {} as Record<Voice, string>;
    for (const voice of NAMES) {
      const [first = ''] = (await at.speaker(VOICES[voice]).hears('OrderStatus', last)).say.split('.');
      told[voice] = first;
    }
    expect(told.bruno).not.toBe(told.ana);
    expect([told.unknown, told.marco]).toEqual([told.ana, told.ana]);
  });

  test('what is answered to one voice, and its name, is heard by no other', async () => {
    const speakers = await eachIsServed(at);
    for (const voice of NAMES) {
      const opened = await speakers[voice].opens();
      const read = await speakers[voice].yes();
      const said = `${opened.say} ${read.say}`;
      expect([voice, said]).toEqual([voice, expect.stringContaining(ANSWER[voice])]);
      for (const other of NAMES.filter((one) => one !== voice)) {
        expect([voice, said]).toEqual([voice, expect.not.stringContaining(ANSWER[other])]);
        if (CALLED[other]) expect([voice, said]).toEqual([voice, expect.not.stringContaining(CALLED[other])]);
      }
    }
  });

  test('a voice without a link of its own is not called by the account’s name, to its face or at the desk', async () => {
    const marco = at.speaker({ person: 'somebody-else' });
    expect((await marco.hears('MyName')).replies).toEqual(['MyName.howTo']);
    await marco.hears('TalkToHuman');
    const [packet] = await at.house.store.handOffs.list(1);
    expect(packet?.shopper).toMatchObject({ guest: false, name: null });
  });
});

describe('where the account is its owner’s alone', () => {
  const at = useHouse({ lasts: 'file', shop: { ...readShopFile(), household: 'owner-only' } });

  test.each([
    ['marco', true],
    ['ana', false],
    ['bruno', false],
    ['unknown', false],
  ] as const)('%s is asked to link: %s', async (voice, isAsked) => {
    const heard = await at.speaker(VOICES[voice]).hears('OrderStatus');
    expect(heard.card?.type === 'LinkAccount').toBe(isAsked);
  });
});
