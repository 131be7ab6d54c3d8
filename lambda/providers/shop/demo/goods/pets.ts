/** Food, litter and treats for dogs, cats and fish. */

import type { Good } from './good';

export const PETS: readonly Good[] = [
  {
    id: 'brontolino-dog-food',
    kind: 'dry-dog-food',
    pack: { kind: 'bag', size: { amount: 4, unit: 'kilogram' } },
    prices: { EUR: 1800, GBP: 1599, USD: 1999 },
    title: {
      en: 'Brontolino Adult Dry Dog Food – Chicken & Rice, Medium Breeds, 4 kg Bag | No Added Colours',
      it: 'Brontolino Adult Crocchette per Cani – Pollo & Riso, Taglia Media, Sacco da 4 kg | Senza Coloranti Aggiunti',
    },
    voice: { en: 'Brontolino dog food', it: 'crocchette per cani Brontolino' },
    words: {
      en: ['pet food', 'dog food', 'dry dog food', 'kibble', 'brontolino', 'dog kibble'],
      it: [
        'cibo per animali',
        'cibo per cani',
        'crocchette per cani',
        'crocchette',
        'brontolino',
        'cibo secco per cani',
      ],
    },
  },
  {
    id: 'fenmoor-dog-food',
    kind: 'dry-dog-food',
    pack: { kind: 'bag', size: { amount: 12, unit: 'kilogram' } },
    prices: { EUR: 4290, GBP: 3790, USD: 4690 },
    title: {
      en: 'Fenmoor Field & Fell Complete Dry Dog Food, Lamb with Barley, Grain 35 %, Working Dogs – 12 kg Sack',
      it: 'Fenmoor Field & Fell Alimento Secco Completo per Cani, Agnello con Orzo, Cani Attivi – Sacco 12 kg',
    },
    voice: { en: 'Fenmoor lamb dog food', it: "cibo per cani Fenmoor all'agnello" },
    words: {
      en: ['pet food', 'dog food', 'dry dog food', 'kibble', 'fenmoor', 'dog kibble'],
      it: ['cibo per animali', 'cibo per cani', 'crocchette per cani', 'crocchette', 'fenmoor', 'cibo secco per cani'],
    },
  },
  {
    id: 'pawbridge-dog-food',
    kind: 'wet-dog-food',
    pack: { kind: 'box', pieces: 24 },
    prices: { EUR: 2690, GBP: 2390, USD: 2990 },
    title: {
      en: 'Pawbridge Wet Dog Food Cans in Gravy – Beef/Turkey/Duck Selection, 24 × 400 g (9.6 kg)',
      it: 'Pawbridge Umido per Cani in Salsa – Selezione Manzo/Tacchino/Anatra, 24 × 400 g (9,6 kg)',
    },
    voice: { en: 'Pawbridge wet dog food', it: 'umido per cani Pawbridge' },
    words: {
      en: ['pet food', 'dog food', 'wet dog food', 'dog food cans', 'pawbridge', 'canned dog food', 'tinned dog food'],
      it: ['cibo per animali', 'cibo per cani', 'umido per cani', 'scatolette per cani', 'pawbridge'],
    },
  },
  {
    id: 'mirtilla-cat-food',
    kind: 'dry-cat-food',
    pack: { kind: 'bag', size: { amount: 3, unit: 'kilogram' } },
    prices: { EUR: 1450, GBP: 1290, USD: 1590 },
    title: {
      en: 'Mirtilla Indoor Cat Dry Food – Salmon & Cranberry, Sterilised Adult, 3 kg Resealable Bag',
      it: 'Mirtilla Indoor Crocchette per Gatti – Salmone & Mirtillo Rosso, Adulti Sterilizzati, Sacchetto 3 kg',
    },
    voice: { en: 'Mirtilla cat food', it: 'crocchette per gatti Mirtilla' },
    words: {
      en: ['pet food', 'cat food', 'dry cat food', 'cat biscuits', 'mirtilla', 'cat kibble'],
      it: ['cibo per animali', 'cibo per gatti', 'crocchette per gatti', 'crocchette', 'mirtilla'],
    },
  },
  {
    id: 'whiskerley-cat-food',
    kind: 'wet-cat-food',
    pack: { kind: 'box', pieces: 48 },
    prices: { EUR: 2250, GBP: 1999, USD: 2490 },
    title: {
      en: "Whiskerley Cat Food Pouches in Jelly – Fishermen's & Farmers' Mix, 48 × 85 g, Adult 1+",
      it: 'Whiskerley Bustine per Gatti in Gelatina – Mix di Mare & di Fattoria, 48 × 85 g, Adulti 1+',
    },
    voice: { en: 'Whiskerley cat food pouches', it: 'bustine per gatti Whiskerley' },
    words: {
      en: ['pet food', 'cat food', 'wet cat food', 'cat food pouches', 'whiskerley', 'cat pouches'],
      it: [
        'cibo per animali',
        'cibo per gatti',
        'umido per gatti',
        'bustine per gatti',
        'whiskerley',
        'scatolette per gatti',
      ],
    },
  },
  {
    id: 'nuvoletta-cat-litter',
    kind: 'cat-litter',
    pack: { kind: 'bag', size: { amount: 10, unit: 'liter' } },
    prices: { EUR: 890, GBP: 790, USD: 990 },
    title: {
      en: 'Nuvoletta Clumping Cat Litter, Natural Clay, Unscented – 10 L (≈ 8 kg) – 99 % Dust-Free',
      it: 'Nuvoletta Lettiera Agglomerante per Gatti, Argilla Naturale, Senza Profumo – 10 L (≈ 8 kg)',
    },
    voice: { en: 'Nuvoletta cat litter', it: 'lettiera per gatti Nuvoletta' },
    words: {
      en: ['cat litter', 'litter', 'kitty litter', 'nuvoletta'],
      it: ['lettiera', 'lettiera per gatti', 'sabbia per gatti', 'sabbietta', 'nuvoletta'],
    },
  },
  {
    id: 'sandrift-cat-litter',
    kind: 'cat-litter',
    pack: { kind: 'bag', size: { amount: 20, unit: 'liter' } },
    prices: { EUR: 1590, GBP: 1390, USD: 1790 },
    title: {
      en: 'Sandrift Wood Pellet Cat Litter – Non-Clumping, Compostable, 20 L Paper Sack',
      it: 'Sandrift Lettiera in Pellet di Legno – Non Agglomerante, Compostabile, Sacco di Carta 20 L',
    },
    voice: { en: 'Sandrift wood cat litter', it: 'lettiera in legno Sandrift' },
    words: {
      en: ['cat litter', 'wood litter', 'litter', 'kitty litter', 'sandrift'],
      it: ['lettiera', 'lettiera in legno', 'lettiera per gatti', 'pellet per gatti', 'sandrift'],
    },
  },
  {
    id: 'codalunga-dog-treats',
    kind: 'dog-treats',
    pack: { kind: 'pack', pieces: 28 },
    prices: { EUR: 690, GBP: 599, USD: 749 },
    title: {
      en: 'Codalunga Daily Dental Sticks for Dogs 10–25 kg – 28 Chews (4 Weeks), "Fresh Breath" with Mint',
      it: 'Codalunga Bastoncini Dentali per Cani 10–25 kg – 28 Pezzi (4 Settimane), "Alito Fresco" alla Menta',
    },
    voice: { en: 'Codalunga dental dog treats', it: 'bastoncini dentali Codalunga' },
    words: {
      en: ['treats', 'dog treats', 'pet treats', 'dental sticks', 'codalunga', 'dog chews'],
      it: ['snack', 'snack per cani', 'bastoncini dentali', 'premi per cani', 'codalunga', 'premietti per il cane'],
    },
  },
  {
    id: 'micelina-cat-treats',
    kind: 'cat-treats',
    pack: { kind: 'tub', size: { amount: 200, unit: 'gram' } },
    prices: { EUR: 520, GBP: 449, USD: 569 },
    title: {
      en: 'Micelina Crunchy Cat Treats, Cheese & Malt – <2 kcal per Piece – 200 g Tub',
      it: 'Micelina Snack Croccanti per Gatti, Formaggio & Malto – <2 kcal al Pezzo – Barattolo 200 g',
    },
    voice: { en: 'Micelina cat treats', it: 'snack per gatti Micelina' },
    words: {
      en: ['treats', 'cat treats', 'pet treats', 'micelina'],
      it: ['snack', 'snack per gatti', 'premi per gatti', 'micelina'],
    },
  },
  {
    id: 'guppari-fish-food',
    kind: 'fish-food',
    pack: { kind: 'tub', size: { amount: 100, unit: 'gram' } },
    prices: { EUR: 760, GBP: 669, USD: 829 },
    stock: 0,
    title: {
      en: 'Guppari Flake Food for Community Aquarium Fish – Colour & Vitality, 100 g Tub',
      it: "Guppari Mangime in Fiocchi per Pesci d'Acquario – Colore & Vitalità, Barattolo 100 g",
    },
    voice: { en: 'Guppari fish food', it: 'mangime per pesci Guppari' },
    words: {
      en: ['fish food', 'fish flakes', 'flakes', 'guppari', 'food for the fish'],
      it: ['mangime', 'mangime per pesci', 'cibo per pesci', 'guppari'],
    },
  },
];
