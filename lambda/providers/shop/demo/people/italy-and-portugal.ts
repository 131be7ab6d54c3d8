/** Ana, Bruno, Chiara and Inês. */

import type { DemoPerson } from './person';

const ANA: DemoPerson = {
  name: 'ana',
  firstName: 'Ana',
  lastName: 'Ferri',
  currency: 'EUR',
  email: 'ana.ferri@example.com',
  phone: '+39 02 555 0123',
  consents: ['email', 'whatsapp'],
  addresses: [
    {
      id: 'ana-home',
      label: 'home',
      street: 'Via dei Salici 14',
      city: 'Milano',
      postalCode: '20129',
      country: 'IT',
      timeZone: 'Europe/Rome',
    },
    {
      id: 'ana-work',
      label: 'work',
      street: 'Piazza del Tiglio 3',
      city: 'Milano',
      postalCode: '20121',
      country: 'IT',
      timeZone: 'Europe/Rome',
    },
  ],
  payment: 'card',
  means: [
    { id: 'ana-1', kind: 'card', name: 'Larkspur', last: '4471' },
    { id: 'ana-2', kind: 'account', name: 'Banca Ginestra', last: '' },
  ],
  story: 'One usual coffee at an unchanged price; dog food out for delivery today, cat food being packed.',
  habits: [
    { buys: [['bella-roma-ground', 2]], every: 21, last: 19 },
    { buys: [['brontolino-dog-food', 1]], every: 32, last: 34 },
    { buys: [['mirtilla-cat-food', 1]], every: 38, last: 40 },
    { buys: [['cartanuvola-toilet-paper', 1]], every: 36, last: 12 },
    { buys: [['filtraqua-filters', 1]], every: 120, last: 75 },
  ],
  recent: [
    {
      daysAgo: 1,
      buys: [['mirtilla-cat-food', 1]],
      stage: 'preparing',
      parcels: [],
      expected: 2,
    },
    {
      daysAgo: 2,
      buys: [['brontolino-dog-food', 1]],
      stage: 'out-for-delivery',
      parcels: [{ stage: 'out-for-delivery', promised: 0, expected: 0, window: { from: 14 * 60, to: 16 * 60 } }],
      expected: 0,
    },
  ],
  cart: [
    ['vetrachiara-tablets', 1],
    ['saponella-hand-soap', 2],
  ],
};

const BRUNO: DemoPerson = {
  name: 'bruno',
  firstName: 'Bruno',
  lastName: 'Salgado',
  currency: 'EUR',
  email: 'bruno.salgado@example.com',
  phone: '+351 21 555 0188',
  consents: ['email'],
  addresses: [
    {
      id: 'bruno-home',
      label: 'home',
      street: 'Rua da Figueira 27',
      city: 'Lisboa',
      postalCode: '1100-244',
      country: 'PT',
      timeZone: 'Europe/Lisbon',
    },
  ],
  payment: 'card',
  means: [
    { id: 'bruno-1', kind: 'card', name: 'Larkspur', last: '2086' },
    { id: 'bruno-2', kind: 'card', name: 'Coralline', last: '7104' },
    { id: 'bruno-3', kind: 'wallet', name: 'Saltapay', last: '' },
  ],
  story: 'Two coffees of equal standing; nothing on its way.',
  habits: [
    {
      buys: [
        ['porto-grigio-ground', 1],
        ['nerina-capsules', 1],
      ],
      every: 26,
      last: 15,
    },
    { buys: [['spumetta-washing-up', 2]], every: 45, last: 31 },
    { buys: [['marzola-pasta', 6]], every: 40, last: 22 },
  ],
  recent: [],
  cart: [],
};

const CHIARA: DemoPerson = {
  name: 'chiara',
  firstName: 'Chiara',
  lastName: 'Montesanti',
  currency: 'EUR',
  email: 'chiara.montesanti@example.com',
  phone: '+39 051 555 0147',
  consents: ['email'],
  addresses: [
    {
      id: 'chiara-home',
      label: 'home',
      street: 'Via del Gelsomino 8',
      city: 'Bologna',
      postalCode: '40121',
      country: 'IT',
      timeZone: 'Europe/Rome',
    },
    {
      id: 'chiara-nonna',
      label: 'nonna',
      street: 'Vicolo della Menta 2',
      city: 'Ferrara',
      postalCode: '44121',
      country: 'IT',
      timeZone: 'Europe/Rome',
    },
  ],
  payment: 'card',
  means: [
    { id: 'chiara-1', kind: 'card', name: 'Coralline', last: '3390' },
    { id: 'chiara-2', kind: 'card', name: 'Larkspur', last: '9152' },
  ],
  story: 'Two open orders of the same nappies; her olive oil costs more than last time.',
  habits: [
    { buys: [['pulcinetto-nappies', 1]], every: 24, last: 20 },
    { buys: [['morbidella-wipes', 1]], every: 40, last: 33 },
    { buys: [['colle-sereno-olive-oil', 2]], every: 60, last: 48 },
    { buys: [['risaia-rice', 2]], every: 50, last: 27 },
  ],
  recent: [
    { daysAgo: 1, buys: [['pulcinetto-nappies', 1]], stage: 'placed', parcels: [], expected: 2 },
    {
      daysAgo: 3,
      buys: [
        ['pulcinetto-nappies', 1],
        ['morbidella-wipes', 1],
      ],
      stage: 'shipped',
      parcels: [{ stage: 'shipped', promised: 1, expected: 1 }],
      expected: 1,
    },
  ],
  cart: [['dewleaf-wipes', 1]],
};

const INES: DemoPerson = {
  name: 'ines',
  firstName: 'Inês',
  lastName: 'Vilar',
  currency: 'EUR',
  email: 'ines.vilar@example.com',
  phone: '+351 296 555 0119',
  consents: ['email'],
  addresses: [
    {
      id: 'ines-home',
      label: 'home',
      street: 'Largo das Hortênsias 5',
      city: 'Ponta Delgada',
      postalCode: '9500-150',
      country: 'PT',
      timeZone: 'Atlantic/Azores',
    },
  ],
  payment: 'declines',
  means: [{ id: 'ines-1', kind: 'card', name: 'Coralline', last: '6617' }],
  story: 'Every payment is declined; the latest order was cancelled.',
  habits: [
    { buys: [['verdello-green-tea', 1]], every: 30, last: 26 },
    { buys: [['rivasol-shampoo', 1]], every: 55, last: 41 },
  ],
  recent: [{ daysAgo: 4, buys: [['verdello-green-tea', 2]], stage: 'cancelled', parcels: [] }],
  cart: [['rivasol-shampoo', 1]],
};

export const ITALY_AND_PORTUGAL: readonly DemoPerson[] = [ANA, BRUNO, CHIARA, INES];
