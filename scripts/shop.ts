/** `npm run shop`: what the shop that is set up can do, and what it says of a language. See `--help`. */

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../lambda/house/config';
import { merchantOf } from '../lambda/house/shop-file';
import { systemsOpener } from '../lambda/house/shops';
import { createGoodsSayer } from '../lambda/language/goods/goods-sayer';
import { asking } from './lines-of';
import { checkShop } from './shop-check';
import { setUpLanguage } from './shop-language';

const HELP = `npm run shop -- language de

Asks what shop/shop.json has to say of a language, checks the answers and writes them.

npm run shop -- check [--shopper E-MAIL] [--buy]

Asks the shop of SHOP in .env for all that shoppers may ask for, and says what works and how long it took. It changes nothing.
  --shopper E-MAIL   somebody's orders, a parcel, a quote and their cart
  --buy              buys one of what they bought last, refunds a cent, gives a coupon of a cent, and cancels that order
`;

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { shopper: { type: 'string' }, buy: { type: 'boolean', default: false }, help: { type: 'boolean' } },
  });
  const [verb, language] = positionals;
  if (verb === 'language' && language && /^[a-z]{2,3}$/.test(language)) return askFor(language);
  const isRight = positionals.length === 1 && positionals[0] === 'check' && !(values.buy && !values.shopper);
  if (values.help || !isRight) {
    process.stdout.write(HELP);
    return values.help ? 0 : 1;
  }
  const { systems, shop, data, locales } = readConfig();
  const merchant = merchantOf(shop);
  const sayGood = createGoodsSayer(locales, shop.corrections);
  const house = { folder: data, merchant, calendar: Date.now, now: Date.now, fetch, fresh: false, sayGood };
  const opened = await systemsOpener(systems)(house);
  // One a language.
  const spoken = [...new Map(shop.alexaLocales.map((locale) => [locale.slice(0, 2), locale])).values()];
  const checking = { opened, locales: spoken, email: values.shopper ?? null, buys: values.buy };
  const isWell = await checkShop({ ...checking, print: (line) => void process.stdout.write(`${line}\n`) });
  await opened.close();
  return isWell ? 0 : 1;
}

async function askFor(language: string): Promise<number> {
  const file = resolve(__dirname, '..', 'shop', 'shop.json');
  return (await setUpLanguage(file, language, asking(process.stdin, process.stdout))) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
