/** What is said of what people wrote, and of a conversation that one of them has. */

import { replies } from '../kit/define';

export const PERSON_SAYS = {
  answered: { person: 'name' },
  answeredAbout: { person: 'name', product: 'product' },
  wrote: { person: 'name', words: 'quote' },
  wroteOn: { words: 'quote' },
  wroteAnew: { person: 'name', words: 'quote' },
  nothingLeft: {},
  corrected: {},
  unsaid: { person: 'name' },
  linkWritten: {},
  addressWritten: {},
  numberWritten: {},
  codeWritten: {},
  allWritten: {},
  writtenLater: {},
  withheld: {},
  photoInChat: { person: 'name' },
  fileInChat: { person: 'name' },
  photoToSee: { person: 'name' },
  fileToSee: { person: 'name' },
  spelt: { code: 'spelling' },
  later: {},
  waiting: { reference: 'digits' },
  taken: { person: 'name', age: 'age' },
  notNow: {},
  back: {},
  backFrom: { person: 'name' },
  goOn: {},
  failed: { contact: 'shown' },
  tookBack: {},
  haveBack: {},
} as const;
export const sayPerson = replies('Person', PERSON_SAYS);
