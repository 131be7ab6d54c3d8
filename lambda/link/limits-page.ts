/** The page of limits and voice code as HTML: whole without a script, in the shopper's language. No code is ever written on it. */

import { digitsOf } from '../services/commerce/sums';
import { type BuyingRules, currencyOfLimit, type LimitSpan } from '../services/limits/buying-rules';
import { CODE_DIGITS } from '../services/limits/voice-code';
import { inHtml } from '../vocabulary/markup';
import type { Money } from '../vocabulary/values';
import {
  button,
  fieldFor,
  form,
  type LinkWords,
  pageWith,
  plain,
  problemBox,
  type SignInStep,
  signInForms,
} from './page';

/** What can be wrong with what was typed; each has its words. */
export type LimitsProblem = 'badAmount' | 'codeShape' | 'codeTrivial' | 'codeDiffers';
type LimitsDone = 'saved' | 'codeSaved' | 'codeRemoved';

export type LimitsStep =
  | { readonly kind: 'sign-in'; readonly step: SignInStep }
  | {
      readonly kind: 'in';
      readonly seal: string;
      readonly rules: BuyingRules;
      readonly currency: string;
      readonly problem: LimitsProblem | null;
      readonly done: LimitsDone | null;
    };
type SignedIn = Extract<LimitsStep, { kind: 'in' }>;

type SayWord = (key: string) => string;

export function limitsPage(template: string, words: LinkWords, step: LimitsStep): string {
  const say = (key: string) => inHtml(words.words[key] ?? '');
  const problem = step.kind === 'in' ? step.problem : step.step.problem;
  return pageWith(template, {
    lang: words.lang,
    title: `${problem === null ? '' : `${say('problem')} `}${say('title')}`,
    body: step.kind === 'in' ? bodyOf(step, { say, lang: words.lang }) : signInBody(step.step, say),
  });
}

function signInBody(step: Extract<LimitsStep, { kind: 'sign-in' }>['step'], say: SayWord): string {
  return `<h1>${say('title')}</h1>\n<p>${say('intro')}</p>\n${signInForms(step, say)}`;
}

type Wording = { readonly say: SayWord; readonly lang: string };

function bodyOf(step: SignedIn, { say, lang }: Wording): string {
  return [
    `<h1>${say('title')}</h1>`,
    step.done === null ? '' : `<p role="status">${say(step.done)}</p>`,
    `<h2>${say('rules')}</h2>`,
    form(step, [
      step.problem === 'badAmount' ? problemBox(say('badAmount')) : '',
      amountField('order', step, { say, lang }),
      amountField('day', step, { say, lang }),
      `<p>${say('empty')}</p>`,
      `<label class="check"><input type="checkbox" name="voice" value="on"${step.rules.isOff ? '' : ' checked'}> ${say('byVoice')}</label>`,
      button('limits', say('save')),
    ]),
    `<h2>${say('codeTitle')}</h2>\n<p>${say('codeWhy')}</p>`,
    step.rules.code === 'none' ? '' : `<p>${say(step.rules.code === 'set' ? 'codeIsSet' : 'codeIsLocked')}</p>`,
    form(step, [
      step.problem === null || step.problem === 'badAmount' ? '' : problemBox(say(step.problem)),
      codeField('code', say('newCode')),
      codeField('same', say('sameCode')),
      button('code', say('saveCode')),
    ]),
    step.rules.code === 'none' ? '' : form(step, [plain('no-code', say('removeCode'))]),
    form(step, [plain('leave', say('leave'))]),
  ].join('\n');
}

const MOST = { order: 'mostOrder', day: 'mostDay' } as const satisfies Readonly<Record<LimitSpan, string>>;

function amountField(span: LimitSpan, { rules, currency }: SignedIn, { say, lang }: Wording): string {
  const most = rules.most[span];
  const value = most ? amountOf(most, lang) : '';
  const label = `${say(MOST[span])} (${inHtml(currencyOfLimit(rules, span, currency))})`;
  return fieldFor(span, label, `inputmode="decimal" autocomplete="off" maxlength="12" value="${inHtml(value)}"`);
}

/** Never filled in again, not even with what was just typed. */
function codeField(name: string, label: string): string {
  const { most } = CODE_DIGITS;
  return fieldFor(name, label, `type="password" inputmode="numeric" autocomplete="off" required maxlength="${most}"`);
}

/** As it is typed there: "19,50". */
function amountOf({ minor, currency }: Money, lang: string): string {
  const digits = digitsOf(currency);
  const amount = minor / 10 ** digits;
  const least = Number.isInteger(amount) ? 0 : digits;
  return new Intl.NumberFormat(lang, { minimumFractionDigits: least, useGrouping: false }).format(amount);
}
