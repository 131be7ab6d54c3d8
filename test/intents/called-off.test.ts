/** "Cancel it", where something else than an order is about to be done: that is off, it is said, and no order is touched. */

import { createSpeaker } from '../kit/speaker';
import { useHouse } from '../kit/use-house';

const at = useHouse({ learning: 'at once' });

const LANGUAGES = {
  'en-GB': {
    empty: 'empty my cart',
    forget: 'delete my data',
    off: ['cancel it', 'cancel that', 'cancel', 'never mind', 'stop'],
    order: ['reorder my coffee', 'yes'],
  },
  'it-IT': {
    empty: 'svuota il carrello',
    forget: 'cancella i miei dati',
    off: ['annullalo', 'annulla', 'lascia stare'],
    order: ['riordina il caffè', 'sì'],
  },
  'de-DE': {
    empty: 'leere den Warenkorb',
    forget: 'lösch meine Daten',
    off: ['storniere es', 'abbrechen', 'brich das ab'],
    order: ['bestell meinen Kaffee nach', 'ja'],
  },
  'pl-PL': {
    empty: 'opróżnij koszyk',
    forget: 'usuń moje dane',
    off: ['anuluj to', 'anuluj'],
    order: ['zamów znowu kawę', 'tak'],
  },
  'cs-CZ': {
    empty: 'vyprázdni košík',
    forget: 'smaž moje údaje',
    off: ['zruš to', 'zrušit'],
    order: ['objednej znovu kávu', 'ano'],
  },
} as const;

const SAID_SO = /^(CartCheckout\.stays|MyData\.unchanged|Stop\.nothingDone)$/;

describe.each(Object.entries(LANGUAGES))('%s', (locale, words) => {
  test.each([...words.off])('"%s" at emptying the cart leaves it, and says so', async (said) => {
    const chat = at.texter({ locale });
    expect((await chat.says(words.empty)).asks).toBe('CartCheckout.clearing');
    expect((await chat.says(said)).replies[0]).toMatch(SAID_SO);
    expect((await chat.says(words.empty)).asks).toBe('CartCheckout.clearing');
  });

  test.each([...words.off])('"%s" at erasing leaves everything, and says so', async (said) => {
    const chat = at.texter({ locale });
    expect((await chat.says(words.forget)).asks).toBe('MyData.forget');
    expect((await chat.says(said)).replies[0]).toMatch(SAID_SO);
  });

  test(`"${words.off[0]}" there does not mean what was ordered a moment ago`, async () => {
    const chat = at.texter({ locale });
    for (const one of words.order) await chat.says(one);
    await chat.says(words.empty);
    expect((await chat.says(words.off[0])).replies[0]).toMatch(SAID_SO);
  });
});

test.each(['Cancel', 'CancelOrder'] as const)('%s at the speaker leaves the cart, and says so', async (intent) => {
  const speaker = createSpeaker(at.house);
  await speaker.hears('CartCheckout', { act: { said: 'empty', ids: ['empty'] } });
  expect((await speaker.hears(intent)).replies[0]).toMatch(SAID_SO);
});

test('"cancel it" at another address leaves the old one', async () => {
  const chat = at.texter();
  await chat.says('change the address of my cat food');
  expect((await chat.says('cancel it')).replies[0]).toBe('ChangeAddress.kept');
});
