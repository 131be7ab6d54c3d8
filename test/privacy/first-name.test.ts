/** The first name is said and kept nowhere; what is delivered again is the very same all the same. */

import { MONDAY } from '../kit/house';
import { found, keptIn } from '../kit/kept';
import { useHouse } from '../kit/use-house';

const at = useHouse({ at: MONDAY, isOnDisk: true, staffed: true });
/** The packet's consented name is for the person who answers. */
const kept = () => keptIn(at.folder ?? '', ['packet']);

async function greeted() {
  const speaker = at.speaker({ person: 'voice-1', own: 'ana' });
  await speaker.hears('MyName', { name: 'Ana' });
  await speaker.hears('OrderStatus', { product: 'dog food' });
  await speaker.hears('TalkToHuman');
  await at.agent().says('A new bag is on its way.');
  speaker.forgets();
  const opening = speaker.envelope({ type: 'LaunchRequest' });
  return { speaker, opening, back: await speaker.send(opening) };
}

const NAME = ['"Ana"', ' Ana.', ' Ana,', ' Ana!', ' Ana '];

test('a greeting by name leaves no name, and a repeated delivery says it again', async () => {
  const { speaker, opening, back } = await greeted();
  expect(back.say).toMatch(/\bAna\b/);
  expect(found(NAME, kept())).toEqual([]);
  const again = await speaker.send(opening);
  expect(again.response).toEqual(back.response);
  expect(again.answer).toEqual(back.answer);
});

test('"repeat" greets by name again', async () => {
  const { speaker } = await greeted();
  const repeated = await speaker.hears('Repeat');
  expect(repeated.say).toMatch(/\bAna\b/);
  expect(found(NAME, kept())).toEqual([]);
});

test('nobody else hears a name in what was said last', async () => {
  await greeted();
  const { house } = at;
  const contact = { id: 'phone', channel: 'web', address: null, locale: 'en-GB', heardAt: 0 } as const;
  await house.store.contacts.meet(contact);
  await house.store.contacts.join('phone', 'shopper:shopper-ana/voice-1');
  const turn = { id: 't', channel: 'web', form: 'text', requestId: 't', address: 'phone', locale: 'en-GB' } as const;
  const { answer } = await house.app.answer({
    ...turn,
    session: { id: 'phone', isNew: true },
    deadline: house.clock.now() + 6_000,
    heard: { kind: 'intent', intent: 'Repeat', slots: {} },
  });
  expect(JSON.stringify(answer.said)).not.toMatch(/\uE000|\[name\]|\bAna\b/);
});
