/** The linking page as HTML: whole without a script, in the shopper's language. */

import { inHtml } from '../vocabulary/markup';

export type LinkWords = { readonly lang: string; readonly words: Readonly<Record<string, string>> };

/** What can be wrong; each has its words. */
export type LinkProblem = 'badEmail' | 'badCode' | 'spent' | 'locked' | 'wrong' | 'away';

export type LinkStep =
  /** How it is begun: in the app. */
  | { readonly kind: 'home' }
  | { readonly kind: 'over' }
  | ({ readonly kind: 'email' | 'code' | 'password'; readonly problem: LinkProblem | null } & FormOf);

/** `seal`: only this browser's page can send it. `email`: as it was typed. */
type FormOf = { readonly seal: string; readonly email: string };

/** `template`: the built page. */
export function linkPage(template: string, { lang, words }: LinkWords, step: LinkStep): string {
  const say = (key: string) => inHtml(words[key] ?? '');
  const hasProblem = 'problem' in step && step.problem !== null;
  const title = `${hasProblem ? `${say('problem')} ` : ''}${say(step.kind === 'over' ? 'overTitle' : 'title')}`;
  return pageWith(template, { lang, title, body: bodyOf(step, say) });
}

/** `title` and `body`: HTML already. */
export function pageWith(template: string, page: Readonly<Record<'lang' | 'title' | 'body', string>>): string {
  return template
    .replace('<html lang="en">', `<html lang="${inHtml(page.lang)}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${page.title}</title>`)
    .replace('<main></main>', () => `<main>\n${page.body}\n</main>`);
}

type SayWord = (key: string) => string;

function bodyOf(step: LinkStep, say: SayWord): string {
  switch (step.kind) {
    case 'home':
      return `<h1>${say('title')}</h1>\n<p>${say('how')}</p>\n<p>${say('end')}</p>`;
    case 'over':
      return `<h1>${say('overTitle')}</h1>\n<p>${say('over')}</p>`;
    case 'code':
      return [`<h1>${say('title')}</h1>`, signInForms(step, say), leave(step, say)].join('\n');
    default:
      return [heading(say), signInForms(step, say), leave(step, say)].join('\n');
  }
}

type SignInStep = Extract<LinkStep, { readonly seal: string }>;

/** Where the shopper says who they are, a step at a time. */
export function signInForms(step: SignInStep, say: SayWord): string {
  switch (step.kind) {
    case 'email':
      return form(step, [problemOf(step, say), emailField(step, say), button('email', say('sendCode'))]);
    case 'password':
      return form(step, [
        problemOf(step, say),
        emailField(step, say),
        passwordField(say),
        button('password', say('signIn')),
      ]);
    case 'code':
      return [
        `<p>${say('codeSent')}</p>`,
        form(step, [problemOf(step, say), codeField(step, say), button('code', say('signIn'))]),
        form(step, ['<p>', plain('again', say('again')), '</p>']),
      ].join('\n');
  }
}

function heading(say: SayWord): string {
  const may = ['may1', 'may2', 'may3'].map((key) => `<li>${say(key)}</li>`).join('');
  return `<h1>${say('title')}</h1>\n<p>${say('intro')}</p>\n<ul>${may}</ul>\n<p>${say('household')}</p>`;
}

/** A form that only this browser's page can send. */
export function form({ seal }: Pick<FormOf, 'seal'>, parts: readonly string[]): string {
  return `<form method="post" novalidate><input type="hidden" name="seal" value="${inHtml(seal)}">\n${parts.join('\n')}\n</form>`;
}

function leave(step: FormOf, say: SayWord): string {
  return form(step, [plain('cancel', say('cancel'))]);
}

function problemOf({ problem }: { readonly problem: LinkProblem | null }, say: SayWord): string {
  return problem === null ? '' : problemBox(say(problem));
}

export function problemBox(text: string): string {
  return `<p class="problem" id="problem" role="alert">${text}</p>`;
}

/** `more`: attributes as HTML. */
export function fieldFor(name: string, label: string, more: string): string {
  return `<label for="${name}">${label}</label>\n<input class="field" id="${name}" name="${name}" ${more}>`;
}

type FieldOf = { readonly problem: LinkProblem | null; readonly email: string };

function emailField({ email, problem }: FieldOf, say: SayWord): string {
  const wrong = problem === 'badEmail' ? ' aria-invalid="true" aria-describedby="problem"' : '';
  return `<label for="email">${say('email')}</label>
<input class="field" id="email" name="email" type="email" autocomplete="email" required maxlength="254" value="${inHtml(email)}"${wrong}>`;
}

function passwordField(say: SayWord): string {
  return `<label for="password">${say('password')}</label>
<input class="field" id="password" name="password" type="password" autocomplete="current-password" required maxlength="200">`;
}

function codeField({ problem }: FieldOf, say: SayWord): string {
  const wrong = problem === 'badCode' ? ' aria-invalid="true" aria-describedby="problem"' : '';
  return `<label for="code">${say('code')}</label>
<input class="field" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required maxlength="12"${wrong}>`;
}

function button(step: string, text: string): string {
  return `<button class="button button--main" name="step" value="${step}">${text}</button>`;
}

export function plain(step: string, text: string): string {
  return `<button class="plain" name="step" value="${step}">${text}</button>`;
}
