/** Countries by three letters, as some platforms write them. */

const THREE: Readonly<Record<string, string>> = {
  ...{ AE: 'ARE', AR: 'ARG', AT: 'AUT', AU: 'AUS', BE: 'BEL', BG: 'BGR', BO: 'BOL', BR: 'BRA', CA: 'CAN', CH: 'CHE' },
  ...{ CL: 'CHL', CO: 'COL', CR: 'CRI', CY: 'CYP', CZ: 'CZE', DE: 'DEU', DK: 'DNK', DO: 'DOM', EC: 'ECU', EE: 'EST' },
  ...{ ES: 'ESP', FI: 'FIN', FR: 'FRA', GB: 'GBR', GR: 'GRC', GT: 'GTM', HN: 'HND', HR: 'HRV', HU: 'HUN', IE: 'IRL' },
  ...{ IL: 'ISR', IN: 'IND', IS: 'ISL', IT: 'ITA', JP: 'JPN', KR: 'KOR', KW: 'KWT', LT: 'LTU', LU: 'LUX', LV: 'LVA' },
  ...{ MT: 'MLT', MX: 'MEX', NI: 'NIC', NL: 'NLD', NO: 'NOR', NZ: 'NZL', PA: 'PAN', PE: 'PER', PH: 'PHL', PL: 'POL' },
  ...{ PT: 'PRT', PY: 'PRY', RO: 'ROU', SA: 'SAU', SE: 'SWE', SG: 'SGP', SI: 'SVN', SK: 'SVK', SM: 'SMR', SV: 'SLV' },
  ...{ TR: 'TUR', UA: 'UKR', US: 'USA', UY: 'URY', VA: 'VAT', VE: 'VEN', VN: 'VNM', ZA: 'ZAF' },
};
const TWO = new Map(Object.entries(THREE).map(([two, three]) => [three, two]));

/** ISO 3166-1 alpha-3 of alpha-2; null: it is none we know. */
export function threeLetters(two: string): string | null {
  return Object.hasOwn(THREE, two) ? (THREE[two] ?? null) : null;
}

/** ISO 3166-1 alpha-2 of alpha-3; null: it is none we know. */
export function twoLetters(three: string): string | null {
  return TWO.get(three) ?? null;
}

/** A postal code in the capital of each: what delivery costs there stands for what it costs in the country. */
const CAPITALS: Readonly<Record<string, string>> = {
  ...{ AR: 'C1001AAA', AT: '1010', AU: '2600', BE: '1000', BG: '1000', BR: '70040-010', CA: 'K1A 0A9', CH: '3011' },
  ...{ CL: '8320000', CO: '110111', CY: '1010', CZ: '110 00', DE: '10115', DK: '1050', EC: '170401', EE: '10111' },
  ...{ ES: '28001', FI: '00100', FR: '75001', GB: 'SW1A 1AA', GR: '104 31', HR: '10000', HU: '1011', IE: 'D01 F5P2' },
  ...{ IN: '110001', IS: '101', IT: '00184', JP: '100-0001', LT: '01100', LU: '1111', LV: 'LV-1050', MT: 'VLT 1111' },
  ...{ MX: '06000', NL: '1011 AB', NO: '0150', NZ: '6011', PE: '15001', PL: '00-001', PT: '1100-148', RO: '010011' },
  ...{ SE: '111 20', SI: '1000', SK: '811 01', SM: '47890', TR: '06100', US: '20001', UY: '11000', VA: '00120' },
  ZA: '0002',
};

/** `country`: ISO 3166-1 alpha-2; null: it is none we know. */
export function capitalCode(country: string): string | null {
  return Object.hasOwn(CAPITALS, country) ? (CAPITALS[country] ?? null) : null;
}
