/** Whoever is written to by a program is told that it is one, and a person's words carry the person's name. */

import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { useHouse } from '../kit/use-house';

const boxes = {
  whatsapp: createPostBox('whatsapp'),
  telegram: createPostBox('telegram'),
  email: createPostBox('email'),
};
const at = useHouse({ at: MONDAY, staffed: true, channels: Object.values(boxes) });
type Name = keyof typeof boxes;
const NAMES = Object.keys(boxes) as Name[];

beforeEach(() => {
  for (const { sent } of Object.values(boxes)) sent.splice(0);
});

let letters = 0;

async function writes(channel: Name, text: string, locale = 'en-GB') {
  letters += 1;
  const key = `k${letters}`;
  const from = { address: `somebody on ${channel}` };
  const body = JSON.stringify([{ kind: 'heard', from, key, heard: { kind: 'text', text }, locale }]);
  await at.house.store.inbox.put({ source: channel, key, lane: from.address, body });
  while ((await at.house.incoming.round()) + (await at.house.outgoing.round()) > 0);
  return boxes[channel].sent.at(-1);
}

describe.each(NAMES)('on %s', (name) => {
  test('the first answer says so, whatever was written, and no later one does', async () => {
    const first = await writes(name, 'what does shipping to Italy cost');
    expect(first?.text).toMatch(/^I'm the automatic assistant of .*ask for a person/);
    expect((await writes(name, 'what does shipping to Italy cost'))?.text).not.toMatch(/automatic/);
    expect((await writes(name, 'repeat'))?.text).not.toMatch(/automatic/);
  });

  test('a greeting is answered with it, and it is not said twice', async () => {
    const first = await writes(name, 'hello');
    expect(first?.text.match(/automatic assistant/g)).toHaveLength(1);
    expect((await writes(name, 'what does shipping cost'))?.text).not.toMatch(/automatic/);
  });

  test('in Italian too', async () => {
    expect((await writes(name, 'dov’è il mio pacco', 'it-IT'))?.text).toMatch(/^Sono l'assistente automatico/);
  });

  test('what a person wrote has their name, and is not the bot’s', async () => {
    await writes(name, 'talk to a person');
    await at.agent().says('Hello, how can I help?');
    await at.house.outgoing.round();
    expect(boxes[name].sent.at(-1)).toMatchObject({ by: 'person', name: 'Marta' });
    expect(boxes[name].sent.filter(({ by }) => by === 'bot').every((message) => message.name === null)).toBe(true);
  });
});

test.each([
  ['are you a robot', 'en-GB', /a computer/],
  ['am I talking to a bot', 'en-GB', /a computer/],
  ['sei un robot', 'it-IT', /assistente automatico/],
  ['sei una macchina', 'it-IT', /assistente automatico/],
])('asked “%s”, it says so at a speaker and in the chat', async (words, locale, says) => {
  for (const form of ['text', 'speech'] as const) {
    const told = await at.texter({ locale, form, shopper: null }).says(words);
    expect(told.replies).toEqual(['Help.general']);
    expect(form === 'text' ? told.show : (told.answer.said?.speech.plain ?? '')).toMatch(says);
  }
});
