/** The linking page as HTML: whole without a script, in the shopper's language. */

import { inHtml } from '../vocabulary/markup';
import type { LinkProblem, StepKind } from './steps';

export type LinkWords = { readonly lang: string; readonly words: Readonly<Record<string, string>> };

export type LinkStep =
  /** How it is begun: in the app. */
  | { readonly kind: 'home' }
  | { readonly kind: 'over' }
  | ({ readonly kind: StepKind; readonly problem: LinkProblem | null; readonly to: SignInFor } & FormOf)
  /** `isDone`: one was unlinked just now. */
  | ({ readonly kind: 'mine'; readonly links: readonly ShownLink[]; readonly isDone: boolean } & FormOf);

/** What somebody signs in for: to link, or to see what they have linked. */
export type SignInFor = 'link' | 'see';

/** `name` null: the web chat, which every language calls otherwise. `since`: real time, milliseconds; null: nobody knows. */
export type ShownLink = { readonly id: string; readonly name: string | null; readonly since: number | null };

/** `seal`: only this browser's page can send it. `email`: as it was typed. `here`: the path of this sign-in. */
type FormOf = { readonly seal: string; readonly email: string; readonly here: string };

/** `region`: whose way of writing days it is. */
type PageWords = LinkWords & { readonly region: string };

/** `template`: the built page. */
export function linkPage(template: string, { lang, region, words }: PageWords, step: LinkStep): string {
  const say = (key: string) => inHtml(words[key] ?? '');
  const hasProblem = 'problem' in step && step.problem !== null;
  const title = `${hasProblem ? `${say('problem')} ` : ''}${say(titleOf(step))}`;
  return pageWith(template, { lang, title, body: bodyOf(step, { say, region }) });
}

/** `title` and `body`: HTML already. */
export function pageWith(template: string, page: Readonly<Record<'lang' | 'title' | 'body', string>>): string {
  return template
    .replace('<html lang="en">', `<html lang="${inHtml(page.lang)}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${page.title}</title>`)
    .replace('<main></main>', () => `<main>\n${page.body}\n</main>`);
}

type SayWord = (key: string) => string;
type Speaking = { readonly say: SayWord; readonly region: string };

function titleOf(step: LinkStep): string {
  if (step.kind === 'over') return 'overTitle';
  return step.kind === 'mine' || ('to' in step && step.to === 'see') ? 'mineTitle' : 'title';
}

function bodyOf(step: LinkStep, { say, region }: Speaking): string {
  switch (step.kind) {
    case 'home':
      return `<h1>${say('title')}</h1>\n<p>${say('how')}</p>\n<p>${say('end')}</p>
<form action="/link/mine"><button class="button">${say('mine')}</button></form>`;
    case 'over':
      return `<h1>${say('overTitle')}</h1>\n<p>${say('over')}</p>`;
    case 'mine':
      return [heading(step, say), done(step, say), linksIn(step, { say, region }), leave('mine', step, say)].join('\n');
    case 'code':
      return [`<h1>${say(titleOf(step))}</h1>`, signInForms(step, say), leave(step.to, step, say)].join('\n');
    default:
      return [heading(step, say), signInForms(step, say), leave(step.to, step, say)].join('\n');
  }
}

export type SignInStep = Extract<LinkStep, { readonly to: SignInFor }>;

/** Where the shopper says who they are, a step at a time. */
export function signInForms(step: SignInStep, say: SayWord): string {
  switch (step.kind) {
    case 'email':
      return form(step, [problemOf(step, say), emailField(step, say), button('email', say('sendCode'))]);
    case 'shop':
      return [
        problemOf(step, say),
        // A link, and no form: where it leads is known only on the way.
        `<p><a class="button button--main" href="${inHtml(step.here)}/shop">${say('goOn')}</a></p>`,
      ].join('\n');
    case 'password':
      return form(step, [
        problemOf(step, say),
        emailField(step, say),
        passwordField(say),
        button('password', say(SIGN_IN[step.to])),
      ]);
    case 'code':
      return [
        `<p>${say('codeSent')}</p>`,
        form(step, [problemOf(step, say), codeField(step, say), button('code', say(SIGN_IN[step.to]))]),
        form(step, ['<p>', plain('again', say('again')), '</p>']),
      ].join('\n');
  }
}

