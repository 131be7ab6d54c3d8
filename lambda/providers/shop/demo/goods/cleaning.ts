/** What washes dishes and clothes. */

import type { Good } from './good';

export const CLEANING: readonly Good[] = [
  {
    id: 'spumetta-washing-up',
    kind: 'washing-up-liquid',
    pack: { kind: 'bottle', size: { amount: 900, unit: 'milliliter' } },
    prices: { EUR: 240, GBP: 199, USD: 289 },
    title: {
      en: 'Spumetta Concentrated Washing-Up Liquid, Lemon & Verbena – 900 ml – Cuts Grease in Cold Water',
      it: 'Spumetta Detersivo Piatti Concentrato, Limone & Verbena – 900 ml – Sgrassa Anche in Acqua Fredda',
    },
    voice: { en: 'Spumetta washing-up liquid', american: 'Spumetta dish soap', it: 'detersivo piatti Spumetta' },
    words: {
      en: ['washing up liquid', 'dish soap', 'dish liquid', 'spumetta', 'dishwashing liquid'],
      it: ['detersivo per piatti', 'detersivo piatti', 'sapone per piatti', 'spumetta'],
    },
  },
  {
    id: 'gleamwell-washing-up',
    kind: 'washing-up-liquid',
    pack: { kind: 'bottle', size: { amount: 500, unit: 'milliliter' } },
    prices: { EUR: 310, GBP: 259, USD: 349 },
    title: {
      en: 'Gleamwell Plant-Powered Dish Soap – Unscented, 500 ml, Hypoallergenic & Biodegradable >98 %',
      it: 'Gleamwell Detersivo Piatti Vegetale – Senza Profumo, 500 ml, Ipoallergenico & Biodegradabile >98 %',
    },
    voice: { en: 'Gleamwell dish soap', it: 'detersivo piatti Gleamwell' },
    words: {
      en: ['washing up liquid', 'dish soap', 'unscented dish soap', 'gleamwell', 'dishwashing liquid'],
      it: ['detersivo per piatti', 'detersivo piatti', 'detersivo senza profumo', 'gleamwell'],
    },
  },
  {
    id: 'bucalinda-laundry',
    kind: 'laundry-liquid',
    pack: { kind: 'bottle', size: { amount: 3, unit: 'liter' } },
    prices: { EUR: 1390, GBP: 1190, USD: 1490 },
    title: {
      en: 'Bucalinda Liquid Laundry Detergent, Marseille Soap Scent – 60 Washes, 3 L, Whites & Colours',
      it: 'Bucalinda Detersivo Liquido Lavatrice, Profumo Sapone di Marsiglia – 60 Lavaggi, 3 L, Bianchi & Colorati',
    },
    voice: { en: 'Bucalinda laundry detergent', it: 'detersivo lavatrice Bucalinda' },
    words: {
      en: ['laundry detergent', 'detergent', 'washing liquid', 'bucalinda', 'laundry liquid', 'liquid detergent'],
      it: ['detersivo', 'detersivo per lavatrice', 'detersivo lavatrice', 'bucalinda', 'detersivo liquido'],
    },
  },
  {
    id: 'lindwash-laundry',
    kind: 'laundry-liquid',
    pack: { kind: 'bottle', size: { amount: 2, unit: 'liter' } },
    prices: { EUR: 1090, GBP: 949, USD: 1190 },
    title: {
      en: 'Lindwash Sensitive Laundry Liquid 0 % – No Dyes/No Perfume – 40 Washes, 2 L Bottle',
      it: 'Lindwash Sensitive Detersivo Liquido 0 % – Senza Coloranti/Profumo – 40 Lavaggi, Flacone 2 L',
    },
    voice: { en: 'Lindwash sensitive laundry detergent', it: 'detersivo delicato Lindwash' },
    words: {
      en: ['laundry detergent', 'detergent', 'sensitive detergent', 'lindwash', 'laundry liquid', 'liquid detergent'],
      it: ['detersivo', 'detersivo delicato', 'detersivo per lavatrice', 'lindwash', 'detersivo liquido'],
    },
  },
  {
    id: 'lumisplash-tablets',
    kind: 'dishwasher-tablets',
    pack: { kind: 'bag', pieces: 60 },
    prices: { EUR: 1290, GBP: 1090, USD: 1390 },
    stock: 0,
    backInDays: 6,
    title: {
      en: 'Lumisplash All in 1 Dishwasher Tablets – 60 Tabs, Lemon, Water-Soluble Film, Rinse Aid & Salt Function',
      it: 'Lumisplash Tutto in 1 Pastiglie Lavastoviglie – 60 Pastiglie, Limone, Film Idrosolubile, Brillantante & Sale',
    },
    voice: { en: 'Lumisplash dishwasher tablets', it: 'pastiglie lavastoviglie Lumisplash' },
    words: {
      en: ['dishwasher tablets', 'dishwasher tabs', 'dishwasher pods', 'tablets', 'lumisplash', 'dishwasher capsules'],
      it: [
        'pastiglie per lavastoviglie',
        'pastiglie lavastoviglie',
        'tabs',
        'lumisplash',
        'detersivo per lavastoviglie',
        'detersivo lavastoviglie',
      ],
    },
  },
  {
    id: 'vetrachiara-tablets',
    kind: 'dishwasher-tablets',
    pack: { kind: 'box', pieces: 50 },
    prices: { EUR: 1190, GBP: 990, USD: 1290 },
    title: {
      en: 'Vetrachiara Eco Dishwasher Tablets, Unwrapped – Box of 50, Phosphate-Free, "Crystal Glass" Formula',
      it: 'Vetrachiara Eco Pastiglie Lavastoviglie Senza Involucro – Scatola da 50, Senza Fosfati, "Vetro Cristallo"',
    },
    voice: { en: 'Vetrachiara dishwasher tablets', it: 'pastiglie lavastoviglie Vetrachiara' },
    words: {
      en: ['dishwasher tablets', 'dishwasher tabs', 'eco dishwasher tablets', 'vetrachiara', 'dishwasher capsules'],
      it: [
        'pastiglie per lavastoviglie',
        'pastiglie lavastoviglie',
        'pastiglie ecologiche',
        'vetrachiara',
        'detersivo per lavastoviglie',
        'detersivo lavastoviglie',
      ],
    },
  },
  {
    id: 'platewise-tablets',
    kind: 'dishwasher-tablets',
    pack: { kind: 'bag', pieces: 120 },
    prices: { EUR: 2190, GBP: 1890, USD: 2390 },
    title: {
      en: 'Platewise Max Dishwasher Tablets, Family Pack 120 – Pre-Soak Power for Burnt-On Food',
      it: 'Platewise Max Pastiglie Lavastoviglie, Formato Famiglia 120 – Potenza Ammollo per Incrostazioni',
    },
    voice: { en: 'Platewise Max dishwasher tablets', it: 'pastiglie lavastoviglie Platewise Max' },
    words: {
      en: ['dishwasher tablets', 'dishwasher tabs', 'family dishwasher tablets', 'platewise', 'dishwasher capsules'],
      it: [
        'pastiglie per lavastoviglie',
        'pastiglie lavastoviglie',
        'platewise',
        'detersivo per lavastoviglie',
        'detersivo lavastoviglie',
      ],
    },
  },
];
