/** Coffee, tea and oat drinks. */

import type { Good } from './good';

export const DRINKS: readonly Good[] = [
  {
    id: 'bella-roma-ground',
    kind: 'ground-coffee',
    pack: { kind: 'bag', size: { amount: 250, unit: 'gram' } },
    prices: { EUR: 545, GBP: 479, USD: 599 },
    title: {
      en: 'Bella Roma Espresso Classico Ground Coffee – Medium Roast, 250 g Bag | Arabica Blend for Moka & Filter',
      it: 'Bella Roma Espresso Classico Caffè Macinato – Tostatura Media, Busta da 250 g | Miscela Arabica per Moka & Filtro',
    },
    voice: { en: 'Bella Roma ground coffee', it: 'caffè macinato Bella Roma' },
    words: {
      en: ['coffee', 'ground coffee', 'coffees', 'bella roma', 'filter coffee', 'moka coffee'],
      it: [
        'caffè',
        'caffè macinato',
        'caffè in polvere',
        'bella roma',
        'caffè per la moka',
        'macinato per moka',
        'polvere di caffè',
      ],
    },
  },
  {
    id: 'porto-grigio-ground',
    kind: 'ground-coffee',
    pack: { kind: 'bag', size: { amount: 250, unit: 'gram' } },
    prices: { EUR: 590, GBP: 519, USD: 649 },
    title: {
      en: 'Porto Grigio "Riserva del Molo" Ground Coffee, Dark Roast – 250 g Bag, Arabica/Robusta 60/40',
      it: 'Porto Grigio "Riserva del Molo" Caffè Macinato, Tostatura Scura – Busta 250 g, Arabica/Robusta 60/40',
    },
    voice: { en: 'Porto Grigio dark roast coffee', it: 'caffè Porto Grigio tostatura scura' },
    words: {
      en: ['coffee', 'ground coffee', 'dark roast', 'coffees', 'porto grigio', 'filter coffee', 'moka coffee'],
      it: [
        'caffè',
        'caffè macinato',
        'caffè scuro',
        'porto grigio',
        'caffè per la moka',
        'macinato per moka',
        'polvere di caffè',
      ],
    },
  },
  {
    id: 'monte-lieve-beans',
    kind: 'coffee-beans',
    pack: { kind: 'bag', size: { amount: 1, unit: 'kilogram' } },
    prices: { EUR: 1890, GBP: 1699, USD: 2099 },
    title: {
      en: 'Monte Lieve Crema Gentile Whole Coffee Beans – Slow Roasted, 1 kg | For Bean-to-Cup Machines & Grinders',
      it: 'Monte Lieve Crema Gentile Caffè in Grani – Tostatura Lenta, 1 kg | Per Macchine Automatiche & Macinacaffè',
    },
    voice: { en: 'Monte Lieve coffee beans', it: 'caffè in grani Monte Lieve' },
    words: {
      en: ['coffee', 'coffee beans', 'beans', 'whole bean coffee', 'monte lieve', 'espresso beans'],
      it: ['caffè', 'caffè in grani', 'grani', 'chicchi di caffè', 'monte lieve'],
    },
  },
  {
    id: 'casa-lenta-beans',
    kind: 'coffee-beans',
    pack: { kind: 'bag', size: { amount: 500, unit: 'gram' } },
    prices: { EUR: 1150, GBP: 999, USD: 1249 },
    title: {
      en: 'Casa Lenta Single Origin Coffee Beans, Washed – Notes of Cocoa & Orange – Resealable 500 g Pouch (Pack of 1)',
      it: 'Casa Lenta Caffè in Grani Monorigine Lavato – Note di Cacao & Arancia – Busta Richiudibile 500 g (Conf. da 1)',
    },
    voice: { en: 'Casa Lenta coffee beans', it: 'caffè in grani Casa Lenta' },
    words: {
      en: ['coffee', 'coffee beans', 'beans', 'single origin coffee', 'casa lenta', 'espresso beans'],
      it: ['caffè', 'caffè in grani', 'grani', 'caffè monorigine', 'casa lenta'],
    },
  },
  {
    id: 'nerina-capsules',
    kind: 'coffee-capsules',
    pack: { kind: 'box', pieces: 80 },
    prices: { EUR: 1990, GBP: 1799, USD: 2199 },
    title: {
      en: 'Nerina Intenso Coffee Capsules, Intensity 9/12 – 80 Compostable Pods (8 × 10) for Home Espresso Machines',
      it: 'Nerina Intenso Capsule Caffè, Intensità 9/12 – 80 Capsule Compostabili (8 × 10) per Macchine da Casa',
    },
    voice: { en: 'Nerina coffee capsules', it: 'capsule di caffè Nerina' },
    words: {
      en: [
        'coffee',
        'coffee capsules',
        'capsules',
        'coffee pods',
        'pods',
        'nerina',
        'espresso capsules',
        'espresso pods',
      ],
      it: ['caffè', 'capsule di caffè', 'capsule', 'cialde', 'nerina', 'capsule caffè'],
    },
  },
  {
    id: 'orsetta-capsules',
    kind: 'coffee-capsules',
    pack: { kind: 'box', pieces: 50 },
    prices: { EUR: 1340, GBP: 1199, USD: 1479 },
    title: {
      en: 'Orsetta Dolce Lungo Coffee Capsules – Mild, 50 Aluminium Pods, Taste <4> of 10',
      it: 'Orsetta Dolce Lungo Capsule Caffè – Delicato, 50 Capsule in Alluminio, Gusto <4> su 10',
    },
    voice: { en: 'Orsetta coffee capsules', it: 'capsule di caffè Orsetta' },
    words: {
      en: [
        'coffee',
        'coffee capsules',
        'capsules',
        'coffee pods',
        'pods',
        'orsetta',
        'espresso capsules',
        'espresso pods',
      ],
      it: ['caffè', 'capsule di caffè', 'capsule', 'cialde', 'orsetta', 'capsule caffè'],
    },
  },
  {
    id: 'notturno-decaf',
    kind: 'decaf-coffee',
    pack: { kind: 'bag', size: { amount: 250, unit: 'gram' } },
    prices: { EUR: 620, GBP: 549, USD: 679 },
    title: {
      en: 'Notturno Decaffeinated Ground Coffee – Water Process, <0.1 % Caffeine, 250 g Vacuum Bag',
      it: 'Notturno Caffè Decaffeinato Macinato – Processo ad Acqua, <0,1 % di Caffeina, Busta Sottovuoto 250 g',
    },
    voice: { en: 'Notturno decaf coffee', it: 'caffè decaffeinato Notturno' },
    words: {
      en: ['coffee', 'decaf', 'decaf coffee', 'decaffeinated coffee', 'notturno'],
      it: ['caffè', 'decaffeinato', 'caffè decaffeinato', 'deca', 'notturno', 'caffè deca'],
    },
  },
  {
    id: 'buonaserata-decaf',
    kind: 'decaf-coffee',
    pack: { kind: 'jar', size: { amount: 200, unit: 'gram' } },
    prices: { EUR: 780, GBP: 689, USD: 859 },
    title: {
      en: 'Buonaserata Decaf Instant Coffee Granules, Smooth & Round – 200 g Glass Jar',
      it: 'Buonaserata Caffè Solubile Decaffeinato, Morbido & Rotondo – Barattolo in Vetro da 200 g',
    },
    voice: { en: 'Buonaserata instant decaf', it: 'caffè solubile decaffeinato Buonaserata' },
    words: {
      en: ['coffee', 'decaf', 'instant coffee', 'instant decaf', 'buonaserata', 'decaffeinated coffee'],
      it: ['caffè', 'decaffeinato', 'caffè solubile', 'buonaserata', 'deca', 'caffè deca'],
    },
  },
  {
    id: 'harrowmere-tea',
    kind: 'black-tea',
    pack: { kind: 'box', pieces: 160 },
    prices: { EUR: 790, GBP: 599, USD: 849 },
    title: {
      en: "Harrowmere Gold Everyday Tea Bags – Strong Assam & Kenyan Blend, 160 Bags, Plastic-Free (Builder's Choice)",
      it: 'Harrowmere Gold Tè Nero in Bustine – Miscela Forte Assam & Kenya, 160 Filtri Senza Plastica',
    },
    voice: { en: 'Harrowmere tea bags', it: 'tè nero Harrowmere' },
    words: {
      en: ['tea', 'black tea', 'tea bags', 'tea bag', 'harrowmere', 'everyday tea', 'english breakfast tea'],
      it: ['tè', 'tè nero', 'bustine di tè', 'harrowmere', 'tè in bustine'],
    },
  },
  {
    id: 'tillingford-tea',
    kind: 'black-tea',
    pack: { kind: 'box', pieces: 80 },
    prices: { EUR: 490, GBP: 379, USD: 539 },
    title: {
      en: 'Tillingford & Daughters Breakfast Tea, 80 Round Tea Bags – Bright and Brisk – 250 g Foil Pack in Carton',
      it: 'Tillingford & Daughters Tè da Colazione, 80 Filtri Tondi – Vivace e Deciso – 250 g in Astuccio',
    },
    voice: { en: 'Tillingford breakfast tea', it: 'tè da colazione Tillingford' },
    words: {
      en: ['tea', 'black tea', 'breakfast tea', 'tea bags', 'tillingford', 'everyday tea', 'english breakfast tea'],
      it: ['tè', 'tè nero', 'tè da colazione', 'bustine di tè', 'tillingford', 'tè in bustine'],
    },
  },
  {
    id: 'verdello-green-tea',
    kind: 'green-tea',
    pack: { kind: 'box', pieces: 40 },
    prices: { EUR: 560, GBP: 489, USD: 619 },
    title: {
      en: 'Verdello Sencha Green Tea, Organic – 40 Pyramid Bags, Delicate & Grassy, Brew at <80 °C',
      it: 'Verdello Tè Verde Sencha Biologico – 40 Filtri Piramidali, Delicato & Erbaceo, Infusione <80 °C',
    },
    voice: { en: 'Verdello green tea', it: 'tè verde Verdello' },
    words: {
      en: ['tea', 'green tea', 'green tea bags', 'verdello', 'sencha', 'sencha tea'],
      it: ['tè', 'tè verde', 'bustine di tè verde', 'verdello', 'sencha', 'tè sencha'],
    },
  },
  {
    id: 'havrelund-oat-milk',
    kind: 'oat-milk',
    pack: { kind: 'carton', size: { amount: 1, unit: 'liter' } },
    prices: { EUR: 229, GBP: 189, USD: 279 },
    title: {
      en: 'Havrelund Organic Oat Drink, Unsweetened, Long Life – 1 L Carton – No Added Sugar, Source of Fibre',
      it: "Havrelund Bevanda d'Avena Biologica, Senza Zuccheri Aggiunti, Lunga Conservazione – Cartone 1 L",
    },
    voice: { en: 'Havrelund oat milk', it: "latte d'avena Havrelund" },
    words: {
      en: ['oat milk', 'oat drink', 'milk', 'havrelund'],
      it: ["latte d'avena", "bevanda d'avena", 'latte di avena', 'latte', 'havrelund'],
    },
  },
  {
    id: 'moravell-oat-milk',
    kind: 'oat-milk',
    pack: { kind: 'carton', size: { amount: 1, unit: 'liter' } },
    prices: { EUR: 269, GBP: 219, USD: 319 },
    title: {
      en: 'Moravell "Barista" Oat Drink for Foaming – 1 L – Gluten-Free Oats, 3 % Fat, Calcium + B12',
      it: 'Moravell "Barista" Bevanda d\'Avena da Montare – 1 L – Avena Senza Glutine, 3 % di Grassi, Calcio + B12',
    },
    voice: { en: 'Moravell barista oat milk', it: "latte d'avena barista Moravell" },
    words: {
      en: ['oat milk', 'barista oat milk', 'oat drink', 'milk', 'moravell'],
      it: ["latte d'avena", "latte d'avena barista", "bevanda d'avena", 'latte', 'moravell'],
    },
  },
];
