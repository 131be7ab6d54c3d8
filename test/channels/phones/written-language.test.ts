/** Whoever writes is answered in the language they write; a word or two of another changes nothing. */

import { createPostBox } from '../../kit/post-box';
import { useHouse } from '../../kit/use-house';
import { createWriter } from '../../kit/writer';

const whatsapp = createPostBox('whatsapp');
const at = useHouse({ lasts: 'file', channels: [whatsapp] });
const localeOf = async (id: string) => (await at.house.store.contacts.get(id))?.locale;

test.each([
  ['Vorrei parlare con una persona, il pacco è arrivato rotto', 'it'],
  ['wo ist meine Bestellung', 'de'],
  ['gdzie jest moje zamówienie', 'pl'],
  ['where is my order', 'en'],
  ['Ciao', 'en'],
  ['12345', 'en'],
])('a first message: "%s" is answered in %s', async (text, language) => {
  const writer = createWriter(at.house, whatsapp, `39061${text.length}${language}`);
  const [answer] = await writer.writes(text);
  expect(answer?.locale.split('-')[0]).toBe(language);
  expect((await localeOf(writer.contactId))?.split('-')[0]).toBe(language);
});

test('a whole sentence changes it later, a word does not', async () => {
  const writer = createWriter(at.house, whatsapp, '390617777777');
  await writer.writes('where is my order');
  await writer.writes('grazie');
  expect(await localeOf(writer.contactId)).toMatch(/^en/);
  await writer.writes('quanto costa la spedizione');
  expect(await localeOf(writer.contactId)).toMatch(/^it/);
  await writer.writes('ok');
  expect(await localeOf(writer.contactId)).toMatch(/^it/);
});
