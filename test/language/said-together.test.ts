/** Two sentences that ask a shop for nothing, one behind the other, are heard as what the weightier of them says. */

import { useHouse } from '../kit/use-house';

const at = useHouse();

const SAID = {
  'en-GB': [
    ["slow down I can't keep up", 'Pace'],
    ['thank you so much, goodbye', 'Stop'],
    ['thank you very much how are you', 'Thanks'],
  ],
  'it-IT': [
    ['rallenta non ti sto dietro', 'Pace'],
    ['grazie di tutto arrivederci', 'Stop'],
  ],
  'de-DE': [
    ['sprich langsamer, ich komm nicht mit', 'Pace'],
    ['danke dir, du bist ein Schatz', 'Thanks'],
    ['danke vielmals, gute Nacht', 'Stop'],
    ['lauter bitte, ich hör nichts', 'Volume'],
    ['du Trottel, ich verklage euch', 'LegalThreat'],
  ],
  'cs-CZ': [
    ['zpomal nestíhám', 'Pace'],
    ['děkuju moc na shledanou', 'Stop'],
  ],
  'pl-PL': [
    ['wolniej mówisz za szybko', 'Pace'],
    ['dziękuję bardzo do widzenia', 'Stop'],
  ],
} as const;

describe.each(Object.entries(SAID))('%s', (locale, said) => {
  test.each(said.map(([text, intent]) => [text, intent] as const))('"%s" is %s', async (text, intent) => {
    expect((await at.texter({ locale }).says(text)).intent).toBe(intent);
  });
});
