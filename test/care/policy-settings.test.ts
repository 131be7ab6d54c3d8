/** What is wrong in shop/policy.json is named: the file, the field, and what would be right. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicy, readPolicy } from '../../lambda/house/policy-file';
import { ConfigError } from '../../lambda/house/problems';
import { readShopFile } from '../../lambda/house/shop-file';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });
const LIMITS = { perOrder: [EUR(4000)], perShopperAMonth: [EUR(8000)] };

/** Written, and the words about it. */
const WRONG: readonly (readonly [unknown, string])[] = [
  [[], 'write an object, like { … }'],
  [{ coupons: {} }, 'there is no setting "coupons"; is it "coupon"?'],
  [{ cancel: 2 }, 'cancel: write an object, like { … }'],
  [{ cancel: { undoMinute: 2 } }, 'cancel: there is no setting "undoMinute"; is it "undoMinutes"?'],
  [{ cancel: { undoMinutes: 0 } }, 'cancel.undoMinutes: write at least 1'],
  [{ cancel: { undoMinutes: 61 } }, 'cancel.undoMinutes: write at most 60'],
  [{ cancel: { undoMinutes: 1.5 } }, 'cancel.undoMinutes: write a whole number'],
  [{ return: { days: 0 } }, 'return.days: write more than 0'],
  [{ return: { days: '30' } }, 'return.days: write a number'],
  [{ return: { days: null } }, 'return.days: write a number'],
  [{ report: 3 }, 'report: write an object, like { … }'],
  [{ report: { days: { damaged: -1 } } }, 'report.days.damaged: write more than 0'],
  [{ report: { days: { broken: 3 } } }, 'report.days: there is no setting "broken"'],
  [{ bot: { perorder: [] } }, 'bot: there is no setting "perorder"; is it "perOrder"?'],
  [{ bot: { perOrder: EUR(1) } }, 'bot.perOrder: write a list, like [ … ]'],
  [{ bot: { ...LIMITS, perOrder: [EUR(10.5)] } }, 'bot.perOrder.0.minor: write a whole number'],
  [{ bot: { ...LIMITS, perOrder: [EUR(0)] } }, 'bot.perOrder.0.minor: write more than 0'],
  [
    { bot: { ...LIMITS, perOrder: [{ minor: 1, currency: 'euro' }] } },
    'bot.perOrder.0.currency: write a currency, like EUR',
  ],
  [{ bot: { ...LIMITS, perOrder: [{ minor: 1 }] } }, 'bot.perOrder.0.currency: is missing; write a text'],
  [{ bot: { ...LIMITS, perOrder: [{ ...EUR(1), max: 3 }] } }, 'bot.perOrder.0: there is no setting "max"'],
  [{ bot: { ...LIMITS, perOrder: [EUR(1), EUR(2)] } }, 'bot.perOrder: list each currency once'],
  [{ bot: { perOrder: [EUR(1)] } }, 'bot.perShopperAMonth: list a limit in EUR, too'],
  [{ agent: { perShopperAMonth: [EUR(1)] } }, 'agent.perOrder: list a limit in EUR, too'],
  [{ agent: { perShopperAMonth: 3 } }, 'agent.perShopperAMonth: write a list, like [ … ]'],
  [{ offers: { torn: ['resend'] } }, 'offers: there is no setting "torn"'],
  [{ offers: { late: 'wait' } }, 'offers.late: write a list, like [ … ]'],
  [{ offers: { damaged: ['voucher'] } }, 'offers.damaged.0: write resend, refund, return or wait'],
  [{ offers: { damaged: ['resend', 'resend'] } }, 'offers.damaged: list each remedy once'],
  [
    { offers: { damaged: ['resend', 'refund', 'return'] } },
    'offers.damaged: list at most two: more cannot be kept in mind by ear',
  ],
  [{ coupon: { after: ['torn'] } }, 'coupon.after.0: write damaged, defective, spoiled, missing, wrong, late or lost'],
  [{ bot: LIMITS, coupon: { after: ['lost', 'lost'], worth: [EUR(5)] } }, 'coupon.after: list each trouble once'],
  [{ coupon: { after: ['lost'] } }, 'coupon.worth: list what a coupon is worth, as "after" says when one is given'],
  [
    { bot: LIMITS, coupon: { after: ['lost'], worth: [EUR(4001)] } },
    'coupon.worth: is more than bot.perOrder lets the bot give in EUR',
  ],
  [{ coupon: { worth: [EUR(5), EUR(6)] } }, 'coupon.worth: list each currency once'],
  [{ coupon: { days: 0 } }, 'coupon.days: write more than 0'],
];

const folder = mkdtempSync(join(tmpdir(), 'earshot-policy-'));
const file = join(folder, 'policy.json');
afterAll(() => rmSync(folder, { recursive: true }));

function refusal(text: string): string {
  writeFileSync(file, text);
  try {
    readPolicy(file);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return 'nothing was refused';
}

test('each wrong setting is refused by its name, and with nothing else', () => {
  const said = WRONG.map(([written]) => refusal(JSON.stringify(written)));
  expect(said).toEqual(WRONG.map(([, words]) => `${file}: ${words}`));
});

test('all that is wrong is said at once, and where a file breaks off', () => {
  expect(refusal('{"return":{"days":0},"coupon":{"days":0}}').split('\n')).toHaveLength(2);
  expect(refusal('{ "return": { "days": 30 },\n  "coupon" }')).toBe(
    `${file}:2: is no JSON from here on; look for a comma, a quote or a bracket`,
  );
});

test('what is left out is as by default, and what is shipped is right', () => {
  writeFileSync(file, '{}');
  expect(readPolicy(file)).toEqual(defaultPolicy());
  expect(readPolicy(join(folder, 'none.json'))).toEqual(defaultPolicy());
  expect(readShopFile().policy.offers.late).toEqual(['wait', 'refund']);
});
