/** Who lives on the street: shoppers whom the sample shop knows. */

import type { SamplePerson } from '../../scripts/sample-shop';

const NAMES = [
  'Ana',
  'Bruno',
  'Carla',
  'Dario',
  'Elena',
  'Fausto',
  'Gioia',
  'Hanno',
  'Ivana',
  'Jacopo',
  'Katia',
  'Luca',
];

export const PEOPLE: readonly SamplePerson[] = NAMES.map((firstName, at) => ({
  ...{ id: `p${at + 1}`, token: `token-of-${firstName.toLowerCase()}`, firstName, lastName: 'Ferri', currency: 'EUR' },
  ...{ email: `${firstName.toLowerCase()}@shop.example`, phone: `+3902123456${String(at).padStart(2, '0')}` },
  addresses: [
    {
      ...{ id: 'home', label: 'home', street: `Via dei Salici ${at + 1}`, city: 'Milano', postalCode: '20121' },
      ...{ country: 'IT', timeZone: 'Europe/Rome' },
    },
  ],
}));

/** Those who speak, and those who write: no conversation has both, so that each can be followed. */
export const SPEAKING = PEOPLE.slice(0, 8);
export const WRITING = PEOPLE.slice(8);
