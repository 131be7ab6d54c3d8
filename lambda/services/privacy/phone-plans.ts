/** Whether digits are a telephone number somewhere: by the numbering plans of the countries a shop may be called from. */

import type { CountryCode } from 'libphonenumber-js/min';

type Library = typeof import('libphonenumber-js/min');
type Plan = { readonly country: CountryCode; readonly lengths: ReadonlySet<number>; readonly prefix: string };

/** Where the languages of the house are at home, and their neighbours. A number written with + needs none of them. */
export const COUNTRIES: readonly string[] = 'AT BE BR CA CH CZ DE DK ES FR GB GR IE IT MX NL NO PL PT RO SE US'.split(
  ' ',
);

/** `digits`: as dialled at home, without signs. Countries the library does not know are nobody's default. */
export function isNumberIn(digits: string, countries: readonly string[]): boolean {
  const { isValidPhoneNumber } = library();
  return plansOf(countries).some((plan) => fits(digits, plan) && isValidPhoneNumber(digits, plan.country));
}

/** `digits`: with the country's code, and whatever stood before it left out. */
export function isNumberAbroad(digits: string): boolean {
  return library().isValidPhoneNumber(`+${digits}`);
}

/** ISO 3166-1 alpha-2, of a number written with + and its country's code; null where the code is several countries'. */
export function countryOfPhone(number: string): string | null {
  return library().parsePhoneNumberFromString(number)?.country ?? null;
}

/**
 * In groups, as people of its country write it; null: nobody can have it. Without the country's code it is looked for in
 * these countries, the likeliest first.
 */
export function groupedPhone(number: string, countries: readonly string[]): string | null {
  const abroad = /^(?:\+|00)(\d+)$/.exec(number)?.[1];
  const country = abroad === undefined ? countries.find((one) => isNumberIn(number, [one])) : undefined;
  if (abroad === undefined ? country === undefined : !isNumberAbroad(abroad)) return null;
  const found = library().parsePhoneNumberFromString(
    abroad === undefined ? number : `+${abroad}`,
    country as CountryCode,
  );
  const written = (abroad === undefined ? found?.formatNational() : found?.formatInternational()) ?? '';
  const groups = written.replace(/[^+\d]+/g, ' ').trim();
  const isWhole = groups.replace(/\D/g, '') === (abroad ?? number);
  return isWhole ? groups : (abroad === undefined ? '' : '+') + inThrees(abroad ?? number);
}

/** The last group takes what is left, and is never a single digit. */
function inThrees(digits: string): string {
  return digits.length <= 4 ? digits : `${digits.slice(0, 3)} ${inThrees(digits.slice(3))}`;
}

/** Loaded with the first text that may hold a number: most turns hold none, and a start should be short. */
function library(): Library {
  return require('libphonenumber-js/min') as Library;
}

/** Cheap, and nearly always the end of it. Where people dial a 0 first, digits without it are no whole number. */
function fits(digits: string, { lengths, prefix }: Plan): boolean {
  if (prefix === '') return lengths.has(digits.length);
  return digits.startsWith(prefix) ? lengths.has(digits.length - prefix.length) : isWhole(digits, lengths);
}

/** From nine digits on people leave the 0 out as well. */
function isWhole(digits: string, lengths: ReadonlySet<number>): boolean {
  return digits.length >= 9 && lengths.has(digits.length);
}

const plans = new WeakMap<readonly string[], readonly Plan[]>();

function plansOf(countries: readonly string[]): readonly Plan[] {
  const known = plans.get(countries);
  if (known) return known;
  const { Metadata, isSupportedCountry } = library();
  const made = countries
    .filter((country) => isSupportedCountry(country))
    .map((country): Plan => {
      const metadata = new Metadata();
      metadata.selectNumberingPlan(country);
      // The plan has its national prefix, which the library's types leave out; 0, not '0', where there is none.
      const plan = metadata.numberingPlan as unknown as {
        possibleLengths(): number[];
        nationalPrefix(): string | null;
      };
      return { country, lengths: new Set(plan.possibleLengths()), prefix: plan.nationalPrefix() || '' };
    });
  plans.set(countries, made);
  return made;
}
