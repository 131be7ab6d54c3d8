/** Whoever sets right what they said a moment ago, once or several times in one breath, is heard as if they had said it right at once. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../lambda/language/hearing/words';
import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

const directory = join(__dirname, '../../locales');

/** What was said first, what is said instead (the second counts), and the same said right at once. */
const SAID: Readonly<Record<string, readonly (readonly [string, readonly [string, string], string])[]>> = {
  en: [
    ['order two bags of coffee', ['three', 'four'], 'order four bags of coffee'],
    ['order dog food', ['cat food', 'coffee'], 'order coffee'],
    ['where is my cat food', ['the coffee', 'the dog food'], 'where is my dog food'],
    ['cancel my cat food', ['the coffee', 'the dog food'], 'cancel my dog food'],
    ['I want a refund for the coffee', ['the cat food', 'the dog food'], 'I want a refund for the dog food'],
    ['order coffee', ['where is my order', 'cancel my order'], 'cancel my order'],
  ],
  it: [
    ['ordina due pacchi di caffè', ['tre', 'quattro'], 'ordina quattro pacchi di caffè'],
    ['ordina le crocchette del cane', ['il tè verde', 'il caffè'], 'ordina il caffè'],
    ["dov'è il caffè", ['le crocchette del gatto', 'le crocchette del cane'], 'dove sono le crocchette del cane'],
    ['annulla il caffè', ['le crocchette del gatto', 'le crocchette del cane'], 'annulla le crocchette del cane'],
    ['ordina il caffè', ["dov'è il mio ordine", "annulla l'ordine"], "annulla l'ordine"],
  ],
  de: [
    ['bestelle zwei Beutel Kaffee', ['drei', 'vier'], 'bestelle vier Beutel Kaffee'],
    ['bestelle Katzenfutter', ['Tee', 'Kaffee'], 'bestelle Kaffee'],
    ['wo ist mein Kaffee', ['das Katzenfutter', 'das Hundefutter'], 'wo ist mein Hundefutter'],
    ['storniere das Katzenfutter', ['den Kaffee', 'das Hundefutter'], 'storniere das Hundefutter'],
    ['bestelle Kaffee', ['wo ist meine Bestellung', 'storniere meine Bestellung'], 'storniere meine Bestellung'],
  ],
  pl: [
    ['zamów karmę dla kota', ['herbatę', 'kawę'], 'zamów kawę'],
    ['gdzie jest moja kawa', ['karma dla kota', 'karma dla psa'], 'gdzie jest moja karma dla psa'],
    ['anuluj karmę dla kota', ['kawę', 'karmę dla psa'], 'anuluj karmę dla psa'],
  ],
};

/** Intent, and what each slot stands for; the words it was said in may be others. */
function heardAs(text: string, locale: string) {
  const { intent, slots, manner } = exactEars.hear(text, { locale, goods: goodsFor(locale) });
  const meant = Object.entries(slots).map(([name, { ids, number }]) => [name, number ?? ids]);
  return { intent, slots: Object.fromEntries(meant), negated: manner.negated, left: manner.left };
}

test.each(Object.entries(SAID))('in %s what is set right counts, whatever leads to it', (language, said) => {
  const words = JSON.parse(readFileSync(join(directory, language, 'words.json'), 'utf8')) as Words;
  for (const [first, [second, third], right] of said) {
    const wanted = heardAs(right, language);
    expect({ right, isHeard: wanted.intent !== 'Fallback' }).toEqual({ right, isHeard: true });
    for (const turn of words.order.instead) {
      const once = `${first}, ${turn}, ${third}`;
      const twice = `${first}, ${turn} ${second}, ${turn}, ${third}`;
      for (const text of [once, twice.replaceAll(',', '')])
        expect({ text, ...heardAs(text, language) }).toEqual({ text, ...wanted });
    }
  }
});
