/** What the forms of the limits page do: nothing is changed where something in them is wrong. */

import { minorIn } from '../services/commerce/sums';
import { currencyOfLimit, type LimitSpan, type RuleRecords, SPANS } from '../services/limits/buying-rules';
import { judgeCode, type VoiceCodes } from '../services/limits/voice-code';
import type { Money } from '../vocabulary/values';
import type { FormFields } from './forms';
import type { LimitsStep } from './limits-page';

export type RuleFormsNeeds = {
  readonly rules: RuleRecords;
  readonly codes: Pick<VoiceCodes, 'set' | 'remove'>;
  /** What a shopper pays in; null: the shop knows them no more, or cannot say. */
  readonly currencyOf: (shopperId: string, locale: string) => Promise<string | null>;
};

type Shown = Omit<Extract<LimitsStep, { kind: 'in' }>, 'seal'>;
type Became = Pick<Shown, 'problem' | 'done'>;
type Sent = { readonly fields: FormFields; readonly locale: string };

const NOTHING: Became = { problem: null, done: null };
const wrong = (problem: Shown['problem']): Became => ({ problem, done: null });
const well = (done: Shown['done']): Became => ({ problem: null, done });

/** null: this shopper is not known any more, or cannot be asked for. */
export function createRuleForms({ rules, codes, currencyOf }: RuleFormsNeeds) {
  async function setLimits(shopperId: string, fields: FormFields, currency: string): Promise<Became> {
    const stand = await rules.of(shopperId);
    const asked = (span: LimitSpan) => amountIn(fields[span] ?? '', currencyOfLimit(stand, span, currency));
    const wanted = SPANS.map((span) => ({ span, most: asked(span) }));
    if (wanted.some(({ most }) => most === undefined)) return wrong('badAmount');
    for (const { span, most = null } of wanted) await rules.setMost(shopperId, span, most);
    await rules.setOff(shopperId, fields.voice !== 'on');
    return well('saved');
  }

  async function setCode(shopperId: string, { code = '', same = '' }: FormFields): Promise<Became> {
    const judged = judgeCode(code);
    if (judged !== 'good') return wrong(judged === 'shape' ? 'codeShape' : 'codeTrivial');
    if (code !== same) return wrong('codeDiffers');
    await codes.set(shopperId, code);
    return well('codeSaved');
  }

  async function became(shopperId: string, fields: FormFields, currency: string): Promise<Became> {
    switch (fields.step) {
      case 'limits':
        return setLimits(shopperId, fields, currency);
      case 'code':
        return setCode(shopperId, fields);
      case 'no-code':
        await codes.remove(shopperId);
        return well('codeRemoved');
      default:
        return NOTHING;
    }
  }

  /** `fields`: empty where nothing was sent. */
  return async function take(shopperId: string, { fields, locale }: Sent): Promise<Shown | null> {
    const currency = await currencyOf(shopperId, locale);
    if (currency === null) return null;
    const what = await became(shopperId, fields, currency);
    return { kind: 'in', rules: await rules.of(shopperId), currency, ...what };
  };
}

const AMOUNT = /^\d{1,6}(?:[.,]\d{1,2})?$/;

/** null: the field is empty, so there is none. undefined: that is no amount. */
function amountIn(text: string, currency: string): Money | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const minor = AMOUNT.test(typed) ? minorIn(Number(typed.replace(',', '.')), currency) : 0;
  return minor > 0 ? { minor, currency } : undefined;
}
