/** Letters of a developer's own machine, where no e-mail is set up: they are printed, and go nowhere. */

import type { Post } from '../services/reach/mail';

export function printMail(write: (text: string) => unknown = (text) => process.stdout.write(text)): Post {
  return {
    async send({ id, to, subject, text }) {
      write(`\n--- e-mail to ${to}\n${subject}\n\n${text}\n---\n\n`);
      return { kind: 'done', ref: id };
    },
  };
}
