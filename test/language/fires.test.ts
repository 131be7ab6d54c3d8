/** A fire is said with the place or the thing that burns, in the order of each language; what only burns in a manner of speaking is none. */

import { goodsFor } from '../../scripts/locales/catalogue';
import { exactEars } from '../kit/ears';

const FIRES = {
  en: [
    'my office is on fire',
    'my garage is burning',
    'fire in the hallway',
    'the phone has caught fire',
    'our roof is in flames',
    "there's a fire in the kitchen",
  ],
  it: [
    'c’è un incendio in ufficio',
    'brucia il garage',
    'va a fuoco il tetto',
    'il balcone sta bruciando',
    'la mia macchina ha preso fuoco',
  ],
  de: [
    'hier brennt es',
    'im Büro brennt es',
    'meine Küche brennt',
    'unser Dach steht in Flammen',
    'Feuer im Flur',
    'auf dem Balkon brennt es',
  ],
  pl: ['w biurze się pali', 'pali mi się garaż', 'pożar na klatce', 'dach się pali', 'na balkonie się pali'],
  cs: ['v kuchyni hoří', 'hoří mi kuchyň', 'požár na chodbě', 'na půdě hoří', 'v obýváku nám hoří'],
} as const;

const BURNS_IN_A_MANNER = {
  en: [
    'I have a burning question',
    'my ears are burning',
    'is this log good for burning',
    'do you sell fire lighters for the kitchen stove',
  ],
  it: [
    'mi bruciano gli occhi',
    'il tè brucia ancora',
    'ho una domanda che scotta',
    'vendete accendifuoco per il camino',
  ],
  de: [
    'mir brennt die Zunge',
    'das Licht im Bad brennt noch',
    'mir brennt eine Frage auf den Nägeln',
    'verkaufen Sie Kaminanzünder',
  ],
  pl: ['pali mi się lampka w ekspresie', 'nie pali się, mamy czas', 'szukam rozpałki do kominka'],
  cs: ['hoří mi termín', 'nikde nehoří, mám čas', 'prodáváte podpalovač do krbu'],
} as const;

describe.each(['en', 'it', 'de', 'pl', 'cs'] as const)('%s', (language) => {
  const goods = goodsFor(language);
  const isEmergency = (text: string) => exactEars.hear(text, { locale: language, goods }).intent === 'Emergency';

  test('fires', () => expect(FIRES[language].filter((text) => !isEmergency(text))).toEqual([]));
  test('none', () => expect(BURNS_IN_A_MANNER[language].filter(isEmergency)).toEqual([]));
});
