/** What the forms of the limits page do: nothing is changed where something in them is wrong. */

import { readAmount } from '../services/limits/amounts';
import {
  type BuyingRules,
  currencyOfLimit,
  type LimitSpan,
  type RuleRecords,
  SPANS,
} from '../services/limits/buying-rules';
import { isOver } from '../services/limits/limits';
import { judgeCode, type VoiceCodes } from '../services/limits/voice-code';
import type { Money } from '../vocabulary/values';
import type { FormFields } from './forms';
import type { FieldProblem, LimitsStep, TypedLimits } from './limits-page';

export type RuleFormsNeeds = {
  readonly rules: RuleRecords;
  readonly codes: Pick<VoiceCodes, 'set' | 'remove'>;
  /** What a shopper pays in; null: the shop knows them no more, or cannot say. */
  readonly currencyOf: (shopperId: string, locale: string) => Promise<string | null>;
};

type Shown = Omit<Extract<LimitsStep, { kind: 'in' }>, 'seal'>;
type Became = Pick<Shown, 'problems' | 'done' | 'typed'>;
type Sent = { readonly fields: FormFields; readonly locale: string };

const NOTHING: Became = { problems: [], done: null, typed: null };
const well = (done: Shown['done']): Became => ({ ...NOTHING, done });
/** `typed`: stands in the fields again, so that nobody types it twice. */
const wrong = (problems: readonly FieldProblem[], typed: TypedLimits | null): Became => ({
  problems,
  done: null,
  typed,
});

/** null: this shopper is not known any more, or cannot be asked for. */
export function createRuleForms({ rules, codes, currencyOf }: RuleFormsNeeds) {
  async function setLimits(shopperId: string, { fields, locale }: Sent, paid: string): Promise<Became> {
    const stand = await rules.of(shopperId);
    const typed = { order: fields.order ?? '', day: fields.day ?? '', isOff: fields.voice !== 'on' };
    const read = SPANS.map((span) => ({
      span,
      ...readAmount(typed[span], { currency: currencyOfLimit(stand, span, paid), locale }),
    }));
    const problems = read.flatMap((one) => ('problem' in one ? [{ field: one.span, kind: one.problem }] : []));
    if (problems.length > 0) return wrong(problems, typed);
    const wanted = read.map((one) => ({ span: one.span, most: 'most' in one ? one.most : null }));
    if (passesItsDay(wanted, stand)) return wrong([{ field: 'order', kind: 'orderOverDay' }], typed);
    for (const { span, most } of wanted) await rules.setMost(shopperId, span, most);
    await rules.setOff(shopperId, typed.isOff);
    return well('saved');
  }

  async function setCode(shopperId: string, { code = '', same = '' }: FormFields): Promise<Became> {
    const judged = judgeCode(code);
    if (judged !== 'good') {
      return wrong([{ field: 'code', kind: judged === 'shape' ? 'codeShape' : 'codeTrivial' }], null);
    }
    if (code !== same) return wrong([{ field: 'same', kind: 'codeDiffers' }], null);
    await codes.set(shopperId, code);
    return well('codeSaved');
  }

  async function became(shopperId: string, sent: Sent, currency: string): Promise<Became> {
    switch (sent.fields.step) {
      case 'limits':
        return setLimits(shopperId, sent, currency);
      case 'code':
        return setCode(shopperId, sent.fields);
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
    const what = await became(shopperId, { fields, locale }, currency);
    return { kind: 'in', rules: await rules.of(shopperId), currency, ...what };
  };
}

type Wanted = readonly { readonly span: LimitSpan; readonly most: Money | null }[];

/** What stands already, as voices may have set it, keeps nobody from changing something else. */
function passesItsDay(wanted: Wanted, stand: BuyingRules): boolean {
  const of = (span: LimitSpan) => wanted.find((one) => one.span === span)?.most ?? null;
  const [order, day] = [of('order'), of('day')];
  if (!order || !day || order.currency !== day.currency || !isOver(order, day)) return false;
  return order.minor !== stand.most.order?.minor || day.minor !== stand.most.day?.minor;
}
