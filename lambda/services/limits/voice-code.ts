/** The code a household says to buy for more: which ones are good, how they are kept, and how they are tried. */

import { createHmac } from 'node:crypto';
import { hashPassword, isPassword } from '../sign-in/passwords';
import type { RuleRecords } from './buying-rules';

/** Digits a code has. Alexa gives back a number: one that began with 0 would lose it. */
export const CODE_DIGITS = { least: 4, most: 8 } as const;
const CODE = new RegExp(`^[1-9]\\d{${CODE_DIGITS.least - 1},${CODE_DIGITS.most - 1}}$`);
/** One code is looked at in a tenth of a second, and three tries are all anybody has. 32 MB. */
const COST = { N: 2 ** 15, r: 8, p: 1 };

/** Whether digits can be a code at all, and whether they are the first anybody would guess. */
export function judgeCode(code: string): 'good' | 'shape' | 'trivial' {
  if (!CODE.test(code)) return 'shape';
  return isTrivial([...code].map(Number)) ? 'trivial' : 'good';
}

/** One digit or a pair over and over, steps of one, there and back, a year. */
function isTrivial(digits: readonly number[]): boolean {
  const steps = digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10);
  const isRun = steps.every((step) => step === steps[0]);
  const repeats = (length: number) => digits.every((digit, at) => digit === digits[at % length]);
  const isMirrored = digits.every((digit, at) => digit === digits.at(-1 - at));
  const isYear = digits.length === 4 && (digits[0] === 1 ? digits[1] === 9 : digits[0] === 2 && digits[1] === 0);
  return isRun || isMirrored || isYear || repeats(2) || (digits.length > 4 && repeats(3)) || isDownTheKeys(digits);
}

/** The middle row of keys of a telephone. */
function isDownTheKeys(digits: readonly number[]): boolean {
  const said = digits.join('');
  return said === '2580' || said === '8520';
}

export type CodeTry = 'right' | 'wrong' | 'locked';

export type VoiceCodes = {
  /** A good one. */
  set(shopperId: string, code: string): Promise<void>;
  remove(shopperId: string): Promise<void>;
  /** `key`: of the turn, which counts once. `locked`: it was the last wrong one, or came after it. */
  try(shopperId: string, said: SaidCode): Promise<CodeTry>;
};

export type SaidCode = { readonly digits: string; readonly key: string };

type CodeNeeds = {
  readonly records: Pick<RuleRecords, 'of' | 'setCode' | 'tryCode' | 'codeWasRight'>;
  /** The server's own: without it nobody can try codes on a copy of the store. */
  readonly secret: string;
};

export function createVoiceCodes({ records, secret }: CodeNeeds): VoiceCodes {
  const mac = (purpose: string, text: string) =>
    createHmac('sha256', secret).update(`voice-code\0${purpose}\0${text}`).digest('base64url');
  const peppered = (shopperId: string, code: string) => mac('code', `${shopperId}\0${code}`);
  return {
    async set(shopperId, code) {
      await records.setCode(shopperId, await hashPassword(peppered(shopperId, code), COST));
    },
    remove: (shopperId) => records.setCode(shopperId, null),
    async try(shopperId, { digits, key }) {
      const hash = await records.tryCode(shopperId, mac('try', key));
      if (hash === null) return 'locked';
      if (await isPassword(peppered(shopperId, digits), hash)) {
        await records.codeWasRight(shopperId, hash);
        return 'right';
      }
      return (await records.of(shopperId)).code === 'locked' ? 'locked' : 'wrong';
    },
  };
}
