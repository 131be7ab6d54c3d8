/** Water filters, olive oil, pasta and rice. */

import type { Good } from './good';

export const PANTRY: readonly Good[] = [
  {
    id: 'filtraqua-filters',
    kind: 'water-filters',
    pack: { kind: 'pack', pieces: 6 },
    prices: { EUR: 2490, GBP: 2190, USD: 2690 },
    title: {
      en: 'Filtraqua Universal Water Filter Cartridges – 6-Pack (6 × 30 Days), Reduces Limescale & Chlorine',
      it: 'Filtraqua Cartucce Universali per Caraffa Filtrante – 6 Pezzi (6 × 30 Giorni), Riduce Calcare & Cloro',
    },
    voice: { en: 'Filtraqua water filters', it: "filtri per l'acqua Filtraqua" },
    words: {
      en: ['water filters', 'water filter', 'filters', 'filter cartridges', 'filtraqua'],
      it: ["filtri per l'acqua", "filtri dell'acqua", 'filtri', 'cartucce filtranti', 'filtraqua'],
    },
  },
  {
    id: 'purello-filters',
    kind: 'water-filters',
    pack: { kind: 'pack', pieces: 3 },
    prices: { EUR: 1390, GBP: 1190, USD: 1490 },
    title: {
      en: 'Purello Jug Filter Refills, Pack of 3 – Magnesium, <50 ppb Lead, Fits Round Jugs',
      it: 'Purello Ricariche per Caraffa, Confezione da 3 – Magnesio, <50 ppb Piombo, per Caraffe Tonde',
    },
    voice: { en: 'Purello water filters', it: "filtri per l'acqua Purello" },
    words: {
      en: ['water filters', 'water filter', 'filters', 'jug filters', 'purello'],
      it: ["filtri per l'acqua", "filtri dell'acqua", 'filtri', 'filtri per caraffa', 'purello'],
    },
  },
  {
    id: 'colle-sereno-olive-oil',
    kind: 'olive-oil',
    pack: { kind: 'bottle', size: { amount: 750, unit: 'milliliter' } },
    prices: { EUR: 1240, GBP: 1090, USD: 1390 },
    formerly: { daysAgo: 10, prices: { EUR: 1090, GBP: 949, USD: 1190 } },
    title: {
      en: 'Colle Sereno Extra Virgin Olive Oil – Cold Extracted, 750 ml Dark Glass, Fruity & Peppery',
      it: "Colle Sereno Olio Extra Vergine d'Oliva – Estratto a Freddo, 750 ml in Vetro Scuro, Fruttato & Piccante",
    },
    voice: { en: 'Colle Sereno olive oil', it: "olio d'oliva Colle Sereno" },
    words: {
      en: ['oil', 'olive oil', 'extra virgin olive oil', 'colle sereno'],
      it: ['olio', "olio d'oliva", 'olio extravergine', 'olio di oliva', 'colle sereno', 'olio extra vergine'],
    },
  },
  {
    id: 'oliveto-basso-olive-oil',
    kind: 'olive-oil',
    pack: { kind: 'can', size: { amount: 3, unit: 'liter' } },
    prices: { EUR: 3790, GBP: 3390, USD: 4190 },
    title: {
      en: 'Oliveto Basso Extra Virgin Olive Oil, Everyday – 3 L Tin with Pourer, Best for Cooking/Frying',
      it: "Oliveto Basso Olio Extra Vergine d'Oliva, Ogni Giorno – Latta 3 L con Beccuccio, per Cucinare/Friggere",
    },
    voice: { en: 'Oliveto Basso olive oil', it: "olio d'oliva Oliveto Basso" },
    words: {
      en: ['oil', 'olive oil', 'cooking oil', 'oliveto basso', 'extra virgin olive oil'],
      it: [
        'olio',
        "olio d'oliva",
        'olio in latta',
        'olio di oliva',
        'oliveto basso',
        'olio extravergine',
        'olio extra vergine',
      ],
    },
  },
  {
    id: 'marzola-pasta',
    kind: 'pasta',
    pack: { kind: 'pack', size: { amount: 500, unit: 'gram' } },
    prices: { EUR: 190, GBP: 169, USD: 229 },
    title: {
      en: 'Marzola Fusilli n° 34 – Bronze-Drawn Durum Wheat Pasta, 500 g, Cooks in 9 min',
      it: 'Marzola Fusilli n° 34 – Pasta di Semola di Grano Duro Trafilata al Bronzo, 500 g, Cottura 9 min',
    },
    voice: { en: 'Marzola fusilli', it: 'fusilli Marzola' },
    words: { en: ['pasta', 'fusilli', 'marzola'], it: ['pasta', 'fusilli', 'marzola'] },
  },
  {
    id: 'granduro-pasta',
    kind: 'pasta',
    pack: { kind: 'pack', size: { amount: 1, unit: 'kilogram' } },
    prices: { EUR: 260, GBP: 229, USD: 299 },
    title: {
      en: 'Granduro Spaghetti, Wholewheat "Integrale" – 1 kg Family Pack, High Fibre >7 g/100 g',
      it: 'Granduro Spaghetti Integrali – Formato Famiglia 1 kg, Ricchi di Fibre >7 g/100 g',
    },
    voice: { en: 'Granduro wholewheat spaghetti', it: 'spaghetti integrali Granduro' },
    words: {
      en: ['pasta', 'spaghetti', 'wholewheat spaghetti', 'granduro', 'whole wheat pasta'],
      it: ['pasta', 'spaghetti', 'spaghetti integrali', 'granduro', 'pasta integrale'],
    },
  },
  {
    id: 'risaia-rice',
    kind: 'rice',
    pack: { kind: 'box', size: { amount: 1, unit: 'kilogram' } },
    prices: { EUR: 420, GBP: 369, USD: 479 },
    title: {
      en: 'Risaia Azzurra Carnaroli Rice – Aged 12 Months, 1 kg Box, the Cook’s Choice for Risotto',
      it: 'Risaia Azzurra Riso Carnaroli – Invecchiato 12 Mesi, Scatola 1 kg, Ideale per Risotti',
    },
    voice: { en: 'Risaia Azzurra risotto rice', it: 'riso Carnaroli Risaia Azzurra' },
    words: {
      en: ['rice', 'risotto rice', 'carnaroli rice', 'risaia azzurra', 'carnaroli'],
      it: ['riso', 'riso carnaroli', 'riso per risotti', 'risaia azzurra', 'carnaroli'],
    },
  },
  {
    id: 'padimoor-rice',
    kind: 'rice',
    pack: { kind: 'bag', size: { amount: 5, unit: 'kilogram' } },
    prices: { EUR: 1390, GBP: 1190, USD: 1490 },
    title: {
      en: 'Padimoor Fragrant Basmati Rice – Extra-Long Grain, 5 kg Cotton Sack with Zip',
      it: 'Padimoor Riso Basmati Profumato – Chicco Extra Lungo, Sacco in Cotone con Zip da 5 kg',
    },
    voice: { en: 'Padimoor basmati rice', it: 'riso basmati Padimoor' },
    words: {
      en: ['rice', 'basmati rice', 'basmati', 'padimoor'],
      it: ['riso', 'riso basmati', 'basmati', 'padimoor'],
    },
  },
];
