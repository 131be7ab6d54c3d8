/** Where a guest is taken to live who names no country: told by locale, or by language where that is only written. */

import { languageOf } from '../../vocabulary/locales';
import type { Merchant } from './merchant';

export function homeCountryIn({ homeCountry }: Pick<Merchant, 'homeCountry'>, locale: string): string | undefined {
  return homeCountry[locale] ?? homeCountry[languageOf(locale)];
}
