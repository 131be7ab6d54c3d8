/** One sign-in on the linking page: which step it is at, and what becomes of what was sent. */

import type { CountedPasswords } from '../services/sign-in/counted-passwords';
import type { MailedCodes } from '../services/sign-in/mailed-codes';
import type { LinkProblem, StepKind } from './steps';

/** What a form of the page may carry. */
export type LinkFields = Readonly<Partial<Record<'step' | 'seal' | 'email' | 'code' | 'password' | 'grant', string>>>;

export type SentStep = {
  /** The sign-in, known to one browser. */
  readonly uid: string;
  readonly fields: LinkFields;
  readonly source: string;
  readonly locale: string;
};

export type BecameOf =
  | { readonly kind: 'in'; readonly shopperId: string }
  | { readonly kind: StepKind; readonly problem: LinkProblem | null };

export type SigningIn = {
  stepAt(uid: string): Promise<StepKind>;
  take(sent: SentStep): Promise<BecameOf>;
  /** Where another place signs them in: its address, and what became of whoever comes back. `begin` throws while it is away. */
  readonly elsewhere?: {
    begin(uid: string, locale: string): Promise<string>;
    back(uid: string, search: string): Promise<BecameOf>;
  };
};

/** As browsers check it, and one mailbox only. */
const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,189}$/;

/** `codesIn`: letters in the language of the page. `onSent`: whoever stops waits for the letters under way. */
export function signInByCode(
  codesIn: (locale: string) => MailedCodes,
  onSent: (sent: Promise<void>) => void,
): SigningIn {
  return {
    stepAt: async (uid) => ((await codesIn('').isAsked(uid)) ? 'code' : 'email'),
    async take({ uid, fields: { step, email = '', code = '' }, source, locale }) {
      const codes = codesIn(locale);
      if (step === 'again') {
        await codes.leave(uid);
        return { kind: 'email', problem: null };
      }
      if (step === 'code') {
        const tried = await codes.try(uid, code.replace(/\D/g, ''));
        if (tried.kind === 'in') return tried;
        return tried.kind === 'wrong' ? { kind: 'code', problem: 'badCode' } : { kind: 'email', problem: 'spent' };
      }
      const typed = email.trim();
      if (!EMAIL.test(typed)) return { kind: 'email', problem: 'badEmail' };
      const asked = await codes.ask({ place: uid, email: typed, source });
      onSent(asked.sent);
      return asked.kind === 'asked' ? { kind: 'code', problem: null } : { kind: 'email', problem: 'locked' };
    },
  };
}

export function signInByPassword(passwords: CountedPasswords): SigningIn {
  return {
    stepAt: async () => 'password',
    async take({ fields: { email = '', password = '' }, source }) {
      const typed = email.trim();
      if (!EMAIL.test(typed)) return { kind: 'password', problem: 'badEmail' };
      const found = await passwords({ email: typed, password }, source);
      if (found === 'locked') return { kind: 'password', problem: 'locked' };
      if (!found.ok) return { kind: 'password', problem: found.error.kind === 'unauthorised' ? 'wrong' : 'away' };
      return found.value === null ? { kind: 'password', problem: 'wrong' } : { kind: 'in', shopperId: found.value };
    },
  };
}
