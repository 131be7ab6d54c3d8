/** Grace, Henry, Kate and Nora. */

import type { DemoPerson } from './person';

const GRACE: DemoPerson = {
  name: 'grace',
  firstName: 'Grace',
  lastName: 'Abernale',
  currency: 'USD',
  email: 'grace.abernale@example.com',
  phone: '+1 212 555 0142',
  consents: ['email'],
  addresses: [
    {
      id: 'grace-home',
      label: 'home',
      street: '118 Catkin Street, Apt 4B',
      city: 'New York',
      postalCode: '10099',
      country: 'US',
      timeZone: 'America/New_York',
    },
    {
      id: 'grace-studio',
      label: 'the studio',
      street: '7 Wicker Alley',
      city: 'New York',
      postalCode: '10098',
      country: 'US',
      timeZone: 'America/New_York',
    },
  ],
  payment: 'card',
  means: [
    { id: 'grace-1', kind: 'card', name: 'Larkspur', last: '5530' },
    { id: 'grace-2', kind: 'card', name: 'Coralline', last: '1276' },
  ],
  story: 'An order delivered yesterday; her usual dishwasher tablets are sold out, others are near.',
  habits: [
    { buys: [['lumisplash-tablets', 1]], every: 50, last: 49 },
    { buys: [['vitalora-multivitamin', 1]], every: 110, last: 70 },
    { buys: [['asciugotto-kitchen-roll', 2]], every: 45, last: 17 },
  ],
  recent: [
    {
      daysAgo: 5,
      buys: [
        ['micelina-cat-treats', 2],
        ['whiskerley-cat-food', 1],
      ],
      stage: 'delivered',
      parcels: [{ stage: 'delivered', promised: -1, deliveredOn: -1 }],
    },
  ],
  cart: [['moravell-oat-milk', 3]],
};

const HENRY: DemoPerson = {
  name: 'henry',
  firstName: 'Henry',
  lastName: 'Lindo-Park',
  currency: 'USD',
  email: 'henry.lindo-park@example.com',
  phone: '+1 323 555 0178',
  consents: ['email'],
  addresses: [
    {
      id: 'henry-home',
      label: 'home',
      street: '640 Withy Canyon Road',
      city: 'Los Angeles',
      postalCode: '90099',
      country: 'US',
      timeZone: 'America/Los_Angeles',
    },
  ],
  payment: 'card',
  means: [{ id: 'henry-1', kind: 'card', name: 'Coralline', last: '4083' }],
  story: 'An order ready for pickup; everything he usually buys is sold out and nothing replaces it.',
  habits: [
    { buys: [['guppari-fish-food', 1]], every: 50, last: 46 },
    { buys: [['lentoclar-lens-solution', 2]], every: 60, last: 58 },
  ],
  recent: [
    {
      daysAgo: 3,
      buys: [['sparkfield-aa', 1]],
      stage: 'ready-for-pickup',
      parcels: [{ stage: 'ready-for-pickup', promised: 0, expected: 0 }],
      expected: 0,
    },
  ],
  cart: [],
};

const KATE: DemoPerson = {
  name: 'kate',
  firstName: 'Kate',
  lastName: 'Sorrell',
  currency: 'USD',
  email: 'kate.sorrell@example.com',
  phone: '+1 312 555 0196',
  consents: ['email'],
  addresses: [
    {
      id: 'kate-home',
      label: 'home',
      street: '2306 Basket Willow Avenue',
      city: 'Chicago',
      postalCode: '60699',
      country: 'US',
      timeZone: 'America/Chicago',
    },
    {
      id: 'kate-work',
      label: 'work',
      street: '15 Reedbed Plaza',
      city: 'Chicago',
      postalCode: '60698',
      country: 'US',
      timeZone: 'America/Chicago',
    },
  ],
  payment: 'card',
  means: [
    { id: 'kate-1', kind: 'card', name: 'Larkspur', last: '3307' },
    { id: 'kate-2', kind: 'account', name: 'Bank of Furze', last: '6642' },
  ],
  story: 'An order nobody can say anything about; drops of which only three are left.',
  habits: [
    { buys: [['solevita-vitamin-d', 1]], every: 55, last: 51 },
    { buys: [['bucalinda-laundry', 1]], every: 44, last: 30 },
    { buys: [['saccoforte-bin-bags', 2]], every: 62, last: 21 },
  ],
  recent: [{ daysAgo: 6, buys: [['bucalinda-laundry', 1]], stage: 'unknown', parcels: [{ stage: 'unknown' }] }],
  cart: [['purello-filters', 1]],
};

const NORA: DemoPerson = {
  name: 'nora',
  firstName: 'Nora',
  lastName: 'Pappadelis',
  currency: 'EUR',
  email: 'nora.pappadelis@example.com',
  phone: '+30 21 0555 0135',
  consents: ['email'],
  addresses: [
    {
      id: 'nora-home',
      label: 'home',
      street: 'Odos Itias 12',
      city: 'Athina',
      postalCode: '105 58',
      country: 'GR',
      timeZone: 'Europe/Athens',
    },
  ],
  payment: 'card',
  means: [{ id: 'nora-1', kind: 'card', name: 'Coralline', last: '2951' }],
  story: 'Has never ordered anything.',
  habits: [],
  recent: [],
  cart: [['oliveto-basso-olive-oil', 1]],
};

export const FAR: readonly DemoPerson[] = [GRACE, HENRY, KATE, NORA];
