/** The page of limits and voice code as HTML: whole without a script, in the shopper's language. No code is ever written on it. */

import { digitsOf } from '../services/commerce/sums';
import type { AmountProblem } from '../services/limits/amounts';
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
export type LimitsProblem = AmountProblem | 'orderOverDay' | 'codeShape' | 'codeTrivial' | 'codeDiffers';
export type FieldProblem = { readonly field: LimitSpan | 'code' | 'same'; readonly kind: LimitsProblem };
/** What was sent and not taken. */
export type TypedLimits = Readonly<Record<LimitSpan, string>> & { readonly isOff: boolean };
type LimitsDone = 'saved' | 'codeSaved' | 'codeRemoved';

export type LimitsStep =
  | { readonly kind: 'sign-in'; readonly step: SignInStep }
  /** Somebody has signed in elsewhere: the page itself comes next, at this path. */
  | { readonly kind: 'go-on'; readonly here: string }
  | {
      readonly kind: 'in';
      readonly seal: string;
      readonly rules: BuyingRules;
      readonly currency: string;
      /** Each is said at its field; empty: nothing is wrong. */
      readonly problems: readonly FieldProblem[];
      /** null: what stands is shown. */
      readonly typed: TypedLimits | null;
      readonly done: LimitsDone | null;
    };
type SignedIn = Extract<LimitsStep, { kind: 'in' }>;

type SayWord = (key: string) => string;

export function limitsPage(template: string, words: LinkWords, step: LimitsStep): string {
  const say = (key: string) => inHtml(words.words[key] ?? '');
  const hasProblem =
    step.kind === 'in' ? step.problems.length > 0 : step.kind === 'sign-in' && step.step.problem !== null;
  return pageWith(template, {
    lang: words.lang,
    title: `${hasProblem ? `${say('problem')} ` : ''}${say('title')}`,
    body: contentsOf(step, { say, lang: words.lang }),
  });
}

function contentsOf(step: LimitsStep, { say, lang }: Wording): string {
  if (step.kind === 'in') return bodyOf(step, { say, lang });
  return step.kind === 'sign-in' ? signInBody(step.step, say) : goOn(step.here, say);
}

/** Without a script, and with a way on for whoever has switched such leading off. */
function goOn(here: string, say: SayWord): string {
  const link = `<a class="button button--main" href="${inHtml(here)}">${say('goOnHere')}</a>`;
  return `<meta http-equiv="refresh" content="0;url=${inHtml(here)}">\n<h1>${say('title')}</h1>\n<p>${link}</p>`;
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
      amountField('order', step, { say, lang }),
      amountField('day', step, { say, lang }),
      `<p>${say('empty')}</p>`,
      `<label class="check"><input type="checkbox" name="voice" value="on"${(step.typed ?? step.rules).isOff ? '' : ' checked'}> ${say('byVoice')}</label>`,
      button('limits', say('save')),
    ]),
    `<h2>${say('codeTitle')}</h2>\n<p>${say('codeWhy')}</p>`,
    step.rules.code === 'none' ? '' : `<p>${say(step.rules.code === 'set' ? 'codeIsSet' : 'codeIsLocked')}</p>`,
    form(step, [
      codeField('code', say('newCode'), { step, say }),
      codeField('same', say('sameCode'), { step, say }),
      button('code', say('saveCode')),
    ]),
    step.rules.code === 'none' ? '' : form(step, [plain('no-code', say('removeCode'))]),
    form(step, [plain('leave', say('leave'))]),
  ].join('\n');
}

const MOST = { order: 'mostOrder', day: 'mostDay' } as const satisfies Readonly<Record<LimitSpan, string>>;

function amountField(span: LimitSpan, step: SignedIn, { say, lang }: Wording): string {
  const { rules, currency, typed } = step;
  const most = rules.most[span];
  const value = typed?.[span] ?? (most ? amountOf(most, lang) : '');
  const label = `${say(MOST[span])} (${inHtml(currencyOfLimit(rules, span, currency))})`;
  const more = `inputmode="decimal" autocomplete="off" maxlength="24" value="${inHtml(value)}"`;
  return fieldAt(span, { label, more }, { step, say });
}

/** Never filled in again, not even with what was just typed. */
function codeField(name: 'code' | 'same', label: string, at: At): string {
  const { most } = CODE_DIGITS;
  const more = `type="password" inputmode="numeric" autocomplete="off" required maxlength="${most}"`;
  return fieldAt(name, { label, more }, at);
}

type At = { readonly step: SignedIn; readonly say: SayWord };
type Field = { readonly label: string /** Attributes as HTML. */; readonly more: string };

/** What is wrong with a field stands above it and is told with it; the first of them is where one goes on typing. */
function fieldAt(name: FieldProblem['field'], { label, more }: Field, { step: { problems }, say }: At): string {
  const problem = problems.find(({ field }) => field === name);
  if (!problem) return fieldFor(name, label, more);
  const id = `problem-${name}`;
  const first = problem === problems[0] ? ' autofocus' : '';
  const told = `${problemBox(say(problem.kind), id)}\n`;
  return told + fieldFor(name, label, `${more} aria-invalid="true" aria-describedby="${id}"${first}`);
}

/** As it is typed there: "19,50". */
function amountOf({ minor, currency }: Money, lang: string): string {
  const digits = digitsOf(currency);
  const amount = minor / 10 ** digits;
  const least = Number.isInteger(amount) ? 0 : digits;
  return new Intl.NumberFormat(lang, { minimumFractionDigits: least, useGrouping: false }).format(amount);
}
