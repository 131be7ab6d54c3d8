/** Nappies, wipes and vitamins. */

import type { Good } from './good';

export const BABY: readonly Good[] = [
  {
    id: 'pulcinetto-nappies',
    kind: 'nappies',
    pack: { kind: 'pack', pieces: 84 },
    prices: { EUR: 2190, GBP: 1899, USD: 2399 },
    title: {
      en: 'Pulcinetto Soft & Dry Nappies Size 4 (9–14 kg) – Monthly Saver, 84 Nappies, Wetness Indicator',
      it: 'Pulcinetto Soft & Dry Pannolini Taglia 4 (9–14 kg) – Scorta Mensile, 84 Pannolini, Indicatore di Pipì',
    },
    voice: {
      en: 'Pulcinetto nappies size four',
      american: 'Pulcinetto diapers size four',
      it: 'pannolini Pulcinetto taglia quattro',
    },
    words: {
      en: ['nappies', 'nappy', 'diapers', 'diaper', 'size four nappies', 'pulcinetto', 'baby nappies', 'baby diapers'],
      it: ['pannolini', 'pannolino', 'pannolini taglia quattro', 'pulcinetto', 'pannolini per bambini'],
    },
  },
  {
    id: 'snugglebury-nappies',
    kind: 'nappies',
    pack: { kind: 'pack', pieces: 96 },
    prices: { EUR: 2090, GBP: 1799, USD: 2290 },
    title: {
      en: 'Snugglebury Night & Day Nappies, Size 3 / 6–10 kg, 96 Count – Plant-Based Topsheet, 0 % Fragrance',
      it: 'Snugglebury Notte & Giorno Pannolini, Taglia 3 / 6–10 kg, 96 Pezzi – Strato Vegetale, 0 % Profumo',
    },
    voice: {
      en: 'Snugglebury nappies size three',
      american: 'Snugglebury diapers size three',
      it: 'pannolini Snugglebury taglia tre',
    },
    words: {
      en: [
        'nappies',
        'nappy',
        'diapers',
        'diaper',
        'size three nappies',
        'snugglebury',
        'baby nappies',
        'baby diapers',
      ],
      it: ['pannolini', 'pannolino', 'pannolini taglia tre', 'snugglebury', 'pannolini per bambini'],
    },
  },
  {
    id: 'morbidella-wipes',
    kind: 'baby-wipes',
    pack: { kind: 'box', pieces: 720 },
    prices: { EUR: 1290, GBP: 1099, USD: 1390 },
    title: {
      en: 'Morbidella Sensitive Baby Wipes – 99 % Water, 12 × 60 (720 Wipes), Plastic-Free Viscose',
      it: 'Morbidella Salviettine Sensitive – 99 % Acqua, 12 × 60 (720 Salviette), Viscosa Senza Plastica',
    },
    voice: { en: 'Morbidella baby wipes', it: 'salviettine Morbidella' },
    words: {
      en: ['wipes', 'baby wipes', 'wet wipes', 'morbidella', 'wipes for the baby'],
      it: [
        'salviette',
        'salviettine',
        'salviette umidificate',
        'morbidella',
        'salviettine per bambini',
        'salviettine umidificate',
      ],
    },
  },
  {
    id: 'dewleaf-wipes',
    kind: 'baby-wipes',
    pack: { kind: 'box', pieces: 540 },
    prices: { EUR: 1090, GBP: 929, USD: 1190 },
    title: {
      en: 'Dewleaf Baby Wipes with Aloe, Fragrance-Free, 9 Packs / 540 Wipes',
      it: "Dewleaf Salviettine per Bebè all'Aloe, Senza Profumo, 9 Pacchi / 540 Salviette",
    },
    voice: { en: 'Dewleaf aloe wipes', it: "salviettine Dewleaf all'aloe" },
    words: {
      en: ['wipes', 'baby wipes', 'aloe wipes', 'wet wipes', 'dewleaf', 'wipes for the baby'],
      it: [
        'salviette',
        'salviettine',
        "salviettine all'aloe",
        'dewleaf',
        'salviettine per bambini',
        'salviettine umidificate',
      ],
    },
  },
  {
    id: 'vitalora-multivitamin',
    kind: 'multivitamins',
    pack: { kind: 'jar', pieces: 120 },
    prices: { EUR: 1690, GBP: 1490, USD: 1890 },
    title: {
      en: 'Vitalora Daily Multivitamin & Minerals A–Z, 120 Tablets (4 Months), Vegan',
      it: 'Vitalora Multivitaminico & Minerali A–Z Quotidiano, 120 Compresse (4 Mesi), Vegano',
    },
    voice: { en: 'Vitalora multivitamins', it: 'multivitaminico Vitalora' },
    words: {
      en: ['vitamins', 'multivitamins', 'multivitamin', 'vitalora', 'multivitamin tablets', 'vitamin tablets'],
      it: ['vitamine', 'multivitaminico', 'multivitaminici', 'vitalora', 'integratore multivitaminico'],
    },
  },
  {
    id: 'solevita-vitamin-d',
    kind: 'vitamin-d',
    pack: { kind: 'bottle', size: { amount: 30, unit: 'milliliter' } },
    prices: { EUR: 990, GBP: 869, USD: 1090 },
    stock: 3,
    title: {
      en: 'Solevita Vitamin D3 Drops 1000 IU in MCT Oil – 30 ml Dropper Bottle, Unflavoured',
      it: 'Solevita Vitamina D3 in Gocce 1000 UI in Olio MCT – Flacone Contagocce 30 ml, Senza Aromi',
    },
    voice: { en: 'Solevita vitamin D drops', it: 'vitamina D in gocce Solevita' },
    words: {
      en: ['vitamins', 'vitamin d', 'vitamin d drops', 'solevita', 'vitamin d three'],
      it: ['vitamine', 'vitamina d', 'gocce di vitamina d', 'solevita', 'vitamina d tre'],
    },
  },
];