const SIGN_IN: Readonly<Record<SignInFor, string>> = { link: 'signIn', see: 'signInOnly' };
const LEAVE: Readonly<Record<SignInFor | 'mine', string>> = { link: 'cancel', see: 'leaveMine', mine: 'leaveMine' };

function heading(step: LinkStep, say: SayWord): string {
  const title = `<h1>${say(titleOf(step))}</h1>`;
  if (step.kind === 'mine') return title;
  if ('to' in step && step.to === 'see') return `${title}\n<p>${say('mineIntro')}</p>`;
  const may = ['may1', 'may2', 'may3'].map((key) => `<li>${say(key)}</li>`).join('');
  return `${title}\n<p>${say('intro')}</p>\n<ul>${may}</ul>\n<p>${say('household')}</p>`;
}

/** A form that only this browser's page can send. */
export function form({ seal }: Pick<FormOf, 'seal'>, parts: readonly string[]): string {
  return `<form method="post" novalidate><input type="hidden" name="seal" value="${inHtml(seal)}">\n${parts.join('\n')}\n</form>`;
}

function leave(from: SignInFor | 'mine', step: FormOf, say: SayWord): string {
  return form(step, [plain('cancel', say(LEAVE[from]))]);
}

type Mine = Extract<LinkStep, { kind: 'mine' }>;

function done({ isDone }: Mine, say: SayWord): string {
  return isDone ? `<p role="status">${say('unlinked')}</p>` : '';
}

function linksIn(step: Mine, { say, region }: Speaking): string {
  if (step.links.length === 0) return step.isDone ? '' : `<p>${say('noneLinked')}</p>`;
  const day = new Intl.DateTimeFormat(region, { dateStyle: 'long', timeZone: 'UTC' });
  const shown = step.links.map(({ id, name: given, since }) => {
    const name = given === null ? say('webChat') : inHtml(given);
    const when = since === null ? '' : `, ${say('linkedOn').replace('{{day}}', inHtml(day.format(since)))}`;
    const which = `<input type="hidden" name="grant" value="${inHtml(id)}">`;
    const unlink = button(
      'unlink',
      say('unlink').replace('{{what}}', () => name),
    );
    return `<li><strong>${name}</strong>${when}\n${form(step, [which, unlink])}</li>`;
  });
  return `<ul class="links">${shown.join('\n')}</ul>`;
}

function problemOf({ problem }: { readonly problem: LinkProblem | null }, say: SayWord): string {
  return problem === null ? '' : problemBox(say(problem));
}

export function problemBox(text: string, id = 'problem'): string {
  return `<p class="problem" id="${id}" role="alert">${text}</p>`;
}

/** `more`: attributes as HTML. */
export function fieldFor(name: string, label: string, more: string): string {
  return `<label for="${name}">${label}</label>\n<input class="field" id="${name}" name="${name}" ${more}>`;
}

type FieldOf = { readonly problem: LinkProblem | null; readonly email: string };

function emailField({ email, problem }: FieldOf, say: SayWord): string {
  const more = `type="email" autocomplete="email" required maxlength="254" value="${inHtml(email)}"`;
  return fieldFor('email', say('email'), more + wrongIf(problem === 'badEmail'));
}

function passwordField(say: SayWord): string {
  const more = 'type="password" autocomplete="current-password" required maxlength="200"';
  return fieldFor('password', say('password'), more);
}

function codeField({ problem }: FieldOf, say: SayWord): string {
  const more = 'inputmode="numeric" autocomplete="one-time-code" required maxlength="12"';
  return fieldFor('code', say('code'), more + wrongIf(problem === 'badCode'));
}

function wrongIf(isWrong: boolean): string {
  return isWrong ? ' aria-invalid="true" aria-describedby="problem"' : '';
}

export function button(step: string, text: string): string {
  return `<button class="button button--main" name="step" value="${step}">${text}</button>`;
}

export function plain(step: string, text: string): string {
  return `<button class="plain" name="step" value="${step}">${text}</button>`;
}
