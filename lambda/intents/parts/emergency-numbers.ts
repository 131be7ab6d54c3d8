/** The one number that reaches every emergency service of a country, where there is one. */

/** ISO 3166-1 alpha-2, by number. A country with a number for each service is not here: a wrong one would cost time. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  // The European Union, and those around it that answer the same number.
  '112': [
    ...['AT', 'BE', 'BG', 'HR', 'CY', 'CZ', 'DK', 'EE', 'FI', 'FR', 'DE', 'GR', 'HU', 'IE', 'IT', 'LV', 'LT', 'LU'],
    ...[
      'MT',
      'NL',
      'PL',
      'PT',
      'RO',
      'SK',
      'SI',
      'ES',
      'SE',
      'NO',
      'IS',
      'LI',
      'CH',
      'TR',
      'UA',
      'MC',
      'SM',
      'VA',
      'IN',
    ],
  ],
  '911': ['US', 'CA', 'MX', 'PR', 'PH', 'AR', 'UY', 'EC', 'CR', 'PA', 'DO'],
  '999': ['GB', 'HK', 'MY'],
  '000': ['AU'],
  '111': ['NZ'],
};

/** null: none is known, and none is named. */
export function emergencyNumber(country: string | null): string | null {
  const found = Object.entries(COUNTRIES).find(([, countries]) => country !== null && countries.includes(country));
  return found?.[0] ?? null;
}
