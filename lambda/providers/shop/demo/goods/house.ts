/** Batteries, light bulbs and printer ink. */

import type { Good } from './good';

export const HOUSE: readonly Good[] = [
  {
    id: 'voltaro-aa',
    kind: 'aa-batteries',
    pack: { kind: 'pack', pieces: 24 },
    prices: { EUR: 1190, GBP: 990, USD: 1290 },
    title: {
      en: 'Voltaro Ultra Alkaline AA Batteries LR6 / 1.5 V – Pack of 24, 10-Year Shelf Life',
      it: 'Voltaro Ultra Pile Stilo AA Alcaline LR6 / 1,5 V – Confezione da 24, Durata a Scaffale 10 Anni',
    },
    voice: { en: 'Voltaro double A batteries', it: 'pile stilo Voltaro' },
    words: {
      en: ['batteries', 'double a batteries', 'battery', 'voltaro', 'aa batteries'],
      it: ['batterie', 'pile', 'pile stilo', 'batteria', 'voltaro', 'batterie stilo'],
    },
  },
  {
    id: 'sparkfield-aa',
    kind: 'rechargeable-batteries',
    pack: { kind: 'pack', pieces: 8 },
    prices: { EUR: 1990, GBP: 1790, USD: 2190 },
    title: {
      en: 'Sparkfield Rechargeable AA Batteries 2500 mAh NiMH – Set of 8 with Case, Pre-Charged, 500+ Cycles',
      it: 'Sparkfield Pile AA Ricaricabili 2500 mAh NiMH – Set da 8 con Custodia, Precaricate, 500+ Cicli',
    },
    voice: { en: 'Sparkfield rechargeable batteries', it: 'pile ricaricabili Sparkfield' },
    words: {
      en: ['batteries', 'rechargeable batteries', 'double a batteries', 'sparkfield', 'aa batteries'],
      it: ['batterie', 'pile', 'pile ricaricabili', 'batterie ricaricabili', 'sparkfield', 'batterie stilo'],
    },
  },
  {
    id: 'lucciola-bulbs',
    kind: 'light-bulbs',
    pack: { kind: 'box', pieces: 4 },
    prices: { EUR: 990, GBP: 849, USD: 1090 },
    title: {
      en: 'Lucciola LED Light Bulbs E27 – 8.5 W (≈ 75 W), Warm White 2700 K, 1055 lm – Box of 4',
      it: 'Lucciola Lampadine LED E27 – 8,5 W (≈ 75 W), Luce Calda 2700 K, 1055 lm – Scatola da 4',
    },
    voice: { en: 'Lucciola light bulbs', it: 'lampadine Lucciola' },
    words: {
      en: ['light bulbs', 'light bulb', 'bulbs', 'lucciola', 'led bulbs'],
      it: ['lampadine', 'lampadina', 'lampadine a led', 'lucciola', 'lampadine led'],
    },
  },
  {
    id: 'glowhurst-bulbs',
    kind: 'light-bulbs',
    pack: { kind: 'box', pieces: 2 },
    prices: { EUR: 790, GBP: 679, USD: 890 },
    title: {
      en: 'Glowhurst Dimmable Filament LED Bulb E14 "Candle" – 4 W/470 lm, 2-Pack, Flicker <1 %',
      it: 'Glowhurst Lampadina LED a Filamento E14 "Candela" Dimmerabile – 4 W/470 lm, 2 Pezzi, Sfarfallio <1 %',
    },
    voice: { en: 'Glowhurst candle bulbs', it: 'lampadine a candela Glowhurst' },
    words: {
      en: ['light bulbs', 'candle bulbs', 'bulbs', 'glowhurst', 'led bulbs'],
      it: ['lampadine', 'lampadine a candela', 'lampadina', 'glowhurst', 'lampadine led'],
    },
  },
  {
    id: 'inchiostrella-ink',
    kind: 'printer-ink',
    pack: { kind: 'pack', pieces: 4 },
    prices: { EUR: 2990, GBP: 2590, USD: 3290 },
    title: {
      en: 'Inchiostrella 27XL Ink Cartridges – 4-Pack: Black/Cyan/Magenta/Yellow, up to 1 100 Pages',
      it: "Inchiostrella 27XL Cartucce d'Inchiostro – 4 Pezzi: Nero/Ciano/Magenta/Giallo, fino a 1 100 Pagine",
    },
    voice: { en: 'Inchiostrella printer ink', it: 'cartucce per stampante Inchiostrella' },
    words: {
      en: ['ink', 'printer ink', 'ink cartridges', 'cartridges', 'inchiostrella'],
      it: ['inchiostro', 'cartucce', 'cartucce per stampante', 'inchiostrella'],
    },
  },
];
