/** Shampoo, toothpaste, razor blades and what else stands in a bathroom. */

import type { Good } from './good';

export const BODY: readonly Good[] = [
  {
    id: 'rivasol-shampoo',
    kind: 'shampoo',
    pack: { kind: 'bottle', size: { amount: 400, unit: 'milliliter' } },
    prices: { EUR: 590, GBP: 499, USD: 649 },
    title: {
      en: 'Rivasol Everyday Shampoo with Olive Leaf & Linen Seed – Normal to Dry Hair, 400 ml',
      it: 'Rivasol Shampoo Quotidiano con Foglie di Olivo & Semi di Lino – Capelli Normali e Secchi, 400 ml',
    },
    voice: { en: 'Rivasol shampoo', it: 'shampoo Rivasol' },
    words: {
      en: ['shampoo', 'shampoos', 'rivasol', 'hair shampoo'],
      it: ['shampoo', 'shampoo per capelli', 'rivasol'],
    },
  },
  {
    id: 'brambleton-shampoo',
    kind: 'shampoo',
    pack: { kind: 'bottle', size: { amount: 500, unit: 'milliliter' } },
    prices: { EUR: 690, GBP: 589, USD: 749 },
    title: {
      en: 'Brambleton & Hay Scalp Calm Anti-Dandruff Shampoo, pH 5.5, Dermatologically Tested – 500 ml Pump',
      it: 'Brambleton & Hay Shampoo Antiforfora Lenitivo, pH 5,5, Testato Dermatologicamente – 500 ml con Dosatore',
    },
    voice: { en: 'Brambleton dandruff shampoo', it: 'shampoo antiforfora Brambleton' },
    words: {
      en: ['shampoo', 'dandruff shampoo', 'anti dandruff shampoo', 'brambleton', 'hair shampoo'],
      it: ['shampoo', 'shampoo antiforfora', 'antiforfora', 'brambleton', 'shampoo per capelli'],
    },
  },
  {
    id: 'candidor-toothpaste',
    kind: 'toothpaste',
    pack: { kind: 'tube', size: { amount: 75, unit: 'milliliter' } },
    prices: { EUR: 280, GBP: 239, USD: 319 },
    title: {
      en: 'Candidor White & Fresh Fluoride Toothpaste, 1450 ppm, Mint – 75 ml Tube',
      it: 'Candidor White & Fresh Dentifricio al Fluoro, 1450 ppm, Menta – Tubo 75 ml',
    },
    voice: { en: 'Candidor toothpaste', it: 'dentifricio Candidor' },
    words: {
      en: ['toothpaste', 'toothpastes', 'candidor', 'mint toothpaste'],
      it: ['dentifricio', 'dentifrici', 'candidor', 'dentifricio alla menta'],
    },
  },
  {
    id: 'mentavia-toothpaste',
    kind: 'toothpaste',
    pack: { kind: 'tube', size: { amount: 100, unit: 'milliliter' } },
    prices: { EUR: 420, GBP: 359, USD: 469 },
    title: {
      en: 'Mentavia Sensitive Gum Care Toothpaste with Sage – 100 ml, SLS-Free',
      it: 'Mentavia Dentifricio Sensitive Gengive alla Salvia – 100 ml, Senza SLS',
    },
    voice: { en: 'Mentavia sensitive toothpaste', it: 'dentifricio sensibile Mentavia' },
    words: {
      en: ['toothpaste', 'sensitive toothpaste', 'mentavia', 'mint toothpaste'],
      it: ['dentifricio', 'dentifricio per denti sensibili', 'mentavia', 'dentifricio alla menta'],
    },
  },
  {
    id: 'lamafina-blades',
    kind: 'razor-blades',
    pack: { kind: 'pack', pieces: 8 },
    prices: { EUR: 1590, GBP: 1390, USD: 1690 },
    title: {
      en: 'Lamafina 5 Razor Blade Refills – Pack of 8 Cartridges, Five Blades + Trimmer, Fits All Lamafina 5 Handles',
      it: 'Lamafina 5 Lame di Ricambio – Confezione da 8 Testine, Cinque Lame + Rifinitore, per Manici Lamafina 5',
    },
    voice: { en: 'Lamafina razor blades', it: 'lamette Lamafina' },
    words: {
      en: [
        'razor blades',
        'blades',
        'razor refills',
        'razors',
        'lamafina',
        'shaving blades',
        'replacement blades',
        'razor cartridges',
      ],
      it: ['lamette', 'lame', 'lamette da barba', 'rasoi', 'lamafina', 'lame di ricambio', 'testine per rasoio'],
    },
  },
  {
    id: 'stubbleford-blades',
    kind: 'razor-blades',
    pack: { kind: 'pack', pieces: 50 },
    prices: { EUR: 1190, GBP: 990, USD: 1290 },
    title: {
      en: 'Stubbleford Double-Edge Safety Razor Blades, Platinum Coated, 50 Count (5 × 10), Plastic-Free',
      it: 'Stubbleford Lamette a Doppio Filo per Rasoio di Sicurezza, Platinate, 50 Pezzi (5 × 10), Senza Plastica',
    },
    voice: { en: 'Stubbleford safety razor blades', it: 'lamette di sicurezza Stubbleford' },
    words: {
      en: [
        'razor blades',
        'blades',
        'safety razor blades',
        'stubbleford',
        'shaving blades',
        'replacement blades',
        'razor cartridges',
      ],
      it: ['lamette', 'lame', 'lamette di sicurezza', 'stubbleford', 'lame di ricambio', 'testine per rasoio'],
    },
  },
  {
    id: 'lentoclar-lens-solution',
    kind: 'lens-solution',
    pack: { kind: 'bottle', size: { amount: 360, unit: 'milliliter' } },
    prices: { EUR: 1150, GBP: 990, USD: 1249 },
    stock: 0,
    title: {
      en: 'Lentoclar All-in-One Contact Lens Solution, 360 ml + Flat Case – For Soft Lenses',
      it: 'Lentoclar Soluzione Unica per Lenti a Contatto, 360 ml + Portalenti – Per Lenti Morbide',
    },
    voice: { en: 'Lentoclar contact lens solution', it: 'soluzione per lenti Lentoclar' },
    words: {
      en: [
        'lens solution',
        'contact lens solution',
        'contact solution',
        'lentoclar',
        'contact lens fluid',
        'lens fluid',
      ],
      it: ['soluzione per lenti', 'liquido per lenti', 'soluzione per lenti a contatto', 'lentoclar'],
    },
  },
  {
    id: 'saponella-hand-soap',
    kind: 'hand-soap',
    pack: { kind: 'bag', size: { amount: 1, unit: 'liter' } },
    prices: { EUR: 450, GBP: 389, USD: 499 },
    title: {
      en: 'Saponella d\'Uliveto Liquid Hand Soap Refill, "Fig & Sea Salt" – 1 L Pouch, –80 % Plastic',
      it: 'Saponella d\'Uliveto Ricarica Sapone Liquido Mani, "Fico & Sale Marino" – Busta 1 L, –80 % Plastica',
    },
    voice: { en: 'Saponella hand soap refill', it: 'sapone per le mani Saponella' },
    words: {
      en: ['soap', 'hand soap', 'liquid soap', 'soap refill', 'saponella', 'hand wash'],
      it: ['sapone', 'sapone per le mani', 'sapone liquido', 'ricarica sapone', 'saponella', 'sapone mani'],
    },
  },
];
