/** Secrets to plant: what people write by mistake or because they are asked nothing else, in many spellings. */

import examples from 'libphonenumber-js/examples.mobile.json';
import { type CountryCode, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { COUNTRIES } from '../../lambda/services/privacy/phone-plans';

/** 0 to 1, the same for the same seed (a linear congruence of Numerical Recipes). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export type Secrets = ReturnType<typeof createSecrets>;

const ENGLISH = 'zero one two three four five six seven eight nine'.split(' ');
const ITALIAN = 'zero uno due tre quattro cinque sei sette otto nove'.split(' ');
const ABROAD = Object.keys(examples) as CountryCode[];

export function createSecrets(chance: () => number) {
  const upTo = (most: number) => Math.floor(chance() * most);
  const one = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => upTo(10)).join('');
  const word = () => Array.from({ length: 7 }, () => one([...'bcdfghklmnprstvz'])).join('');
  const grouped = (text: string, size: number, gap: string) => text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(gap);

  function email(): string {
    return `${word()}${one(['.', '_', '+', '-', ''])}${word()}@${word()}.${one(['com', 'it', 'co.uk', 'example'])}`;
  }

  /** Another subscriber than the example's, as long as it is still a number there. */
  function phoneIn(country: CountryCode) {
    const example = getExampleNumber(country, examples);
    if (!example) return null;
    const own = example.nationalNumber.slice(0, -4) + digits(4);
    const made = parsePhoneNumberFromString(own, country);
    return made?.isValid() ? made : example;
  }

  /** As it is dialled at home, from the countries the shop may be called from; with its country's code from anywhere. */
  function phone(): string {
    const atHome = chance() < 0.5;
    const number = phoneIn(one(atHome ? (COUNTRIES as readonly CountryCode[]) : ABROAD));
    if (!number) return phone();
    if (!atHome) return one([number.number, number.formatInternational(), `00${number.number.slice(1)}`]);
    const national = number.formatNational();
    const bare = national.replace(/\D/g, '');
    return one([national, bare.length >= 9 ? bare : `call ${bare}`]);
  }

  function card(): string {
    const payload = `${one(['4', '51', '34', '6011'])}${digits(14)}`.slice(0, one([14, 15]));
    const sum = [...payload].reverse().reduce((total, digit, place) => {
      const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
      return total + Math.floor(value / 10) + (value % 10);
    }, 0);
    return grouped(`${payload}${(10 - (sum % 10)) % 10}`, one([4, 19]), one([' ', '-'])) ?? '';
  }

  function iban(): string {
    const [country, rest] = one([
      ['DE', digits(18)],
      ['IT', `X${digits(22)}`],
      ['GB', `NWBK${digits(14)}`],
      ['ES', digits(20)],
    ] as const);
    const number = BigInt([...`${rest}${country}00`].map((letter) => Number.parseInt(letter, 36)).join(''));
    return grouped(`${country}${String(98n - (number % 97n)).padStart(2, '0')}${rest}`, one([4, 40]), ' ') ?? '';
  }

  function spoken(): string {
    const words = one([ENGLISH, ITALIAN]);
    return [...digits(one([9, 10, 16]))].map((digit) => words[Number(digit)]).join(one([' ', ', ']));
  }

  function token(): string {
    return `${one(['Atza|', 'Atzr|', 'demo-'])}${word()}${digits(6)}${word()}`;
  }

  /** One of any kind. */
  return { one, chance, any: () => one([email, phone, phone, card, iban, spoken, token])() };
}

/** How many characters tell a secret from harmless words before it is looked at whole. */
const BEGINNING = 8;

/** Looks for any number of secrets in one pass over a text. */
export function createSearch(secrets: readonly string[]): (text: string) => readonly string[] {
  const byBeginning = new Map<string, Set<string>>();
  for (const secret of secrets.map((value) => value.toLowerCase())) {
    const beginning = secret.slice(0, BEGINNING);
    byBeginning.set(beginning, (byBeginning.get(beginning) ?? new Set()).add(secret));
  }
  return (whole) => {
    const text = whole.toLowerCase();
    return [...text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}+(]/gu)].flatMap(({ index }) => {
      const maybe = byBeginning.get(text.slice(index, index + BEGINNING));
      return maybe ? [...maybe].filter((secret) => text.startsWith(secret, index)) : [];
    });
  };
}
