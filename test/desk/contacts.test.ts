/** An address of the shopper at the desk: which channels there are for everybody, the address for whoever has it, and a line in the record. */

import { MONDAY } from '../kit/house';
import { createPostBox } from '../kit/post-box';
import { createTexter } from '../kit/texter';
import { useHouse } from '../kit/use-house';
import { createWriter } from '../kit/writer';
import { deskOfMarta } from './desk-server';

const whatsapp = createPostBox('whatsapp');
const at = useHouse({ at: MONDAY, channels: [whatsapp] });

test('shows which channels, and the address on demand to whoever has the conversation, which is recorded', async () => {
  const { server, marta } = await deskOfMarta(at.house);
  await createWriter(at.house, whatsapp, '390612345678').writes('I want to talk to a person');
  const [packet] = await at.house.store.handOffs.list(1);
  const id = packet?.id ?? '';
  const detail = await marta.detail(id);
  expect(detail.contacts).toEqual([{ id: expect.any(String), channel: 'whatsapp' }]);
  expect(JSON.stringify(detail.contacts)).not.toContain('390612345678');
  const wish = { contact: detail.contacts[0]?.id };
  expect((await marta.act(id, 'contact', wish)).status).toBe(409);
  await marta.takes(id);
  expect(await (await marta.act(id, 'contact', wish)).json()).toEqual({ address: '390612345678' });
  expect((await marta.act(id, 'contact', { contact: 'another' })).status).toBe(404);
  const record = await at.house.store.deskRecords.page({ at: 0, id: '' }, 100);
  const looks = record
    .filter(({ deed }) => deed === 'saw-contact')
    .map(({ login, what, handOff }) => [login, what, handOff]);
  expect(looks).toEqual(
    expect.arrayContaining([
      ['marta', wish.contact, id],
      ['marta', 'refused', id],
    ]),
  );
  await server.close();
});

test('a number given for a call shows itself to whoever has the conversation, and else only where it was written', async () => {
  const { server, marta } = await deskOfMarta(at.house);
  const guest = createTexter(at.house, { shopper: null });
  try {
    await guest.says('call me on 020 7946 0199 after five please');
    expect((await guest.says('yes')).replies).toEqual(['TalkToHuman.willCallNumberThen']);
    const [packet] = await at.house.store.handOffs.list(1);
    const id = packet?.id ?? '';
    const { lines, ...others } = (await marta.detail(id)) as { lines: readonly { text: string }[] };
    // What was written is shown as it was written; nothing else tells it.
    expect(lines.filter(({ text }) => /7946|0199/.test(text))).toMatchObject([{ by: 'shopper' }]);
    expect(JSON.stringify(others)).not.toMatch(/7946.{0,3}0199/);
    expect((await marta.act(id, 'number', {})).status).toBe(409);
    await marta.takes(id);
    expect(await (await marta.act(id, 'number', {})).json()).toEqual({ number: '020 7946 0199' });
    await guest.says('you can reach me on 020 7946 0142');
    expect((await marta.detail(id)).lines.at(-1)?.text).toContain('020 7946 0142');
  } finally {
    await server.close();
  }
});
