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
  return template
    .replace('<html lang="en">', `<html lang="${inHtml(lang)}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${title}</title>`)
    .replace('<main></main>', () => `<main>\n${bodyOf(step, say)}\n</main>`);
}

type SayWord = (key: string) => string;

function bodyOf(step: LinkStep, say: SayWord): string {
  switch (step.kind) {
    case 'home':
      return `<h1>${say('title')}</h1>\n<p>${say('how')}</p>\n<p>${say('end')}</p>`;
    case 'over':
      return `<h1>${say('overTitle')}</h1>\n<p>${say('over')}</p>`;
    case 'email':
      return [
        heading(say),
        form(step, [problemOf(step, say), emailField(step, say), button('email', say('sendCode'))]),
        leave(step, say),
      ].join('\n');
    case 'password':
      return [
        heading(say),
        form(step, [
          problemOf(step, say),
          emailField(step, say),
          passwordField(say),
          button('password', say('signIn')),
        ]),
        leave(step, say),
      ].join('\n');
    case 'code':
      return [
        `<h1>${say('title')}</h1>\n<p>${say('codeSent')}</p>`,
        form(step, [problemOf(step, say), codeField(step, say), button('code', say('signIn'))]),
        form(step, ['<p>', plain('again', say('again')), '</p>']),
        leave(step, say),
      ].join('\n');
  }
}

function heading(say: SayWord): string {
  const may = ['may1', 'may2', 'may3'].map((key) => `<li>${say(key)}</li>`).join('');
  return `<h1>${say('title')}</h1>\n<p>${say('intro')}</p>\n<ul>${may}</ul>\n<p>${say('household')}</p>`;
}

function form({ seal }: FormOf, parts: readonly string[]): string {
  return `<form method="post" novalidate><input type="hidden" name="seal" value="${inHtml(seal)}">\n${parts.join('\n')}\n</form>`;
}

function leave(step: FormOf, say: SayWord): string {
  return form(step, [plain('cancel', say('cancel'))]);
}

function problemOf({ problem }: { readonly problem: LinkProblem | null }, say: SayWord): string {
  return problem === null ? '' : `<p class="problem" id="problem" role="alert">${say(problem)}</p>`;
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

function plain(step: string, text: string): string {
  return `<button class="plain" name="step" value="${step}">${text}</button>`;
}
