/** Daniel, Emma, Fionn and Jonas. */

import type { DemoPerson } from './person';

const DANIEL: DemoPerson = {
  name: 'daniel',
  firstName: 'Daniel',
  lastName: 'Hartwell',
  currency: 'GBP',
  email: 'daniel.hartwell@example.com',
  phone: '+44 20 7946 0871',
  consents: ['email'],
  addresses: [
    {
      id: 'daniel-home',
      label: 'home',
      street: '9 Osier Lane',
      city: 'London',
      postalCode: 'E17 4ZZ',
      country: 'GB',
      timeZone: 'Europe/London',
    },
    {
      id: 'daniel-work',
      label: 'work',
      street: '41 Candlewick Yard',
      city: 'London',
      postalCode: 'EC4N 7ZZ',
      country: 'GB',
      timeZone: 'Europe/London',
    },
    {
      id: 'daniel-sister',
      label: "my sister's",
      street: '3 Tanyard Court',
      city: 'Reading',
      postalCode: 'RG1 7ZZ',
      country: 'GB',
      timeZone: 'Europe/London',
    },
  ],
  payment: 'card',
  means: [
    { id: 'daniel-1', kind: 'card', name: 'Larkspur', last: '8025' },
    { id: 'daniel-2', kind: 'wallet', name: 'Saltapay', last: '' },
  ],
  story: 'One order in three parcels, each somewhere else.',
  habits: [
    { buys: [['harrowmere-tea', 1]], every: 35, last: 16 },
    { buys: [['fenmoor-dog-food', 1]], every: 42, last: 44 },
    { buys: [['codalunga-dog-treats', 1]], every: 28, last: 23 },
  ],
  recent: [
    {
      daysAgo: 4,
      buys: [
        ['fenmoor-dog-food', 1],
        ['voltaro-aa', 1],
        ['lucciola-bulbs', 2],
      ],
      stage: 'shipped',
      parcels: [
        { holds: ['fenmoor-dog-food'], stage: 'delivered', promised: -1, deliveredOn: -1 },
        { holds: ['voltaro-aa'], stage: 'shipped', promised: 1, expected: 1 },
        { holds: ['lucciola-bulbs'], stage: 'preparing', promised: 3, expected: 3 },
      ],
      expected: 3,
    },
  ],
  cart: [['binmore-bin-bags', 2]],
};

const EMMA: DemoPerson = {
  name: 'emma',
  firstName: 'Emma',
  lastName: 'Whitlow',
  currency: 'GBP',
  email: 'emma.whitlow@example.com',
  phone: '+44 131 496 0342',
  consents: ['email'],
  addresses: [
    {
      id: 'emma-home',
      label: 'home',
      street: '3 Rowan Close',
      city: 'Edinburgh',
      postalCode: 'EH9 1ZZ',
      country: 'GB',
      timeZone: 'Europe/London',
    },
  ],
  payment: 'none',
  means: [],
  story: 'No stored means of payment; the latest order waits for its payment.',
  habits: [
    { buys: [['havrelund-oat-milk', 6]], every: 20, last: 18 },
    { buys: [['gleamwell-washing-up', 1]], every: 50, last: 37 },
  ],
  recent: [{ daysAgo: 2, buys: [['havrelund-oat-milk', 6]], stage: 'payment-pending', parcels: [] }],
  cart: [['havrelund-oat-milk', 6]],
};

const FIONN: DemoPerson = {
  name: 'fionn',
  firstName: 'Fionn',
  lastName: 'Bradigan',
  currency: 'EUR',
  email: 'fionn.bradigan@example.com',
  phone: '+353 20 912 3456',
  consents: ['email'],
  addresses: [
    {
      id: 'fionn-home',
      label: 'home',
      street: '22 Sallygap Terrace',
      city: 'Dublin',
      postalCode: 'D08 X0X0',
      country: 'IE',
      timeZone: 'Europe/Dublin',
    },
  ],
  payment: 'card',
  means: [{ id: 'fionn-1', kind: 'account', name: 'Bank of Furze', last: '1948' }],
  story: 'One order, promised two days ago and delayed.',
  habits: [
    { buys: [['lamafina-blades', 1]], every: 60, last: 57 },
    { buys: [['candidor-toothpaste', 2]], every: 48, last: 29 },
    { buys: [['tillingford-tea', 1]], every: 33, last: 14 },
  ],
  recent: [
    {
      daysAgo: 7,
      buys: [['lamafina-blades', 1]],
      stage: 'shipped',
      parcels: [{ stage: 'shipped', promised: -2, expected: 2 }],
      expected: 2,
    },
  ],
  cart: [],
};

const JONAS: DemoPerson = {
  name: 'jonas',
  firstName: 'Jonas',
  lastName: 'Kellermark',
  currency: 'EUR',
  email: 'jonas.kellermark@example.com',
  phone: '+47 22 55 50 164',
  consents: [],
  addresses: [
    {
      id: 'jonas-home',
      label: 'home',
      street: 'Piletreveien 6',
      city: 'Oslo',
      postalCode: '0368',
      country: 'NO',
      timeZone: 'Europe/Oslo',
    },
  ],
  payment: 'card',
  means: [{ id: 'jonas-1', kind: 'card', name: 'Larkspur', last: '7719' }],
  movedFrom: 'DE',
  story: 'Has moved to a country the shop does not deliver to; the latest order was returned.',
  habits: [
    { buys: [['monte-lieve-beans', 1]], every: 30, last: 25 },
    { buys: [['folioro-printer-paper', 2]], every: 90, last: 64 },
  ],
  recent: [
    {
      daysAgo: 13,
      buys: [['monte-lieve-beans', 1]],
      stage: 'returned',
      parcels: [{ stage: 'returned', promised: -9, deliveredOn: -9 }],
    },
  ],
  cart: [],
};

export const NORTH: readonly DemoPerson[] = [DANIEL, EMMA, FIONN, JONAS];
