/** A translation beside the words of a shopper, by a service that speaks LibreTranslate's API; none where none is set up. */

import { json, Router } from 'express';
import { readAlone } from '../../lambda/house/settings';
import { translatorOf } from '../../lambda/house/translator';
import { openDoor } from '../kit/fake-vendor';
import { useHouse } from '../kit/use-house';
import { askForPerson, employ, knock, serveDesk, sitDown } from './desk-server';

const KEY = 'a-key-of-the-service';
const at = useHouse({ lasts: 'file' });

/** As the real one answers: lists for lists, and an error with words. */
async function serveTranslation() {
  const asked: { readonly source: string; readonly format: string }[] = [];
  const router = Router();
  router.post('/translate', json(), (req, res) => {
    const { q, target, api_key, ...how } = req.body as {
      q: string[];
      target: string;
      api_key?: string;
    } & (typeof asked)[0];
    if (api_key !== KEY) return void res.status(403).json({ error: 'Invalid API key' });
    asked.push(how);
    res.json({
      translatedText: q.map((text) => `${target}: ${text}`),
      detectedLanguage: q.map(() => ({ language: 'it' })),
    });
  });
  return { ...(await openDoor(router)), asked };
}

const HOUSE = { secret: '', shopName: '' };
const deskWith = async (env: Readonly<Record<string, string>>, warned: object[] = []) => {
  const { translation } = readAlone(env, HOUSE);
  const translator = translatorOf({ translation }, { warn: (what) => void warned.push(what) });
  const server = await serveDesk(at.house, { translator });
  await employ(server, `marta${employed++}`, 'agent', 'Marta');
  return { server, marta: await sitDown(server, `marta${employed - 1}`) };
};
let employed = 0;

test('shows what was said in the reader’s language, keeps nothing of it, and records who had it done', async () => {
  const service = await serveTranslation();
  const { server, marta } = await deskWith({ TRANSLATE_URL: service.url, TRANSLATE_KEY: KEY });
  const { id } = await askForPerson(at.house);
  const { lines } = await marta.detail(id);
  const wish = { lines: [...lines.map((line) => line.id), '99.99'], to: 'de' };
  const told = await (await marta.act(id, 'translation', wish)).json();
  expect(told).toEqual({ lines: lines.map((line) => ({ id: line.id, text: `de: ${line.text}` })) });
  expect(service.asked).toEqual([{ source: 'auto', format: 'text' }]);
  expect((await marta.detail(id)).lines).toEqual(lines);
  const record = await at.house.store.deskRecords.page({ at: 0, id: '' }, 100);
  expect(record.some(({ deed, handOff }) => deed === 'translated' && handOff === id)).toBe(true);
  expect(await (await knock(server, '/words')).json()).toMatchObject({ translates: true });
  await Promise.all([server.close(), service.close()]);
});

test('says so where the service does not answer, and logs no words', async () => {
  const service = await serveTranslation();
  const warned: object[] = [];
  const { server, marta } = await deskWith({ TRANSLATE_URL: service.url, TRANSLATE_KEY: 'another-key' }, warned);
  const { id } = await askForPerson(at.house, 'bruno');
  const [line] = (await marta.detail(id)).lines;
  const refused = await marta.act(id, 'translation', { lines: [line?.id], to: 'de' });
  expect([refused.status, await refused.json()]).toEqual([409, { error: 'translation-away' }]);
  expect(warned).toEqual([{ why: 'the translation service answers 403' }]);
  for (const wish of [
    { lines: [], to: 'de' },
    { lines: ['1.0'], to: 'german' },
    { lines: Array(51).fill('1.0'), to: 'de' },
  ])
    expect((await marta.act(id, 'translation', wish)).status).toBe(400);
  await Promise.all([server.close(), service.close()]);
});

test('is not there where nothing is set', async () => {
  const { server, marta } = await deskWith({});
  const { id } = await askForPerson(at.house, 'chiara');
  expect((await marta.act(id, 'translation', { lines: ['1.0'], to: 'de' })).status).toBe(404);
  expect(await (await knock(server, '/words')).json()).toMatchObject({ translates: false });
  await server.close();
});
