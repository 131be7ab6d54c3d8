/** While something is offered for what came badly: who asks for a refund of before hears of that, and who breaks off hears that nothing was done. */

import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    torn: 'my coffee arrived torn',
    ends: ['stop', 'forget it'],
    asks: ["where's my refund", 'where is my refund'],
  },
  'it-IT': { torn: 'il caffè è arrivato rotto', ends: ['basta'], asks: ["dov'è il mio rimborso"] },
  'de-DE': { torn: 'der Kaffee kam kaputt an', ends: ['stopp'], asks: ['wo ist meine Erstattung'] },
  'pl-PL': { torn: 'kawa przyszła uszkodzona', ends: ['stop'], asks: ['gdzie jest mój zwrot pieniędzy'] },
  'cs-CZ': { torn: 'káva přišla poškozená', ends: ['stop'], asks: ['kde jsou moje vrácené peníze'] },
} as const;

describe.each(Object.entries(LANGUAGES))('%s', (locale, { torn, ends, asks }) => {
  async function offered() {
    const texter = at.texter({ locale });
    await texter.says(torn);
    expect((await texter.says('1')).asks).toBe('Remedy.choose');
    return texter;
  }

  test.each([...ends])('"%s" tells that nothing was done', async (said) => {
    expect((await (await offered()).says(said)).replies).toEqual(['Stop.nothingDone']);
  });

  test.each([...asks])('"%s" chooses no refund', async (said) => {
    const { replies, asks: asked } = await (await offered()).says(said);
    expect([replies[0], asked]).toEqual([expect.stringMatching(/^RefundStatus\./), 'Remedy.choose']);
  });
});
