/** Toilet paper, kitchen roll, bin bags and printer paper. */

import type { Good } from './good';

export const PAPER: readonly Good[] = [
  {
    id: 'cartanuvola-toilet-paper',
    kind: 'toilet-paper',
    pack: { kind: 'pack', pieces: 24 },
    prices: { EUR: 990, GBP: 869, USD: 1190 },
    title: {
      en: 'Cartanuvola Comfort Toilet Paper, 3-Ply, 24 Rolls – 100 % Recycled, Unbleached Core',
      it: 'Cartanuvola Comfort Carta Igienica, 3 Veli, 24 Rotoli – 100 % Riciclata, Anima Non Sbiancata',
    },
    voice: { en: 'Cartanuvola toilet paper', it: 'carta igienica Cartanuvola' },
    words: {
      en: [
        'toilet paper',
        'toilet roll',
        'toilet rolls',
        'loo roll',
        'cartanuvola',
        'toilet tissue',
        'bathroom tissue',
      ],
      it: ['carta igienica', 'rotoli di carta igienica', 'cartanuvola', 'carta del bagno'],
    },
  },
  {
    id: 'featherlane-toilet-paper',
    kind: 'toilet-paper',
    pack: { kind: 'pack', pieces: 16 },
    prices: { EUR: 890, GBP: 779, USD: 1090 },
    title: {
      en: 'Featherlane Quilted Toilet Tissue – 4-Ply, 16 Rolls, Shea & Cotton Touch',
      it: 'Featherlane Carta Igienica Trapuntata – 4 Veli, 16 Rotoli, Tocco di Karité & Cotone',
    },
    voice: { en: 'Featherlane quilted toilet paper', it: 'carta igienica trapuntata Featherlane' },
    words: {
      en: ['toilet paper', 'quilted toilet paper', 'toilet roll', 'featherlane', 'toilet tissue', 'bathroom tissue'],
      it: ['carta igienica', 'carta igienica trapuntata', 'featherlane', 'carta del bagno'],
    },
  },
  {
    id: 'asciugotto-kitchen-roll',
    kind: 'kitchen-roll',
    pack: { kind: 'pack', pieces: 6 },
    prices: { EUR: 690, GBP: 599, USD: 790 },
    title: {
      en: 'Asciugotto XXL Kitchen Roll – 6 Rolls × 120 Sheets, 2-Ply, Half-Sheet Perforation',
      it: 'Asciugotto XXL Carta da Cucina – 6 Rotoli × 120 Strappi, 2 Veli, Mezzo Strappo',
    },
    voice: { en: 'Asciugotto kitchen roll', american: 'Asciugotto paper towels', it: 'carta da cucina Asciugotto' },
    words: {
      en: ['kitchen roll', 'kitchen rolls', 'paper towels', 'kitchen paper', 'asciugotto'],
      it: ['carta da cucina', 'rotoloni', 'carta assorbente', 'asciugotto', 'rotoli da cucina'],
    },
  },
  {
    id: 'rollwick-kitchen-roll',
    kind: 'kitchen-roll',
    pack: { kind: 'pack', pieces: 4 },
    prices: { EUR: 540, GBP: 469, USD: 620 },
    title: {
      en: 'Rollwick Bamboo Kitchen Towels, 4 Rolls – Tree-Free/Plastic-Free, Strong When Wet',
      it: 'Rollwick Carta da Cucina in Bambù, 4 Rotoli – Senza Alberi/Senza Plastica, Resistente da Bagnata',
    },
    voice: {
      en: 'Rollwick bamboo kitchen roll',
      american: 'Rollwick bamboo paper towels',
      it: 'carta da cucina in bambù Rollwick',
    },
    words: {
      en: ['kitchen roll', 'kitchen towels', 'paper towels', 'bamboo kitchen roll', 'rollwick'],
      it: ['carta da cucina', 'carta assorbente', 'carta in bambù', 'rollwick', 'rotoli da cucina'],
    },
  },
  {
    id: 'saccoforte-bin-bags',
    kind: 'bin-bags',
    pack: { kind: 'roll', pieces: 40 },
    prices: { EUR: 490, GBP: 419, USD: 549 },
    title: {
      en: 'Saccoforte Drawstring Bin Bags "Extra Strong" 30 L – 40 Bags, 80 % Recycled Plastic',
      it: 'Saccoforte Sacchi Spazzatura con Maniglie "Extra Resistenti" 30 L – 40 Sacchi, 80 % Plastica Riciclata',
    },
    voice: { en: 'Saccoforte bin bags', american: 'Saccoforte trash bags', it: 'sacchi spazzatura Saccoforte' },
    words: {
      en: ['bin bags', 'trash bags', 'bin liners', 'garbage bags', 'saccoforte', 'rubbish bags'],
      it: [
        'sacchi della spazzatura',
        'sacchetti della spazzatura',
        'sacchi spazzatura',
        'saccoforte',
        "sacchi dell'immondizia",
      ],
    },
  },
  {
    id: 'binmore-bin-bags',
    kind: 'bin-bags',
    pack: { kind: 'roll', pieces: 52 },
    prices: { EUR: 620, GBP: 529, USD: 689 },
    title: {
      en: 'Binmore Compostable Caddy Liners 10 L, 52 Bags – Certified Home & Industrial Composting',
      it: 'Binmore Sacchetti Compostabili per Umido 10 L, 52 Sacchetti – Compostaggio Domestico & Industriale',
    },
    voice: { en: 'Binmore compostable bags', it: "sacchetti per l'umido Binmore" },
    words: {
      en: ['bin bags', 'compostable bags', 'caddy liners', 'compost bags', 'binmore', 'rubbish bags'],
      it: [
        'sacchi della spazzatura',
        "sacchetti per l'umido",
        'sacchetti compostabili',
        'binmore',
        "sacchi dell'immondizia",
      ],
    },
  },
  {
    id: 'folioro-printer-paper',
    kind: 'printer-paper',
    pack: { kind: 'pack', pieces: 500 },
    prices: { EUR: 590, GBP: 499, USD: 690 },
    title: {
      en: 'Folioro Office A4 Printer Paper 80 g/m² – Ream of 500 Sheets, CIE 161, Laser & Inkjet',
      it: 'Folioro Office Carta per Stampante A4 80 g/m² – Risma da 500 Fogli, CIE 161, Laser & Inkjet',
    },
    voice: { en: 'Folioro printer paper', it: 'carta per stampante Folioro' },
    words: {
      en: ['printer paper', 'copy paper', 'paper', 'a ream of paper', 'folioro', 'printing paper'],
      it: ['carta per stampante', 'carta da stampante', 'risma di carta', 'fogli', 'folioro'],
    },
  },
];
